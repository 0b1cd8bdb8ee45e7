"""Where a change can be tracked, where not, and what stays around it."""

from __future__ import annotations

import re

import pytest

from stigmalint.fixing.docx import obstacles
from stigmalint.fixing.docx.zipping import with_parts
from tests.fixing.docx import independent
from tests.fixing.docx.marked import DATE, rejected_is_the_draft, reviewed
from tests.readers import docx_builder as made
from tests.readers.docx_builder import control, docx, inserted, link, paragraph, run

WISH = {"drug addicts": "people who use drugs"}
BOOKMARK = '<w:bookmarkStart w:id="70" w:name="here"/><w:bookmarkEnd w:id="70"/>'


def body(data: bytes) -> str:
    return independent.parts(data)["word/document.xml"].decode()


def accepted(data: bytes, part: str = "word/document.xml") -> str:
    return independent.folded(" ".join(independent.texts(data, independent.MINE_ACCEPTED)[part]))


def torn(first: str = "", second: str = "") -> str:
    """The words in three runs, with something between them."""
    return run("The dr") + first + run("ug add") + second + run("icts left.")


WITHIN = {
    "one run": run("The drug addicts left."),
    "three runs": torn(),
    "a bookmark in the middle": torn(BOOKMARK),
    "a spelling mark in the middle": torn('<w:proofErr w:type="spellStart"/>'),
    "a remark of somebody's in the middle": torn('<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/>'),
    "the number of a note in the middle": torn(made.note_reference("footnote", 2)),
    "a picture in the middle": torn(made.picture("")),
    "a deletion in the middle": torn(made.deleted("old ")),
    "hidden text in the middle": torn(made.hidden("secret")),
    "an empty field in the middle": torn(made.field(" XE addict ")),
    "a soft hyphen": run("The drug ad\u00addicts left."),
    "a soft hyphen between runs": run("The drug ad\u00ad") + run("dicts left."),
    "a character of no width": run("The drug ad\u200bdicts left."),
    "a line break": run("The drug\naddicts left."),
    "two spaces": run("The drug  addicts left."),
    "spaces in two runs": run("The drug ") + run(" addicts left."),
    "a page break that was": "<w:r><w:t>The drug addi</w:t><w:lastRenderedPageBreak/><w:t>cts left.</w:t></w:r>",
    "an insertion": inserted(run("The drug addicts left.")),
    "the edge of an insertion": run("The drug ") + inserted(run("addicts left.")),
    "the other edge of an insertion": inserted(run("The drug add")) + run("icts left."),
    "two insertions": inserted(run("The drug ")) + inserted(run("addicts left.")),
    "an insertion in the middle": torn(inserted(run(""))),
    "moved text": made.moved_here(run("The drug addicts left.")),
    "a smart tag": made.smart_tag(run("The drug addicts left.")),
    "the edge of a smart tag": run("The drug ") + made.smart_tag(run("addicts")) + run(" left."),
    "a link": link(run("The drug addicts left.")),
    "an insertion in a link": link(run("The "), inserted(run("drug addicts")), run(" left.")),
    "a simple field": made.simple_field("TITLE", run("The drug addicts left.")),
    "the result of a field": made.field(" REF x ", run("The drug addicts left.")),
    "a content control": control(run("The drug addicts left.")),
    "a control round paragraphs": control(paragraph(run("The drug addicts left."))),
}


@pytest.mark.parametrize("content", WITHIN.values(), ids=WITHIN)
def test_words_can_be_changed_within(content: str) -> None:
    draft = docx(content if content.startswith("<w:sdt") and "<w:p>" in content else paragraph(content))
    copy = reviewed(draft, WISH)
    assert (copy.changed, copy.commented, copy.declined) == (1, 1, ())
    rejected_is_the_draft(draft, copy.data)
    assert "people who use drugs" in accepted(copy.data)
    assert "drug" not in accepted(copy.data).replace("who use drugs", "")


