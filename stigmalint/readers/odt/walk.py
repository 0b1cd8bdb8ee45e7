"""Turn the elements of an OpenDocument part, as they begin and end, into paragraphs with their places.

The surprise: a note stands in the middle of the paragraph that refers to it and ends before that paragraph does; so a
paragraph is put down where it ends, and passes over what had its turn before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from stigmalint.document import BlockKind, MarkKind, Place
from stigmalint.readers.odt.styles import Styles
from stigmalint.readers.office.embedded import gap_of
from stigmalint.readers.office.grid import Grid
from stigmalint.readers.office.names import Element, attribute, number, short, tags
from stigmalint.readers.office.writing import Run, Writer

_SHAPE_NAMES = ("text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption")
_SHAPES = {f"draw:{shape}": "text box" for shape in _SHAPE_NAMES}
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_APART = {
    "text:note": "",
    "office:annotation": "comment",
    **_SHAPES,
    **{f"style:header{page}": "header" for page in ("", "-left", "-first")},
    **{f"style:footer{page}": "footer" for page in ("", "-left", "-first")},
}
_KINDS = {
    "footnote": BlockKind.FOOTNOTE,
    "endnote": BlockKind.ENDNOTE,
    "comment": BlockKind.COMMENT,
    "text box": BlockKind.TEXT_BOX,
    "header": BlockKind.HEADER,
    "footer": BlockKind.FOOTER,
}
_NUMBERED = frozenset({"footnote", "endnote", "comment"})
_UNSEEN = frozenset({"text:tracked-changes", "text:index-body", "office:forms", "text:note-citation", "text:list-header"})
_PASSED_OVER = frozenset({"text:note", "office:annotation", "svg:title", "svg:desc", "text:ruby-text", *_SHAPES})
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}
_ALTERNATIVES = frozenset({"svg:title", "svg:desc"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
TAGS = tags(
    [
        *(_PARAGRAPHS | _APART.keys() | _UNSEEN | _ALTERNATIVES | _CELLS),
        *("style:style", "text:list", "text:list-item", "table:table", "table:table-row", "draw:object", "draw:object-ole"),
    ]
)
"""The full names of the elements that a walk wants to be told of."""


@dataclass(slots=True)
class _Flow:
    """A run of paragraphs that follow each other: the body, a note, a box, a cell."""

    kind: BlockKind = BlockKind.PARAGRAPH
    part: str | None = None
    grid: Grid | None = None
    paragraphs: int = 0
    lists: int = 0
    lead_in: str = ""


class Walk:
    """Goes through one part."""

    def __init__(self, writer: Writer, styles: Styles, kind: BlockKind = BlockKind.PARAGRAPH, part: str | None = None) -> None:
        self.gaps: list[str] = []
        self.objects: list[str] = []
        """The folders of charts, tables and formulas that are set into the text."""
        self._writer, self._styles = writer, styles
        self._flows = [_Flow(kind, part)]
        self._tables: list[Grid] = []
        self._numbers = Counter[str]()
        self._headings: list[tuple[int, str]] = []
        self._unseen = 0

    def take(self, event: str, element: Element) -> None:
        """Take note of the start or the end of an element."""
        name = short(element.tag)
        if name in _UNSEEN:
            self._unseen += 1 if event == "start" else -1
        elif self._unseen:
            return
        elif event == "start":
            self._start(name, element)
        else:
            self._end(name, element)

    def _start(self, name: str, element: Element) -> None:
        flow = self._flows[-1]
        if name in _APART:
            self._apart(_APART[name] or attribute(element, "text:note-class") or "footnote")
        elif name == "text:list":
            flow.lists += 1
        elif name == "table:table":
            self._tables.append(Grid(1 + self._numbers["table"]))
            self._numbers["table"] += 1
        elif name == "table:table-row" and self._tables:
            self._tables[-1].start_row()
        elif name in _CELLS and self._tables:
            grid = self._tables[-1]
            grid.start_cell(number(attribute(element, "table:number-columns-repeated"), 1))
            kind = BlockKind.TABLE_CELL if flow.kind in (BlockKind.PARAGRAPH, BlockKind.TABLE_CELL) else flow.kind
            self._flows.append(_Flow(kind, flow.part, grid))

    def _apart(self, what: str) -> None:
        self._numbers[what] += 1
        part = f"{what} {self._numbers[what]}" if what in _NUMBERED else what
        self._flows.append(_Flow(_KINDS.get(what, BlockKind.FOOTNOTE), part))

    def _end(self, name: str, element: Element) -> None:
        if name in _PARAGRAPHS:
            self._paragraph(element, self._flows[-1])
        elif name == "style:style":
            self._styles.add(element)
        elif name in _ALTERNATIVES:
            self._writer.add([(element.text or "", None)], BlockKind.ALT_TEXT, self._place(self._flows[-1]))
        elif name == "text:list":
            self._flows[-1].lists -= 1
        elif name == "table:table" and self._tables:
            self._tables.pop()
        elif (name in _APART or (name in _CELLS and self._flows[-1].grid)) and len(self._flows) > 1:
            self._flows.pop()
        elif name == "draw:object":
            self.objects.append(attribute(element, "xlink:href").removeprefix("./"))
        elif name == "draw:object-ole" and not self.gaps:
            self.gaps.append(gap_of(""))

    def _paragraph(self, element: Element, flow: _Flow) -> None:
        """Put down a paragraph, a heading, an item or what a cell holds."""
        runs = list(_runs(element))
        text = " ".join("".join(part for part, _ in runs).split())
        if not text:
            return
        is_heading = short(element.tag) == "text:h" and flow is self._flows[0]
        level = number(attribute(element, "text:outline-level"), 1)
        if is_heading:
            self._headings = [each for each in self._headings if each[0] < level]
        flow.paragraphs += flow.grid is None
        kind = BlockKind.HEADING if is_heading else self._kind(element, flow)
        heads = flow.grid.heads if flow.grid else {}
        if kind is BlockKind.LIST_ITEM:
            heads = {**heads, "lead_in": flow.lead_in}
        self._writer.add(runs, kind, self._place(flow), **heads)
        if flow.grid:
            flow.grid.add(text)
        if is_heading:
            self._headings.append((level, text))
        if not flow.lists:
            flow.lead_in = "" if is_heading else text

    def _kind(self, element: Element, flow: _Flow) -> BlockKind:
        role = self._styles.role(attribute(element, "text:style-name"))
        if role and flow.kind in (BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.TEXT_BOX):
            return role
        return BlockKind.LIST_ITEM if flow.lists and flow.kind is BlockKind.PARAGRAPH else flow.kind

    def _place(self, flow: _Flow) -> Place:
        above = tuple(text for _, text in self._headings)
        if flow.grid:
            return Place(part=flow.part, heading=above, cell=flow.grid.address)
        return Place(part=flow.part, heading=above, paragraph=flow.paragraphs or None)


def _runs(paragraph: Element) -> Iterator[Run]:
    """The text of a paragraph, without what stands in it but is read elsewhere."""
    waiting: list[tuple[Element | None, str, MarkKind | None]] = [(paragraph, "", None)]
    while waiting:
        element, text, mark = waiting.pop()
        if element is None:
            yield text, mark
            continue
        name = short(element.tag)
        inside = MarkKind.LINK if name == "text:a" else mark
        if name == "text:s":
            yield " " * min(number(attribute(element, "text:c"), 1), 1000), mark
        elif name in _SIGNS:
            yield _SIGNS[name], mark
        yield element.text or "", inside
        for child in reversed(element):
            waiting.append((None, child.tail or "", inside))
            if short(child.tag) not in _PASSED_OVER:
                waiting.append((child, "", inside))
