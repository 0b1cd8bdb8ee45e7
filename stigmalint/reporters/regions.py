"""Turn a place into the lines and columns that another program expects: its unit, its first column."""

from __future__ import annotations

from dataclasses import dataclass

from stigmalint.columns import Unit
from stigmalint.document import Place
from stigmalint.findings import Finding, Rewrite


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of lines; lines count from 1, columns from where the format begins, and the end column is excluded."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int

    @property
    def is_one_line(self) -> bool:
        """Whether it begins and ends on the same line."""
        return self.start_line == self.end_line


def region_of(place: Place, unit: Unit, first_column: int = 1) -> Region | None:
    """Where ``place`` is, or ``None`` in formats without lines (Word, PDF).

    A reader that gives no columns but those in characters is taken at its word.
    """
    if place.line is None or place.column is None:
        return None
    start, end = _columns(place, unit) or (place.column, place.end_column or place.column)
    return Region(place.line, start - 1 + first_column, place.end_line or place.line, end - 1 + first_column)


def _columns(place: Place, unit: Unit) -> tuple[int, int] | None:
    return {Unit.UTF16: place.utf16, Unit.UTF8: place.utf8}.get(unit)


def replacements(finding: Finding) -> tuple[str, ...]:
    """The wordings that may be put in place of the finding's region as they are.

    None where a line break, markup or an entity stands in the region, since replacing it would take that away too, and
    none where the words are somebody else's (the finding has a note).
    """
    region = region_of(finding.place, Unit.CHARACTERS)
    if finding.rewrite is not Rewrite.WORDING or finding.note or region is None or not region.is_one_line:
        return ()
    return finding.suggestions if region.end_column - region.start_column == len(finding.matched) else ()
