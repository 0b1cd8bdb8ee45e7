"""JUnit: red for a finding, an error for a file that was not checked, and never zero tests."""

from __future__ import annotations

from stigmalint.findings import Report, Skipped
from tests.reporters.made import ADVICE, EVERYTHING, VERB
from tests.reporters.parsing import parsed


def test_suites_are_files_and_tests_are_findings() -> None:
    root = parsed(EVERYTHING, "junit")
    counts = {suite.get("name"): (suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in root}
    assert counts == {
        "docs/visits.md": ("1", "1", "0"),
        "notes/scan.pdf": ("1", "0", "1"),
        "policies/admission.docx": ("4", "3", "0"),
    }


def test_a_finding() -> None:
    (case,) = parsed(Report(1, (VERB,)), "junit").iter("testcase")
    assert dict(case.attrib) == {"name": "abuse-substances: line 12, column 12", "classname": "docs/visits.md"}
    assert case[0].get("type") == "warning"
    assert case[0].text == "docs/visits.md, line 12, column 12: Two guests abused alcohol that week."


def test_advice_passes_and_can_be_read() -> None:
    (case,) = parsed(Report(1, (ADVICE,)), "junit").iter("testcase")
    assert [child.tag for child in case] == ["system-out"]
    assert "in remission" in case[0].text


def test_a_clean_file_is_a_test_that_passed() -> None:
    (case,) = parsed(Report(1, files=("a.md",)), "junit").iter("testcase")
    assert (case.get("classname"), case.get("name"), list(case)) == ("a.md", "nothing to change", [])


def test_a_file_that_was_not_checked_is_never_green() -> None:
    (suite,) = parsed(Report(1, (), (Skipped("a.pdf", "it is \x00broken"),), files=("a.pdf",)), "junit")
    assert (suite.get("tests"), suite.get("errors")) == ("1", "1")
    assert suite[0].get("name") == "not-checked: in the document"
    assert suite[0][0].get("message") == "Not fully checked: it is ␀broken"
