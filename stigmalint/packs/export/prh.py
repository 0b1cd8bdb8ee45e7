"""Turn packs into rules for prh, which textlint runs.

The surprise: a rule of prh is a replacement and nothing else, so a term without one, or with a condition, stays behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stigmalint.packs.export import Exported, Loss
from stigmalint.packs.export.literal import LIMITS, Literal, Plain, plain_terms
from stigmalint.packs.export.yaml import expression, scalar
from stigmalint.packs.model import Conditions, Term
from stigmalint.packs.vocabulary import Vocabulary

FILE = "stigmalint.prh.yml"
_USAGE = f'Name the file in your .textlintrc: `{{ "rules": {{ "prh": {{ "rulePaths": ["{FILE}"] }} }} }}`.\n\n{LIMITS}'


def write(vocabulary: Vocabulary, packs: Sequence[str]) -> Exported:
    """One file of rules, those for longer words first."""
    terms = [_replaceable(plain) for plain in plain_terms(vocabulary, packs)]
    pairs = [(plain.compiled.term, literal) for plain in terms for literal in plain.literals]
    pairs.sort(key=lambda pair: -len(pair[1].text))
    text = "\n".join(["version: 1", "rules:", *(line for term, literal in pairs for line in _rule(term, literal))]) + "\n"
    return Exported({FILE: text}, tuple(plain.loss for plain in terms if plain.loss), len(terms), _USAGE)


def _replaceable(plain: Plain) -> Plain:
    """The term as far as prh can replace it."""
    term = plain.compiled.term
    kept = tuple(literal for literal in plain.literals if literal.instead) if term.only_if == Conditions() else ()
    if len(kept) == len(plain.literals):
        return plain
    what = plain.loss.what if plain.loss else ()
    if term.only_if == Conditions():
        what = (*what, "words for which there is no replacement")
    return replace(plain, literals=kept, loss=Loss(term.id, what, whole=not kept))


def _rule(term: Term, literal: Literal) -> Iterator[str]:
    yield f"  - expected: {scalar(literal.instead[0])}"
    pattern = rf"/(?<![\w-]){expression(literal.text)}(?![\w-])/" + ("" if term.exact_case else "i")
    yield f"    pattern: {scalar(pattern)}"
    yield f"    prh: {scalar(f'{term.why} ({term.id})')}"
