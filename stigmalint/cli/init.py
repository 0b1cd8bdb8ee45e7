"""Turn a repository into one whose documents are checked: show what would be written, ask, write."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from stigmalint import __version__
from stigmalint.cli.options import Command, color_option
from stigmalint.cli.proposing import Kind, Note, Proposal, detected, proposals
from stigmalint.cli.rooted import root_of
from stigmalint.cli.status import ExitStatus
from stigmalint.errors import Unsaved, UsageError
from stigmalint.fixing.diff import diff, painted
from stigmalint.fixing.saving import save
from stigmalint.terminal import When, ask, emit, look_for, say

_UNSAFE = re.compile(r"[^\w.:/@+=~,<>!;\[\]#&%-]")
"""What could end the quotation of a package in one of the files."""


@click.command("init", cls=Command, short_help="Set up settings, pre-commit, GitHub, GitLab or a container in a repository.")
@click.option("--pre-commit", "pre_commit", is_flag=True, help="A hook that checks documents before each commit.")
@click.option("--github", is_flag=True, help="A workflow for GitHub Actions.")
@click.option("--gitlab", is_flag=True, help="A job for GitLab CI.")
@click.option("--docker", is_flag=True, help="A container file, for documents from strangers.")
@click.option(
    "--package",
    metavar="REQUIREMENT",
    default=f"stigmalint=={__version__}",
    show_default=True,
    help="What pip installs there: a version, an address (git+https://…) or a file.",
)
@click.option("--renew", is_flag=True, help="Replace files of an earlier init.")
@click.option("-y", "--yes", is_flag=True, help="Write without asking.")
@color_option
def command(
    *, pre_commit: bool, github: bool, gitlab: bool, docker: bool, package: str, renew: bool, yes: bool, color: str
) -> ExitStatus:
    """Set up settings, pre-commit, GitHub, GitLab or a container in a repository.

    Without options you get a settings file, and what the repository shows that it uses. First you see every line that would
    be written; a file of yours is only ever added to. Run it as often as you like: what is there is left alone.

    \b
    Examples:
      stigmalint init
      stigmalint init --pre-commit --github
      stigmalint init --gitlab --yes

    Exit status: 0 written, or nothing to do; 2 wrong use, or nobody answered.
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    if _UNSAFE.search(package) or package.startswith("-"):
        raise UsageError(f"--package is what pip installs, without spaces and quotes: stigmalint=={__version__}, git+https://…")
    root = root_of(Path.cwd())
    wanted = dict(zip(Kind, (pre_commit, github, gitlab, docker), strict=True))
    kinds = [kind for kind in Kind if wanted[kind]] or detected(root)
    found = list(proposals(root, kinds, package, renew=renew))
    notes = [each for each in found if isinstance(each, Note)]
    for note in notes:
        say(note.text)
    if len(notes) == len(found):
        emit("There is nothing to write.\n" if notes else "There is nothing to write: what was asked for is there.\n")
        return ExitStatus.NOTHING
    return _settle([each for each in found if isinstance(each, Proposal)], When(color), asks=not yes)


def _settle(found: Sequence[Proposal], color: When, *, asks: bool) -> ExitStatus:
    """Show, ask unless told not to, and write."""
    _show(found, color)
    if asks:
        answer = ask("Write this? (y/n) ")
        if answer is None:
            raise UsageError("there was nobody to answer, so nothing was written; --yes writes without asking.")
        if answer.lower() not in ("y", "yes"):
            emit("Nothing was written.\n")
            return ExitStatus.NOTHING
    for proposal in found:
        _write(proposal)
    emit(f"Written: {', '.join(_shown(proposal.file) for proposal in found)}.\n")
    return ExitStatus.NOTHING


def _show(found: Sequence[Proposal], color: When) -> None:
    look = look_for(sys.stdout, color)
    for proposal in found:
        before = (proposal.before or b"").decode("utf-8", "replace")
        emit(painted(diff(before, proposal.after, _shown(proposal.file)), look))
    emit("\n")


def _shown(file: Path) -> str:
    return Path(os.path.relpath(file)).as_posix()


def _write(proposal: Proposal) -> None:
    try:
        proposal.file.parent.mkdir(parents=True, exist_ok=True)
        save(proposal.file, proposal.after.encode(), instead_of=proposal.before)
    except (Unsaved, OSError) as error:
        reason = str(error) if isinstance(error, Unsaved) else (error.strerror or type(error).__name__).lower()
        raise UsageError(f"{_shown(proposal.file)} could not be written ({reason}).") from error
