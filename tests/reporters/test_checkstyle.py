"""Checkstyle: every file that was checked, and in it what was found."""

from __future__ import annotations

from stigmalint.findings import Report
from tests.reporters.made import LABEL, VERB
from tests.reporters.parsing import parsed


def test_files_and_errors() -> None:
    root = parsed(Report(3, (LABEL, VERB), files=("clean.md", "docs/visits.md", "policies/admission.docx")), "checkstyle")
    assert root.get("version") == "4.3"
    assert [(file.get("name"), len(file)) for file in root] == [
        ("clean.md", 0),
        ("docs/visits.md", 1),
        ("policies/admission.docx", 1),
    ]


def test_lines_and_severities() -> None:
    errors = parsed(Report(2, (LABEL, VERB)), "checkstyle").findall(".//error")
    assert [(each.get("line"), each.get("column"), each.get("severity"), each.get("source")) for each in errors] == [
        ("12", "12", "warning", "stigmalint.abuse-substances"),
        ("1", "1", "error", "stigmalint.addict"),
    ]
