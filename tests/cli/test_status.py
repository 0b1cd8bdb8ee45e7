"""The highest status that applies wins."""

from __future__ import annotations

import pytest

from stigmalint.cli.status import ExitStatus, status_of
from stigmalint.config import Config
from stigmalint.findings import Report, Severity, Skipped
from tests.reporters.made import UNUSED, finding


def test_the_numbers_are_published() -> None:
    assert [int(status) for status in ExitStatus] == [0, 1, 2, 3, 130]


@pytest.mark.parametrize("threshold", [*Severity, None])
@pytest.mark.parametrize("severity", Severity)
def test_findings_count_from_the_threshold_on(severity: Severity, threshold: Severity | None) -> None:
    order = list(Severity)
    fails = threshold is not None and order.index(severity) <= order.index(threshold)
    report = Report(1, (finding("an addict", "addict", severity=severity),))
    assert status_of(report, Config(fail_on=threshold)) == (1 if fails else 0)


def test_what_was_not_checked_weighs_more_than_any_finding() -> None:
    report = Report(1, (finding("an addict", "addict"),), (Skipped("b.pdf", "it is encrypted"),))
    assert status_of(report, Config()) == 3


def test_nothing_checked_is_not_nothing_found() -> None:
    assert status_of(Report(0), Config()) == 3


def test_a_directive_without_effect_is_advice() -> None:
    report = Report(1, ineffective=(UNUSED,))
    assert [status_of(report, Config(fail_on=each)) for each in Severity] == [0, 0, 1]
