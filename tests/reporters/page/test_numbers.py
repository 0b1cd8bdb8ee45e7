"""The numbers at the head of a page."""

from __future__ import annotations

from stigmalint.reporters.page.numbers import Numbers, Tally, by_pack, by_severity, numbers_of
from tests.reporters.drafts import GUESTS, WHOLE
from tests.reporters.made import EVERYTHING


def test_findings_are_counted_by_what_they_are() -> None:
    assert numbers_of(WHOLE.findings, [GUESTS]) == Numbers(56, 3, 2, 1)


def test_the_rate_is_for_a_thousand_words() -> None:
    assert Numbers(2000, 1, 1, 1).rate == "1.5"
    assert Numbers(0, 1, 1, 1).rate == ""


def test_severities_make_one_bar() -> None:
    tallies = by_severity(EVERYTHING.findings)
    assert [(tally.name, tally.count, tally.start) for tally in tallies] == [
        ("error", 3, 0),
        ("warning", 1, 60),
        ("advice", 1, 80),
    ]
    assert sum(tally.part for tally in tallies) == 100


def test_packs_are_measured_against_the_largest() -> None:
    assert by_pack(WHOLE.findings) == (Tally("substance-use", 5, 100), Tally("policy-provision", 1, 20))
    assert by_pack(()) == ()
