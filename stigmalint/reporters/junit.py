"""Turn a report into JUnit's XML: a suite for each file, in it a test for each finding, or one that passed.

The surprise: advice passes, as it does everywhere, and a file that could not be checked is an error, never green.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from xml.etree.ElementTree import Element

from stigmalint.findings import Report
from stigmalint.reporters.entries import Entry, Level, entries
from stigmalint.reporters.places import in_words
from stigmalint.reporters.xml import element, written
from stigmalint.terminal import Look


class Outcome(StrEnum):
    """How a test ended, as the element inside it is called."""

    FAILURE = "failure"
    ERROR = "error"
    ADVICE = "system-out"
    PASSED = ""


_OUTCOMES = {
    Level.NOT_CHECKED: Outcome.ERROR,
    Level.ERROR: Outcome.FAILURE,
    Level.WARNING: Outcome.FAILURE,
    Level.ADVICE: Outcome.ADVICE,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One test; ``text`` is what its element says at length."""

    name: str
    outcome: Outcome = Outcome.PASSED
    type: str = ""
    message: str = ""
    text: str = ""


def render(report: Report, look: Look) -> str:
    """The document."""
    suites: dict[str, list[Case]] = {path: [] for path in report.files}
    for entry in entries(report):
        suites.setdefault(entry.path, []).append(_entry(entry))
    cases = {path: suites[path] or [Case("nothing to change")] for path in sorted(suites)}
    return written(element("testsuites", {"name": "stigmalint"}, (_suite(path, cases[path]) for path in cases)))


def _entry(entry: Entry) -> Case:
    where = in_words(entry.place)
    text = f"{entry.path}, {where}: {entry.sentence}" if entry.sentence else entry.message
    return Case(f"{entry.term}: {where}", _OUTCOMES[entry.level], entry.level.value, entry.message, text)


def _suite(path: str, cases: Sequence[Case]) -> Element:
    ended = [case.outcome for case in cases]
    counts = {"tests": len(cases), "failures": ended.count(Outcome.FAILURE), "errors": ended.count(Outcome.ERROR)}
    return element("testsuite", {"name": path, **counts}, (_case(path, case) for case in cases))


def _case(path: str, case: Case) -> Element:
    return element("testcase", {"name": case.name, "classname": path}, _outcome(case))


def _outcome(case: Case) -> list[Element]:
    if case.outcome is Outcome.PASSED:
        return []
    if case.outcome is Outcome.ADVICE:
        return [element(case.outcome, {}, text=f"{case.message} ({case.text})")]
    return [element(case.outcome, {"type": case.type, "message": case.message}, text=case.text)]
