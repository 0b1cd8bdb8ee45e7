import pytest

from tests.small_wordlists import ADDICT, matched, term

FAILING = term(
    'kind = "framing"\nrewrite = "reframe"\ninstead = "Say what helps."\nnoun = ["moral failing", "choice"]', "failing"
)


@pytest.mark.parametrize(
    "text",
    [
        "Addiction is not a moral failing.",
        "Addiction is never a choice.",
        "The myth that addiction is a moral failing keeps people away.",
        "We reject the idea that it is a choice.",
        "For decades drinking was seen as a moral failing.",
        "Treat it as illness rather than as a moral failing.",
        "Calling it a choice has cost lives.",
        "Neither a moral failing nor a choice.",
        "Many still believe that addiction is a choice.",
        "In the news addiction is too often portrayed as a choice.",
        "People who drink are often called weak, and addiction a choice.",
    ],
)
def test_framing_that_the_author_turns_down_passes(text: str) -> None:
    assert matched(text, FAILING) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Addiction is a moral failing.", "moral failing"),
        ("Addiction is not only a moral failing.", "moral failing"),
        ("It is never too late to see it as a choice.", "choice"),
        ("Addiction is not a disease but a choice.", "choice"),
        ("We do not judge, but addiction is a choice.", "choice"),
        ("There is no doubt that it is a choice.", "choice"),
        ("We believe that addiction is a choice.", "choice"),
        ("It sends the wrong message that using is a choice.", "choice"),
    ],
)
def test_framing_that_the_author_asserts_is_found(text: str, expected: str) -> None:
    assert expected in matched(text, FAILING)


def test_a_label_is_not_protected_by_negation() -> None:
    assert matched("We do not serve addicts.", term(ADDICT)) == ["addicts"]


def test_a_question_that_is_answered_with_no_passes() -> None:
    assert matched("Is addiction a choice? No. It is an illness.", FAILING) == []
    assert matched("Is addiction a choice? Yes.", FAILING) == ["choice"]
