"""Turn what is found today into a baseline, and an old baseline into one that fits again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import click

from stigmalint import api
from stigmalint.baseline import FILE, Baseline, apart, read_baseline
from stigmalint.cli.flags import settings_of, settings_options
from stigmalint.cli.options import FILES, Command, Group, is_debug
from stigmalint.cli.progress import with_progress
from stigmalint.cli.status import ExitStatus
from stigmalint.discover import discover
from stigmalint.errors import Unsaved, UsageError
from stigmalint.findings import Report
from stigmalint.fixing.saving import save
from stigmalint.packs import load_vocabulary
from stigmalint.reporters.saying import count
from stigmalint.settings import shown
from stigmalint.terminal import say

_Command = Callable[..., Any]


@click.group("baseline", cls=Group, short_help="Write down what is found today, so that only what is new counts.")
def command() -> None:
    """Write down what is found today, so that only what is new counts.

    With a baseline, “stigmalint check” shows only findings that are not in it. They are known by their words and their
    sentence, not by their line: text may move, and files may get new names. Work it off a sentence at a time.

    \b
    Examples:
      stigmalint baseline create            write down everything found in this folder
      stigmalint baseline prune             take out what is no longer there
      stigmalint baseline update            take out what is gone, and put in what is new
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so


class _Run(NamedTuple):
    """What was found, where, and against which terms."""

    report: Report
    checked: list[str]
    terms: frozenset[str]
    file: Path
    is_set: bool
    """Whether the settings name the file, so that ``check`` takes notice of it."""


def _options(function: _Command) -> _Command:
    file = click.option("--baseline", metavar="FILE", help=f"The file (what the settings say, else {FILE} beside them).")
    return click.argument("paths", nargs=-1, type=FILES)(file(settings_options(function)))


@command.command("create", cls=Command, short_help="Write down everything that is found.")
@_options
def create(paths: tuple[str, ...], **flags: Any) -> ExitStatus:
    """Write down everything that is found in PATHS (this folder, if none are named).

    \b
    Example:
      stigmalint baseline create policies
    """  # noqa: D301  as above
    run = _run(paths, flags)
    if run.file.exists():
        raise UsageError(f"there is a baseline already: {shown(run.file)}; “stigmalint baseline update” brings it up to date")
    known = Baseline(run.file).with_findings_of(run.report, run.checked)
    _save(known)
    say(f"wrote {count(known.total(), 'finding')} to {shown(run.file)}{_hint(run)}")
    return _status(run.report)


@command.command("update", cls=Command, short_help="Take out what is gone, and put in what is new.")
@_options
@click.option("--allow-growth", is_flag=True, help="Put in what is new even in CI (where the variable CI is set).")
def update(paths: tuple[str, ...], *, allow_growth: bool, **flags: Any) -> ExitStatus:
    """Take out what is gone from the files in PATHS (this folder, if none are named), and put in what is new.

    In CI a baseline may only shrink: there, findings that are new are refused, unless --allow-growth is given.

    \b
    Example:
      stigmalint baseline update
    """  # noqa: D301  as above
    run = _run(paths, flags)
    before = read_baseline(run.file)
    now = apart(run.report, before, run.checked, run.terms)
    if now.findings and os.environ.get("CI") and not allow_growth:
        raise UsageError(
            f"{shown(run.file)} would grow by {count(len(now.findings), 'finding')}, and in CI it may only shrink; change the"
            " wording, or run “stigmalint baseline update” at home (or with --allow-growth) and have the file reviewed"
        )
    after = before.with_findings_of(run.report, run.checked)
    _save(after)
    new = len(now.findings)
    gone = before.total() + new - after.total()
    say(f"{shown(run.file)}: {new} put in, {gone} taken out; {count(after.total(), 'finding')} known{_hint(run)}")
    return _status(run.report)


@command.command("prune", cls=Command, short_help="Take out what is gone.")
@_options
def prune(paths: tuple[str, ...], **flags: Any) -> ExitStatus:
    """Take out what is gone from the files in PATHS (this folder, if none are named).

    \b
    Example:
      stigmalint baseline prune
    """  # noqa: D301  as above
    run = _run(paths, flags)
    before = read_baseline(run.file)
    now = apart(run.report, before, run.checked, run.terms)
    after = before.without(now.stale)
    _save(after)
    gone = before.total() - after.total()
    say(f"{shown(run.file)}: {gone} taken out; {count(after.total(), 'finding')} known{_hint(run)}")
    return _status(run.report)


def _run(paths: Iterable[str], flags: dict[str, Any]) -> _Run:
    settings = settings_of(flags)
    config = settings.config(debug=is_debug())
    sources = list(discover(tuple(paths) or (".",), config))
    with with_progress(sources, wanted=True) as counted:
        report = api.check(counted, config)
    terms = frozenset(compiled.term.id for compiled in load_vocabulary(config.style).terms)
    file = config.baseline or settings.root / FILE
    return _Run(report, [source.path for source in sources], terms, file, is_set=bool(config.baseline))


def _hint(run: _Run) -> str:
    """What is left to do, as the tail of a message."""
    skipped = f"; {count(len(run.report.skipped), 'document')} could not be checked" if run.report.skipped else ""
    if run.is_set:
        return f"{skipped}."
    return f'{skipped}. For “stigmalint check” to take notice of it, put into stigmalint.toml: baseline = "{run.file.name}"'


def _save(baseline: Baseline) -> None:
    try:
        save(baseline.file, baseline.data())
    except Unsaved as error:
        raise UsageError(f"the baseline could not be saved in {shown(baseline.file)} ({error})") from error


def _status(report: Report) -> ExitStatus:
    return ExitStatus.INCOMPLETE if report.skipped else ExitStatus.NOTHING