FILLED_IN = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r><w:t>drug addicts</w:t></w:r></w:sdtContent></w:sdt>"
ACROSS = {
    "the edge of a link": (run("The drug ") + link(run("addicts left.")), obstacles.BORDER),
    "the edge of a content control": (control(run("The drug ")) + run("addicts left."), obstacles.BORDER),
    "the edge of a simple field": (made.simple_field("TITLE", run("The drug ")) + run("addicts"), obstacles.BORDER),
    "the edge of a field": (run("The drug ") + made.field(" REF x ", run("addicts")), obstacles.BORDER),
    "a whole field": (run("drug ") + made.field(" REF x ", run("add")) + run("icts"), obstacles.BORDER),
    "alternative text": (run("See ") + made.picture("drug addicts"), obstacles.PICTURE),
    "a formula": ("<m:oMath><m:r><m:t>drug addicts</m:t></m:r></m:oMath>", obstacles.FORMULA),
    "a reading guide": (made.ruby("drug addicts", "guide"), obstacles.RUBY),
    "drawn lettering": ('<w:r><w:pict><v:shape><v:textpath string="drug addicts"/></v:shape></w:pict></w:r>', obstacles.DRAWN),
    "a locked control": (FILLED_IN.format('<w:lock w:val="sdtContentLocked"/>'), obstacles.CONTROL),
    "a document property": (FILLED_IN.format('<w:dataBinding w:xpath="/title"/>'), obstacles.CONTROL),
    "a choice": (FILLED_IN.format("<w:dropDownList/>"), obstacles.CONTROL),
}  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), ACROSS.values(), ids=ACROSS)
def test_what_cannot_be_changed_is_remarked_on_with_the_reason(content: str, reason: str) -> None:
    draft = docx(paragraph(content))
    copy = reviewed(draft, WISH)
    assert (copy.changed, copy.commented) == (0, 1)
    (declined,) = copy.declined
    assert declined.reason.lower() == f"{reason}.".lower()
    rejected_is_the_draft(draft, copy.data)
    (comment,) = independent.comments(copy.data).values()
    assert declined.reason in comment
    assert "people who use drugs" in comment
    assert not independent.revisions(copy.data)


def test_words_across_a_deleted_paragraph_mark_are_left() -> None:
    draft = docx(paragraph(run("The drug "), properties=made.DELETED_MARK), paragraph(run("addicts left.")))
    copy = reviewed(draft, WISH)
    assert [each.reason.lower() for each in copy.declined] == [f"{obstacles.PARAGRAPHS}."]
    assert copy.commented == 1
    rejected_is_the_draft(draft, copy.data)


def test_a_change_says_who_and_when_and_shares_its_number_with_nothing() -> None:
    draft = docx(paragraph(BOOKMARK, inserted(run("new ")), run("The drug addicts and the drug addicts left.")))
    copy = reviewed(draft, WISH)
    made_here = independent.revisions(copy.data)
    assert {independent.get(each, "date") for each in made_here} == {DATE}
    ids = re.findall(r'<w:(?:ins|del|bookmarkStart|commentRangeStart) [^>]*w:id="(\d+)"', body(copy.data))
    assert len(ids) == len(set(ids)) == 5


def test_the_new_words_look_like_most_of_the_old_and_the_old_keep_their_looks() -> None:
    draft = docx(
        paragraph(run("drug ", "<w:i/>"), run("addicts", '<w:b/><w:rPrChange w:id="8" w:author="A"><w:rPr/></w:rPrChange>'))
    )
    copy = reviewed(draft, WISH)
    new = re.search(r"<w:ins [^>]*>(.*?)</w:ins>", body(copy.data))
    assert new
    assert new[1] == "<w:r><w:rPr><w:b/></w:rPr><w:t>people who use drugs</w:t></w:r>"
    rejected_is_the_draft(draft, copy.data)


