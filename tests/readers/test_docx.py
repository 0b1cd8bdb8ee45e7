"""Every kind of content a Word file can hold is read once, or left out on purpose."""

from __future__ import annotations

import pytest

from stigmalint.document import Block, Document, MarkKind
from stigmalint.readers.docx import read
from tests.readers import docx_builder as made
from tests.readers.docx_builder import paragraph, run


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def read_body(*body: str, **options: object) -> list[str]:
    return texts(read(made.docx(*body, **options), "policy.docx"))


def marked(block: Block, kind: MarkKind) -> list[str]:
    return [block.text[mark.span.start : mark.span.end] for mark in block.marks if mark.kind is kind]


SHOWN = {
    "runs cut inside a word": run("per") + run("s", "<w:b/>") + run("on"),
    "a tracked insertion": run("per") + made.inserted(run("son")),
    "text moved here": made.moved_here(run("person")),
    "a hyperlink": made.link(run("person")),
    "an insertion inside a hyperlink": made.link(run("per"), made.inserted(run("son"))),
    "a smart tag": made.smart_tag(run("person")),
    "custom XML": f'<w:customXml w:element="e">{run("person")}</w:customXml>',
    "text of one direction": f'<w:bdo w:val="ltr">{run("person")}</w:bdo>',
    "an inline content control": made.control(run("person")),
    "a simple field": made.simple_field("AUTHOR", run("person")),
    "the result of a field": made.field(" REF x ", run("person")),
    "a field inside the result of a field": made.field(" HYPERLINK x ", run("per"), made.field(" PAGEREF y ", run("son"))),
    "a field without an end": run("per") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("son"),
    "text around a comment in the XML": "<w:r><w:t>per<!-- not this -->so<?nor this?>n</w:t></w:r>",
    "a CDATA section": "<w:r><w:t><![CDATA[person]]></w:t></w:r>",
    "a run without its properties": "<w:r><w:t>person</w:t></w:r>",
    "a switch turned off": run("person", '<w:vanish w:val="0"/>'),
    "mathematics": "<m:oMath><m:r><m:t>person</m:t></m:r></m:oMath>",
    "a soft hyphen": run("per\u00adson"),
    "a symbol": '<w:r><w:t>perso</w:t><w:sym w:font="Arial" w:char="006E"/></w:r>',
}


@pytest.mark.parametrize("content", SHOWN.values(), ids=SHOWN.keys())
@pytest.mark.parametrize("strict", [False, True], ids=["transitional", "strict"])
def test_what_a_person_sees_is_read(content: str, strict: bool) -> None:
    assert read_body(paragraph(run("a "), content, run(".")), strict=strict) == ["a person."]


UNSHOWN = {
    "deleted text": made.deleted("gone"),
    "text moved away": made.moved_away("gone"),
    "a deletion inside an insertion": made.inserted(made.deleted("gone")),
    "hidden text": made.hidden("gone"),
    "the instruction of a field": made.field(" gone "),
    "a field inside an instruction": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + made.field(" MERGEFIELD x ", run("gone"))
        + '<w:r><w:instrText> = 1 "a" "b"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "a comment in the XML": "<!-- gone -->",
    "the name of a content control": made.control(),
    "a tab stop": "",
}


@pytest.mark.parametrize("content", UNSHOWN.values(), ids=UNSHOWN.keys())
def test_what_nobody_sees_is_left_out(content: str) -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert read_body(paragraph(run("some"), content, run("one"), properties=stops)) == ["someone"]


@pytest.mark.parametrize("wrapped", [made.control, lambda *rows: "".join(rows)], ids=["in a control", "plain"])
def test_controls_round_paragraphs_rows_and_cells(wrapped: object) -> None:
    rows = wrapped(made.row(wrapped(made.cell(wrapped(paragraph(run("in a cell")))))))
    assert read_body(wrapped(paragraph(run("before"))), made.table(rows)) == ["before", "in a cell"]


@pytest.mark.parametrize("box", [made.text_box, made.old_text_box])
def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on(box: object) -> None:
    document = read(made.docx(paragraph(run("out"), box(paragraph(run("boxed"))), run("side"))), "a.docx")
    assert [(block.kind, block.place.part, block.text) for block in document.blocks] == [
        ("paragraph", None, "outside"),
        ("text box", "text box", "boxed"),
    ]


def test_the_second_copy_is_read_where_the_first_has_no_text() -> None:
    choice = '<mc:Choice Requires="new"><w:drawing/></mc:Choice>'
    assert read_body(
        paragraph(f"<w:r><mc:AlternateContent>{choice}<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>")
    ) == ["old"]


def test_deleted_rows_and_cells_are_left_out() -> None:
    rows = (
        made.row(made.cell(paragraph(run("kept")))),
        made.row(made.cell(paragraph(run("gone"))), properties='<w:del w:id="1" w:author="A"/>'),
        made.row(
            f'<w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>{paragraph(run("gone"))}</w:tc>', made.cell(paragraph(run("too")))
        ),
    )
    assert read_body(made.table(*rows), paragraph(run("after"))) == ["kept", "too", "after"]


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next() -> None:
    first = paragraph(run("a person who "), properties=made.DELETED_MARK)
    assert read_body(first, paragraph(run("uses drugs"))) == ["a person who uses drugs"]
    assert read_body(paragraph(run("the last one"), properties=made.DELETED_MARK)) == ["the last one"]


