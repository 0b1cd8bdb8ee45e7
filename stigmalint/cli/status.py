"""Turn a report into the number a script acts on."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stigmalint.config import Config
    from stigmalint.findings import Report


class ExitStatus(IntEnum):
    """What the process says as it ends; the highest that applies wins, whatever the format."""

    NOTHING = 0
    """Nothing to report."""
    FINDINGS = 1
    """Findings as severe as ``--fail-on`` or more."""
    WRONG_USE = 2
    """A command, setting or pack that does not fit, or a defect."""
    INCOMPLETE = 3
    """Something could not be checked completely."""
    STOPPED = 130
    """Ctrl-C."""


def status_of(report: Report, config: Config) -> ExitStatus:
    """The exit status of a run that came to its end. A directive without effect counts as advice.

    Only ``force_exclude`` may leave nothing to check and all be well.
    """
    if report.skipped or not (report.checked or config.force_exclude):
        return ExitStatus.INCOMPLETE
    from stigmalint.findings import Severity  # noqa: PLC0415  most commands have a status and no report

    threshold = config.fail_on
    severities = [finding.severity for finding in report.findings] + [Severity.ADVICE] * bool(report.ineffective)
    if threshold and any(severity.at_least(threshold) for severity in severities):
        return ExitStatus.FINDINGS
    return ExitStatus.NOTHING
