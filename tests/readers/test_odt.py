"""OpenDocument: headings, items, tables, notes, comments, boxes, headers; what was deleted is left out."""

from __future__ import annotations

import pytest

from stigmalint.document import Document, MarkKind
from stigmalint.errors import Unreadable
from stigmalint.readers.odt import read
from stigmalint.reporters.places import in_words
from tests.readers.docx_builder import zipped
from tests.readers.found import block_with, marked
from tests.readers.office_builder import odt, xml


def parse(body: str, **more: str) -> Document:
    return read(odt(body, **more), "rules.odt")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def test_paragraphs_stand_below_their_headings() -> None:
    document = parse(h("Rules") + p("One.") + h("Who", 2) + p("Two.") + h("Other") + p("Three."))
    assert [block.place.heading for block in document.blocks] == [(), ("Rules",), ("Rules",), ("Rules", "Who"), (), ("Other",)]
    assert in_words(block_with(document, "Two.").place) == "heading “Who” › paragraph 4"


def test_spaces_tabs_breaks_and_spans_are_text() -> None:
    document = parse(p('The <text:span>add</text:span>icts<text:s text:c="3"/>are<text:tab/>here<text:line-break/>now'))
    assert kinds(document) == [("paragraph", "The addicts are here now")]
    assert marked(parse(p("See <text:a>our page</text:a>.")).blocks[0], MarkKind.LINK) == ["our page"]


def test_items_know_what_introduces_them() -> None:
    items = "".join(f"<text:list-item>{p(text)}</text:list-item>" for text in ("being late", "being rude"))
    document = parse(p("Grounds:") + f"<text:list>{items}</text:list>" + p("The end."))
    assert kinds(document)[1:3] == [("list item", "being late"), ("list item", "being rude")]
    assert [block.lead_in for block in document.blocks] == ["", "Grounds:", "Grounds:", ""]


def test_a_table_has_addresses_and_heads() -> None:
    def row(*cells: str) -> str:
        return (
            f"<table:table-row>{''.join(f'<table:table-cell>{p(cell)}</table:table-cell>' for cell in cells)}</table:table-row>"
        )

    table = f"<table:table>{row('Who', 'What')}{row('Guests', 'Must go')}</table:table>"
    last = block_with(parse(table + p("after")), "Must go")
    assert (last.place.cell, last.column_head, last.row_head) == ((1, 2, 2), "What", "Guests")


def test_notes_comments_and_boxes_stand_apart() -> None:
    cited = "<text:note-citation>1</text:note-citation>"
    note = f'<text:note text:note-class="footnote">{cited}<text:note-body>{p("A note.")}</text:note-body></text:note>'
    comment = f"<office:annotation><dc:creator>Kim</dc:creator>{p('A comment.')}</office:annotation>"
    box = f"<draw:frame><svg:title>A door</svg:title><draw:text-box>{p('A box.')}</draw:text-box></draw:frame>"
    document = parse(p(f"Begin{note} middle{comment} end{box}."))
    assert [(block.kind.value, block.text, block.place.part) for block in document.blocks] == [
        ("footnote", "A note.", "footnote 1"),
        ("comment", "A comment.", "comment 1"),
        ("alt text", "A door", None),
        ("text box", "A box.", "text box"),
        ("paragraph", "Begin middle end.", None),
    ]


def test_what_was_deleted_is_left_out() -> None:
    deleted = f"<text:tracked-changes><text:changed-region>{p('an old word')}</text:changed-region></text:tracked-changes>"
    assert kinds(parse(deleted + p("A new word."))) == [("paragraph", "A new word.")]


def test_styles_tell_quotations_and_code() -> None:
    based = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    document = parse(p("Said.", "P1") + p("x = 1", "Preformatted_20_Text"), automatic=based)
    assert [block.kind.value for block in document.blocks] == ["quotation", "code"]


def test_headers_and_footers_are_read_once() -> None:
    inside = f"<style:header>{p('Clean and sober')}</style:header><style:footer>{p('Draft')}</style:footer>"
    page = f"<style:master-page>{inside}</style:master-page>"
    document = parse(p("Text."), styles=f"<office:master-styles>{page * 2}</office:master-styles>")
    assert kinds(document)[1:] == [("header", "Clean and sober"), ("footer", "Draft")]


def test_styles_that_are_damaged_cost_headers_only() -> None:
    document = read(zipped({"content.xml": odt_content(p("Text.")), "styles.xml": "<broken>"}), "a.odt")
    assert kinds(document) == [("paragraph", "Text.")]
    assert "styles.xml is damaged" in document.gaps[0]


def odt_content(body: str) -> str:
    return xml("office:document-content", f"<office:body><office:text>{body}</office:text></office:body>")


def test_another_zip_is_refused() -> None:
    with pytest.raises(Unreadable, match="without a document in it"):
        read(zipped({"a.txt": "x"}), "a.odt")
    with pytest.raises(Unreadable, match="document type"):
        read(zipped({"content.xml": '<!DOCTYPE x [<!ENTITY e "y">]>' + odt_content(p("&e;"))}), "a.odt")


def test_what_is_set_into_the_text_is_read_or_named() -> None:
    chart = parse(p('See<draw:object xlink:href="./Object 1"/> it.'), chart=p("Relapses by month"))
    assert [(block.kind.value, block.text, block.place.part) for block in chart.blocks] == [
        ("paragraph", "See it.", None),
        ("text box", "Relapses by month", "object in the text"),
    ]
    assert "check it as a file of its own" in parse(p("See<draw:object-ole/> it.")).gaps[0]


def test_a_protected_file_is_named() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(Unreadable, match="protected with a password"):
        read(zipped({"content.xml": b"\x00\x01", "META-INF/manifest.xml": manifest}), "a.odt")