def test_what_stands_for_pictures_is_read() -> None:
    word_art = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    described = "<w:tbl><w:tblPr><w:tblCaption w:val='Fees'/></w:tblPr></w:tbl>"
    document = read(made.docx(paragraph(run("text"), made.picture("A clinic at night"), word_art), described), "a.docx")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "text"),
        ("alt text", "A clinic at night"),
        ("text box", "DRAFT"),
        ("alt text", "Fees"),
    ]


def test_ruby_does_not_cut_the_phrase_it_stands_above() -> None:
    assert read_body(paragraph(run("a "), made.ruby("person", "pɜːsn"), run(" here"))) == ["a person here", "pɜːsn"]


def test_white_space_and_signs() -> None:
    assert read_body(paragraph(run("one\ttwo\nthree  four non\u2011user"))) == ["one two three four non\u2011user"]


def test_text_outside_any_paragraph_is_not_lost() -> None:
    assert read_body("<m:oMathPara><m:oMath><m:r><m:t>stray</m:t></m:r></m:oMath></m:oMathPara>") == ["stray"]


def test_marks() -> None:
    code = run("is_user()", '<w:rStyle w:val="HTMLCode"/>')
    linked = made.link(run("our list")) + made.field(' HYPERLINK "x" ', run(" and more"))
    document = read(made.docx(paragraph(run("very ", "<w:i/>"), run("loud", "<w:i/><w:b/>"), run(" "), code, linked)), "a.docx")
    block = document.blocks[0]
    assert marked(block, MarkKind.EMPHASIS) == ["very loud"]
    assert marked(block, MarkKind.STRONG) == ["loud"]
    assert marked(block, MarkKind.CODE) == ["is_user()"]
    assert marked(block, MarkKind.LINK) == ["our list and more"]


def test_addresses_are_marked() -> None:
    block = read(made.docx(paragraph(run("see www.exam"), run("ple.org/addict.html now"))), "a.docx").blocks[0]
    assert marked(block, MarkKind.ADDRESS) == ["www.example.org/addict.html"]


def test_charts_and_diagrams_are_read() -> None:
    numbers = "<c:val><c:numRef><c:numCache><c:pt><c:v>41</c:v></c:pt></c:numCache></c:numRef></c:val>"
    names = "<c:cat><c:strRef><c:strCache><c:pt><c:v>Patients</c:v></c:pt></c:strCache></c:strRef></c:cat>"
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>Ad</a:t></a:r><a:r><a:t>missions</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    chart = made.part("c:chartSpace", title, names, names, numbers)
    diagram = made.part("dgm:dataModel", "<dgm:pt><dgm:t><a:p><a:r><a:t>Refer</a:t></a:r></a:p></dgm:t></dgm:pt>")
    parts = {"chart1.xml": ("chart", chart), "data1.xml": ("diagramData", diagram)}
    document = read(made.docx(paragraph(run("body")), parts=parts), "a.docx")
    assert [(block.place.part, block.text) for block in document.blocks[1:]] == [
        ("chart", "Admissions"),
        ("chart", "Patients"),
        ("diagram", "Refer"),
    ]
    assert not document.gaps


GAPS = {
    '<w:altChunk r:id="rId5"/>': "Text taken over from another file",
    '<w:subDoc r:id="rId5"/>': "A subdocument",
    '<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>': "Excel.Sheet.12",
}


@pytest.mark.parametrize(("content", "named"), GAPS.items(), ids=GAPS.values())
def test_what_is_not_read_is_named(content: str, named: str) -> None:
    document = read(made.docx(paragraph(run("text")), content, content), "a.docx")
    assert len(document.gaps) == 1
    assert named in document.gaps[0]


def test_what_holds_no_text_is_no_gap() -> None:
    objects = (
        '<w:object><o:OLEObject Type="Embed" ProgID="Equation.3"/><o:OLEObject Type="Link" ProgID="Excel.Sheet.8"/></w:object>'
    )
    assert not read(made.docx(paragraph(run("text"), f"<w:r>{objects}</w:r>")), "a.docx").gaps


def test_a_damaged_side_part_is_a_gap_and_damaged_styles_are_none() -> None:
    parts = {"footer1.xml": ("footer", "<w:ftr")}
    document = read(made.docx(paragraph(run("text"), style="Quote"), parts=parts, styles=("<w:style",)), "a.docx")
    assert texts(document) == ["text"]
    assert len(document.gaps) == 1
    assert "word/footer1.xml" in document.gaps[0]


@pytest.mark.parametrize(
    ("body", "reason"),
    [("", "no text"), (paragraph(run(" … ")), "no text"), (paragraph(made.deleted("all")), "no text")],
    ids=["nothing", "no word", "all deleted"],
)
def test_a_document_without_words_is_opened_and_never_clean(body: str, reason: str) -> None:
    assert reason in read(made.docx(body), "a.docx").gaps[0]


def test_a_document_of_pictures_says_so() -> None:
    document = read(made.docx(paragraph(), parts={"media/image1.png": ("image", "not unpacked")}), "a.docx")
    assert document.gaps == ("The document has no text, only pictures.",)


def test_streams_are_named_after_their_parts() -> None:
    parts = {"header1.xml": ("header", made.part("w:hdr", paragraph(run("Head"))))}
    document = read(made.docx(paragraph(run("Body")), parts=parts), "folder/a.docx")
    assert [(stream.name, stream.text) for stream in document.streams] == [
        ("word/document.xml", "Body"),
        ("word/header1.xml", "Head"),
    ]
    assert (document.name, document.format) == ("folder/a.docx", "docx")
