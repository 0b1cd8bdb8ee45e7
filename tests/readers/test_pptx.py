"""PowerPoint: slides in their order, titles, items, tables, notes, comments; what the design brings is left out."""

from __future__ import annotations

from stigmalint.document import BlockKind, Document
from stigmalint.readers.pptx import read
from stigmalint.reporters.places import in_words
from tests.readers.found import block_with
from tests.readers.office_builder import pptx, shape, slide_paragraph, xml


def parse(*slides: str, **more: object) -> Document:
    return read(pptx(*slides, **more), "talk.pptx")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


def test_a_slide_has_a_title_and_items_that_something_introduces() -> None:
    document = parse(
        shape(slide_paragraph("House rules"), placeholder="title")
        + shape(
            slide_paragraph("Guests must not"), slide_paragraph("come late", 1), slide_paragraph("shout", 1), placeholder="body"
        )
    )
    assert kinds(document) == [
        ("heading", "House rules"), ("paragraph", "Guests must not"), ("list item", "come late"), ("list item", "shout"),
    ]  # fmt: skip
    item = block_with(document, "come late")
    assert (item.lead_in, item.place.heading, item.place.part) == ("Guests must not", ("House rules",), "slide 1")
    assert in_words(item.place) == "slide 1, paragraph 2"
    assert in_words(block_with(document, "House rules").place) == "slide 1, title"


def test_slides_come_as_the_presentation_orders_them() -> None:
    document = parse(shape(slide_paragraph("written first")), shape(slide_paragraph("shown first")), order=[2, 1])
    assert [(block.text, block.place.part) for block in document.blocks] == [
        ("shown first", "slide 1"),
        ("written first", "slide 2"),
    ]


def test_what_the_design_brings_is_left_out() -> None:
    document = parse(shape(slide_paragraph("7"), placeholder="sldNum") + shape(slide_paragraph("May 2020"), placeholder="dt"))
    assert document.blocks == ()


def test_a_table_has_addresses_and_heads() -> None:
    rows = [["Who", "What"], ["Guests", "Must go"]]
    cell = "<a:tc><a:txBody>{}</a:txBody></a:tc>"
    table = "".join(f"<a:tr>{''.join(cell.format(slide_paragraph(text)) for text in row)}</a:tr>" for row in rows)
    document = parse(f"<p:graphicFrame><a:graphic><a:tbl>{table}</a:tbl></a:graphic></p:graphicFrame>")
    last = block_with(document, "Must go")
    assert (last.kind, last.place.cell, last.column_head, last.row_head) == (BlockKind.TABLE_CELL, (1, 2, 2), "What", "Guests")
    assert in_words(last.place) == "slide 1, table 1, row 2, column 2"


def test_notes_comments_and_pictures_are_read() -> None:
    notes = xml(
        "p:notes", shape(slide_paragraph("Say it kindly"), placeholder="body") + shape(slide_paragraph("3"), placeholder="sldNum")
    )
    comments = xml("p:cmLst", "<p:cm><p:text>Must we?</p:text></p:cm>")
    chart = xml("c:chartSpace", "<c:v>Relapses</c:v><c:v>Relapses</c:v><c:numCache><c:v>17</c:v></c:numCache>")
    document = parse(
        shape(slide_paragraph("Text"), alternative="A closed door"),
        beside={
            "notesSlides/n.xml": ("notesSlide", notes),
            "comments/c.xml": ("comments", comments),
            "charts/c.xml": ("chart", chart),
        },
    )
    assert [(block.kind.value, block.text, block.place.part) for block in document.blocks] == [
        ("alt text", "A closed door", "slide 1"),
        ("paragraph", "Text", "slide 1"),
        ("paragraph", "Say it kindly", "slide 1, notes"),
        ("comment", "Must we?", "slide 1, comment"),
        ("text box", "Relapses", "slide 1, chart"),
    ]


def test_what_is_there_twice_for_older_programs_is_read_once() -> None:
    twice = shape(slide_paragraph("once"))
    document = parse(
        f"<mc:AlternateContent><mc:Choice>{twice}</mc:Choice><mc:Fallback>{twice}</mc:Fallback></mc:AlternateContent>"
    )
    assert [block.text for block in document.blocks] == ["once"]


def test_an_embedded_file_and_a_damaged_slide_are_named() -> None:
    document = parse(shape(slide_paragraph("one")) + '<p:oleObj progId="Excel.Sheet.12"/>', "<broken>")
    assert [block.text for block in document.blocks] == ["one"]
    assert document.gaps[0].startswith("Slide 1: An embedded file (Excel.Sheet.12) was not read")
    assert document.gaps[1].startswith("Slide 2: The part ppt/slides/slide2.xml is damaged")
