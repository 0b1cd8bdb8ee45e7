"""Turn a block's text and the findings in it into stretches, each of which looks the same from end to end.

The surprise: findings may overlap (a word to change inside a rule), so marks are never nested; the text is cut at every border.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stigmalint.document import Mark, MarkKind, Span
from stigmalint.findings import Kind, Severity
from stigmalint.reporters.page.cards import Card

LONG = 6_000
"""Characters from which on a block is shown only in part."""
_ROOM = 1_000
"""Characters then shown on each side of a finding, or of the beginning where there is none."""
_WORD = 40
"""Characters by which a cut may move so that it is between words."""
_STYLES = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "emphasis", MarkKind.CODE: "code", MarkKind.ADDRESS: "address"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text with the classes of its look, and the cards of the findings that end with it."""

    text: str
    classes: str = ""
    marked: bool = False
    ends: tuple[Card, ...] = ()
    left_out: int = 0
    """Instead of text: so many characters of the document that are not shown."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a text the words of a card stand."""

    span: Span
    card: Card


def stretches(text: str, spots: Sequence[Spot], marks: Iterable[Mark] = ()) -> tuple[Stretch, ...]:
    """All of a text of ordinary length; of a very long one what stands around its findings."""
    drawn = [mark for mark in marks if mark.kind in _STYLES]
    made: list[Stretch] = []
    at = 0
    for window in _windows(text, [spot.span for spot in spots]):
        if window.start > at:
            made.append(Stretch("", left_out=window.start - at))
        made.extend(_within(text, window, spots, drawn))
        at = window.end
    return (*made, Stretch("", left_out=len(text) - at)) if at < len(text) else tuple(made)


def _windows(text: str, spans: Sequence[Span]) -> list[Span]:
    """What is shown of a text, in order and apart, cut between words."""
    if len(text) <= LONG:
        return [Span(0, len(text))]
    windows: list[Span] = []
    for span in sorted(spans) or [Span(0, 0)]:
        start = _between_words(text, max(span.start - _ROOM, 0))
        end = _between_words(text, min(span.end + _ROOM, len(text)))
        if windows and windows[-1].end >= start:
            last = windows.pop()
            start, end = last.start, max(last.end, end)
        windows.append(Span(start, end))
    return windows


def _between_words(text: str, at: int) -> int:
    """The beginning of the word at ``at``, unless that is far; the ends of the text stay where they are."""
    space = text.rfind(" ", max(at - _WORD, 0), at) if at < len(text) else -1
    return at if space < 0 else space + 1


def _within(text: str, window: Span, spots: Sequence[Spot], marks: Sequence[Mark]) -> Iterable[Stretch]:
    inside = [spot for spot in spots if window.covers(spot.span)]
    drawn = [mark for mark in marks if mark.span.overlaps(window)]
    spans = [*(spot.span for spot in inside), *(mark.span for mark in drawn), window]
    borders = sorted({at for span in spans for at in (span.start, span.end) if window.start <= at <= window.end})
    for start, end in pairwise(borders):
        span = Span(start, end)
        over = [spot for spot in inside if spot.span.covers(span)]
        styles = [_STYLES[mark.kind] for mark in drawn if mark.span.covers(span)]
        ends = tuple(spot.card for spot in inside if spot.span.end == end)
        yield Stretch(text[start:end], " ".join([*_look(over), *dict.fromkeys(styles)]), bool(over), ends)


def _look(over: Sequence[Spot]) -> list[str]:
    """The classes of a stretch: its most severe wording, and the most severe rule that it is part of."""
    findings = [spot.card.finding for spot in over]
    rules = [finding for finding in findings if finding.kind is Kind.PROVISION]
    wordings = [finding for finding in findings if finding.kind in (Kind.TERM, Kind.FRAMING)]
    looks = [_worst(each.severity for each in wordings)] if wordings else []
    looks += ["rule", f"rule-{_worst(each.severity for each in rules)}"] if rules else []
    return looks + (["support"] if any(finding.kind is Kind.SUPPORT for finding in findings) else [])


def _worst(severities: Iterable[Severity]) -> str:
    return min(severities, key=list(Severity).index).value
