"""What a remark says, in which order."""

from __future__ import annotations

from stigmalint.document import Place
from stigmalint.findings import Elements, Kind, Rewrite, Severity
from stigmalint.fixing.remarks import remark
from tests.reporters.made import COUNCIL, FOURTH, JOURNAL, UNDATED, finding

SENTENCE = "Known addicts may visit."


def lines(*args: object, **changes: object) -> list[str]:
    return [str(line) for line in remark(finding(SENTENCE, "addicts", **changes), *args)]


def test_a_remark_gives_reason_wordings_and_sources() -> None:
    assert lines(sources=(COUNCIL, UNDATED)) == [
        "To change: “addicts”",
        "Names a person by a condition. Put the person first.",
        "Write: people with an addiction",
        "or: people who use drugs",
        "Sources: Council of Nurses, A guide to words (2021); House style of the Union of Shelters",
        "More: stigmalint explain addict",
    ]


def test_a_rule_is_told_by_its_parts() -> None:
    told = lines(
        kind=Kind.PROVISION,
        rewrite=Rewrite.PROVISION,
        suggestions=(),
        instead="Offer help first.",
        principle="care without punishment",
        elements=Elements(who="residents", trigger="a positive test", consequence="must leave"),
    )
    assert told[0] == "Rule to change: “addicts”"
    assert told[2:8] == [
        "Who: residents",
        "When: a positive test",
        "Then: must leave",
        "Exception: none stated",
        "Principle: care without punishment",
        "Instead: Offer help first.",
    ]


def test_advice_is_for_the_author_to_consider() -> None:
    told = lines(severity=Severity.ADVICE, note="in a quotation", disputed="Some use it of themselves.")
    assert told[0] == "To consider: “addicts”"
    assert "Note: in a quotation" in told
    assert "Disputed: Some use it of themselves." in told


def test_a_declined_change_is_explained() -> None:
    assert "Note: The words cross a link." in lines("The words cross a link.")


def test_a_remark_that_stands_elsewhere_says_where_the_words_are() -> None:
    there = finding(SENTENCE, "addicts", Place(part="header", paragraph=2))
    assert str(remark(there, elsewhere=True)[0]) == "To change: “addicts”, header, paragraph 2"


def test_of_a_long_rule_beginning_and_end_are_quoted() -> None:
    rule = "Any guest who brings drugs or alcohol of whatever kind into the house, or smells of them, loses the bed that night"
    (title, *_) = remark(finding(f"{rule}.", rule))
    assert title.text == "“Any guest who brings drugs or alcohol of … smells of them, loses the bed that night”"


def test_of_many_sources_the_first_are_named() -> None:
    told = lines(sources=(COUNCIL, JOURNAL, FOURTH, UNDATED))
    assert next(line for line in told if line.startswith("Sources")).endswith("Plain speaking (2024); and 1 more")
