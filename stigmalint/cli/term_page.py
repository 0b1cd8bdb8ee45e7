"""Turn a term into the page that tells what is known about it.

The surprise: the examples on the page are the ones that test the term, so the page cannot be out of date.
"""

from __future__ import annotations

from collections.abc import Mapping

from stigmalint.findings import Severity, Source
from stigmalint.packs.authority import in_short
from stigmalint.packs.compiled import CompiledTerm
from stigmalint.packs.model import Conditions, Example, Term
from stigmalint.packs.notation import in_print
from stigmalint.reporters.layout import Marked, Page
from stigmalint.terminal import Style

_MEANING = {
    Severity.ERROR: "error: every guide advises against it",
    Severity.WARNING: "warning: most guides advise against it",
    Severity.ADVICE: "advice: guides differ, or it depends; for you to consider",
}
_PAINT = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.ADVICE: Style.ADVICE}


def explain_term(page: Page, compiled: CompiledTerm, sources: Mapping[str, Source]) -> None:
    """All that is known about a term."""
    term = compiled.term
    page.rule(term.id)
    page.gap()
    page.field("wordings" if term.wordings else "a rule with", "; ".join(map(in_print, term.wordings or term.needs)), indent=2)
    if term.only_if != Conditions():
        page.field("when", "only where the words around it give it this sense; the examples show which", indent=2)
    page.field("severity", _MEANING[term.severity], _PAINT[term.severity], indent=2)
    page.field("why", term.why, indent=2)
    if term.principle:
        page.field("principle", term.principle, indent=2)
    page.field("who says so", in_short(term, sources), indent=2)
    for at, name in enumerate(term.sources):
        page.field("" if at else "sources", sources[name].label, indent=2)
        if sources[name].url:
            page.address(sources[name].url, indent=2)
    _alternatives(page, compiled)
    page.field("wordlist", term.pack, indent=2)
    _examples(page, term)
    page.gap()


def _alternatives(page: Page, compiled: CompiledTerm) -> None:
    """What to write, in the singular or the base form; a report puts it into the form that fits."""
    for at, offer in enumerate(compiled.offers):
        page.field("or" if at else "write", in_print(next(iter(offer.values()))), Style.GOOD, indent=2)
    if compiled.term.instead:
        page.field("instead", compiled.term.instead, indent=2)


def _examples(page: Page, term: Term) -> None:
    glyphs = page.look.glyphs
    page.gap()
    page.text("Flagged:", Style.TITLE, indent=2)
    for example in term.flag:
        page.sentence(_marked(example), _PAINT[term.severity])
        if example.rewritten:
            page.entry(glyphs.becomes, example.rewritten, Style.GOOD, indent=4, title=False)
    page.gap()
    page.text("Not flagged:", Style.TITLE, indent=2)
    for example in term.passes:
        page.entry(glyphs.yes, example.text, Style.GOOD, indent=4, title=False)


def _marked(example: Example) -> Marked:
    """The example with the first of its wordings marked."""
    wording = example.matched[0] if example.matched else ""
    before, _, after = example.text.partition(wording) if wording else (example.text, "", "")
    return Marked(before, wording, after)
