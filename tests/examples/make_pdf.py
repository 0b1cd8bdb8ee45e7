"""Turn the words of a clinic's attendance policy into a PDF of two pages, the second in two columns.

Run ``python -m tests.examples.make_pdf`` to write ``examples/clinic-attendance-policy.pdf`` again. The surprise: ``·`` in
the words below marks where a line may end in a hyphen, so that columns break words as a typeset policy does.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Table

TARGET = Path(__file__).parents[2] / "examples" / "clinic-attendance-policy.pdf"
INK, PLUM = HexColor("#222222"), HexColor("#5b2a4e")
WIDTH, HEIGHT = LETTER
MARGIN, GUTTER = 2.4 * cm, 0.9 * cm
COLUMN_FOOT = 12.2 * cm  # empty below the columns, so that they end level

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14.5, spaceAfter=7, textColor=INK)
COLUMN = ParagraphStyle("column", BODY, fontSize=10.2, leading=13.5, alignment=TA_JUSTIFY, embeddedHyphenation=1)
ITEM = ParagraphStyle("item", BODY, leftIndent=16, bulletIndent=4, spaceAfter=4)
HEADING = ParagraphStyle(
    "heading", fontName="Helvetica-Bold", fontSize=13, leading=17, spaceBefore=9, spaceAfter=5, textColor=PLUM, keepWithNext=1
)
TITLE = ParagraphStyle("title", HEADING, fontSize=23, leading=28, spaceAfter=2)
SUBTITLE = ParagraphStyle("subtitle", BODY, fontName="Helvetica", fontSize=10, textColor=HexColor("#666666"), spaceAfter=12)
STYLES = {"# ": TITLE, "~ ": SUBTITLE, "## ": HEADING, "- ": ITEM}

FIRST_PAGE = """\
# Attendance and drug testing

~ Policy 4.2 | opioid treatment program | draft for the policy group, March 2026

## 1. Purpose

Riverside Clinic treats about three hundred people with buprenorphine and methadone. This policy says what we expect
of patients and what patients can expect of us when an appointment or a test does not go as planned.

Many of our patients are poly-substance abusers, and missed visits are common. An addict who misses doses for three
days in a row is at risk of an overdose when the old dose is given again, so the nurse always calls before dosing.

## 2. Appointments

Patients come to the dosing window between 6 and 10 in the morning. Please tell the front desk as early as you can
when work, children or transport get in the way. Three missed appointments in a month lead to a talk with the
counselor.

- Bring a locked box for take-home doses, and keep the box out of reach of children.

- Patients who arrive drunk are not dosed that day and come back the next morning.

- Patients who are non-compliant with counseling lose their take-home doses for four weeks.

## 3. Testing

We use the Drug Abuse Screening Test at intake and a urine test once a month after that. A clean urine earns one more
take-home dose. Patients with two dirty urines in a quarter are discharged, and may apply again after six months.
"""

TAKE_HOME = (
    ("Months in treatment", "Test results", "Take-home doses a week"),
    ("Under 3", "Any", "1"),
    ("3 to 12", "Clean for 60 days", "3"),
    ("Over 12", "Clean for 180 days", "6"),
)

SECOND_PAGE = """\
## 4. Why we test

A test is part of care, like a blood pres·sure read·ing. It helps the team to see whether the dose is right. It does
not tell us whether some·body is trust·worthy, and sub·stance abuse is sel·dom the only thing that a posi·tive result
points to. Pain, sleep, loss and un·safe hous·ing all show up at the dos·ing win·dow first.

Ma·nip·u·la·tive pa·tients are seen by the man·ager and not by the nurse. Please write down what was asked and what
was an·swered; the words “drug seek·ing” do not be·long in a chart.

## 5. When use goes on

Metha·done main·te·nance is not a license to keep using. Pa·tients who choose to abuse ben·zo·di·az·e·pines or
al·co·hol show that they are not ready for treat·ment, and their place is given to some·body on the wait·ing list.

