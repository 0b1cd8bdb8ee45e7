"""JSON Lines: the records of the JSON report, one to a line."""

from __future__ import annotations

import json

from stigmalint import __version__
from stigmalint.findings import Kind, Report
from stigmalint.reporters import render
from stigmalint.terminal import Look
from tests.reporters.made import EVERYTHING, LABEL, finding
from tests.reporters.parsing import parsed


def test_the_records_are_those_of_the_json_report() -> None:
    whole = json.loads(render(EVERYTHING, "json", Look()))
    lines = parsed(EVERYTHING, "jsonl")
    assert [line for line in lines if line.pop("type") == "finding"] == whole["findings"]


def test_types_and_the_end() -> None:
    report = Report(1, (LABEL,), EVERYTHING.skipped, (finding("Nobody is sent away.", "Nobody", kind=Kind.SUPPORT),))
    lines = parsed(report, "jsonl")
    assert [line["type"] for line in lines] == ["finding", "strength", "skipped", "end"]
    assert lines[-1] == {
        "type": "end",
        "format": 1,
        "tool": {"name": "stigmalint", "version": __version__},
        "checked": 1,
        "findings": 1,
        "skipped": 1,
    }
