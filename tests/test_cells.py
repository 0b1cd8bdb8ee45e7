"""No cell is a formula, and plain text stays as it is."""

from __future__ import annotations

import pytest

from stigmalint.cells import safe


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\x00", " =", "\u00a0@", "＝", "＋", "－", "＠"])
def test_what_could_be_run_begins_with_an_apostrophe(start: str) -> None:
    assert safe(f"{start}cmd()") == f"'{start}cmd()"


@pytest.mark.parametrize(("cell", "made"), [("a;=1;b", "a;'=1;b"), ("=1;\t@2", "'=1;'\t@2"), ("a; -b", "a;' -b")])
def test_a_semicolon_may_begin_a_cell_too(cell: str, made: str) -> None:
    assert safe(cell) == made


@pytest.mark.parametrize("cell", ["", "5 = five", "a-b", "a; b", "e@example.org", "'quoted'", " blank"])
def test_anything_else_stays(cell: str) -> None:
    assert safe(cell) == cell
