"""Turn a report into JSON Lines: a line for each finding, each file that was not checked, and last the totals.

The surprise: a line is the record of the JSON report with a ``type`` before it, so whoever reads one reads the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from stigmalint import __version__
from stigmalint.findings import Report
from stigmalint.reporters import in_order
from stigmalint.reporters.json import (
    FORMAT,
    Value,
    dumps,
    finding_record,
    ineffective_record,
    skipped_record,
    statistics_record,
    strength_record,
    suppressed_record,
)
from stigmalint.statistics import statistics_of
from stigmalint.terminal import Look


def render(report: Report, look: Look) -> str:
    """The lines."""
    return "".join(dumps(record, indent=None) for record in _records(report))


def _records(report: Report) -> Iterator[dict[str, Value]]:
    for finding in in_order(report.findings):
        yield {"type": "finding", **finding_record(finding)}
    for strength in in_order(report.strengths):
        yield {"type": "strength", **strength_record(strength)}
    for suppressed in report.suppressed:
        yield {"type": "suppressed", **suppressed_record(suppressed)}
    for directive in report.ineffective:
        yield {"type": "ineffective", **ineffective_record(directive)}
    for skipped in sorted(report.skipped, key=lambda each: each.path):
        yield {"type": "skipped", **skipped_record(skipped)}
    yield {
        "type": "end",
        "format": FORMAT,
        "tool": {"name": "stigmalint", "version": __version__},
        "checked": report.checked,
        "findings": len(report.findings),
        "skipped": len(report.skipped),
        **({"statistics": statistics_record(statistics_of(report))} if report.words else {}),
    }
