"""Turn a report into one without what the baseline knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stigmalint.config import Config
from stigmalint.findings import Report
from stigmalint.packs import load_vocabulary


def without_known(report: Report, file: Path, checked: Sequence[str], config: Config) -> Report:
    """The report without the findings that the baseline ``file`` knows; ``checked`` are the paths of all that was looked at."""
    from stigmalint.baseline import apart, read_baseline  # noqa: PLC0415  few runs have one

    terms = {compiled.term.id for compiled in load_vocabulary(config.style).terms}
    return apart(report, read_baseline(file), checked, terms)
