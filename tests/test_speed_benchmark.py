"""The benchmark measures what it says it measures. Nothing here asks how long anything takes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.speed import __main__ as table
from benchmarks.speed import made
from benchmarks.speed.measure import Cost, costs
from benchmarks.speed.texts import markdown
from stigmalint import api
from stigmalint.config import Config

posix = pytest.mark.skipif(sys.platform == "win32", reason="the benchmark asks the system as only POSIX can be asked")


def test_clean_text_is_clean_and_dense_text_has_its_findings() -> None:
    assert not api.check_bytes(markdown(20_000).encode(), "a.md", Config()).findings
    assert len(api.check_bytes(markdown(5_000, 10).encode(), "a.md", Config()).findings) >= 10


@posix
def test_a_command_is_charged_with_what_it_does(tmp_path: Path) -> None:
    commands = {"little": [sys.executable, "-c", "pass"], "much": [sys.executable, "-c", "x = b'x' * 10**8"]}
    found = costs(commands, 1, tmp_path)
    assert all(cost.seconds > 0 for cost in found.values())
    assert found["much"].memory > 10**8


def test_the_other_files_are_what_the_rows_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "_LONG", 60)
    monkeypatch.setattr(made, "_PARAGRAPHS", 20)
    monkeypatch.setattr(made, "_LETTERS", 2)
    made.write_others(tmp_path)
    for file in (*tmp_path.glob("*.pdf"), *tmp_path.glob("*.docx"), *tmp_path.glob("letters/*")):
        report = api.check_bytes(file.read_bytes(), file.name, Config())
        assert (report.checked, report.findings, report.skipped) == (1, (), ())
    assert len([*tmp_path.glob("*.pdf"), *tmp_path.glob("letters/*.docx")]) == 4


def test_every_row_of_the_table_has_its_commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(table, "write", lambda folder: None)
    monkeypatch.setattr(table, "_write_others", lambda folder: None)
    monkeypatch.setattr(table, "costs", lambda commands, rounds, folder: dict.fromkeys(commands, Cost(1.0, 2**20, 1.0)))
    monkeypatch.setattr(sys, "argv", ["speed"])
    table.main()
    shown = capsys.readouterr().out
    assert shown.count("| 1.00 |") >= len(table.ROWS)
    assert "Memory at most: 1 MB" in shown
