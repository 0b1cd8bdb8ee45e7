"""Turn a report into entries: whatever there is to tell about a file, in the shape that every build server wants it.

The surprise: a file that was not checked, and a directive that has no effect, are entries too. They are told in every format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from stigmalint.document import Place
from stigmalint.findings import Finding, Ineffective, Report, Severity, Skipped
from stigmalint.hashing import blake2b
from stigmalint.reporters import in_order
from stigmalint.reporters.messages import message
from stigmalint.reporters.regions import replacements
from stigmalint.reporters.terms import address

NOT_CHECKED = "not-checked"
"""What stands for the term of a file that was not checked, or not wholly."""
NO_EFFECT = "directive-without-effect"
"""What stands for the term of a directive that passes over nothing."""


class Level(StrEnum):
    """How grave an entry is, the gravest first."""

    NOT_CHECKED = "not checked"
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to tell about a file."""

    path: str
    place: Place
    level: Level
    term: str
    message: str
    fingerprint: str = ""
    """Its own among all entries, and the same when lines move."""
    sentence: str = ""
    replacements: tuple[str, ...] = ()
    """Wordings that may be put in its place as they are."""
    url: str = ""


_LEVELS = {Severity.ERROR: Level.ERROR, Severity.WARNING: Level.WARNING, Severity.ADVICE: Level.ADVICE}


def entries(report: Report) -> list[Entry]:
    """The findings by file, then directives without effect, then what was not checked."""
    others = [*map(_ineffective, report.ineffective), *map(_skipped, report.skipped)]
    return [*map(_found, in_order(report.findings)), *_with_fingerprints(others)]


def not_checked(skipped: Skipped) -> str:
    """What to say of a file that was not checked, or not wholly."""
    return f"Not fully checked: {skipped.reason}"


def no_effect(directive: Ineffective) -> str:
    """What to say of a directive that passes over nothing."""
    return f"“{directive.directive}” has no effect: {directive.reason}"


def _found(finding: Finding) -> Entry:
    return Entry(
        finding.path,
        finding.place,
        _LEVELS[finding.severity],
        finding.term,
        message(finding),
        finding.fingerprint,
        finding.sentence,
        replacements(finding),
        address(finding.sources),
    )


def _ineffective(directive: Ineffective) -> Entry:
    return Entry(directive.path, directive.place, Level.ADVICE, NO_EFFECT, no_effect(directive))


def _skipped(skipped: Skipped) -> Entry:
    return Entry(skipped.path, Place(), Level.NOT_CHECKED, NOT_CHECKED, not_checked(skipped))


def _with_fingerprints(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, each with an identity made of what it says; of two that say the same, the second differs by its number."""
    seen = Counter[tuple[str, str, str]]()
    for entry in entries:
        key = (entry.term, entry.path, entry.message)
        seen[key] += 1
        identity = "\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")
        yield replace(entry, fingerprint=blake2b(identity, digest_size=12).hexdigest())
