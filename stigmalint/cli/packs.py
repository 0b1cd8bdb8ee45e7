"""Turn the wordlists into an overview, into other formats, and one that somebody has edited into what to put right.

The surprise: each command loads what it needs when it runs; the list needs no engine.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from stigmalint.cli.flags import house_packs
from stigmalint.cli.options import Command, Group, color_option
from stigmalint.cli.packs_out import diff_packs, export_packs, write_pages
from stigmalint.cli.status import ExitStatus
from stigmalint.packs import load_wordlists
from stigmalint.reporters.layout import Page
from stigmalint.terminal import Style, When, emit, look_for


@click.group("packs", cls=Group, short_help="List the wordlists, or test one you have edited.")
def command() -> None:
    """List the wordlists, or test one you have edited; compare two, or take them elsewhere.

    \b
    Examples:
      stigmalint packs list
      stigmalint packs check my-wordlist.toml
      stigmalint packs diff old.toml new.toml
      stigmalint packs export --format csv
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so


@command.command("list", cls=Command, short_help="List the wordlists.")
@color_option
def list_packs(color: str) -> ExitStatus:
    """List the wordlists: name, number of terms, subject."""
    page = Page(look_for(sys.stdout, When(color)))
    packs = load_wordlists(packs=house_packs()).packs
    width = max((len(pack.name) for pack in packs), default=0)
    for pack in packs:
        name = page.look.paint(f"{pack.name:<{width}}", Style.TITLE)
        page.row(f"{name}  {len(pack.terms):>4} {'term ' if len(pack.terms) == 1 else 'terms'}  {page.look.safe(pack.title)}")
    emit(str(page))
    return ExitStatus.NOTHING


@command.command("check", cls=Command, short_help="Test wordlists you have edited.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@color_option
def check_packs(files: tuple[str, ...], color: str) -> ExitStatus:
    """Test wordlists you have edited: whether they can be read, and whether each example holds.

    FILE is a wordlist in TOML. Every problem is named with its file, line, term and field, and how to put it right.

    \b
    Example:
      stigmalint packs check wordlists/substance-use.toml
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    from stigmalint.examples import check_pack  # noqa: PLC0415  loads the whole engine, which a list does not need

    page, status = Page(look_for(sys.stdout, When(color))), ExitStatus.NOTHING
    for file in files:
        problems = check_pack(Path(file))
        if problems:
            status = ExitStatus.WRONG_USE
        _verdict(page, file, problems)
    emit(str(page))
    return status


def _verdict(page: Page, file: str, problems: list[str]) -> None:
    glyphs = page.look.glyphs
    if not problems:
        page.entry(glyphs.yes, f"{file} is sound; every example holds.", Style.GOOD, indent=0)
        return
    page.entry(glyphs.no, f"{file}: {len(problems)} to put right", Style.ERROR, indent=0)
    for problem in problems:
        page.text(problem, indent=2)


for each in (diff_packs, export_packs, write_pages):
    command.add_command(each)
