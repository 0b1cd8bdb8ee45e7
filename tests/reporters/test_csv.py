"""The table: a line for each finding, and no cell that a spreadsheet would run."""

from __future__ import annotations

import pytest

from stigmalint.findings import Report
from stigmalint.reporters import render
from stigmalint.terminal import Look
from tests.reporters.made import ADVICE, EVERYTHING, finding
from tests.reporters.parsing import parsed


def test_the_columns() -> None:
    row = next(row for row in parsed(EVERYTHING, "csv") if row["term"] == "clean-person")
    assert list(row)[:6] == ["path", "place", "line", "column", "page", "severity"]
    assert (row["place"], row["line"], row["page"]) == ("page 4, paragraph 2", "", "4")
    assert row["write"] == "in remission | not using drugs"
    assert row["sentence"] == ADVICE.sentence


def test_lines_end_as_the_standard_has_it_and_the_encoding_is_marked() -> None:
    text = render(EVERYTHING, "csv", Look())
    assert text.startswith("\ufeffpath,")
    assert text.count("\r\n") == text.count("\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "\x00=", " =", "＝", "＋", "－", "＠"])
def test_a_formula_becomes_text(start: str) -> None:
    (row,) = parsed(Report(1, (finding(f"{start}HYPERLINK(1) addict", "addict", path=f"{start}x.md"),)), "csv")
    for cell in (row["sentence"], row["path"]):
        assert cell[0] not in "=+-@\t\r\n\x00＝＋－＠ "
