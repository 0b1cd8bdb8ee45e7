"""Turn a report into workflow commands, which GitHub shows as annotations beside the lines they are about.

The surprise: GitHub shows ten of each level and drops the rest without a word. Here the worst come first, and whatever
is beyond ten follows as plain lines, so that the log still has everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from stigmalint.columns import Unit
from stigmalint.document import Place
from stigmalint.findings import Report
from stigmalint.reporters.entries import Entry, Level, entries
from stigmalint.reporters.layout import Page
from stigmalint.reporters.regions import region_of
from stigmalint.reporters.saying import passed_over, verdict
from stigmalint.terminal import Look, inert

MOST = 10
"""Annotations of one level that GitHub shows for one step."""


class Command(StrEnum):
    """What an annotation is called, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_COMMANDS = {
    Level.NOT_CHECKED: Command.ERROR,
    Level.ERROR: Command.ERROR,
    Level.WARNING: Command.WARNING,
    Level.ADVICE: Command.NOTICE,
}


@dataclass(frozen=True, slots=True)
class Annotation:
    """One workflow command; ``properties`` are its parameters in order, ``plain`` says the same to a person who reads the log."""

    command: Command
    properties: tuple[tuple[str, str], ...]
    message: str
    plain: str

    def __str__(self) -> str:
        given = ",".join(f"{key}={_property(value)}" for key, value in self.properties)
        return f"::{self.command} {given}::{_data(self.message)}"


def render(report: Report, look: Look) -> str:
    """The commands, what is beyond GitHub's limit as plain lines, and what it all comes to."""
    annotations = list(map(_annotation, sorted(entries(report), key=lambda entry: list(Level).index(entry.level))))
    by_command = [[each for each in annotations if each.command is command] for command in Command]
    commands = [str(each) for group in by_command for each in group[:MOST]]
    beyond = [each for group in by_command for each in group[MOST:]]
    return "".join(f"{command}\n" for command in commands) + _log(report, beyond)


def _log(report: Report, beyond: Sequence[Annotation]) -> str:
    """Lines that are no commands, whatever stands in them."""
    page = Page(Look())
    if beyond:
        page.row(f"{len(beyond)} more not shown as annotations, because GitHub shows {MOST} of each level:")
    for each in beyond:
        page.row(inert(f"{each.command}: {each.plain}"))
    page.row(" ".join((verdict(report), *passed_over(report))))
    return str(page)


def _annotation(entry: Entry) -> Annotation:
    where = f"{entry.path}:{entry.place.line}" if entry.place.line else entry.path
    properties = (("file", entry.path), *_region(entry.place), ("title", f"{entry.term} ({entry.level})"))
    return Annotation(_COMMANDS[entry.level], properties, entry.message, f"{where}: {entry.term}: {entry.message}")


def _region(place: Place) -> Iterator[tuple[str, str]]:
    """Lines, and columns where they are on one line; GitHub takes none otherwise."""
    region = region_of(place, Unit.CHARACTERS)
    if region is None:
        return
    yield "line", str(region.start_line)
    yield "endLine", str(region.end_line)
    if region.is_one_line:
        yield "col", str(region.start_column)
        yield "endColumn", str(region.end_column)


def _data(text: str) -> str:
    """A message as a command may hold it."""
    return inert(text).replace("%", "%25")


def _property(text: str) -> str:
    """A parameter as a command may hold it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
