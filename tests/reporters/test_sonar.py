"""SonarQube's generic issues: rules first, columns from 0 in UTF-16."""

from __future__ import annotations

from dataclasses import replace

from stigmalint.findings import Report, Severity
from tests.reporters.made import EVERYTHING, LABEL, VERB
from tests.reporters.parsing import parsed


def test_a_finding() -> None:
    (issue,) = parsed(Report(1, (replace(VERB, place=replace(VERB.place, utf16=(13, 27))),)), "sonar")["issues"]
    assert issue["primaryLocation"]["textRange"] == {"startLine": 12, "endLine": 12, "startColumn": 12, "endColumn": 26}


def test_a_word_file_has_a_first_line_only() -> None:
    (issue,) = parsed(Report(1, (LABEL,)), "sonar")["issues"]
    assert issue["primaryLocation"]["textRange"] == {"startLine": 1}


def test_every_issue_has_its_rule_and_each_rule_the_worst_severity() -> None:
    report = parsed(replace(EVERYTHING, findings=(*EVERYTHING.findings, replace(LABEL, severity=Severity.ADVICE))), "sonar")
    rules = {rule["id"]: rule["impacts"][0]["severity"] for rule in report["rules"]}
    assert rules == {
        "addict": "HIGH",
        "moral-failing": "HIGH",
        "clean-person": "LOW",
        "abuse-substances": "MEDIUM",
        "not-checked": "HIGH",
    }
    assert {issue["ruleId"] for issue in report["issues"]} == set(rules)
