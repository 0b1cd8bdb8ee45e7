"""Turn text files into fixed ones, a diff or a dialogue, and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import click

from stigmalint import api
from stigmalint.cli.asking import Asking
from stigmalint.cli.fixer import Choose, Fixer
from stigmalint.cli.flags import settings_of, settings_options
from stigmalint.cli.known import without_known
from stigmalint.cli.options import (
    FILES,
    Command,
    color_option,
    force_exclude_option,
    is_debug,
    no_progress_option,
    stdin_filename_option,
)
from stigmalint.cli.progress import with_progress
from stigmalint.cli.sources import sources_of
from stigmalint.cli.status import ExitStatus, status_of
from stigmalint.config import Config
from stigmalint.errors import UsageError
from stigmalint.findings import Report, Severity
from stigmalint.fixing import Declined
from stigmalint.fixing.account import Outcome, account, done_in, remaining
from stigmalint.fixing.changes import Change
from stigmalint.fixing.choosing import chosen
from stigmalint.fixing.diff import diff, painted
from stigmalint.fixing.text import reworded
from stigmalint.readers.decode import decode
from stigmalint.reporters.places import in_words
from stigmalint.terminal import Look, When, emit, look_for, pour, say


@click.command("fix", cls=Command, short_help="Put the suggested wording into text files.")
@click.argument("paths", nargs=-1, type=FILES)
@click.option("--diff", "only_diff", is_flag=True, help="Show what would change, and change nothing.")
@click.option("-i", "--interactive", is_flag=True, help="Ask about each wording.")
@click.option(
    "--suggestion", metavar="N", type=click.IntRange(1), help="Put in the Nth of the alternatives instead of the first."
)
@click.option("--advice", is_flag=True, help="Change also wording on which guides differ.")
@click.option("--unused-ignores", is_flag=True, help="Take out directives that pass over nothing, and change no wording.")
@stdin_filename_option
@click.option("--no-gitignore", is_flag=True, help="In folders, fix also what .gitignore leaves out.")
@force_exclude_option
@settings_options
@color_option
@no_progress_option
def command(
    *,
    paths: tuple[str, ...],
    only_diff: bool,
    interactive: bool,
    suggestion: int | None,
    advice: bool,
    unused_ignores: bool,
    stdin_filename: str | None,
    no_gitignore: bool,
    force_exclude: bool,
    color: str,
    no_progress: bool,
    **flags: Any,
) -> ExitStatus:
    """Put the suggested wording into text files, where it fits as it stands.

    PATHS are text documents (.md, .txt and their like) or folders, which are searched; without any, this folder is.
    Files are changed in place, and in them nothing but the words that were found: line ends, indents and markup stay. What
    has to be thought about (rules, blame, quotations) is left to you. “-” stands for standard input; the fixed text then
    goes to standard output. For Word and PDF documents there is “stigmalint review”.

    \b
    Examples:
      stigmalint fix --diff policies/       look at what would change
      stigmalint fix policies/              change it
      stigmalint fix -i policy.md           decide about each wording
      stigmalint fix --select addict .      change one wording everywhere
      stigmalint fix --unused-ignores .     take out directives that are no longer needed
      stigmalint fix - < page.md > new.md

    \b
    Exit status: 0  nothing is left to report; with --diff: nothing would change
                 1  findings at or above --fail-on are left; with --diff: something would change
                 2  wrong use
                 3  something could not be checked or saved
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    if unused_ignores and (interactive or suggestion or advice):
        raise UsageError("--unused-ignores changes no wording; leave out --interactive, --suggestion and --advice")
    _refuse_contradictions(paths, only_diff=only_diff, interactive=interactive, suggestion=suggestion)
    config = settings_of(flags).config(gitignore=not no_gitignore, force_exclude=force_exclude, debug=is_debug())
    sources = list(sources_of(paths or (".",), stdin_filename, config))
    asking = Asking(look_for(sys.stdout, When(color))) if interactive else None
    choose = asking.changes if asking else None if unused_ignores else _choose(suggestion or 1, advice=advice)
    fixer = Fixer(config, choose, keep=only_diff, once=interactive)
    outcomes: list[Outcome] = []
    try:
        with with_progress(sources, wanted=not (no_progress or interactive)) as counted:
            for source in counted:
                if asking and asking.is_over:
                    break
                outcomes.append(fixer.outcome(source))
    except KeyboardInterrupt:
        say(f"stopped before it was done. {done_in(outcomes)}")
        return ExitStatus.STOPPED
    _tell(outcomes, When(color), as_diff=only_diff, as_text="-" in paths)
    return _status(outcomes, config, as_diff=only_diff)


def _refuse_contradictions(paths: Sequence[str], *, only_diff: bool, interactive: bool, suggestion: int | None) -> None:
    if "-" in paths and len(paths) > 1:
        raise UsageError("“-” turns standard input into standard output, so it stands alone; fix the files by themselves")
    if "-" in paths and interactive:
        raise UsageError("--interactive needs standard input for your answers, so the text cannot come from there too")
    if interactive and (only_diff or suggestion):
        raise UsageError("--interactive lets you decide about each wording; leave out --diff and --suggestion")


def _choose(number: int, *, advice: bool) -> Choose:
    """Picks the wording with this number for all that may be changed without asking."""

    def choose(report: Report) -> Iterator[Change | Declined]:
        for finding in chosen(each for each in report.findings if advice or each.severity is not Severity.ADVICE):
            if number > len(finding.suggestions):
                yield Declined(finding, f"There is no alternative {number}, only {len(finding.suggestions)}.")
            else:
                yield reworded(report, finding, finding.suggestions[number - 1])

    return choose


def _tell(outcomes: Sequence[Outcome], when: When, *, as_diff: bool, as_text: bool) -> None:
    """Say what was done. Where the screen holds a document or a diff, that goes to standard error, in fewer words."""
    if not (as_diff or as_text):
        emit(account(outcomes, look_for(sys.stdout, when)))
        return
    if as_diff:
        _show_diff(outcomes, look_for(sys.stdout, when))
    else:
        pour(b"".join(outcome.fixed.data if outcome.fixed else outcome.before for outcome in outcomes))
    for outcome in outcomes:
        for skipped in outcome.report.skipped:
            say(f"{skipped.path}: {skipped.reason}")
        for each in outcome.fixed.declined if outcome.fixed else ():
            say(f"{outcome.path}: {in_words(each.finding.place)}: “{each.finding.matched}” stays. {each.reason}")
    say(" ".join((done_in(outcomes, would=as_diff), *remaining(outcomes))))


def _show_diff(outcomes: Sequence[Outcome], look: Look) -> None:
    """On a screen every sign is made visible; a program gets the text as it is."""
    for_person = look.colour or sys.stdout.isatty()
    for outcome in outcomes:
        if outcome.fixed and outcome.changed:
            text = diff(decode(outcome.before), decode(outcome.fixed.data), outcome.path)
            emit(painted(text, look) if for_person else text, exact=not for_person)


def _status(outcomes: Sequence[Outcome], config: Config, *, as_diff: bool) -> ExitStatus:
    """With a diff, what counts is whether there is one; without, what is left to report."""
    report = api.merged([outcome.report for outcome in outcomes])
    if not as_diff and config.baseline:
        report = without_known(report, config.baseline, [outcome.path for outcome in outcomes], config)
    if not as_diff:
        return status_of(report, config)
    changes = any(outcome.changed for outcome in outcomes)
    return max(status_of(replace(report, findings=()), config), ExitStatus.FINDINGS if changes else ExitStatus.NOTHING)
