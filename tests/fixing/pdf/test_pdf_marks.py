"""Marks lie on the very words, on pages of every kind, and everything else of a PDF stays as it was."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from stigmalint.errors import Refused
from stigmalint.fixing import Wishes
from stigmalint.fixing.pdf import review
from tests.fixing.pdf.marked import WISHES, drawn, marks, reported, reviewed, word_boxes
from tests.readers.pdf_builder import Setting, lines, pdf
from tests.readers.pdf_builder import drawn as pages

TEXT = [
    "Visitors may come between two and five. " * 6 + "The drug addict may stay, and so may a drug addict with a dog.",
    "Nobody is asked about substance abuse at the door. " * 9,
    "Addicts are " + "welcome " * 40,
]
SETTINGS = {
    "one column": Setting(),
    "two columns": Setting(columns=2),
    "two columns written across": Setting(columns=2, across=True),
    "a word at a time": Setting(words=True),
    "turned": Setting(rotate=90),
    "upside down": Setting(rotate=180),
    "turned and cropped": Setting(rotate=270, crop=(40.0, 200.0, 560.0, 800.0)),
    "cropped": Setting(crop=(40.0, 200.0, 560.0, 800.0)),
}
MARKED = {"drug", "addict", "addict,", "substance", "abuse", "Addicts", "a"}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_the_words_are_tinted_and_nothing_else(setting: Setting, tmp_path: Path) -> None:
    before = pdf(TEXT, setting)
    after = reviewed(before).data
    changed = (
        ImageChops.difference(drawn(before, tmp_path), drawn(after, tmp_path))
        .convert("L")
        .point(lambda value: 255 if value else 0)
    )
    outside = changed.copy()
    words = [(text, box) for text, box in word_boxes(before, tmp_path) if text in MARKED]
    assert len(words) > 20
    for text, (left, top, right, bottom) in words:
        room = (right - left) / 4, (bottom - top) / 4
        inside = changed.crop((round(left + room[0]), round(top + room[1]), round(right - room[0]), round(bottom - room[1])))
        if text != "a":
            assert sum(inside.histogram()[128:]) > 0.5 * inside.width * inside.height, text
        outside.paste(0, (int(left) - 3, int(top) - 3, int(right) + 5, int(bottom) + 5))
    assert outside.getbbox() is None


def test_a_mark_says_who_why_and_what_to_write() -> None:
    (mark,) = marks(reviewed(pdf(["The addict may stay."])).data)
    assert (mark.page, mark.words, mark.kind, mark.author) == (1, "addict", "Highlight", "stigmalint")
    assert mark.contents.splitlines()[:3] == ["To change: “addict”", "Because.", "Write: person with an addiction"]


def test_a_phrase_over_two_lines_is_one_mark_of_two_boxes() -> None:
    done = reviewed(pages(lines("Nobody may call a guest a drug", "addict in this house.")))
    (mark,) = marks(done.data)
    assert (mark.boxes, mark.words) == (2, "a drug addict")
    assert done.commented == 1


def test_a_word_that_is_broken_at_the_end_of_a_line_is_marked_with_both_halves() -> None:
    found = marks(reviewed(pdf(TEXT, Setting(columns=2, hyphens=True))).data)
    whole = sorted(mark.words.replace(" ", "") for mark in found)
    assert whole == ["Addicts", "adrugaddict", "drugaddict", *["substanceabuse"] * 9]
    assert any(mark.words.split()[0] in ("sub", "subs", "subst", "substa", "substan") for mark in found)


def test_a_phrase_over_two_pages_has_a_mark_on_each() -> None:
    filler = "Visitors may come between two and five in the afternoon. "
    done = reviewed(
        pages(lines(*[filler] * 45, "Nobody may call a guest a drug", top=700, size=10), lines("addict in this house."))
    )
    assert [(mark.page, mark.words) for mark in marks(done.data)] == [(1, "a drug"), (2, "addict")]
    assert done.commented == 1


def test_the_draft_is_the_beginning_of_the_copy() -> None:
    before = pdf(TEXT)
    assert reviewed(before).data.startswith(before)
    assert not reviewed(before).remarks


def test_the_same_draft_gives_the_same_marks_and_no_doubles_when_marked_again() -> None:
    once = reviewed(pdf(TEXT)).data
    twice = review(once, reported(once), WISHES).data
    assert marks(twice) == marks(once)


def test_notes_of_others_stay_and_ours_are_no_part_of_the_text() -> None:
    def page(canvas: Canvas) -> None:
        lines("The addict may stay.")(canvas)
        canvas.textAnnotation("The addict again.", Rect=(300, 700, 320, 720), name="theirs")
        canvas.linkURL("https://example.org", (72, 100, 200, 120))

    before = pages(page)
    done = reviewed(before)
    assert (
        [mark.kind for mark in marks(done.data, ours=False)]
        == [mark.kind for mark in marks(before, ours=False)]
        == ["Text", "Link"]
    )
    assert {mark.kind: mark.contents.splitlines()[0] for mark in marks(done.data)} == {
        "Highlight": "To change: “addict”",
        "Text": "To change: “addict”",  # at the note of somebody else
    }
    assert [finding.matched for finding in reported(done.data).findings] == ["addict", "addict"]


class TestEncrypted:
    def test_a_file_that_can_be_read_without_a_password_stays_encrypted(self) -> None:
        before = pages(lines("The addict may stay."), owner="secret")
        done = reviewed(before)
        assert done.data.startswith(before)
        assert marks(done.data)[0].contents.startswith("To change: “addict”")
        assert b"To change" not in done.data[len(before) :]

    def test_one_that_allows_no_notes_is_refused(self) -> None:
        before = restricted(lines("The addict may stay."))
        with pytest.raises(Refused, match="its author allows no notes in it"):
            reviewed(before)


def restricted(page: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("", ownerPassword="secret", canAnnotate=0, canModify=0))
    page(canvas)
    canvas.save()
    return out.getvalue()


def test_a_signed_draft_is_marked_and_the_remarks_say_what_viewers_will() -> None:
    done = reviewed(signed(pages(lines("The addict may stay."))))
    assert done.remarks == ("The draft is signed; viewers will say that the copy was changed after it was signed.",)
    assert len(marks(done.data)) == 1


def signed(data: bytes) -> bytes:
    """The file with a field for a signature that is filled in, appended as a signing program appends it."""
    size, root, pages_object = 40, 41, int(data.split(b"/Pages ")[1].split()[0])
    objects = {
        root: b"<< /Type /Catalog /Pages %d 0 R /AcroForm << /Fields [42 0 R] /SigFlags 3 >> >>" % pages_object,
        42: b"<< /FT /Sig /T (Signature) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /V 43 0 R >>",
        43: b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 10] /Contents <00> >>",
    }
    out, places = bytearray(data), {}
    for number, item in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n%d %d\n" % (root, len(objects)) + b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(objects))
    former = int(data.rsplit(b"startxref", 1)[1].split()[0])
    out += b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size + 4, root, former, start)
    return bytes(out)


def test_only_changes_cannot_be_had() -> None:
    data = pdf(["The addict may stay."])
    with pytest.raises(Refused, match="takes notes and no changes; leave out --changes-only"):
        review(data, reported(data), Wishes(WISHES.when, comments=False))


def test_pdfium_draws_the_marks_too() -> None:
    """It is what Chromium shows PDF files with."""
    before = pdf(["The addict may stay."])
    shown = [
        pypdfium2.PdfDocument(data)[0].render(draw_annots=True).to_pil().convert("RGB")
        for data in (before, reviewed(before).data)
    ]
    box = ImageChops.difference(*shown).getbbox()
    assert box is not None
    assert 25 < box[2] - box[0] < 60