def test_only_the_words_that_differ_are_changed() -> None:
    draft = docx(paragraph(run("No "), run("substance", "<w:b/>"), run(" abuse here.")))
    copy = reviewed(draft, {"substance abuse here": "substance use here"})
    content = body(copy.data)
    assert re.findall(r"<w:(?:delText|t)\b[^>]*>([^<]*)<", content) == ["No ", "substance", " ", "abuse", "use", " here", "."]
    assert list(independent.commented(copy.data).values()) == ["substance abuseuse here"]


def test_white_space_at_a_cut_is_kept() -> None:
    draft = docx(paragraph("<w:r><w:t>The drug addicts left.</w:t></w:r>"))
    content = body(reviewed(draft, WISH).data)
    assert '<w:t xml:space="preserve">The </w:t>' in content
    assert '<w:t xml:space="preserve"> left.</w:t>' in content
    assert "<w:delText>drug addicts</w:delText>" in content


def test_others_insertions_are_cut_so_that_no_insertion_stands_in_another() -> None:
    draft = docx(paragraph(inserted(run("The drug addicts left."))))
    content = body(reviewed(draft, WISH).data).partition("<w:pPr/>")[2].partition("</w:p>")[0]
    shape = re.findall(r"</?w:(?:ins|del|comment\w+)\b", content)
    assert " ".join(shape).replace("w:", "") == (
        "<ins </ins <commentRangeStart <ins <del </del </ins <ins </ins <commentRangeEnd <commentReference <ins </ins"
    )


PARTS = {
    "header1.xml": ("header", "w:hdr", paragraph(run("The drug addicts left."))),
    "footer1.xml": ("footer", "w:ftr", paragraph(run("The drug addicts left."))),
}


@pytest.mark.parametrize("name", PARTS)
def test_headers_and_footers(name: str) -> None:
    kind, root, content = PARTS[name]
    draft = docx(paragraph(run("Body.")), made.page_parts(**{kind: "rId1"}), parts={name: (kind, made.part(root, content))})
    copy = reviewed(draft, WISH)
    assert copy.changed == 1
    rejected_is_the_draft(draft, copy.data)
    assert accepted(copy.data, f"word/{name}") == "The people who use drugs left."


def test_what_headers_repeat_is_changed_in_all_and_told_once() -> None:
    said = {
        "header1.xml": ("header", made.part("w:hdr", paragraph(run("The drug addicts left.")))),
        "header2.xml": (
            "header",
            made.part("w:hdr", paragraph(run("Page 1")), paragraph(run("The drug "), run("addicts left."))),
        ),
        "header3.xml": ("header", made.part("w:hdr", paragraph(run("The drug addicts left on Monday.")))),
        "footer1.xml": ("footer", made.part("w:ftr", paragraph(run("Our drug addicts.")))),
    }
    draft = docx(paragraph(run("Body.")), made.page_parts(header="rId1", first_header="rId2", even_header="rId3"), parts=said)
    copy = reviewed(draft, WISH)
    assert (copy.changed, copy.commented) == (1, 1)
    rejected_is_the_draft(draft, copy.data)
    assert accepted(copy.data, "word/header1.xml") == "The people who use drugs left."
    assert accepted(copy.data, "word/header2.xml") == "Page 1 The people who use drugs left."
    untouched = ("word/header3.xml", "word/footer1.xml")
    assert all(independent.parts(copy.data)[name] == independent.parts(draft)[name] for name in untouched)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes(kind: str) -> None:
    content = made.notes(kind, {2: paragraph(run("Two.")), 3: paragraph(run("The drug addicts left."))})
    text = paragraph(run("Body."), made.note_reference(kind, 2), made.note_reference(kind, 3))
    draft = docx(text, parts={f"{kind}s.xml": (f"{kind}s", content)})
    copy = reviewed(draft, WISH)
    assert copy.changed == 1
    rejected_is_the_draft(draft, copy.data)
    assert accepted(copy.data, f"word/{kind}s.xml").endswith("Two. The people who use drugs left.")


