"""Turn packs into pages for people: for each term why, who says so, what to write, who differs, and examples.

The surprise: the pages are made from nothing but the wordlists, so they are never edited and cannot be out of date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from stigmalint.findings import Kind, Severity, Source
from stigmalint.packs.authority import in_short
from stigmalint.packs.model import Conditions, Example, Pack, Term, Wordlists
from stigmalint.packs.notation import in_print

INDEX = "README.md"

_SIGNS = re.compile(r"([\\`*_\[\]<>|])")
_PAIR = re.compile(r"(?<![\w/])([\w’'-]+)/([\w’'-]+)(?![\w/])")
_SEVERITY = {
    Severity.ERROR: "**error**: every guide advises against it",
    Severity.WARNING: "**warning**: most guides advise against it",
    Severity.ADVICE: "**advice**: guides differ, or it depends",
}
_MADE = "<!-- Made from the wordlists by “stigmalint packs pages”; change those, not this page. -->"


def pages(wordlists: Wordlists) -> dict[str, str]:
    """A page for each pack and one that lists them, by file name."""
    made = {f"{pack.name}.md": "\n".join(_page(pack, wordlists.sources)) for pack in wordlists.packs}
    return {INDEX: "\n".join(_index(wordlists)), **made}


def _index(wordlists: Wordlists) -> Iterator[str]:
    yield from (_MADE, "", "# What stigmalint looks for", "", "| wordlist | terms | about |", "|---|---|---|")
    for pack in wordlists.packs:
        yield f"| [{pack.name}]({pack.name}.md) | {len(pack.terms)} | {_plain(pack.title)} |"
    yield ""


def _page(pack: Pack, sources: Mapping[str, Source]) -> Iterator[str]:
    yield from (_MADE, "", f"# {_plain(pack.title)}", "")
    yield from (f"The wordlist `{pack.name}`. [All wordlists]({INDEX}) · [Settings](../settings.md)", "")
    for term in pack.terms:
        yield f"- [{term.id}](#{term.id})"
    yield ""
    for term in pack.terms:
        yield from _term(term, sources)


def _term(term: Term, sources: Mapping[str, Source]) -> Iterator[str]:
    yield from (f"## {term.id}", "", _plain(term.why), "")
    if term.wordings:
        yield f"- Wordings: {'; '.join(_plain(in_print(wording)) for wording in term.wordings)}"
    else:
        yield f"- A rule made of: {' + '.join(_plain(need.replace('|', ' or ')) for need in term.needs)}"
    if term.only_if != Conditions():
        yield "- Only where the words around it give it this sense; the examples show which."
    if term.kind is not Kind.SUPPORT:
        yield f"- Severity: {_SEVERITY[term.severity]}"
    if term.identity_first:
        yield "- Left alone with the setting `identity-first = true`."
    if term.principle:
        yield f"- Principle: {_plain(term.principle)}"
    yield from _instead(term)
    yield f"- Who says so: {_plain(in_short(term, sources))}"
    yield from (f"  - {_cited(sources[id])}" for id in term.sources)
    yield ""
    yield from _examples(term)


def _instead(term: Term) -> Iterator[str]:
    """What to write, in the singular or the base form."""
    texts = [_plain(in_print(_PAIR.sub(r"\1", text))) for text in term.prefer]
    if texts:
        yield f"- Write: {'; or: '.join(texts)}"
    if term.instead:
        yield f"- {'Instead' if not texts else 'Or'}: {_plain(term.instead)}"


def _cited(source: Source) -> str:
    label = _plain(source.label)
    return f"[{label}]({source.url.replace('(', '%28').replace(')', '%29')})" if source.url else label


def _examples(term: Term) -> Iterator[str]:
    title = "Reported as a strength:" if term.kind is Kind.SUPPORT else "Flagged:"
    yield from (title, "")
    for example in term.flag:
        yield f"- {_marked(example)}{f' → {_plain(example.rewritten)}' if example.rewritten else ''}"
    yield from ("", "Not flagged:", "")
    yield from (f"- {_plain(example.text)}" for example in term.passes)
    yield ""


def _marked(example: Example) -> str:
    """The sentence with the words found in bold."""
    done, rest = "", example.text
    for words in example.matched:
        before, match, rest = rest.partition(words)
        done += f"{_plain(before)}**{_plain(match)}**"
    return done + _plain(rest)


def _plain(text: str) -> str:
    """The text as Markdown that shows it as it is."""
    return _SIGNS.sub(r"\\\1", text)
