"""Turn judged matches into a row of numbers, and back with the help of the document and the wordlists.

The surprise: the words of a sentence are cut from its text again, by the places that they once had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from stigmalint.context.guards import INHERITED
from stigmalint.context.quotation import OWN_WORDS, QUOTED
from stigmalint.document import Document, Span
from stigmalint.findings import Kind, Severity
from stigmalint.judged import Judged, Stretch
from stigmalint.matching.fold import fold
from stigmalint.matching.match import Hit, Match
from stigmalint.matching.passage import Passage
from stigmalint.packs.inflect import BE, VERB_TAGS
from stigmalint.packs.model import Role
from stigmalint.packs.vocabulary import Vocabulary

_KINDS, _SEVERITIES, _ROLES = list(Kind), list(Severity), list(Role)
_NOTES = ["", QUOTED, OWN_WORDS, INHERITED]
_TAGS = ["", "sg", "pl", *VERB_TAGS, *BE]

Take = Callable[[], int]
"""Gives the next number."""


def to_numbers(judged: Iterable[Judged], vocabulary: Vocabulary) -> list[int] | None:
    """The numbers, or ``None`` where something has none: a tag or a note that only a pack of somebody's own knows."""
    numbers, classes = list[int](), [*vocabulary.classes]
    try:
        for block, together in groupby(judged, key=lambda each: (each.block, each.match.passage.span)):
            matches = list(together)
            numbers += [block[0], *_of_passage(matches[0].match.passage), len(matches)]
            for each in matches:
                numbers += _of_match(each, classes)
    except ValueError:
        return None
    return numbers


def from_numbers(numbers: Sequence[int], document: Document, vocabulary: Vocabulary) -> list[Judged] | None:
    """What ``to_numbers`` was given, or ``None`` where that does not fit the document."""
    rest, classes = iter(numbers), [*vocabulary.classes]
    try:
        return [judged for block in rest for judged in _in_sentence(block, rest.__next__, document, classes)]
    except (IndexError, StopIteration, RuntimeError):
        return None


# -- to numbers


def _of_passage(passage: Passage) -> Iterator[int]:
    yield from _of_span(passage.span)
    yield len(passage.words)
    yield from passage.starts
    yield from passage.ends


def _of_span(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _of_match(judged: Judged, classes: Sequence[str]) -> Iterator[int]:
    hit = judged.match.hit
    yield from (judged.match.term, hit.first, hit.last, _TAGS.index(hit.tag), hit.ends_in_head, len(hit.slots))
    for name, words in hit.slots.items():
        yield from (classes.index(name), *words)
    yield from (_KINDS.index(judged.kind), _SEVERITIES.index(judged.severity), _NOTES.index(judged.note), judged.supported)
    yield len(judged.parts)
    for role, stretch in judged.parts.items():
        yield from (_ROLES.index(role), stretch.text, *_of_span(stretch.span))


# -- from numbers


def _in_sentence(number: int, take: Take, document: Document, classes: Sequence[str]) -> Iterator[Judged]:
    block, span = document.blocks[number], _span(take)
    count = take()
    starts, ends = (tuple(take() for _ in range(count)) for _ in range(2))
    words = (fold(block.text[start:end]) for start, end in zip(starts, ends, strict=True))
    passage = Passage(block, span, tuple(words), starts, ends)
    for _ in range(take()):
        yield _judged(number, passage, take, classes)


def _span(take: Take) -> Span:
    return Span(take(), take())


def _judged(block: int, passage: Passage, take: Take, classes: Sequence[str]) -> Judged:
    term, first, last, tag, ends_in_head = (take() for _ in range(5))
    slots = {classes[take()]: (take(), take()) for _ in range(take())}
    match = Match(term, passage, Hit(first, last, slots, _TAGS[tag], bool(ends_in_head)))
    kind, severity, note, supported = (take() for _ in range(4))
    parts = {_ROLES[take()]: Stretch(take(), _span(take)) for _ in range(take())}
    return Judged(block, match, _KINDS[kind], _SEVERITIES[severity], _NOTES[note], parts, bool(supported))
