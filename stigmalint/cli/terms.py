"""Turn the wordlists into a list with a line for each term, for people or for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from stigmalint.cli.flags import house_packs
from stigmalint.cli.options import Choice, Command, color_option, format_option
from stigmalint.cli.status import ExitStatus
from stigmalint.errors import UsageError, nearest
from stigmalint.findings import Severity
from stigmalint.packs import load_wordlists
from stigmalint.packs.model import Term, Wordlists
from stigmalint.packs.notation import first_wording
from stigmalint.reporters.json import FORMAT, dumps
from stigmalint.reporters.layout import Page
from stigmalint.terminal import Style, When, emit, look_for


@click.command("terms", cls=Command, short_help="List everything stigmalint looks for.")
@click.option("--pack", metavar="NAME", help="Only the terms of this wordlist; “stigmalint packs list” names them.")
@click.option("--severity", type=Choice([severity.value for severity in Severity]), help="Only terms as severe as this.")
@format_option(["text", "json"])
@color_option
def command(pack: str | None, severity: str | None, format: str, color: str) -> ExitStatus:
    """List everything stigmalint looks for.

    Each line shows a term's name, its severity, its wordlist and its first wording; ‹substance› stands for any word
    of a class, [degree] for one that may be left out.

    \b
    Examples:
      stigmalint terms
      stigmalint terms --pack substance-use --severity error
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    wordlists = load_wordlists(packs=house_packs())
    terms = [term for term in _of_pack(wordlists, pack) if severity is None or term.severity == severity]
    if format == "json":
        emit(dumps({"format": FORMAT, "terms": [_record(term, wordlists) for term in terms]}), exact=True)
    else:
        page = Page(look_for(sys.stdout, When(color)))
        _table(page, terms)
        emit(str(page))
    return ExitStatus.NOTHING


def _of_pack(wordlists: Wordlists, name: str | None) -> list[Term]:
    """The terms of one pack, or of all. Raises ``UsageError`` for an unknown name."""
    packs = [pack for pack in wordlists.packs if name in (None, pack.name)]
    if not packs:
        known = [pack.name for pack in wordlists.packs]
        raise UsageError(f"there is no wordlist “{name}”{nearest(name or '', known)} (there are {', '.join(known)})")
    return sorted((term for pack in packs for term in pack.terms), key=lambda term: term.id)


def _table(page: Page, terms: Sequence[Term]) -> None:
    names, packs = (max(map(len, column), default=0) for column in ([term.id for term in terms], [term.pack for term in terms]))
    paint = page.look.paint
    for term in terms:
        quiet = paint(f"{term.severity:<7}  {term.pack:<{packs}}", Style.QUIET)
        page.row(f"{paint(f'{term.id:<{names}}', Style.TITLE)}  {quiet}  {page.look.safe(first_wording(term))}")
    page.gap()
    page.text(f"{len(terms)} term{'' if len(terms) == 1 else 's'}. To read about one: stigmalint explain NAME", Style.QUIET)


def _record(term: Term, wordlists: Wordlists) -> dict[str, object]:
    return {
        "id": term.id,
        "pack": term.pack,
        "kind": term.kind.value,
        "severity": term.severity.value,
        "wordings": list(term.wordings),
        "why": term.why,
        "sources": [wordlists.sources[name].label for name in term.sources],
        "rewrite": term.rewrite.value,
        "prefer": list(term.prefer),
        "instead": term.instead,
        "disputed": term.disputed,
    }
