"""One line about a finding: what, why, what to write, and in Word and PDF also where."""

from __future__ import annotations

from stigmalint.document import Place
from stigmalint.reporters.messages import message, offer, shortened
from tests.reporters.made import ADVICE, FRAMING, LABEL_AGAIN, VERB, finding


def test_with_a_line_the_place_goes_without_saying() -> None:
    assert message(VERB) == (
        "“abused alcohol”: “Abuse” carries the sense of wrongdoing; “use” says what happens. Write “used alcohol”."
    )


def test_word_and_pdf_come_with_place_and_sentence() -> None:
    assert message(ADVICE) == (
        "page 4, paragraph 2: “clean”: If one state is clean, the other is dirty. Write “in remission” or “not using drugs”."
        " (in a quotation) Sentence: “He has stayed clean since March,” the letter says."
    )
    assert message(LABEL_AGAIN).endswith("for whatever reason was given at the …")


def test_what_cannot_be_put_in_is_advised() -> None:
    assert offer(FRAMING) == ""
    assert "Say what the condition is and what helps" in message(FRAMING)


def test_a_sentence_that_is_all_found_is_not_said_twice() -> None:
    assert "Sentence" not in message(finding("Addicts leave.", "Addicts leave", Place(paragraph=1)))


def test_a_long_wording_loses_its_middle() -> None:
    shown = shortened("residents who " + "very " * 40 + "often leave at once")
    assert shown.startswith("residents who very")
    assert " … " in shown
    assert shown.endswith("leave at once")
    assert len(shown) < 100
