"""Turn a place into the words with which one person sends another there: “page 4, paragraph 2”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stigmalint.document import Place

STEP = " › "
"""Between a heading and what stands below it."""


def in_words(place: Place) -> str:
    """Where to look. Of the headings only the innermost is named; a page or a line says it shorter."""
    if place.line is not None:
        line = _counted(line=place.line, column=place.column)
        return f"{place.part} ({line})" if place.part else line
    if place.page is not None:
        return _joined(_counted(page=place.page), place.part or "", _position(place))
    heading = f"heading “{place.heading[-1]}”" if place.heading and not place.part else ""
    return STEP.join(filter(None, (heading, _joined(place.part or "", _position(place))))) or "in the document"


def _position(place: Place) -> str:
    """The table cell, else the author's own number of an item under a heading, else that of the paragraph.

    The only paragraph of a footnote needs no number.
    """
    if place.cell is not None:
        table, row, column = place.cell
        return _counted(table=table, row=row, column=column)
    if place.item and place.heading and not place.part:
        return f"item {place.item.rstrip('.')}"
    return "" if place.part and place.paragraph == 1 else _counted(paragraph=place.paragraph)


def _counted(**numbers: int | None) -> str:
    return ", ".join(f"{word} {number}" for word, number in numbers.items() if number is not None)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
