import pytest

from stigmalint.document import BlockKind
from stigmalint.findings import Severity
from tests.small_wordlists import ADDICT, document_of, findings_in, term


@pytest.mark.parametrize(
    "text",
    [
        "“The addicts come here every night and nobody helps them,” a neighbour said.",
        "I am an addict.",
        "I'm a recovering heroin addict and my sons know it.",
        "She describes herself as an addict.",
        "As a former addict myself, I know the way.",
    ],
)
def test_words_of_others_and_about_oneself_are_advice(text: str) -> None:
    (finding,) = findings_in(text, term(ADDICT))
    assert finding.severity is Severity.ADVICE
    assert finding.note


def test_a_block_quotation_is_advice() -> None:
    (finding,) = findings_in(document_of("Addicts should leave.", kind=BlockKind.QUOTATION), term(ADDICT))
    assert finding.severity is Severity.ADVICE


@pytest.mark.parametrize(
    "text", ["The sheriff said addicts crowd the park.", "We do not admit addicts.", "I am tired of addicts.", "He is an addict."]
)
def test_the_author_s_own_choice_of_words_keeps_its_severity(text: str) -> None:
    (finding,) = findings_in(text, term(ADDICT))
    assert finding.severity is Severity.ERROR


def test_self_description_does_not_extend_to_others() -> None:
    first, second = findings_in("I am an addict, and addicts need help.", term(ADDICT))
    assert (first.severity, second.severity) == (Severity.ADVICE, Severity.ERROR)
