"""Turn packs into a style for Vale: a folder with a rule for each term.

The surprise: a term that depends on the words around it becomes a mere suggestion without a replacement, since Vale cannot
tell its senses apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stigmalint.findings import Severity
from stigmalint.packs.export import Exported
from stigmalint.packs.export.literal import LIMITS, Plain, plain_terms
from stigmalint.packs.export.yaml import expression, scalar
from stigmalint.packs.model import Conditions, Term
from stigmalint.packs.vocabulary import Vocabulary

STYLE = "stigmalint"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "suggestion"}
_USAGE = f"Put the folder `{STYLE}` into the StylesPath of your .vale.ini and name it in `BasedOnStyles = {STYLE}`.\n\n{LIMITS}"


def write(vocabulary: Vocabulary, packs: Sequence[str]) -> Exported:
    """One rule for each term that has plain words."""
    terms = list(plain_terms(vocabulary, packs))
    rules = {plain.compiled.term.id: "\n".join(_rule(plain, vocabulary)) + "\n" for plain in terms if plain.literals}
    files = {f"{STYLE}/{id}.yml": text for id, text in rules.items()}
    return Exported(files, tuple(plain.loss for plain in terms if plain.loss), len(terms), _USAGE)


def _rule(plain: Plain, vocabulary: Vocabulary) -> Iterator[str]:
    term = plain.compiled.term
    swaps = term.only_if == Conditions() and all(literal.instead for literal in plain.literals)
    yield f"extends: {'substitution' if swaps else 'existence'}"
    yield f"message: {scalar(_message(term, swaps=swaps))}"
    urls = [vocabulary.sources[id].url for id in term.sources if vocabulary.sources[id].url]
    if urls:
        yield f"link: {scalar(urls[0])}"
    yield f"level: {_LEVEL[term.severity] if term.only_if == Conditions() else 'suggestion'}"
    yield f"ignorecase: {'false' if term.exact_case else 'true'}"
    if swaps:
        yield from ("capitalize: true", "action:", "  name: replace", "swap:")
        yield from (f"  {scalar(expression(each.text))}: {scalar('|'.join(each.instead))}" for each in plain.literals)
    else:
        yield "tokens:"
        yield from (f"  - {scalar(expression(each.text))}" for each in plain.literals)


def _message(term: Term, *, swaps: bool) -> str:
    """What Vale shows; it puts the words found in the place of ``%s``."""
    said = " ".join(filter(None, [term.why, "" if swaps else term.instead])).replace("%", "%%")
    if swaps:  # Vale quotes the words to write itself, since there may be several
        return f"Consider %s instead of '%s'. {said}"
    return f"'%s': {said}" if term.only_if == Conditions() else f"'%s', where it has this sense: {said}"
