"""A finding in a Word file is found again: by heading, paragraph, cell, note, header or box."""

from __future__ import annotations

import pytest

from stigmalint.document import Block, BlockKind, Document, Span
from stigmalint.readers.docx import read
from stigmalint.readers.options import Options
from tests.readers import docx_builder as made
from tests.readers.docx_builder import cell, paragraph, row, run, table


def blocks(*body: str, **options: object) -> list[Block]:
    return list(read(made.docx(*body, **options), "policy.docx").blocks)


def by_text(*body: str, **options: object) -> dict[str, Block]:
    return {block.text: block for block in blocks(*body, **options)}


def say(text: str, **looks: object) -> str:
    return paragraph(run(text), **looks)


def test_headings_stand_above_what_follows_them() -> None:
    found = by_text(
        say("Drug policy", style="Title"),
        say("Admission", style="Heading1"),
        say("Eligibility", style="Heading2"),
        say("Who may come."),
        say("Discharge", style="Heading1"),
        say("Who may go."),
    )
    assert found["Who may come."].place.heading == ("Drug policy", "Admission", "Eligibility")
    assert found["Who may go."].place.heading == ("Drug policy", "Discharge")
    assert found["Eligibility"].kind is BlockKind.HEADING
    assert found["Eligibility"].place.heading == ("Drug policy", "Admission")


HEADINGS = {
    "by a style in another language": {"style": "berschrift1"},
    "by a style based on a heading": {"style": "House"},
    "by its own outline level": {"properties": '<w:outlineLvl w:val="0"/>'},
    "by a style that is not defined": {"style": "Heading3"},
}
OTHERS = {
    "body text by its own outline level": {"style": "House", "properties": '<w:outlineLvl w:val="9"/>'},
    "a style based on a heading, at body level": {"style": "TOC"},
    "a style that goes round in a circle": {"style": "Circle"},
}
STYLES = (
    made.style("berschrift1", "heading 1", '<w:outlineLvl w:val="0"/>'),
    made.style("House", "House heading", based_on="berschrift1"),
    made.style("TOC", "TOC Heading", '<w:outlineLvl w:val="9"/>', based_on="berschrift1"),
    made.style("Circle", "Circle", based_on="Circle"),
)


@pytest.mark.parametrize("looks", HEADINGS.values(), ids=HEADINGS.keys())
def test_what_is_a_heading(looks: dict[str, str]) -> None:
    assert by_text(say("Eligibility", **looks), styles=STYLES)["Eligibility"].kind is BlockKind.HEADING


@pytest.mark.parametrize("looks", OTHERS.values(), ids=OTHERS.keys())
def test_what_is_no_heading(looks: dict[str, str]) -> None:
    assert by_text(say("Eligibility", **looks), styles=STYLES)["Eligibility"].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Intense Quote", BlockKind.QUOTATION),
        ("Block Text", BlockKind.QUOTATION),
        ("caption", BlockKind.CAPTION),
        ("HTML Preformatted", BlockKind.CODE),
        ("Source Code", BlockKind.CODE),
        ("Code of Conduct", BlockKind.PARAGRAPH),
        ("Bibliography", BlockKind.REFERENCE),
        ("Body Text", BlockKind.PARAGRAPH),
    ],
)
def test_kinds_by_the_name_of_the_style(name: str, kind: BlockKind) -> None:
    assert by_text(say("Text", style="S1"), styles=(made.style("S1", name),))["Text"].kind is kind


def test_text_hidden_by_its_style_is_left_out() -> None:
    styles = (
        made.style("Secret", "Secret", run="<w:vanish/>"),
        made.style("Aside", "Aside", run="<w:vanish/>", kind="character"),
        made.style("Bold", "Strong", run="<w:b/>", kind="character"),
    )
    body = (
        say("hidden", style="Secret"),
        paragraph(run("shown "), run("hidden", '<w:rStyle w:val="Aside"/>'), run("again", '<w:rStyle w:val="Bold"/>')),
        paragraph(run("yet shown", '<w:vanish w:val="false"/>'), style="Secret"),
    )
    found = blocks(*body, styles=styles)
    assert [block.text for block in found] == ["shown again", "yet shown"]
    assert [mark.kind for mark in found[0].marks] == ["strong"]
    everything = read(made.docx(*body, styles=styles), "a.docx", Options(hidden_text=True)).blocks
    assert [block.text for block in everything] == ["hidden", "shown hiddenagain", "yet shown"]


def test_paragraphs_are_counted_as_a_person_counts_them() -> None:
    found = by_text(
        say("one"),
        paragraph(),
        paragraph(made.hidden("x")),
        table(row(cell(say("cell")))),
        paragraph(run("two"), made.text_box(say("b"))),
    )
    assert (found["one"].place.paragraph, found["two"].place.paragraph) == (1, 2)
    assert found["cell"].place.paragraph is None
    assert found["b"].place.paragraph == 1


def test_the_place_of_a_span_is_that_of_its_block() -> None:
    document = read(made.docx(say("one"), say("two words")), "a.docx")
    assert document.place_of(document.blocks[1], Span(4, 9)).paragraph == 2


# Tables


