"""Turn statistics into tables for people: how many findings in how many words, by wordlist, by term, by file."""

from __future__ import annotations

from collections.abc import Iterable

from stigmalint.reporters.layout import Page, columns
from stigmalint.reporters.saying import count
from stigmalint.statistics import FileTally, Statistics, Tally
from stigmalint.terminal import Style


def put_statistics(page: Page, statistics: Statistics) -> None:
    """The tables, under a title."""
    page.gap()
    page.rule("In numbers")
    page.gap()
    rate = "" if statistics.rate is None else f", {statistics.rate:.1f} per 1,000 words"
    page.text(f"{count(statistics.findings, 'finding')} in {count(statistics.words, 'word')}{rate}.", indent=2)
    _tallies(page, "by wordlist", statistics.packs)
    _tallies(page, "by term", statistics.terms)
    _files(page, statistics.files)
    page.gap()


def _tallies(page: Page, title: str, tallies: Iterable[Tally]) -> None:
    _table(page, [("findings", title), *((f"{tally.findings:,}", tally.name) for tally in tallies)])


def _files(page: Page, files: Iterable[FileTally]) -> None:
    rows = [
        (f"{file.findings:,}", f"{file.words:,}", "" if file.rate is None else f"{file.rate:.1f}", file.path) for file in files
    ]
    _table(page, [("findings", "words", "per 1,000", "by file"), *rows])


def _table(page: Page, rows: list[tuple[str, ...]]) -> None:
    """Numbers to the right, the name last; the first row is the head. Without other rows there is no table."""
    if len(rows) == 1:
        return
    page.gap()
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)][:-1]
    for at, row in enumerate(rows):
        numbers = (cell.rjust(width) for cell, width in zip(row, widths, strict=False))
        line = "  ".join(("  ", *numbers, page.look.safe(row[-1])))
        page.row(line if at else page.look.paint(line, Style.QUIET))
