import pytest

from stigmalint.document import BlockKind
from tests.small_wordlists import ADDICT, document_of, matched, term

ABUSE = term('noun = ["drug abuse"]\nprefer = ["drug use"]', "abuse")


@pytest.mark.parametrize(
    "text",
    [
        "The Institute on Drug Abuse paid for it.",
        "Under the Drug Abuse and Recovery Act of 1983 the county pays.",
        "They gave the Drug Abuse Screening Test to all.",
        "The National Addict Fund and the Journal of Drug Abuse agree.",
    ],
)
def test_official_names_pass(text: str) -> None:
    assert matched(text, ABUSE, term(ADDICT)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DRUG ABUSE POLICY ACT NOW", ["DRUG ABUSE"]),
        ("Drug Abuse in Our County", ["Drug Abuse"]),
        ("Addicts must leave. The Act says so.", ["Addicts"]),
        ("Under the Act drug abuse is a crime.", ["drug abuse"]),
    ],
)
def test_capitals_alone_make_no_name(text: str, expected: list[str]) -> None:
    assert matched(text, ABUSE, term(ADDICT)) == expected


def test_a_heading_in_capitals_is_not_a_name_but_a_listed_name_is() -> None:
    heading = document_of("Drug Abuse Program", kind=BlockKind.HEADING)
    assert matched(heading, ABUSE) == ["Drug Abuse"]
    dated = document_of("Drug Abuse Control Act 1971", kind=BlockKind.HEADING)
    assert matched(dated, ABUSE) == []
    listed = document_of("THE NATIONAL ADDICT FUND", kind=BlockKind.HEADING)
    assert matched(listed, term(ADDICT)) == []