def test_table_cells() -> None:
    draft = docx(made.table(made.row(made.cell(paragraph(run("drug "), run("addicts"))), made.cell(paragraph(run("out"))))))
    copy = reviewed(draft, WISH)
    assert accepted(copy.data) == "people who use drugs out"
    rejected_is_the_draft(draft, copy.data)


@pytest.mark.parametrize("box", [made.text_box, made.old_text_box])
def test_text_boxes(box) -> None:
    draft = docx(paragraph(run("Body"), box(paragraph(run("The drug addicts left.")))))
    copy = reviewed(draft, WISH)
    assert copy.changed == 1
    rejected_is_the_draft(draft, copy.data)
    assert "drug addicts" not in accepted(copy.data)


def test_both_copies_of_a_text_box_say_the_same() -> None:
    draft = docx(paragraph(made.text_box(paragraph(run("The drug addicts left.")), paragraph(run("And more.")))))
    copy = reviewed(draft, WISH)
    assert accepted(copy.data) == "The people who use drugs left. And more. The people who use drugs left. And more."
    ids = [independent.get(each, "id") for each in independent.revisions(copy.data)]
    assert len(set(ids)) == len(ids) == 4


def test_a_second_copy_that_says_something_else_stays() -> None:
    box = made.text_box(paragraph(run("The drug addicts left.")))
    first, second = box.split("<mc:Fallback>")
    draft = docx(paragraph(first + "<mc:Fallback>" + second.replace("The drug addicts left.", "See the new version.")))
    copy = reviewed(draft, WISH)
    assert accepted(copy.data) == "The people who use drugs left. See the new version."


def test_the_strict_format() -> None:
    draft = docx(paragraph(run("The drug addicts left.")), strict=True)
    copy = reviewed(draft, WISH)
    assert accepted(copy.data) == "The people who use drugs left."
    rejected_is_the_draft(draft, copy.data)
    added = independent.parts(copy.data)
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in added["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in added["word/_rels/document.xml.rels"]
    assert b"schemas.openxmlformats.org/wordprocessingml" not in added["word/document.xml"]


def test_two_that_overlap_are_not_both_changed() -> None:
    draft = docx(paragraph(run("The drug addicts left.")))
    copy = reviewed(draft, {"drug addicts": "people who use drugs", "addicts left": "people went"})
    assert (copy.changed, copy.commented) == (1, 2)
    assert [each.reason for each in copy.declined] == ["Another change takes the place of some of these words."]


BEGINNINGS = (
    b'<?xml version="1.0" encoding="UTF-8"?>',
    b"<?xml version='1.0' encoding='utf-8' standalone='yes'?>\r\n<!--made by hand-->",
    b'\xef\xbb\xbf<?xml version="1.0"?>\n',
    b"\xef\xbb\xbf",
    b"",
)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_what_stands_before_the_text_is_kept(beginning: bytes) -> None:
    draft = docx(paragraph(run("The drug addicts left the café.")))
    content = independent.parts(draft)["word/document.xml"].replace(BEGINNINGS[0], beginning)
    content = content.replace(b"<w:document ", b'<w:document mc:Ignorable="w14" xmlns:w14="urn:w14" ')
    copy = independent.parts(reviewed(with_parts(draft, {"word/document.xml": content}), WISH).data)["word/document.xml"]
    assert copy.startswith(beginning + b"<w:document ")
    assert b'mc:Ignorable="w14"' in copy
    assert b'xmlns:w14="urn:w14"' in copy


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1"])
def test_other_encodings_become_utf_8(encoding: str) -> None:
    draft = docx(paragraph(run("The drug addicts left the café.")))
    content = independent.parts(draft)["word/document.xml"].decode().replace("UTF-8", encoding).encode(encoding)
    draft = with_parts(draft, {"word/document.xml": content})
    copy = reviewed(draft, WISH)
    assert accepted(copy.data) == "The people who use drugs left the café."
