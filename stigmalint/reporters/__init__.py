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
    rooted: bool = False
    """Whether its reader knows files by their path from the root of the repository, wherever the command runs."""


FORMATS: Mapping[str, Format] = {
    "text": Format("stigmalint.reporters.text", exact=False),
    "concise": Format("stigmalint.reporters.concise", exact=False),
    "html": Format("stigmalint.reporters.html", whole=True),
    "markdown": Format("stigmalint.reporters.markdown"),
    "json": Format("stigmalint.reporters.json"),
    "jsonl": Format("stigmalint.reporters.jsonl"),
    "csv": Format("stigmalint.reporters.csv"),
    "github": Format("stigmalint.reporters.github", rooted=True),
    "sarif": Format("stigmalint.reporters.sarif", rooted=True),
    "gitlab": Format("stigmalint.reporters.gitlab", rooted=True),
    "junit": Format("stigmalint.reporters.junit", rooted=True),
    "checkstyle": Format("stigmalint.reporters.checkstyle", rooted=True),
    "rdjson": Format("stigmalint.reporters.rdjson", rooted=True),
    "sonar": Format("stigmalint.reporters.sonar", rooted=True),
}


def render(report: Report, format: str, look: Look) -> str:
    """The report in one of ``FORMATS``. Raises ``KeyError`` for any other."""
    return cast("Reporter", import_module(FORMATS[format].module).render)(report, look)


def in_order(findings: tuple[Finding, ...]) -> list[Finding]:
    """By file. Within a file the order stays that of reading, which is the order of places."""
    return sorted(findings, key=lambda finding: finding.path)
