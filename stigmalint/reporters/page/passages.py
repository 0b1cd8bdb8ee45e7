"""Turn a document and its cards into passages: text on one side, and beside it the cards that belong to it.

The surprise: a long document is not shown whole. What is far from any finding is folded, or beyond a bound left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from stigmalint.document import Block, BlockKind, Document
from stigmalint.reporters.page.cards import Card
from stigmalint.reporters.page.stretches import LONG, Spot, Stretch, stretches

SHORT = 60
"""Rows up to which a document is shown whole."""
_NEAR = 2
"""Rows shown before and after one with findings."""
_FOLD = 4
"""Fewer rows than this are not worth folding."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block as the page shows it: its kind in one word, what it is called where it is not the body, and its text."""

    kind: str
    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side: the cells of a table's row, or a single block. ``page`` is set where a page of a PDF begins."""

    lines: tuple[Line, ...]
    is_table: bool
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Rows, the last of which has the ``cards`` beside it, and the rows without findings that follow it."""

    rows: tuple[Row, ...]
    cards: tuple[Card, ...] = ()
    rest: tuple[Row, ...] = ()
    is_fold: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows without findings, far from any; ``rows`` is empty where they are left out."""

    count: int
    rows: tuple[Row, ...]
    is_fold: ClassVar[bool] = True


@dataclass(slots=True)
class Room:
    """How many characters of folded text the page may still take."""

    characters: int

    def take(self, blocks: Iterable[Block]) -> bool:
        """Whether these blocks fit; if so they count."""
        needed = sum(min(len(block.text), LONG) for block in blocks)
        if needed > self.characters:
            return False
        self.characters -= needed
        return True


@dataclass(frozen=True, slots=True)
class _Strip:
    """The blocks of a row, with the cards of each."""

    blocks: tuple[tuple[Block, tuple[Card, ...]], ...]
    page: int | None

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(card for _, cards in self.blocks for card in cards)

    @property
    def is_heading(self) -> bool:
        return self.blocks[0][0].kind is BlockKind.HEADING

    @property
    def table(self) -> tuple[object, ...] | None:
        """Which table it is a row of."""
        return _table_of(self.blocks[0][0])

    @property
    def row(self) -> Row:
        return Row(tuple(_line(*each) for each in self.blocks), self.table is not None, self.page)


def passages(document: Document, cards: Sequence[Card], room: Room) -> list[Passage | Fold]:
    """The text of a document from its beginning to its end."""
    strips = _strips(document, cards)
    shown = _shown(strips)
    made: list[Passage | Fold] = []
    for is_shown, run in groupby(zip(shown, strips, strict=True), key=lambda each: each[0]):
        group = [strip for _, strip in run]
        if is_shown:
            made.extend(_split(group))
        else:
            fits = room.take(block for strip in group for block, _ in strip.blocks)
            made.append(Fold(len(group), tuple(strip.row for strip in group) if fits else ()))
    return made


def quoted(cards: Iterable[Card]) -> list[Passage | Fold]:
    """The sentences of the findings, where the document itself was not kept."""
    return [
        Passage(
            (Row((Line("paragraph", "", stretches(finding.sentence, [Spot(finding.sentence_span, card)])),), False),), (card,)
        )
        for card in cards
        for finding in [card.finding]
    ]


def _strips(document: Document, cards: Sequence[Card]) -> list[_Strip]:
    of_block: dict[int, list[Card]] = {}
    for card in cards:
        of_block.setdefault(card.finding.block, []).append(card)
    numbered = enumerate(document.blocks)
    page: int | None = None
    strips: list[_Strip] = []
    for _, group in groupby(numbered, key=lambda each: _row_of(each[0], each[1])):
        blocks = tuple((block, tuple(of_block.get(number, ()))) for number, block in group)
        new = blocks[0][0].place.page
        strips.append(_Strip(blocks, new if new != page else None))
        page = new
    return strips


def _row_of(number: int, block: Block) -> tuple[object, ...]:
    """What blocks of one row have in common."""
    cell = block.place.cell
    return (number,) if cell is None else (_table_of(block), cell[1])


def _table_of(block: Block) -> tuple[object, ...] | None:
    cell = block.place.cell
    return None if cell is None else (block.place.part, block.place.page, cell[0])


def _shown(strips: Sequence[_Strip]) -> list[bool]:
    """Which rows are shown openly."""
    if len(strips) <= SHORT:
        return [True] * len(strips)
    shown = [False] * len(strips)
    for at, strip in enumerate(strips):
        if strip.cards:
            for near in range(max(at - _NEAR, 0), min(at + _NEAR + 1, len(strips))):
                shown[near] = True
    at = 0
    for is_shown, run in groupby(list(shown)):
        length = len(list(run))
        if not is_shown and length < _FOLD:
            shown[at : at + length] = [True] * length
        at += length
    return shown


def _split(strips: Sequence[_Strip]) -> list[Passage]:
    """Passages that each begin with what has findings; the heading, or the rows of its table, right above go with it."""
    groups: list[list[_Strip]] = [[]]
    for strip in strips:
        if strip.cards:
            groups.append([*_taken_along(groups[-1], strip), strip])
        else:
            groups[-1].append(strip)
    return [_passage(group) for group in groups if group]


def _passage(strips: Sequence[_Strip]) -> Passage:
    rows = tuple(strip.row for strip in strips)
    last = next((at for at, strip in enumerate(strips, start=1) if strip.cards), len(strips))
    return Passage(rows[:last], strips[last - 1].cards, rows[last:])


def _taken_along(group: list[_Strip], strip: _Strip) -> list[_Strip]:
    """Takes from the end of a group what has no findings and belongs to ``strip``: headings, and rows of the same table."""
    taken: list[_Strip] = []
    while group and not group[-1].cards and (group[-1].is_heading or group[-1].table == strip.table is not None):
        taken.insert(0, group.pop())
    return taken


_BODY = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.QUOTATION, BlockKind.CODE}


def _line(block: Block, cards: Sequence[Card]) -> Line:
    label = block.place.part or ("" if block.kind in _BODY else block.kind.value)
    spots = [Spot(card.finding.span, card) for card in cards]
    return Line(block.kind.value.replace(" ", "-"), label, stretches(block.text, spots, block.marks))
