"""Turn a report into the generic issues of SonarQube, in the form that 10.3 brought: rules first, then issues.

The surprise: columns count from 0 and in UTF-16, as Java does; Word and PDF files have no columns, only a first line.
"""

from __future__ import annotations

from dataclasses import dataclass

from stigmalint.columns import Unit
from stigmalint.document import Place
from stigmalint.findings import Report, Severity
from stigmalint.reporters.entries import NO_EFFECT, NOT_CHECKED, Entry, entries
from stigmalint.reporters.json import dumps
from stigmalint.reporters.records import plain
from stigmalint.reporters.regions import region_of
from stigmalint.reporters.terms import Term, terms_of
from stigmalint.terminal import Look

_ENGINE = "stigmalint"
_SEVERITIES = {Severity.ERROR: "HIGH", Severity.WARNING: "MEDIUM", Severity.ADVICE: "LOW"}


@dataclass(frozen=True, slots=True)
class Impact:
    """What a rule is about, in the words SonarQube has; how a document reads is nearest to maintainability."""

    severity: str
    software_quality: str = "MAINTAINABILITY"


@dataclass(frozen=True, slots=True)
class Rule:
    """A term. Its severity is the worst in the report, since issues have none of their own."""

    id: str
    name: str
    description: str
    impacts: tuple[Impact, ...]
    engine_id: str = _ENGINE
    clean_code_attribute: str = "RESPECTFUL"


_OTHERS = (
    Rule(NOT_CHECKED, "not checked", "The file could not be checked, or not wholly.", (Impact("HIGH"),)),
    Rule(NO_EFFECT, "directive without effect", "A comment to stigmalint passes over nothing.", (Impact("LOW"),)),
)


@dataclass(frozen=True, slots=True)
class TextRange:
    """Lines from 1, columns from 0."""

    start_line: int = 1
    end_line: int | None = None
    start_column: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """What is said about which stretch of which file."""

    message: str
    file_path: str
    text_range: TextRange = TextRange()


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding, or a file that was not checked."""

    rule_id: str
    primary_location: Location


@dataclass(frozen=True, slots=True)
class Issues:
    """The whole report."""

    rules: tuple[Rule, ...]
    issues: tuple[Issue, ...]


def render(report: Report, look: Look) -> str:
    """The whole report as one object."""
    told = entries(report)
    named = {entry.term for entry in told}
    rules = (*map(_rule, terms_of(report.findings)), *(rule for rule in _OTHERS if rule.id in named))
    return dumps(plain(Issues(rules, tuple(map(_issue, told))), camel=True))


def _rule(term: Term) -> Rule:
    description = " ".join(filter(None, (term.why, term.instead)))
    return Rule(term.id, term.name, description, (Impact(_SEVERITIES[term.severity]),))


def _issue(entry: Entry) -> Issue:
    return Issue(entry.term, Location(entry.message, entry.path, _range(entry.place)))


def _range(place: Place) -> TextRange:
    region = region_of(place, Unit.UTF16, first_column=0)
    if region is None:
        return TextRange()
    return TextRange(region.start_line, region.end_line, region.start_column, region.end_column)
