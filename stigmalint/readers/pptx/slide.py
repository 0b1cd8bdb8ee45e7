"""Turn one slide, or its notes, into paragraphs with their places: title, text, table cells, texts shown instead of pictures."""

from __future__ import annotations

from collections.abc import Iterator

from stigmalint.document import BlockKind, MarkKind, Place
from stigmalint.readers.office.embedded import gap_of
from stigmalint.readers.office.grid import Grid
from stigmalint.readers.office.names import Element, child, number, short
from stigmalint.readers.office.parse import walked
from stigmalint.readers.office.writing import Run, Writer

_TITLES = frozenset({"title", "ctrTitle"})
_LEFT_OUT = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
_BREAKS = {"a:br": "\n", "a:tab": "\t"}


class Slide:
    """A slide being read. ``title`` is known once it has been."""

    def __init__(self, root: Element, part: str, writer: Writer, title: tuple[str, ...] = ()) -> None:
        self.part, self.title = part, title
        self.gaps: list[str] = []
        self._root, self._writer = root, writer
        self._tables = 0
        self._paragraphs = 0
        self._lead_in = ""

    def read(self) -> None:
        """Go through the shapes in their order; those of a group come with it."""
        if not self.title:
            self.title = self._found_title()
        for element in walked(self._root):
            name = short(element.tag)
            if name == "p:cNvPr":
                self._alternative(element)
            elif name == "p:txBody":
                self._body(element)
            elif name == "a:tbl":
                self._table(element)
            elif name == "p:oleObj" and not self.gaps and (gap := gap_of(element.get("progId", ""))):
                self.gaps.append(f"{self.part.capitalize()}: {gap}")

    def _found_title(self) -> tuple[str, ...]:
        for element in self._root.iter():
            if short(element.tag) == "p:ph" and element.get("type") in _TITLES:
                body = child(_shape(element), "p:txBody")
                text = " ".join("".join(text for text, _ in runs_of(body)).split()) if body is not None else ""
                if text:
                    return (text,)
        return ()

    def _alternative(self, element: Element) -> None:
        for key in ("title", "descr"):
            self._writer.add([(element.get(key, ""), None)], BlockKind.ALT_TEXT, Place(part=self.part, heading=self.title))

    def _body(self, body: Element) -> None:
        """The text of one shape."""
        kind = _placeholder(body)
        if kind in _LEFT_OUT:
            return
        self._lead_in = ""
        for paragraph in body:
            if short(paragraph.tag) == "a:p":
                self._paragraph(paragraph, is_title=kind in _TITLES)

    def _paragraph(self, paragraph: Element, *, is_title: bool) -> None:
        """A paragraph; a deeper one is an item of what the one above it introduces."""
        if is_title:
            self._writer.add(runs_of(paragraph), BlockKind.HEADING, Place(part=f"{self.part}, title"))
            return
        properties = child(paragraph, "a:pPr")
        deeper = properties is not None and number(properties.get("lvl", "0")) > 0
        runs = list(runs_of(paragraph))
        self._paragraphs += any(text.strip() for text, _ in runs)
        place = Place(part=self.part, heading=self.title, paragraph=self._paragraphs)
        if deeper:
            self._writer.add(runs, BlockKind.LIST_ITEM, place, lead_in=self._lead_in)
        else:
            self._lead_in = self._writer.add(runs, BlockKind.PARAGRAPH, place) or self._lead_in

    def _table(self, table: Element) -> None:
        self._tables += 1
        grid = Grid(self._tables)
        for row in table:
            if short(row.tag) == "a:tr":
                grid.start_row()
                for cell in row:
                    if short(cell.tag) == "a:tc":
                        self._cell(cell, grid)

    def _cell(self, cell: Element, grid: Grid) -> None:
        grid.start_cell()
        place = Place(part=self.part, heading=self.title, cell=grid.address)
        for paragraph in cell.iter():
            if short(paragraph.tag) == "a:p":
                grid.add(self._writer.add(runs_of(paragraph), BlockKind.TABLE_CELL, place, **grid.heads))


def runs_of(element: Element) -> Iterator[Run]:
    """The runs below a paragraph (or in an element that holds its text itself)."""
    if short(element.tag) in ("p:text", "c:v"):
        yield element.text or "", None
    for each in walked(element):
        name = short(each.tag)
        if name == "a:t":
            yield each.text or "", _mark(each)
        elif name in _BREAKS:
            yield _BREAKS[name], None


def _mark(text: Element) -> MarkKind | None:
    run = text.getparent()
    properties = child(run, "a:rPr")
    if properties is None:
        return None
    if child(properties, "a:hlinkClick") is not None:
        return MarkKind.LINK
    return MarkKind.STRONG if properties.get("b") == "1" else None


def _placeholder(body: Element) -> str:
    """What a shape stands for in the design: ``title``, ``sldNum``; empty for one of the author's own."""
    shape = body.getparent()
    found = next((each for each in shape.iter() if short(each.tag) == "p:ph"), None) if shape is not None else None
    return found.get("type", "body") if found is not None else ""


def _shape(placeholder: Element) -> Element | None:
    """The shape that a placeholder's description belongs to."""
    element: Element | None = placeholder
    while element is not None and short(element.tag) != "p:sp":
        element = element.getparent()
    return element
