"""Turn a report into text: one module for each format, found by its name and loaded only when it is asked for.

The surprise: nothing here prints. A reporter is a pure function; the command line decides where the text goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from stigmalint.findings import Finding, Report
from stigmalint.terminal import Look


class Reporter(Protocol):
    """What ``render`` of each module does. Formats for programs take no notice of the ``look``."""

    def __call__(self, report: Report, look: Look) -> str:
        """The report as text."""


@dataclass(frozen=True, slots=True)
class Format:
    """Where a format's reporter is."""

    module: str
    exact: bool = True
    """Whether its text has to reach the reader unchanged."""
    whole: bool = False
    """Whether it shows the text of the documents, which the report then has to keep."""


FORMATS: Mapping[str, Format] = {
    "text": Format("stigmalint.reporters.text", exact=False),
    "html": Format("stigmalint.reporters.html", whole=True),
    "json": Format("stigmalint.reporters.json"),
}


def render(report: Report, format: str, look: Look) -> str:
    """The report in one of ``FORMATS``. Raises ``KeyError`` for any other."""
    return cast("Reporter", import_module(FORMATS[format].module).render)(report, look)


def in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    """By file. Within a file the order stays that of reading, which is the order of places."""
    return sorted(findings, key=lambda finding: finding.path)
