"""A copy that lost anything is never handed over, and a file made to hurt is dealt with in a process of its own."""

from __future__ import annotations

from base64 import b64decode

import pytest

from stigmalint.errors import Refused, Unreadable
from stigmalint.fixing import pdf as module
from stigmalint.fixing.pdf import review
from stigmalint.fixing.pdf.annotating import Draft
from stigmalint.fixing.pdf.serving import open as opened
from tests.fixing.pdf.marked import WISHES, marks, reported
from tests.readers.pdf_builder import pdf

DRAFT = pdf(["The addict may stay."])
MARK = {"page": 1, "spans": [[4, 10]], "colour": [255, 0, 0], "subject": "s", "contents": "c", "id": "stigmalint-1"}
QUESTION = {"author": "stigmalint", "date": "D:20260304050607Z", "marks": [MARK]}


def answer(**changes: object) -> dict:
    """What the worker's module answers, in this very process."""
    return opened(DRAFT).answer({**QUESTION, **changes})


def test_what_is_appended_makes_the_copy() -> None:
    told = answer()
    assert (told["appended"], told["signed"], told["placeless"]) == (True, False, 0)
    (mark,) = marks(DRAFT + b64decode(told["written"]))
    assert (mark.words, mark.contents) == ("addict", "c")


def test_words_without_a_place_have_a_note_in_a_corner() -> None:
    told = answer(marks=[{**MARK, "spans": []}])
    assert told["placeless"] == 1
    (mark,) = marks(DRAFT + b64decode(told["written"]))
    assert mark.kind == "Text"


def test_where_nothing_can_be_appended_the_file_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Draft.saved
    monkeypatch.setattr(Draft, "saved", lambda self, *, appended: b"%PDF-" if appended else real(self, appended=False))
    told = answer()
    assert told["appended"] is False
    assert len(marks(b64decode(told["written"]))) == 1


@pytest.mark.parametrize("loss", ["everything", "a page", "the marks"])
def test_a_copy_that_lost_something_is_refused(monkeypatch: pytest.MonkeyPatch, loss: str) -> None:
    copies = {"everything": b"", "a page": pdf(["Another text."]), "the marks": DRAFT}
    monkeypatch.setattr(Draft, "saved", lambda self, *, appended: copies[loss])
    assert answer() == {"refused": "damage"}


def test_the_remarks_say_what_was_done_to_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"written": "YWJj", "appended": False, "signed": False, "placeless": 2}
    monkeypatch.setattr(module, "ask_in_worker", lambda *_: told)
    done = review(DRAFT, reported(DRAFT), WISHES)
    assert done.data == b"abc"
    assert "written anew" in done.remarks[0]
    assert "Where the words of 2 findings stand" in done.remarks[1]


@pytest.mark.parametrize(
    "told", [{}, [], None, {"refused": "damage"}, {"written": "*", "appended": True, "signed": False, "placeless": 0}]
)
def test_an_answer_that_makes_no_sense_is_a_refusal(monkeypatch: pytest.MonkeyPatch, told: object) -> None:
    monkeypatch.setattr(module, "ask_in_worker", lambda *_: told)
    with pytest.raises(Refused, match="cannot be marked without damage; “stigmalint review --html”"):
        review(DRAFT, reported(DRAFT), WISHES)


def test_a_file_that_takes_too_long_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object) -> None:
        raise Unreadable("The file took longer than 60 seconds to read.")

    monkeypatch.setattr(module, "ask_in_worker", late)
    with pytest.raises(Refused, match="took longer than 60 seconds"):
        review(DRAFT, reported(DRAFT), WISHES)


def test_a_damaged_page_is_named() -> None:
    with pytest.raises(LookupError):
        answer(marks=[{**MARK, "page": 7}])
    with pytest.raises(Unreadable):
        Draft(b"%PDF-1.7")
