"""Turn a report into the XML of Checkstyle, which many build servers read."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from stigmalint.columns import Unit
from stigmalint.findings import Report
from stigmalint.reporters.entries import Entry, Level, entries
from stigmalint.reporters.records import plain
from stigmalint.reporters.regions import region_of
from stigmalint.reporters.xml import element, written
from stigmalint.terminal import Look

_VERSION = "4.3"
"""The version of Checkstyle whose reports have this shape; readers look for it."""
_SEVERITIES = {Level.NOT_CHECKED: "error", Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "info"}


@dataclass(frozen=True, slots=True)
class Error:
    """One entry. Line and column count from 1; those of a file without lines point at its beginning."""

    line: int
    column: int
    severity: str
    message: str
    source: str


def render(report: Report, look: Look) -> str:
    """The document, with every file that was checked."""
    files: dict[str, list[Error]] = {path: [] for path in report.files}
    for entry in entries(report):
        files.setdefault(entry.path, []).append(_error(entry))
    return written(element("checkstyle", {"version": _VERSION}, (_file(path, files[path]) for path in sorted(files))))


def _error(entry: Entry) -> Error:
    region = region_of(entry.place, Unit.CHARACTERS)
    line, column = (region.start_line, region.start_column) if region else (1, 1)
    return Error(line, column, _SEVERITIES[entry.level], entry.message, f"stigmalint.{entry.term}")


def _file(path: str, errors: list[Error]) -> Element:
    return element("file", {"name": path}, (element("error", plain(error)) for error in errors))
