"""Counts and citations, as every report for people says them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stigmalint.findings import Elements, Kind, Report, Severity, Skipped, Suppressed
from stigmalint.reporters.saying import RulePart, cited, count, passed_over, rule_parts, totals, verb, verdict
from tests.reporters.made import ADVICE, FRAMING, LABEL, UNDATED, VERB

RULE = replace(LABEL, kind=Kind.PROVISION, elements=Elements(who="guests", consequence="lose their bed"))


@pytest.mark.parametrize(("number", "said"), [(0, "0 rules"), (1, "1 rule"), (2, "2 rules"), (1200, "1,200 rules")])
def test_numbers_agree_with_their_noun(number: int, said: str) -> None:
    assert count(number, "rule") == said


def test_verbs_agree_with_their_number() -> None:
    assert (verb(1, "help"), verb(2, "help")) == ("helps", "help")
    assert (verb(1, "punish"), verb(2, "punish")) == ("punishes", "punish")


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([LABEL], "1 wording to change"),
        ([LABEL, RULE, RULE, ADVICE], "1 wording and 2 rules to change, 1 to consider"),
        ([ADVICE, replace(RULE, severity=Severity.ADVICE)], "1 wording and 1 rule to consider"),
    ],
)
def test_what_is_to_change_stands_before_what_is_to_consider(findings: list, said: str) -> None:
    assert totals(findings) == said


def test_what_was_not_read_is_never_called_clean() -> None:
    report = Report(1, (VERB,), (Skipped("a.pdf", "it is empty"),))
    assert verdict(report) == "Checked 1 document: 1 wording to change; 1 document not fully checked."
    assert verdict(replace(report, findings=())).startswith("Checked 1 document: nothing to change in what was read;")


def test_a_citation_names_three() -> None:
    assert cited(LABEL) == "Council of Nurses, 2021; Journal of Careful Writing, 2019"
    assert cited(FRAMING).endswith("; and 1 more")
    assert cited(replace(LABEL, sources=(UNDATED,))) == "Union of Shelters"


def test_a_rule_says_what_it_states_and_whether_it_has_an_exception() -> None:
    assert rule_parts(RULE) == (RulePart("Who", "guests"), RulePart("Then", "lose their bed"), RulePart("Exception", ""))


def test_what_is_passed_over_is_counted() -> None:
    report = Report(1, suppressed=(Suppressed(LABEL, "", "line 3"),) * 2)
    assert passed_over(report) == ["2 findings are passed over as the authors ask."]
    assert passed_over(Report(1)) == []
