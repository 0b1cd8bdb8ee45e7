"""Turn drafts into marked-up copies, a summary on the screen, and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from stigmalint import api
from stigmalint.cli.copies import Draft, plan, refuse_to_replace
from stigmalint.cli.flags import settings_of, settings_options
from stigmalint.cli.known import without_known
from stigmalint.cli.options import FILES, Command, color_option, force_exclude_option, is_debug, no_progress_option
from stigmalint.cli.progress import with_progress
from stigmalint.cli.status import ExitStatus, status_of
from stigmalint.config import Config
from stigmalint.discover import discover
from stigmalint.errors import Refused, Unreadable, Unsaved, UsageError
from stigmalint.findings import Report, Skipped
from stigmalint.fixing import Wishes, review
from stigmalint.fixing.saving import save
from stigmalint.fixing.summary import Outcome, summary
from stigmalint.terminal import When, emit, look_for


@click.command("review", cls=Command, short_help="Hand a draft back marked up: tracked changes and comments in a copy.")
@click.argument("paths", nargs=-1, required=True, type=FILES)
@click.option("-o", "--out", metavar="PATH", help="The copy's name, or the folder for the copies (beside each draft).")
@click.option("--force", is_flag=True, help="Replace copies that are there already.")
@click.option("--in-place", is_flag=True, help="Mark up the drafts themselves instead of copies.")
@click.option("--html", is_flag=True, help="Make a page of the text with findings beside it, for Word and PDF too.")
@click.option("--comments-only", is_flag=True, help="Write comments and change no wording.")
@click.option("--changes-only", is_flag=True, help="Propose changes and write no comments.")
@click.option("--no-gitignore", is_flag=True, help="In folders, review also what .gitignore leaves out.")
@force_exclude_option
@settings_options
@color_option
@no_progress_option
def command(
    *,
    paths: tuple[str, ...],
    out: str | None,
    force: bool,
    in_place: bool,
    html: bool,
    comments_only: bool,
    changes_only: bool,
    no_gitignore: bool,
    force_exclude: bool,
    color: str,
    no_progress: bool,
    **flags: Any,
) -> ExitStatus:
    """Hand a draft back marked up: the same document with tracked changes and comments, as a colleague would return it.

    PATHS are documents or folders, which are searched. Each draft with findings gets a copy beside it (draft.docx:
    draft.reviewed.docx); the draft stays as it is. In Word, every finding has a comment with the reason, the sources and
    what to write instead; where a wording can simply be put in, it is a tracked change to accept or reject. For Markdown,
    text and other formats without comments the copy is a page for a browser: the text with findings beside it.

    \b
    Examples:
      stigmalint review draft.docx
      stigmalint review draft.docx --comments-only       leave the wording to the author
      stigmalint review draft.docx --html                a page to mail or print, draft.reviewed.html
      stigmalint review policies/ --out marked/          copies in a folder of their own
      stigmalint review draft.docx --out ~/for-anna.docx --force

    \b
    Exit status: 0  nothing to report
                 1  findings at or above --fail-on
                 2  wrong use
                 3  something could not be checked or marked up completely
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    _refuse_contradictions(paths, out, in_place=in_place, comments_only=comments_only, changes_only=changes_only)
    config = settings_of(flags).config(gitignore=not no_gitignore, force_exclude=force_exclude, debug=is_debug())
    single = len(paths) == 1 and not Path(paths[0]).is_dir()
    drafts = plan(discover(paths, config), out, in_place=in_place, single=single, page=html)
    if not (force or in_place):
        refuse_to_replace(drafts)
    wishes = Wishes(datetime.now(UTC), comments=not changes_only, changes=not comments_only, limits=config.limits)
    outcomes = _reviewed(drafts, config, wishes, progress=not no_progress)
    emit(summary(outcomes, look_for(sys.stdout, When(color))))
    return status_of(api.merged([outcome.report for outcome in outcomes]), config)


def _refuse_contradictions(
    paths: Sequence[str], out: str | None, *, in_place: bool, comments_only: bool, changes_only: bool
) -> None:
    if "-" in paths:
        raise UsageError("review returns a document, so it needs a file; “-” stands for text from standard input")
    if comments_only and changes_only:
        raise UsageError("--comments-only and --changes-only leave nothing to do; leave one of them out")
    if in_place and out:
        raise UsageError("--in-place marks up the draft itself and --out names a copy; leave one of them out")


def _reviewed(drafts: Sequence[Draft | Skipped], config: Config, wishes: Wishes, *, progress: bool) -> list[Outcome]:
    checker = api.checker_for(config, keep=True)
    with with_progress(drafts, wanted=progress) as counted:
        return [_outcome(draft, checker, config, wishes) for draft in counted]


def _outcome(draft: Draft | Skipped, checker: api.Checker, config: Config, wishes: Wishes) -> Outcome:
    """What became of one draft. Without findings there is nothing to hand back, and no copy."""
    if isinstance(draft, Skipped):
        return Outcome(Report(0, skipped=(draft,)))
    try:
        data = draft.source.read(config.limits.file_bytes)
    except Unreadable as error:
        return Outcome(Report(0, skipped=(Skipped(draft.path, str(error)),)))
    report = api.check_source(replace(draft.source, data=data), checker, config)
    if config.baseline:
        report = without_known(report, config.baseline, [draft.path], config)
    return _marked_up(draft, data, report, config, wishes) if report.findings else Outcome(report)


def _marked_up(draft: Draft, data: bytes, report: Report, config: Config, wishes: Wishes) -> Outcome:
    """The outcome, with the copy written."""
    try:
        reviewed = review(data, report, wishes, draft.reviewer)
        _write(draft, data, reviewed.data)
    except (Refused, Unreadable, Unsaved) as error:
        return Outcome(_incomplete(report, Skipped(draft.path, str(error))))
    except Exception as error:  # a defect costs one copy, never the others
        if config.debug:
            raise
        return Outcome(_incomplete(report, api.defect(draft.path, error)))
    return Outcome(report, reviewed, draft.copy)


def _write(draft: Draft, data: bytes, marked: bytes) -> None:
    try:
        draft.copy.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unsaved(f"its copy has no place: {draft.copy.parent} cannot be made ({error.strerror})") from error
    try:
        save(draft.copy, marked, instead_of=data if draft.copy == draft.source.file else None)
    except Unsaved as error:
        raise Unsaved(f"{draft.copy} was not written: {error}") from error


def _incomplete(report: Report, skipped: Skipped) -> Report:
    return replace(report, skipped=(*report.skipped, skipped))
