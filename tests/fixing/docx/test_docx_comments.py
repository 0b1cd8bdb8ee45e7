"""Every finding has a comment, tied to its words or to the nearest place where Word can show one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from stigmalint.fixing.docx.zipping import with_parts
from stigmalint.readers.docx import read
from tests.fixing.docx import independent
from tests.fixing.docx.marked import DATE, WISHES, rejected_is_the_draft, reviewed
from tests.readers import docx_builder as made
from tests.readers.docx_builder import docx, paragraph, run
from tests.reporters.made import COUNCIL, JOURNAL

WISH = {"drug addicts": None}
TEXT = paragraph(run("The drug addicts left."))
ONLY_COMMENTS, ONLY_CHANGES = replace(WISHES, changes=False), replace(WISHES, comments=False)


def ranges(data: bytes) -> dict[str, str]:
    """What my comments are on, by their first lines."""
    on = independent.commented(data)
    return {text.split("\n")[0]: on[id] for id, text in independent.comments(data).items()}


def test_a_comment_says_why_what_to_write_and_who_says_so() -> None:
    copy = reviewed(docx(TEXT), {"drug addicts": "people who use drugs"})
    (text,) = independent.comments(copy.data).values()
    assert text.split("\n") == [
        "To change: “drug addicts”",
        "Names a person by a condition. Put the person first.",
        "Write: people who use drugs",
        f"Sources: {COUNCIL.label}; {JOURNAL.label}",
        "More: stigmalint explain addict",
    ]


def test_a_comment_is_on_the_words_old_and_new() -> None:
    copy = reviewed(docx(TEXT), {"drug addicts": "people who use drugs"})
    assert list(independent.commented(copy.data).values()) == ["drug addictspeople who use drugs"]


def test_a_comment_without_a_change_is_on_the_words_alone() -> None:
    draft = docx(paragraph(run("The drug "), made.link(run("add")), run("icts left.")))
    copy = reviewed(draft, WISH)
    assert (copy.changed, copy.commented) == (0, 1)
    assert list(independent.commented(copy.data).values()) == ["drug addicts"]
    rejected_is_the_draft(draft, copy.data)


def test_comments_may_lie_in_each_other() -> None:
    copy = reviewed(docx(TEXT), {"The drug addicts left.": None, "addicts": "people", "drug": None})
    assert sorted(independent.commented(copy.data).values()) == ["The drug addictspeople left.", "addictspeople", "drug"]


def test_my_comments_are_no_part_of_what_is_read() -> None:
    draft = docx(TEXT, parts={"comments.xml": ("comments", made.notes("comment", {0: paragraph(run("Theirs stays."))}))})
    blocks = read(reviewed(draft, {"drug addicts": "people who use drugs"}).data, "copy.docx").blocks
    assert [block.text for block in blocks] == ["The people who use drugs left.", "Theirs stays."]


HEADER = {"header1.xml": ("header", made.part("w:hdr", TEXT))}


@pytest.mark.parametrize("draft", [docx(TEXT), docx(paragraph(run("Body.")), parts=HEADER), docx(paragraph(made.text_box(TEXT)))])
def test_a_remark_that_is_there_is_not_made_again(draft: bytes) -> None:
    once = reviewed(draft, WISH)
    twice = reviewed(once.data, WISH)
    assert twice.commented == 1
    assert independent.comments(twice.data) == independent.comments(once.data)
    more = reviewed(once.data, {"drug": None})
    assert len(independent.comments(more.data)) == 2
    assert independent.comments(reviewed(more.data, WISH).data) == independent.comments(more.data)


def test_comments_only_and_changes_only() -> None:
    draft, wish = docx(TEXT), {"drug addicts": "people who use drugs"}
    commented, changed = reviewed(draft, wish, ONLY_COMMENTS), reviewed(draft, wish, ONLY_CHANGES)
    assert (commented.changed, commented.commented, commented.declined) == (0, 1, ())
    assert not independent.revisions(commented.data)
    assert "Write: people who use drugs" in str(independent.comments(commented.data))
    assert (changed.changed, changed.commented) == (1, 0)
    assert independent.parts(changed.data).keys() == independent.parts(draft).keys()
    assert b"commentR" not in independent.parts(changed.data)["word/document.xml"]


def test_with_nothing_to_change_the_copy_is_the_draft() -> None:
    draft = docx(TEXT)
    assert reviewed(draft, WISH, ONLY_CHANGES).data == draft


def test_the_part_for_comments_is_made_and_made_known() -> None:
    files = independent.parts(reviewed(docx(TEXT), WISH).data)
    assert b'PartName="/word/comments.xml"' in files["[Content_Types].xml"]
    assert b"wordprocessingml.comments+xml" in files["[Content_Types].xml"]
    assert re.search(
        rb'<Relationship Id="rId2" Type="[^"]*/comments" Target="comments.xml"/>', files["word/_rels/document.xml.rels"]
    )
    assert f'w:author="stigmalint" w:date="{DATE}" w:initials="sl"'.encode() in files["word/comments.xml"]


def test_relationships_are_made_where_there_are_none() -> None:
    files = {name: content for name, content in independent.parts(docx(TEXT)).items() if "document.xml.rels" not in name}
    copy = reviewed(made.zipped(files), WISH)
    assert b'Target="comments.xml"' in independent.parts(copy.data)["word/_rels/document.xml.rels"]


def test_the_text_of_a_comment_has_the_style_that_the_document_has_for_it() -> None:
    draft = docx(TEXT, styles=(made.style("Kommentartext", "annotation text"),))
    assert independent.parts(reviewed(draft, WISH).data)["word/comments.xml"].count(b'<w:pStyle w:val="Kommentartext"/>') == 4
    assert b"pStyle" not in independent.parts(reviewed(docx(TEXT), WISH).data)["word/comments.xml"]


def test_others_comments_stay_and_numbers_are_not_given_twice() -> None:
    theirs = made.notes("comment", {0: paragraph(run("Please look at this.")), 1: paragraph(run("Yes."))})
    marked = paragraph(
        '<w:commentRangeStart w:id="1"/>',
        run("The drug addicts left."),
        '<w:commentRangeEnd w:id="1"/>',
        made.note_reference("comment", 1),
    )
    copy = reviewed(docx(marked, parts={"comments.xml": ("comments", theirs)}), WISH)
    files = independent.parts(copy.data)
    assert b"Please look at this." in files["word/comments.xml"]
    assert sorted(re.findall(rb'<w:comment [^>]*?w:id="(\d+)"', files["word/comments.xml"])) == [b"0", b"1", b"2"]
    assert independent.commented(copy.data) == {"1": "The drug addicts left.", "2": "drug addicts"}
    assert files.keys() == independent.parts(docx(TEXT, parts={"comments.xml": ("comments", theirs)})).keys()


def test_a_part_that_is_announced_but_missing_is_made() -> None:
    announced = made.relationships(made.relationship("rId1", "comments", "remarks.xml"))
    draft = with_parts(docx(TEXT), {"word/_rels/document.xml.rels": announced.encode()})
    files = independent.parts(reviewed(draft, WISH).data)
    assert b"drug addicts" in files["word/remarks.xml"]
    assert b'PartName="/word/remarks.xml"' in files["[Content_Types].xml"]


SECTIONS = (
    paragraph(run("Front page."), properties="<w:sectPr/>"),
    paragraph(run("Chapter one.")),
    paragraph(run("More of it."), properties=made.page_parts(header="rId1")),
    paragraph(run("Chapter two.")),
)


def test_a_header_is_remarked_on_where_its_section_begins() -> None:
    copy = reviewed(docx(*SECTIONS, parts={"header1.xml": ("header", made.part("w:hdr", TEXT))}), WISH)
    assert ranges(copy.data) == {"To change: “drug addicts”, header": ""}
    content = independent.parts(copy.data)["word/document.xml"].decode()
    assert content.index("Front page.") < content.index("<w:commentRangeStart") < content.index("Chapter one.")


def test_a_footer_nobody_refers_to_is_remarked_on_at_the_beginning() -> None:
    copy = reviewed(docx(paragraph(run("Body.")), parts={"footer1.xml": ("footer", made.part("w:ftr", TEXT))}), WISH)
    content = independent.parts(copy.data)["word/document.xml"].decode()
    assert content.index("<w:commentRangeStart") < content.index("Body.")


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_is_remarked_on_at_its_number(kind: str) -> None:
    body = paragraph(run("Body."), made.note_reference(kind, 7), run("End."))
    copy = reviewed(docx(body, parts={f"{kind}s.xml": (f"{kind}s", made.notes(kind, {7: TEXT}))}), WISH)
    assert list(ranges(copy.data)) == [f"To change: “drug addicts”, {kind} 1"]
    content = independent.parts(copy.data)["word/document.xml"].decode()
    assert re.search(rf"<w:commentRangeStart [^>]*/><w:r><w:{kind}Reference [^>]*/></w:r><w:commentRangeEnd", content)


def test_a_comment_of_somebodys_is_remarked_on_at_its_mark() -> None:
    body = paragraph(run("Body."), made.note_reference("comment", 7), run("End."))
    copy = reviewed(docx(body, parts={"comments.xml": ("comments", made.notes("comment", {7: TEXT}))}), WISH)
    assert list(ranges(copy.data)) == ["To change: “drug addicts”, comment 1"]


@pytest.mark.parametrize("box", [made.text_box, made.old_text_box])
def test_a_text_box_is_remarked_on_where_it_hangs(box) -> None:
    copy = reviewed(docx(paragraph(run("Body."), box(TEXT), run("End."))), WISH)
    content = independent.parts(copy.data)["word/document.xml"].decode()
    assert re.search(r"Body\.</w:t></w:r><w:commentRangeStart [^>]*/><w:r><(?:mc:AlternateContent|w:pict)>", content)
    assert list(ranges(copy.data)) == ["To change: “drug addicts”, text box"]


def test_alternatives_among_runs_are_remarked_on_from_outside() -> None:
    either = f'<mc:AlternateContent><mc:Choice Requires="wps">{run("drug addicts")}</mc:Choice></mc:AlternateContent>'
    content = independent.parts(reviewed(docx(paragraph(run("The "), either)), WISH).data)["word/document.xml"].decode()
    assert re.search(r"<w:commentRangeStart [^>]*/><mc:AlternateContent>", content)


@pytest.mark.parametrize(
    "block",
    [
        f'<mc:AlternateContent><mc:Choice Requires="wps">{TEXT}</mc:Choice></mc:AlternateContent>',
        "<m:oMathPara><m:oMath><m:r><m:t>drug addicts</m:t></m:r></m:oMath></m:oMathPara>",
    ],
)
def test_a_mark_never_stands_outside_paragraphs(block: str) -> None:
    root = independent.stories(reviewed(docx(paragraph(run("Body.")), block), WISH).data)["word/document.xml"]
    assert not [each for each in root[0] if independent.local(each) in {"r", "commentRangeEnd"}]
    assert [each for each in root.iter() if independent.local(each) == "commentReference"]


def test_a_chart_is_remarked_on_where_it_is_shown() -> None:
    graphic = '<a:graphic><a:graphicData><c:chart r:id="rId1"/></a:graphicData></a:graphic>'
    drawing = f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"
    title = (
        "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Our drug addicts</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart>"
    )
    draft = docx(paragraph(run("Body."), drawing), parts={"charts/chart1.xml": ("chart", made.part("c:chartSpace", title))})
    copy = reviewed(draft, WISH)
    content = independent.parts(copy.data)["word/document.xml"].decode()
    assert re.search(r"Body\.</w:t></w:r><w:commentRangeStart [^>]*/><w:r><w:drawing>", content)


def test_the_caption_of_a_table_is_remarked_on_in_its_first_cell() -> None:
    table = made.table(made.row(made.cell(paragraph(run("First.")))))
    draft = docx(paragraph(run("Body.")), table.replace("<w:tblPr/>", '<w:tblPr><w:tblCaption w:val="drug addicts"/></w:tblPr>'))
    content = independent.parts(reviewed(draft, WISH).data)["word/document.xml"].decode()
    assert content.index("Body.") < content.index("<w:tc>") < content.index("<w:commentRangeStart") < content.index("First.")


def test_a_plain_control_has_no_comment_inside() -> None:
    plain = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>drug addicts</w:t></w:r></w:sdtContent></w:sdt>"
    copy = reviewed(docx(paragraph(run("The "), plain)), {"drug addicts": "people"})
    content = independent.parts(copy.data)["word/document.xml"].decode()
    assert copy.changed == 1
    assert re.search(r"<w:commentRangeStart [^>]*/><w:sdt>", content)
    assert re.search(r"</w:sdt><w:commentRangeEnd", content)
