"""Turn wordlists into what leaves the house: other formats, pages, and the news about what changed."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stigmalint.cli.options import Choice, Command, color_option
from stigmalint.cli.output import save_text
from stigmalint.cli.status import ExitStatus
from stigmalint.errors import UsageError, nearest
from stigmalint.reporters.layout import Page
from stigmalint.terminal import Look, Style, When, emit, look_for

if TYPE_CHECKING:
    from stigmalint.packs.compare import Change, Difference

_FORMATS = ("csv", "vale", "prh")


@click.command("export", cls=Command, short_help="Write wordlists in the format of another tool.")
@click.argument("packs", metavar="[PACK]...", nargs=-1)
@click.option("--format", type=Choice(_FORMATS), required=True, help="A table for experts, a Vale style, or rules for prh.")
@click.option("--out", metavar="DIR", help="The folder to write to; stigmalint-FORMAT, if nobody says otherwise.")
def export_packs(packs: tuple[str, ...], format: str, out: str | None) -> ExitStatus:
    """Write wordlists in the format of another tool, with a list of what that tool cannot know.

    PACK is the name of a wordlist or a file of your own; without any, all curated wordlists are written. What could not be
    carried over (conditions, word classes, rules, grammar) stands in lost.md beside the rest.

    \b
    Examples:
      stigmalint packs export --format csv
      stigmalint packs export --format vale --out styles substance-use suicide
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    from stigmalint.config import HouseStyle  # noqa: PLC0415
    from stigmalint.packs import load_vocabulary  # noqa: PLC0415
    from stigmalint.packs.export import LOST, export  # noqa: PLC0415
    from stigmalint.packs.load import read_pack  # noqa: PLC0415

    own = tuple(Path(pack) for pack in packs if pack.endswith(".toml"))
    vocabulary = load_vocabulary(HouseStyle(packs=own))
    known = list(dict.fromkeys(compiled.term.pack for compiled in vocabulary.terms))
    named = [read_pack(Path(pack)).name if pack.endswith(".toml") else _known(pack, known) for pack in packs]
    exported, folder = export(format, vocabulary, named or known), Path(out or f"stigmalint-{format}")
    _write(folder, exported.files)
    emit(f"{_many(len(exported.files), 'file')} in {folder}. {exported.summary} ({LOST} says what was lost).\n")
    return ExitStatus.NOTHING


def _known(name: str, known: Sequence[str]) -> str:
    if name not in known:
        raise UsageError(f"there is no wordlist “{name}”{nearest(name, known)} (there are {', '.join(known)})")
    return name


@click.command("pages", cls=Command, short_help="Write a page for each wordlist.")
@click.option("--out", metavar="DIR", required=True, help="The folder to write to.")
def write_pages(out: str) -> ExitStatus:
    """Write a page in Markdown for each wordlist: every term with its reason, its sources, what to write, and examples.

    \b
    Example:
      stigmalint packs pages --out docs/terms
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    from stigmalint.packs import load_wordlists  # noqa: PLC0415
    from stigmalint.packs.pages import pages  # noqa: PLC0415

    made = pages(load_wordlists())
    _write(Path(out), made)
    emit(f"{_many(len(made), 'page')} in {out}.\n")
    return ExitStatus.NOTHING


@click.command("diff", cls=Command, short_help="Say what changed between two versions of a wordlist.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@color_option
def diff_packs(old: str, new: str, color: str) -> ExitStatus:
    """Say what changed between two versions of a wordlist: terms added, taken out, and changed, field by field.

    OLD and NEW are wordlists in TOML, or folders of them.

    \b
    Example:
      stigmalint packs diff old/substance-use.toml wordlists/substance-use.toml
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    from stigmalint.packs.compare import compare  # noqa: PLC0415

    emit(_told(compare(Path(old), Path(new)), look_for(sys.stdout, When(color))))
    return ExitStatus.NOTHING


def _told(difference: Difference, look: Look) -> str:
    page = Page(look)
    for sign, style, entries in (("+", Style.GOOD, difference.added), ("-", Style.ERROR, difference.removed)):
        for entry in entries:
            page.entry(sign, f"{entry.id}: {'added' if sign == '+' else 'taken out'}", style, indent=0)
    for id, changes in difference.changed.items():
        page.entry("~", f"{id}: changed", Style.WARNING, indent=0)
        for change in changes:
            _change(page, change)
    if page.is_empty:
        page.text("Nothing changed.")
    else:
        page.gap()
        counts = (len(difference.added), len(difference.removed), len(difference.changed))
        page.text("{} added, {} taken out, {} changed.".format(*counts))
    return str(page)


def _change(page: Page, change: Change) -> None:
    """One line where a short value took the place of another, else one for each entry that came or went."""
    if change.reordered:
        page.text(f"{change.field}: in another order", indent=4)
    elif len(change.removed) == len(change.added) == 1 and len(change.removed[0] + change.added[0]) < 40:
        page.text(f"{change.field}: {change.removed[0]} → {change.added[0]}", indent=4)
    else:
        page.text(f"{change.field}:", indent=4)
        for sign, style, texts in (("-", Style.ERROR, change.removed), ("+", Style.GOOD, change.added)):
            for text in texts:
                page.entry(sign, text, style, indent=6, title=False)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder that is made if need be; whatever else is in it stays."""
    for name, text in files.items():
        file = folder / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise UsageError(f"the folder {file.parent} cannot be made ({reason}); choose another with --out.") from error
        save_text(file, text)


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
