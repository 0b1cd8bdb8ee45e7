"""Code Quality: one array, and a fingerprint of its own for each entry that does not change as lines move."""

from __future__ import annotations

from dataclasses import replace

from stigmalint.document import Place
from stigmalint.findings import Report, Skipped, with_fingerprints
from tests.reporters.made import EVERYTHING, VERB
from tests.reporters.parsing import parsed


def test_an_entry() -> None:
    (issue,) = parsed(Report(1, with_fingerprints((VERB,))), "gitlab")
    assert (issue["check_name"], issue["severity"]) == ("abuse-substances", "minor")
    assert issue["location"] == {"path": "docs/visits.md", "lines": {"begin": 12, "end": 12}}


def test_fingerprints_tell_equal_findings_apart_and_do_not_know_lines() -> None:
    moved = replace(VERB, place=Place(line=80, column=12, end_line=80, end_column=26))
    before, after = (parsed(Report(1, with_fingerprints(found)), "gitlab") for found in ((VERB, VERB), (moved, moved)))
    assert [issue["fingerprint"] for issue in before] == [issue["fingerprint"] for issue in after]
    assert len({issue["fingerprint"] for issue in before}) == 2


def test_two_reasons_for_one_file_are_two_entries() -> None:
    skipped = (Skipped("a.pdf", "page 1 has no text"), Skipped("a.pdf", "page 2 has no text"))
    issues = parsed(Report(1, (), skipped), "gitlab")
    assert len({issue["fingerprint"] for issue in issues}) == 2
    assert {issue["severity"] for issue in issues} == {"critical"}


def test_a_word_file_stands_at_its_first_line() -> None:
    issues = parsed(EVERYTHING, "gitlab")
    assert {issue["location"]["lines"]["begin"] for issue in issues if issue["location"]["path"].endswith("docx")} == {1}