def test_cells_know_their_heads() -> None:
    found = by_text(
        table(
            row(cell(say("Conduct")), cell(say("First time")), cell(say("Second time"))),
            row(cell(say("Alcohol")), cell(say("Warning")), cell(say("Discharge"), say("at once"))),
        )
    )
    block = found["at once"]
    assert (block.kind, block.place.cell) == (BlockKind.TABLE_CELL, (1, 2, 3))
    assert (block.column_head, block.row_head) == ("Second time", "Alcohol")
    assert (found["Second time"].column_head, found["Second time"].row_head) == ("", "Conduct")
    assert (found["Alcohol"].column_head, found["Alcohol"].row_head) == ("Conduct", "")


def test_merged_cells_keep_their_heads() -> None:
    found = by_text(
        table(
            row(cell(say("Conduct")), cell(say("Consequence"), columns=2)),
            row(cell(say("Alcohol")), cell(say("Warning")), cell(say("Discharge"))),
            row(cell(paragraph(), goes_on=True), cell(say("Repeated")), cell(say("Barred"))),
        )
    )
    assert found["Discharge"].column_head == "Consequence"
    assert (found["Barred"].row_head, found["Barred"].place.cell) == ("Alcohol", (1, 3, 3))


def test_a_row_may_begin_further_in() -> None:
    later = row(cell(say("Late")), properties='<w:gridBefore w:val="1"/>')
    found = by_text(table(row(cell(say("A")), cell(say("B"))), later))
    assert (found["Late"].column_head, found["Late"].place.cell) == ("B", (1, 2, 1))


def test_a_table_inside_a_cell_has_its_own_number() -> None:
    inner = table(row(cell(say("inner head"))), row(cell(say("inner"))))
    found = by_text(table(row(cell(say("outer"), inner), cell(say("beside")))), table(row(cell(say("next")))))
    assert (found["inner"].place.cell, found["inner"].column_head) == ((2, 2, 1), "inner head")
    assert (found["beside"].place.cell, found["beside"].row_head) == ((1, 1, 2), "outer")
    assert found["next"].place.cell == (3, 1, 1)


def test_a_first_row_of_prose_is_no_head() -> None:
    assert by_text(table(row(cell(say("word " * 60))), row(cell(say("below")))))["below"].column_head == ""


def test_a_heading_in_a_cell_stands_above_nothing_else() -> None:
    found = by_text(say("Fees", style="Heading1"), table(row(cell(say("Note", style="Heading2")))), say("After."))
    assert found["Note"].place.cell == (1, 1, 1)
    assert found["After."].place.heading == ("Fees",)


# Other parts


def test_headers_and_footers_say_which_pages_they_are_for() -> None:
    def head(text: str) -> str:
        return made.part("w:hdr", say(text))

    parts = {
        "header1.xml": ("header", head("all pages")),
        "header2.xml": ("header", head("first page")),
        "header3.xml": ("header", head("all pages")),
        "footer1.xml": ("footer", made.part("w:ftr", table(row(cell(say("even pages")))))),
    }
    sections = made.page_parts(header="rId1", first_header="rId2", even_footer="rId4") + made.page_parts(header="rId3")
    found = blocks(say("text"), sections, parts=parts)
    assert [(block.kind, block.place.part, block.text) for block in found[1:]] == [
        ("header", "header", "all pages"),
        ("header", "first-page header", "first page"),
        ("footer", "even-page footer", "even pages"),
    ]


def notes_document(body: str) -> Document:
    parts = {
        f"{kind}s.xml": (f"{kind}s", made.notes(kind, {id: say(f"{kind} with id {id}") for id in (7, 3, 5)}))
        for kind in ("footnote", "endnote", "comment")
    }
    return read(made.docx(say("Rules", style="Heading1"), body, parts=parts), "a.docx")


@pytest.mark.parametrize("kind", ["footnote", "endnote", "comment"])
def test_notes_are_numbered_as_shown(kind: str) -> None:
    references = made.note_reference(kind, 3) + made.note_reference(kind, 7)
    found = [block for block in notes_document(paragraph(run("text"), references)).blocks if block.kind == kind]
    assert {block.text: block.place.part for block in found} == {
        f"{kind} with id 3": f"{kind} 1",
        f"{kind} with id 7": f"{kind} 2",
        f"{kind} with id 5": kind,
    }
    assert found[0].place.heading == ("Rules",)


def test_a_mark_of_the_authors_own_is_not_counted() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
    found = notes_document(paragraph(run("text"), own, made.note_reference("footnote", 7))).blocks
    assert {"footnote 1", "footnote"} <= {block.place.part for block in found}
    assert next(block for block in found if block.place.part == "footnote 1").text == "footnote with id 7"


def test_a_note_whose_reference_was_deleted_is_left_out() -> None:
    gone = f'<w:del w:id="1" w:author="A">{made.note_reference("footnote", 3)}{made.note_reference("comment", 3)}</w:del>'
    found = {block.text for block in notes_document(paragraph(run("text"), gone)).blocks}
    assert "footnote with id 3" not in found
    assert {"footnote with id 5", "comment with id 3"} <= found


def test_a_text_box_in_a_header_belongs_to_the_header() -> None:
    header = made.part("w:hdr", paragraph(run("Head"), made.text_box(say("boxed"))))
    found = {block.text: block for block in blocks(say("text"), parts={"header1.xml": ("header", header)})}
    assert (found["boxed"].kind, found["boxed"].place.part) == (BlockKind.TEXT_BOX, "header")
