"""Turn a report into all that the template of its page shows, in the order in which it is shown.

The surprise: a page has to open, so it has bounds. Whatever stays out because of them is said, with its number.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from pathlib import PurePosixPath

from stigmalint.findings import Ineffective, Report, Skipped, Source, Suppressed
from stigmalint.profile import Profile, profile_of
from stigmalint.reporters.page.numbers import Numbers, Tally, by_pack, by_severity, numbers_of
from stigmalint.reporters.page.sections import Section, by_path, cited_in, sections_of
from stigmalint.reporters.saying import count, passed_over, verdict

MOST_NAMED = 500
"""Files named in a list."""


@dataclass(frozen=True, slots=True)
class Page:
    """A report, ready to be laid out."""

    title: str
    verdict: str
    numbers: Numbers
    severities: tuple[Tally, ...]
    packs: tuple[Tally, ...]
    profile: Profile
    sections: tuple[Section, ...]
    files: tuple[tuple[str, Numbers], ...]
    """Every document that was read, with its numbers."""
    unnamed: int
    """Documents beyond those."""
    skipped: tuple[Skipped, ...]
    more_skipped: int
    sources: tuple[Source, ...]
    left_out: int
    """Findings that are counted but not shown."""
    passed_over: tuple[str, ...]
    """What is neither counted nor shown, in sentences."""
    suppressed: tuple[Suppressed, ...]
    ineffective: tuple[Ineffective, ...]


def page_of(report: Report) -> Page:
    """All that the page shows."""
    documents, found, sections = {each.name: each for each in report.documents}, by_path(report.findings), sections_of(report)
    files = [(path, numbers_of(found.get(path, ()), [documents[path]])) for path in sorted(documents)]
    return Page(
        title=_title(report, documents.keys() | {section.path for section in sections}),
        verdict=verdict(report),
        numbers=numbers_of(report.findings, report.documents),
        severities=by_severity(report.findings),
        packs=by_pack(report.findings),
        profile=profile_of(report),
        sections=sections,
        files=tuple(files[:MOST_NAMED]),
        unnamed=max(len(files) - MOST_NAMED, 0),
        skipped=report.skipped[:MOST_NAMED],
        more_skipped=max(len(report.skipped) - MOST_NAMED, 0),
        sources=cited_in(sections),
        left_out=sum(section.left_out for section in sections),
        passed_over=tuple(passed_over(report)),
        suppressed=report.suppressed[:MOST_NAMED],
        ineffective=report.ineffective[:MOST_NAMED],
    )


def _title(report: Report, paths: Set[str]) -> str:
    """The name of the only document, else how many there are."""
    named = {*paths, *(skipped.path for skipped in report.skipped)}
    if len(named) == 1:
        return PurePosixPath(named.pop()).name
    return count(report.checked, "document")
