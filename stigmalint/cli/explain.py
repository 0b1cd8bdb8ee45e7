"""Turn a wording, or a place in a document, into the page that tells what is known about it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from stigmalint.cli.flags import house_packs
from stigmalint.cli.lookup import find, like
from stigmalint.cli.options import Command, color_option
from stigmalint.cli.status import ExitStatus
from stigmalint.cli.term_page import explain_term
from stigmalint.config import HouseStyle
from stigmalint.errors import UsageError
from stigmalint.packs import load_vocabulary
from stigmalint.packs.compiled import CompiledTerm
from stigmalint.packs.notation import first_wording
from stigmalint.reporters.layout import Page
from stigmalint.terminal import When, emit, look_for

_PLACE = re.compile(r"(?P<path>.+?):(?P<number>\d+)(?::\d+)?\Z", re.DOTALL)


def _terms(context: click.Context, argument: click.Parameter, begun: str) -> list[str]:
    """The names of terms that begin so."""
    return [entry.id for entry in load_vocabulary().anchors.index.terms if entry.id.startswith(begun)]


@click.command("explain", cls=Command, short_help="Say why a wording is flagged, who says so, and what to write instead.")
@click.argument("term", nargs=-1, required=True, shell_complete=_terms)
@color_option
def command(term: tuple[str, ...], color: str) -> ExitStatus:
    """Say why a wording is flagged, who says so, and what to write instead.

    TERM is the name that a report shows at the right margin, or any wording as you would write it. The name of a document
    lists what is found in it; with a line behind it (or, for Word and PDF, a number from that list) this is explained.

    \b
    Examples:
      stigmalint explain addict
      stigmalint explain substance abusers
      stigmalint explain policy.md:12
      stigmalint explain handbook.pdf
      stigmalint explain handbook.pdf:3
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    typed = " ".join(term)
    if document := _document_in(typed):
        from stigmalint.cli.explain_place import explain_document  # noqa: PLC0415  checks the document, which a word does not need

        return explain_document(*document, look_for(sys.stdout, When(color)))
    vocabulary = load_vocabulary(HouseStyle(packs=house_packs()))
    found = find(typed, vocabulary)
    if not found and (place := _PLACE.match(typed)):
        raise UsageError(f"there is no file “{place['path']}” to explain line {place['number']} of")
    if not found:
        raise UsageError(f"no term has the name or the wording “{typed}”{_perhaps(like(typed, vocabulary))}")
    page = Page(look_for(sys.stdout, When(color)))
    for each in found:
        explain_term(page, each, vocabulary.sources)
    emit(str(page))
    return ExitStatus.NOTHING


def _document_in(typed: str) -> tuple[Path, int | None] | None:
    """The document, and the line or number behind it, if that is what a person typed."""
    if Path(typed).is_file():
        return Path(typed), None
    place = _PLACE.match(typed)
    return (Path(place["path"]), int(place["number"])) if place and Path(place["path"]).is_file() else None


def _perhaps(terms: Iterable[CompiledTerm]) -> str:
    """What may have been meant, as the tail of a message."""
    names = [f"{compiled.term.id} (“{first_wording(compiled.term)}”)" for compiled in terms]
    return f"; the nearest are {', '.join(names)}." if names else "; “stigmalint terms” lists them all."
