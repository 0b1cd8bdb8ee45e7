"""Turn the words of a shelter's guest agreement into a Word file with every part that real ones have.

Run ``python -m tests.examples.make_docx`` to write ``examples/shelter-guest-agreement.docx`` again. The surprise: wordings
are split over runs, as Word leaves them after an edit, and one stands in a text box that Word stores twice.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.examples import word_parts

TARGET = Path(__file__).parents[2] / "examples" / "shelter-guest-agreement.docx"
WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TEAL = RGBColor(0x1F, 0x5C, 0x66)

LOSS_OF_BED = (
    ("What happened", "First time", "Second time"),
    ("Smoking indoors", "A reminder", "Written warning"),
    ("Dirty urine", "Written warning", "Bed lost for 30 days"),
    ("Needles found in a locker", "Bed lost for 30 days", "Barred for one year"),
    ("Violence or threats", "Bed lost for 30 days", "Barred for one year"),
)


def make() -> bytes:
    """The whole file, the same bytes at every call with the same python-docx."""
    document = Document()
    _set_up(document)
    _welcome(document)
    _who_can_stay(document)
    _house_rules(document)
    _loss_of_bed(document)
    _support(document)
    _signature(document)
    saved = io.BytesIO()
    document.save(saved)
    return _with_fixed_times(saved.getvalue())


def _set_up(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(7)
    for name, size in (("Title", 26), ("Heading 1", 15), ("Heading 2", 12)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = "Calibri", Pt(size), TEAL
    section.header.paragraphs[0].text = "Lantern House – a clean and sober shelter since 1998"
    _page_number(section.footer.paragraphs[0])
    document.part.relate_to(
        Part(PackURI("/word/footnotes.xml"), word_parts.FOOTNOTES_TYPE, word_parts.FOOTNOTES.encode(), document.part.package),
        RELATIONSHIP_TYPE.FOOTNOTES,
    )
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "Guest agreement", "Lantern House", ""
    properties.created = properties.modified = WHEN


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("Guest agreement, draft 5 – page ")
    paragraph._p.append(parse_xml(word_parts.PAGE_FIELD))


def _welcome(document: WordDocument) -> None:
    document.add_paragraph("Guest agreement", style="Title")
    document.add_paragraph(
        "Lantern House offers a bed, a warm meal and a shower to people who have nowhere else to go tonight. Clean towels and "
        "clean drinking water are at the desk. Please read this agreement with a member of staff and sign it before your first"
        " night."
    )
    boxed = document.add_paragraph()
    boxed._p.append(parse_xml(word_parts.TEXT_BOX))


def _who_can_stay(document: WordDocument) -> None:
    document.add_heading("Who can stay", level=1)
    rule = document.add_paragraph("We are a small house with one member of staff at night, so we cannot offer a bed to ")
    rule.add_run("add")
    rule.add_run("icts")
    rule.add_run(" who are still using or to anyone who is intoxicated at the door.")
    waiting = document.add_paragraph("An alcoholic may stay after seven sober days.")
    waiting._p.append(parse_xml(word_parts.FOOTNOTE_REFERENCE))
    waiting.add_run(" Guests on methadone or buprenorphine hand in their medication at the desk: this is a drug-free house.")
    review = document.add_paragraph()
    former = review.add_run("Former drug addicts need a letter from their counselor. ")
    review.add_run("A letter is not needed from guests who come to us from a hospital.")
    document.add_comment(
        former, "Can we drop this line? Most former addicts I meet do not have a counselor.", author="Night desk", initials="ND"
    )


def _house_rules(document: WordDocument) -> None:
    document.add_heading("House rules", level=1)
    document.add_paragraph("Everybody in the house can expect the following from everybody else:")
    _numbered(document, "No verbal, physical or sexual abuse of guests, neighbors or staff.")
    _numbered(document, "Quiet from ten at night. Keep your bed, your locker and the kitchen clean.")
    _numbered(document, "Drug abuse in or near the house means the loss of your bed that night.")
    hand_rub = _numbered(document, "Use the alcoholic hand rub at the door. ")
    remark = hand_rub.add_run("It is not for drinking.")
    document.add_comment(
        remark, "Please no jokes about “drunks” in the posters we make of this.", author="Day team", initials="DT"
    )
    changed = document.add_paragraph("Lockers are opened once a week, because ")
    for xml in word_parts.CHANGED_WORDS:
        changed._p.append(parse_xml(xml))
    changed.add_run(" may bring needles into the house.")


def _numbered(document: WordDocument, text: str) -> Paragraph:
    return document.add_paragraph(text, style="List Number")


def _loss_of_bed(document: WordDocument) -> None:
    document.add_heading("Loss of your bed", level=1)
    document.add_paragraph("Staff write down what happened, and you may ask for a second look by the manager.")
    table = document.add_table(rows=0, cols=3, style="Light Grid Accent 5")
    for words in LOSS_OF_BED:
        for cell, text in zip(table.add_row().cells, words, strict=True):
            _fill(cell, text)
    document.add_paragraph().paragraph_format.space_after = Pt(2)
    document.add_paragraph(
        "Guests who refuse a test are counted as dirty. A guest who relapses may apply again after thirty days."
    )


def _fill(cell: _Cell, text: str) -> None:
    cell.text = text
    cell.paragraphs[0].paragraph_format.space_after = Pt(3)


def _support(document: WordDocument) -> None:
    document.add_heading("Support while you stay", level=1)
    document.add_heading("In the house", level=2)
    document.add_paragraph(
        "Alcoholics Anonymous meets in the dining room on Tuesdays. Child abuse and elder abuse are reported to the county, "
        "as the law asks of us."
    )
    document.add_heading("Elsewhere", level=2)
    reading = document.add_paragraph(
        "Leaflets from the National Institute on Drug Abuse lie at the desk, and the county keeps a "
    )
    target = document.part.relate_to("https://county.example/services/drug-abuse", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    reading._p.append(parse_xml(word_parts.HYPERLINK.format(target=target)))
    reading.add_run(" of services. Nobody needs to be ashamed: addiction is not a weakness of character, and asking is a start.")


def _signature(document: WordDocument) -> None:
    document.add_heading("What I agree to", level=1)
    document.element.body.insert(len(document.element.body) - 1, parse_xml(word_parts.CONTENT_CONTROL))
    signed = document.add_paragraph()
    signed.paragraph_format.space_before = Pt(24)
    signed.add_run("Guest: ______________________________        Date: ________________")
    signed._p.find(qn("w:r")).find(qn("w:t")).set(qn("xml:space"), "preserve")


def _with_fixed_times(saved: bytes) -> bytes:
    """The same package with every member dated alike, so that making it again changes nothing."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=(2026, 3, 2, 9, 30, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, _with_fixed_comment_dates(name, source.read(name)))
    return fixed.getvalue()


def _with_fixed_comment_dates(name: str, member: bytes) -> bytes:
    if name != "word/comments.xml":
        return member
    return re.sub(rb'w:date="[^"]*"', WHEN.strftime('w:date="%Y-%m-%dT%H:%M:%SZ"').encode(), member)


if __name__ == "__main__":
    TARGET.write_bytes(make())
    sys.stdout.write(f"wrote {TARGET.name}\n")
