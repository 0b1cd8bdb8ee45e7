"""``--statistics`` as people see it, and as programs do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from stigmalint.findings import Report
from stigmalint.reporters import render
from stigmalint.terminal import Look
from tests.reporters.made import EVERYTHING
from tests.reporters.parsing import parsed

COUNTED = replace(EVERYTHING, words=(("policies/admission.docx", 4210), ("docs/visits.md", 95), ("clean.md", 120)))


def test_the_tables(golden: Callable[[str, str], None]) -> None:
    text = render(COUNTED, "concise", Look())
    golden("counts.txt", text[text.index("── In numbers") :])


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_programs_get_them_too(format: str) -> None:
    record = parsed(COUNTED, format)
    statistics = (record[-1] if format == "jsonl" else record)["statistics"]
    assert (statistics["findings"], statistics["words"], statistics["rate"]) == (5, 4425, 1.13)
    assert statistics["terms"]["addict"] == 2
    assert statistics["files"][0] == {"path": "policies/admission.docx", "findings": 4, "words": 4210, "rate": 0.95}


def test_nothing_found_has_no_empty_tables() -> None:
    text = render(Report(1, words=(("a.md", 3),)), "text", Look())
    assert "0 findings in 3 words, 0.0 per 1,000 words." in text
    assert "by term" not in text


@pytest.mark.parametrize("format", ["text", "concise", "json"])
def test_nobody_is_counted_unasked(format: str) -> None:
    assert "1,000" not in render(EVERYTHING, format, Look())
    assert "statistics" not in render(EVERYTHING, format, Look())
