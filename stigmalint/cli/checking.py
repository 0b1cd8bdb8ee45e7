"""Turn what a person asked to have checked into a delivered report and an exit status.

The surprise: Click is not needed. A hook names files and nothing else, and is spared the time that Click takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stigmalint import many
from stigmalint.cli.delivery import Plan, deliver
from stigmalint.cli.known import without_known
from stigmalint.cli.output import refuse_to_overwrite
from stigmalint.cli.progress import with_progress
from stigmalint.cli.sources import sources_of
from stigmalint.cli.status import ExitStatus, status_of
from stigmalint.config import Config
from stigmalint.discover import discover
from stigmalint.errors import UsageError
from stigmalint.settings import read_settings
from stigmalint.terminal import When


def check_paths(paths: Sequence[str], format: str, *, force_exclude: bool) -> ExitStatus:
    """What ``stigmalint check [--format FORMAT] PATH…`` does, with no other option. A report for people is kept."""
    config = read_settings({}).config(cache=True, force_exclude=force_exclude)
    check = Check(tuple(paths), None, config, Plan(format), config.baseline, When.AUTO)
    return _noted(check) if format == "text" else check.once()


def _noted(check: Check) -> ExitStatus:
    """Check, and keep what is said, if it is still said of what was asked."""
    from stigmalint.cli.again import note, question  # noqa: PLC0415  no other report is kept

    asked = question(check.paths)
    status, shown = check.told()
    if asked and asked.is_still(question(check.paths)):
        note(asked, status, shown)
    return status


@dataclass(frozen=True, slots=True)
class Check:
    """What was asked for, so that it can be done more than once."""

    paths: tuple[str, ...]
    stdin_filename: str | None
    config: Config
    plan: Plan
    baseline: Path | None
    color: When
    progress: bool = True
    statistics: bool = False
    jobs: int | None = None

    def once(self) -> ExitStatus:
        """Check and deliver the report."""
        return self.told()[0]

    def told(self) -> tuple[ExitStatus, str]:
        """Check and deliver the report: the exit status, and what was shown."""
        sources = list(sources_of(self.paths, self.stdin_filename, self.config))
        for target in self.plan.targets:
            sources = refuse_to_overwrite(target.file, self.paths, sources)
        with with_progress(sources, wanted=self.progress) as counted:
            keep = self.plan.is_whole or self.statistics
            report = many.check(counted, self.config, len(sources), jobs=self.jobs, keep=keep)
        if self.baseline:
            report = without_known(report, self.baseline, [source.path for source in sources], self.config)
        if self.statistics:
            from stigmalint.statistics import words_of  # noqa: PLC0415  only on demand

            report = replace(report, words=words_of(report.documents))
        shown = deliver(report, self.plan, self.color)
        return status_of(report, self.config), shown

    def again_and_again(self) -> ExitStatus:
        """Check whenever a document is saved."""
        from stigmalint.cli.watching import states, watched  # noqa: PLC0415  one run in a hundred

        if "-" in self.paths:
            raise UsageError("--watch looks at files; “-” stands for standard input, which is read once")
        return watched(self.once, lambda: states(discover(self.paths, self.config)))
