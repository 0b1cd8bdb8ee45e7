"""One line for each finding, as editors and people with little room want it."""

from __future__ import annotations

from collections.abc import Callable

from stigmalint.findings import Report
from stigmalint.reporters import render
from stigmalint.terminal import Look
from tests.reporters.made import EVERYTHING


def test_the_report_as_people_see_it(golden: Callable[[str, str], None]) -> None:
    golden("concise.txt", render(EVERYTHING, "concise", Look()))


def test_each_line_carries_place_severity_term_and_what_to_write() -> None:
    lines = render(EVERYTHING, "concise", Look()).splitlines()
    assert lines[0] == "docs/visits.md:12:12: warning abuse-substances “abused alcohol” → “used alcohol”"


def test_plain_signs_where_the_screen_has_no_others() -> None:
    assert " -> " in render(EVERYTHING, "concise", Look(encoding="ascii"))


def test_nothing_to_change() -> None:
    assert render(Report(2), "concise", Look()) == "Checked 2 documents: nothing to change.\n"
