"""Turn a finished report into what is shown and what is saved, in as many formats as were asked for.

The surprise: ``-o FILE`` takes the place of what would be shown; ``-o FORMAT=FILE`` comes in addition to it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from stigmalint.cli.output import save_text
from stigmalint.cli.rooted import rooted
from stigmalint.errors import UsageError, nearest
from stigmalint.findings import Report
from stigmalint.reporters import FORMATS, render
from stigmalint.terminal import Look, When, emit, look_for, say

_NAMED = re.compile(r"([A-Za-z][A-Za-z-]*)=(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """A file that a report is saved in, and its format."""

    format: str
    file: Path


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the report of a run goes."""

    shown: str | None
    """The format on the screen; ``None`` shows nothing."""
    targets: tuple[Target, ...] = ()

    @property
    def formats(self) -> tuple[str, ...]:
        """Every format that is wanted, shown or saved."""
        return (*([self.shown] if self.shown else []), *(each.format for each in self.targets))

    @property
    def is_whole(self) -> bool:
        """Whether one of the formats shows the text of the documents."""
        return any(FORMATS[format].whole for format in self.formats)


def plan_of(outputs: Sequence[str], format: str) -> Plan:
    """What ``--output`` and ``--format`` ask for. Raises ``UsageError`` for an unknown format and for a file named twice."""
    named = [_NAMED.fullmatch(output) for output in outputs]
    targets = [
        Target(_known(name[1], output), _file(name[2])) if name else Target(format, _file(output))
        for name, output in zip(named, outputs, strict=True)
    ]
    _refuse_twice(target.file for target in targets)
    return Plan(format if all(named) else None, tuple(targets))


def _known(format: str, output: str) -> str:
    if format in FORMATS:
        return format
    meant = nearest(format, FORMATS) or f"; there are {', '.join(FORMATS)}."
    raise UsageError(f"--output: there is no format “{format}”{meant} To save in a file of this name, write ./{output}")


def _file(name: str) -> Path:
    if name in ("", "-"):
        raise UsageError("--output saves a report in a file; to see a report, choose its --format and leave --output out.")
    return Path(name)


def _refuse_twice(files: Iterable[Path]) -> None:
    seen: set[str] = set()
    for file in files:
        place = os.path.realpath(file)
        if place in seen and (file.is_file() or not file.exists()):
            raise UsageError(f"--output names {file} twice, and one report would replace the other; give each a file of its own.")
        seen.add(place)


def deliver(report: Report, plan: Plan, color: When) -> str:
    """Show the report and save it; gives what was shown. Raises ``UsageError`` when it cannot be saved."""
    shown = rendered(report, plan.shown, look_for(sys.stdout, color)) if plan.shown else ""
    if plan.shown:
        emit(shown, exact=FORMATS[plan.shown].exact)
        if FORMATS[plan.shown].whole and sys.stdout.isatty():
            say(f"this page is for a browser; to have it in a file, add -o report.{plan.shown}")
    for target in plan.targets:
        save_text(target.file, rendered(report, target.format, Look(colour=color is When.ALWAYS)))
    if "github" in plan.formats:
        _summarise(report, os.environ.get("GITHUB_STEP_SUMMARY", ""))
    return shown


def _summarise(report: Report, file: str) -> None:
    """Add the report to the summary that GitHub shows of a step, where there is one. It is an extra: no run fails over it."""
    if not file:
        return
    try:
        with Path(file).open("a", encoding="utf-8", errors="replace", newline="\n") as summary:
            summary.write(rendered(report, "markdown", Look()))
    except OSError as error:
        say(f"the summary for GitHub could not be written ({(error.strerror or type(error).__name__).lower()}).")


def rendered(report: Report, format: str, look: Look) -> str:
    """The report in a format, with the paths by which its readers know files."""
    return render(rooted(report, Path.cwd()) if FORMATS[format].rooted else report, format, look)
