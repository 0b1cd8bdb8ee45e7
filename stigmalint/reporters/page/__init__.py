"""Turn a report into all that the template of its page shows, in the order in which it is shown.

The surprise: a page has to open, so it has bounds. Whatever stays out because of them is said, with its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from stigmalint.findings import Ineffective, Report, Skipped, Source, Suppressed
from stigmalint.profile import Profile, profile_of
from stigmalint.reporters.page.numbers import Numbers, Tally, by_pack, by_severity, numbers_of
from stigmalint.reporters.page.sections import Section, by_path, cited_in, sections_of
from stigmalint.reporters.saying import count, passed_over, verdict

MOST_NAMED = 500
"""Items of a list of documents or directives."""


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """As much of a list as the page shows, and how many ``more`` there are."""

    items: tuple[Item, ...]
    more: int


@dataclass(frozen=True, slots=True)
class File:
    """A document that was read, and the number of its section where it has one."""

    path: str
    numbers: Numbers
    section: int | None


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
    files: Listed[File]
    skipped: Listed[Skipped]
    sources: tuple[Source, ...]
    left_out: int
    """Findings that are counted but not shown."""
    passed_over: tuple[str, ...]
    """What is neither counted nor shown, in sentences."""
    suppressed: Listed[Suppressed]
    ineffective: Listed[Ineffective]


def page_of(report: Report) -> Page:
    """All that the page shows."""
    sections = sections_of(report)
    return Page(
        title=_title(report),
        verdict=verdict(report),
        numbers=numbers_of(report.findings, report.documents),
        severities=by_severity(report.findings),
        packs=by_pack(report.findings),
        profile=profile_of(report),
        sections=sections,
        files=_listed(_files(report, sections)),
        skipped=_listed(report.skipped),
        sources=cited_in(sections),
        left_out=sum(section.left_out for section in sections),
        passed_over=tuple(passed_over(report)),
        suppressed=_listed(report.suppressed),
        ineffective=_listed(report.ineffective),
    )


def _files(report: Report, sections: Sequence[Section]) -> list[File]:
    found, section_of = by_path(report.findings), {section.path: section.number for section in sections}
    documents = sorted(report.documents, key=lambda document: document.name)
    return [File(each.name, numbers_of(found.get(each.name, ()), [each]), section_of.get(each.name)) for each in documents]


def _listed(items: Sequence[Item]) -> Listed[Item]:
    return Listed(tuple(items[:MOST_NAMED]), max(len(items) - MOST_NAMED, 0))


def _title(report: Report) -> str:
    """The name of the only document, else how many there are."""
    named = {document.name for document in report.documents}
    named |= {finding.path for finding in report.findings} | {skipped.path for skipped in report.skipped}
    if len(named) == 1:
        return PurePosixPath(named.pop()).name
    return count(report.checked, "document")
