"""Turn a term into the plain words that any tool can look for, each with what to write, and say what that leaves out.

The surprise: a word that may be left out is left out; a wording that needs a word class or a gap cannot be written as words.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stigmalint.findings import Kind, Rewrite
from stigmalint.packs.compiled import CompiledTerm, Pattern
from stigmalint.packs.export import Loss
from stigmalint.packs.model import Conditions
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.packs.wording import Element, Slot, Word

LIMITS = (
    "Words to write fit the number and tense found; an *a* or *an* before them is not put right.\n"
    "Terms of the kind *support*, which note what is good in a document, are not written at all."
)

_MOST = 400
"""A wording with more combinations of forms than this is left out."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Words to look for, in small letters unless they are an abbreviation, and what can be written instead, the best first."""

    text: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """A term as plain words, the longest first, with what that loses."""

    compiled: CompiledTerm
    literals: tuple[Literal, ...]
    loss: Loss | None


def plain_terms(vocabulary: Vocabulary, packs: Sequence[str]) -> Iterator[Plain]:
    """The terms of the packs, those that help apart, since they are nothing to look for."""
    patterns: dict[int, list[Pattern]] = {}
    for pattern in vocabulary.patterns:
        if not pattern.is_part:
            patterns.setdefault(pattern.owner, []).append(pattern)
    for number, compiled in enumerate(vocabulary.terms):
        if compiled.term.pack in packs and compiled.term.kind is not Kind.SUPPORT:
            yield _plain(compiled, patterns.get(number, []))


def _plain(compiled: CompiledTerm, patterns: Sequence[Pattern]) -> Plain:
    found: dict[str, str] = {}
    dropped = 0
    for pattern in patterns:
        texts = _texts(pattern)
        dropped += not texts
        for text, tag in texts.items():
            found.setdefault(text, tag)
    ordered = sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
    literals = tuple(Literal(text, _instead(compiled, tag)) for text, tag in ordered)
    what = tuple(_losses(compiled, dropped, len(patterns)))
    return Plain(compiled, literals, Loss(compiled.term.id, what, whole=not literals) if what else None)


def _texts(pattern: Pattern) -> dict[str, str]:
    """Each form of a wording with its tag; nothing when it cannot be written as words."""
    choices = [_choices(element) for element in pattern.elements]
    if not all(choices) or _product(map(len, choices)) > _MOST:
        return {}
    capitals = {word.lower(): word for word in pattern.exact}
    texts: dict[str, str] = {}
    for parts in itertools.product(*choices):
        words = " ".join(form for form, _ in parts).split()
        texts.setdefault(" ".join(capitals.get(word, word) for word in words), next((tag for _, tag in parts if tag), ""))
    return texts


def _choices(element: Element) -> list[tuple[str, str]]:
    """What an element may be, as (words, tag)."""
    if isinstance(element, Word):
        return [*element.forms.items(), *([("", "")] if element.optional else [])]
    return [("", "")] if isinstance(element, Slot) and element.optional else []


def _product(numbers: Iterator[int]) -> int:
    total = 1
    for number in numbers:
        total *= number
    return total


def _instead(compiled: CompiledTerm, tag: str) -> tuple[str, ...]:
    """What can be written for a form, without what needs a word of the text."""
    if compiled.term.rewrite is not Rewrite.WORDING:
        return ()
    texts = (_form(offer, tag) for offer in compiled.offers)
    return tuple(text for text in texts if "{" not in text)


def _form(offer: Mapping[str, str], tag: str) -> str:
    return offer.get(tag) or offer.get("sg") or offer["VB"]


def _losses(compiled: CompiledTerm, dropped: int, wordings: int) -> Iterator[str]:
    term = compiled.term
    if term.needs:
        yield f"a rule made of parts ({' + '.join(term.needs)})"
    if dropped:
        yield f"{dropped} of {wordings} wordings, which need word classes or gaps"
    elif any("?}" in wording for wording in term.wordings):
        yield "words of a class that may stand inside the wording"
    if term.only_if != Conditions():
        yield "the condition that makes it this sense (only_if)"
    if term.not_if != Conditions():
        yield "the conditions under which it passes (not_if)"
    unfit = sum("{" in text for text in term.prefer)
    if unfit:
        yield f"{unfit} of {len(term.prefer)} suggestions, which repeat a word of the text"
    if term.attributive or term.possessive:
        yield "the wording before another noun or with a possessive"
