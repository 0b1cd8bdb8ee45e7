"""Turn a report into the one array that GitLab's Code Quality takes.

The surprise: GitLab tells findings apart by their fingerprint alone; two that share one are shown as one.
"""

from __future__ import annotations

from dataclasses import dataclass

from stigmalint.columns import Unit
from stigmalint.findings import Report
from stigmalint.reporters.entries import Entry, Level, entries
from stigmalint.reporters.json import dumps
from stigmalint.reporters.records import plain
from stigmalint.reporters.regions import region_of
from stigmalint.terminal import Look

_SEVERITIES = {Level.NOT_CHECKED: "critical", Level.ERROR: "major", Level.WARNING: "minor", Level.ADVICE: "info"}


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines from 1; a Word or PDF file, which has none, is shown at its first."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Location:
    """Where it is; ``path`` begins neither with ``/`` nor with ``./``."""

    path: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Issue:
    """One entry of the report."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Location


def render(report: Report, look: Look) -> str:
    """The array."""
    return dumps([plain(_issue(entry)) for entry in entries(report)])


def _issue(entry: Entry) -> Issue:
    region = region_of(entry.place, Unit.CHARACTERS)
    lines = Lines(region.start_line, region.end_line) if region else Lines(1, 1)
    return Issue(entry.message, entry.term, entry.fingerprint, _SEVERITIES[entry.level], Location(entry.path, lines))
