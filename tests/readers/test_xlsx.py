"""Excel: the texts of cells with their address and heads, comments and text boxes; numbers are no prose."""

from __future__ import annotations

import pytest

from stigmalint.document import Document
from stigmalint.readers.xlsx import read
from stigmalint.reporters.places import in_words
from tests.readers.found import block_with
from tests.readers.office_builder import slide_paragraph, xlsx, xml

CELLS = {"A1": "Who", "B1": "What", "A2": "Guests", "B2": "Must go", "C2": "=17", "A3": "Staff", "B3": "Must go"}


def parse(cells: dict[str, str], **more: object) -> Document:
    return read(xlsx(cells, **more), "rules.xlsx")


@pytest.mark.parametrize("inline", [False, True], ids=["shared", "inline"])
def test_cells_have_their_address_and_heads(inline: bool) -> None:
    document = parse(CELLS, inline=inline)
    assert [block.text for block in document.blocks] == ["Who", "What", "Guests", "Must go", "Staff", "Must go"]
    cell = document.blocks[3]
    assert (cell.kind.value, cell.column_head, cell.row_head) == ("table cell", "What", "Guests")
    assert in_words(cell.place) == "sheet “Rules”, cell B2"
    assert document.blocks[5].row_head == "Staff"


def test_comments_and_boxes_are_read() -> None:
    comments = xml(
        "x:comments", '<x:commentList><x:comment ref="B2"><x:text><x:r><x:t>Why?</x:t></x:r></x:text></x:comment></x:commentList>'
    )
    drawing = xml(
        "xdr:wsDr", f'<xdr:sp><xdr:cNvPr descr="A door"/><xdr:txBody>{slide_paragraph("In a box")}</xdr:txBody></xdr:sp>'
    )
    document = parse({"A1": "Who"}, beside={"comments1.xml": ("comments", comments), "drawings/d.xml": ("drawing", drawing)})
    assert [(block.kind.value, block.text, in_words(block.place)) for block in document.blocks] == [
        ("table cell", "Who", "sheet “Rules”, cell A1"),
        ("comment", "Why?", "sheet “Rules”, comment on cell B2"),
        ("alt text", "A door", "sheet “Rules”"),
        ("text box", "In a box", "sheet “Rules”, text box"),
    ]


def test_a_cell_with_lines_is_one_block_without_them() -> None:
    block = block_with(parse({"A1": "Guests\nmust  go"}), "must")
    assert block.text == "Guests must go"


def test_headers_and_footers_come_without_their_codes() -> None:
    header = '<x:oddHeader>&amp;C&amp;"Arial,Bold"&amp;12Clean and sober</x:oddHeader>'
    document = parse({"A1": "Who"}, after=f"<x:headerFooter>{header}<x:oddFooter>Page &amp;P</x:oddFooter></x:headerFooter>")
    assert [(block.kind.value, block.text, in_words(block.place)) for block in document.blocks][1:] == [
        ("header", "Clean and sober", "sheet “Rules”, header"),
        ("footer", "Page", "sheet “Rules”, footer"),
    ]


def test_a_damaged_sheet_is_named() -> None:
    document = parse({"A1": "Who"}, after="<broken")
    assert document.gaps[0].startswith("Sheet “Rules”: The part xl/worksheets/sheet1.xml is damaged")
