"""The benchmark of extraction reads what it says it reads; how long that takes is no test's business."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.extraction.contestants import CONTESTANTS
from benchmarks.extraction.fidelity import fidelity
from benchmarks.extraction.measure import memory
from tests.tools import ROOT, program

EXAMPLES = {suffix: sorted((ROOT / "examples").glob(f"*{suffix}")) for suffix in CONTESTANTS}
NAMES = [(suffix, name) for suffix, found in CONTESTANTS.items() for name in found]


@pytest.mark.parametrize(("suffix", "name"), NAMES, ids=" ".join)
def test_every_contestant_reads_the_example(suffix: str, name: str) -> None:
    if name == "pdftotext":
        program("pdftotext")
    path = EXAMPLES[suffix][0]
    CONTESTANTS[suffix][name]()(path.read_bytes(), path)


@pytest.mark.parametrize("suffix", CONTESTANTS)
def test_the_examples_are_read_faithfully(suffix: str) -> None:
    program("pdftotext")
    found = fidelity(EXAMPLES[suffix])
    assert found.opened == found.files > 0
    assert found.back == found.pieces > 0
    assert found.low == 0
    assert found.median > 0.97


@pytest.mark.skipif(not hasattr(os, "fork"), reason="what a process of its own took is asked of Unix")
def test_costs_are_taken_in_processes_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert min(memory(".md", "our whole reader", EXAMPLES[".md"])) > 0


def test_a_folder_becomes_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from benchmarks.extraction import __main__ as table  # noqa: PLC0415  the test replaces what it measures with

    monkeypatch.setattr(table, "cpu", lambda suffix, name, paths, rounds: 2.0)
    monkeypatch.setattr(table, "memory", lambda suffix, name, paths: [3 << 20])
    (tmp_path / "a.md").write_text("# A title\n\nSome words.\n", "utf-8")
    text = "\n".join(table.tables(tmp_path, 1))
    assert "| markdown-it-py | 2.00 | 1.00 |" in text
    assert "Opened 1 of 1." in text
    assert "Most memory for one file: 3 MB." in text
    assert "PDF" not in text