Opioid sub·sti·tu·tion ther·apy works best when a pa·tient is mo·ti·vated. A re·lapse in the first year ends the
take-home plan. No pa·tient is dis·charged for a missed pay·ment, and no one is turned away be·cause of an
in·fec·tion.

## 6. Safety in the building

Keep the in·jec·tion site clean after a de·pot dose, and use the al·co·holic wipes from the tray. Clean water and
clean cups stand be·side the win·dow. Abuse of staff is not ac·cepted, and phys·i·cal abuse or threats are re·ported.

## 7. Families

It is a myth that peo·ple have to hit rock bot·tom be·fore help can work. Par·ents, part·ners and chil·dren of drug
ad·dicts can speak to the so·cial worker on Thurs·days.

## 8. Sources

The test·ing sched·ule fol·lows guid·ance of the Sub·stance Abuse and Men·tal Health Ser·vices Ad·min·is·tra·tion.
Ques·tions go to the pol·icy group, whose next meet·ing is on the first Mon·day in April.
"""


def make() -> bytes:
    """The whole file, the same bytes at every call with the same reportlab."""
    written = io.BytesIO()
    policy = BaseDocTemplate(
        written, pagesize=LETTER, title="Attendance and drug testing", author="Riverside Clinic", invariant=1, lang="en-US"
    )
    policy.addPageTemplates([_one_column(), _two_columns()])
    policy.build([*_flow(FIRST_PAGE, BODY), _table(), NextPageTemplate("two"), PageBreak(), *_flow(SECOND_PAGE, COLUMN)])
    return written.getvalue()


def _flow(words: str, body: ParagraphStyle) -> list[Flowable]:
    """One paragraph for each stretch between blank lines, in the style its first sign asks for."""
    paragraphs = []
    for text in words.split("\n\n"):
        sign = next((sign for sign in STYLES if text.startswith(sign)), "")
        style = STYLES.get(sign, body)
        shown = text.removeprefix(sign).replace("\n", " ").replace("·", "\N{SOFT HYPHEN}")
        paragraphs.append(Paragraph(shown, style, bulletText="•" if style is ITEM else None))
    return paragraphs


def _table() -> Table:
    table = Table([list(row) for row in TAKE_HOME], colWidths=[4.6 * cm, 4.6 * cm, 5.2 * cm], hAlign="LEFT")
    table.setStyle([
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9.5),
        ("FONT", (0, 1), (-1, -1), "Times-Roman", 11),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor("#efe6ec")),
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#b9a7b4")),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
    ])  # fmt: skip
    return table


def _one_column() -> PageTemplate:
    frame = Frame(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN, leftPadding=0, rightPadding=0)
    return PageTemplate("one", [frame], onPage=_furniture)


def _two_columns() -> PageTemplate:
    width = (WIDTH - 2 * MARGIN - GUTTER) / 2
    height = HEIGHT - 2 * MARGIN - COLUMN_FOOT
    lefts = (MARGIN, MARGIN + width + GUTTER)
    frames = [Frame(left, HEIGHT - MARGIN - height, width, height, leftPadding=0, rightPadding=0) for left in lefts]
    return PageTemplate("two", frames, onPage=_furniture)


def _furniture(canvas: Any, policy: BaseDocTemplate) -> None:
    """The running head and the page number."""
    canvas.saveState()
    canvas.setFont("Helvetica", 8.5)
    canvas.setFillColor(HexColor("#666666"))
    canvas.drawString(MARGIN, HEIGHT - 1.6 * cm, "Riverside Clinic")
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 1.6 * cm, "Attendance and drug testing")
    canvas.setStrokeColor(PLUM)
    canvas.line(MARGIN, HEIGHT - 1.8 * cm, WIDTH - MARGIN, HEIGHT - 1.8 * cm)
    canvas.drawCentredString(WIDTH / 2, 1.4 * cm, f"{policy.page} of 2")
    canvas.restoreState()


if __name__ == "__main__":
    TARGET.write_bytes(make())
    sys.stdout.write(f"wrote {TARGET.name}\n")
