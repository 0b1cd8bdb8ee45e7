"""Turn a report into the JSON of reviewdog, which comments on what a change touches.

The surprise: reviewdog counts columns in bytes of UTF-8. Only the best wording is suggested, because every suggestion
becomes a button and two buttons would undo each other; the message names them all.
"""

from __future__ import annotations

from dataclasses import dataclass

from stigmalint.columns import Unit
from stigmalint.findings import Report
from stigmalint.reporters.entries import Entry, Level, entries
from stigmalint.reporters.json import dumps
from stigmalint.reporters.records import plain
from stigmalint.reporters.regions import Region, region_of
from stigmalint.terminal import Look

_SEVERITIES = {Level.NOT_CHECKED: "ERROR", Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.ADVICE: "INFO"}


@dataclass(frozen=True, slots=True)
class Position:
    """Line and byte of the line, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Range:
    """``end`` is excluded."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Location:
    """A file, or a stretch of it."""

    path: str
    range: Range | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``text`` in place of ``range``."""

    range: Range
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """The term, and a page of a guide about it."""

    value: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One comment."""

    message: str
    location: Location
    severity: str
    code: Code
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it."""

    name: str


@dataclass(frozen=True, slots=True)
class Result:
    """The whole report."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]


def render(report: Report, look: Look) -> str:
    """The whole report as one object."""
    return dumps(plain(Result(Source("stigmalint"), tuple(map(_diagnostic, entries(report))))))


def _diagnostic(entry: Entry) -> Diagnostic:
    region = region_of(entry.place, Unit.UTF8)
    range = _range(region) if region else None
    suggestions = tuple(Suggestion(range, text) for text in entry.replacements[:1]) if range else ()
    location, code = Location(entry.path, range), Code(entry.term, entry.url or None)
    return Diagnostic(entry.message, location, _SEVERITIES[entry.level], code, suggestions)


def _range(region: Region) -> Range:
    return Range(Position(region.start_line, region.start_column), Position(region.end_line, region.end_column))
