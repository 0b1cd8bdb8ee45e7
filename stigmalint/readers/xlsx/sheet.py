"""Turn the cells of a sheet into paragraphs that know their address and the heads of their column and row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from stigmalint.document import BlockKind, Place
from stigmalint.readers.office.names import Element, number, short, tags
from stigmalint.readers.office.package import Package
from stigmalint.readers.office.writing import Run, Writer

Shared: TypeAlias = Sequence[str]
"""The texts that cells refer to by their number."""

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
_CODES = re.compile(r'&(?:"[^"]*"|[A-Za-z]|\d{1,3}|&)')
"""What stands in a header for a font, a page number or the date."""
_PAGES = ("odd", "even", "first")
_MARGINS = {
    **{f"x:{page}Header": BlockKind.HEADER for page in _PAGES},
    **{f"x:{page}Footer": BlockKind.FOOTER for page in _PAGES},
}
_TEXTS = ("x:t", "tc:text")


def shared_texts(package: Package, part: str) -> Shared:
    """The list of texts that all sheets share."""
    events = package.events(part, tags(["x:si"]), ("x:si",), "x:sst")
    ended = (element for event, element in events if event == "end" and _is(element, "x:si"))
    return ["".join(text for text, _ in text_runs(element)) for element in ended]


def text_runs(element: Element) -> Iterator[Run]:
    """The runs of a text; how it is pronounced (in Japanese) is left out."""
    for each in element.iter():
        parent = each.getparent()
        if short(each.tag) in _TEXTS and (parent is None or short(parent.tag) != "x:rPh"):
            yield each.text or "", None


def read_cells(package: Package, part: str, sheet: str, shared: Shared, writer: Writer) -> None:
    """Put down the text of every cell of a sheet."""
    column_heads: dict[str, str] = {}
    head_row, row, row_head = "", "", ""
    for event, element in package.events(part, tags(["x:c", *_MARGINS]), ("x:row",), "x:worksheet"):
        if event == "end" and (margin := _MARGINS.get(short(element.tag))):
            writer.add([(_CODES.sub(" ", element.text or ""), None)], margin, Place(part=f"{sheet}, {margin}"))
        if event != "end" or not _is(element, "x:c"):
            continue
        address = element.get("r", "")
        found = _ADDRESS.match(address)
        text = _text(element, shared)
        if not found or not text.strip():
            continue
        column = found[1]
        head_row = head_row or found[2]
        if found[2] != row:
            row, row_head = found[2], ""
        place = Place(part=f"{sheet}, cell {address}")
        head = column_heads.get(column, "") if row != head_row else ""
        shown = writer.add([(text, None)], BlockKind.TABLE_CELL, place, column_head=head, row_head=row_head)
        if row == head_row:
            column_heads[column] = shown
        row_head = row_head or shown


def _text(cell: Element, shared: Shared) -> str:
    """The text in a cell; nothing for a number or a date."""
    kind = cell.get("t", "")
    if kind == "inlineStr":
        return "".join(text for text, _ in text_runs(cell))
    value = next((each.text or "" for each in cell if _is(each, "x:v")), "")
    if kind != "s":
        return value if kind == "str" else ""
    index = number(value, -1)
    return shared[index] if 0 <= index < len(shared) else ""


def _is(element: Element, name: str) -> bool:
    return short(element.tag) == name
