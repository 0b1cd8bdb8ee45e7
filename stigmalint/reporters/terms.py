"""Turn findings into the terms they belong to, for formats that want each described once.

The surprise: a reporter knows no wordlist. A term is described by what its findings in this report say of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from stigmalint.findings import Finding, Kind, Severity, Source

_ADDRESS = re.compile(r"https?://[\w.~:/?#@!$&'()*+,;=%-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the report; ``severity`` is the worst of its findings."""

    id: str
    pack: str
    kind: Kind
    severity: Severity
    why: str
    instead: str
    disputed: str
    sources: tuple[Source, ...]
    suggestions: tuple[str, ...]
    """What was offered anywhere in the report, each wording once."""

    @property
    def name(self) -> str:
        """The id as words: “drug user”."""
        return self.id.replace("-", " ")


def address(sources: Iterable[Source]) -> str:
    """The first web address among the sources, or nothing. What is no address by RFC 3986 would have a reader refuse it all."""
    return next((source.url for source in sources if _ADDRESS.fullmatch(source.url)), "")


def terms_of(findings: Iterable[Finding]) -> list[Term]:
    """The terms of these findings, by id."""
    by_id: dict[str, list[Finding]] = {}
    for finding in findings:
        by_id.setdefault(finding.term, []).append(finding)
    return [_term(by_id[id]) for id in sorted(by_id)]


def _term(findings: list[Finding]) -> Term:
    first = findings[0]
    return Term(
        first.term,
        first.pack,
        first.kind,
        min((finding.severity for finding in findings), key=list(Severity).index),
        first.why,
        first.instead,
        first.disputed,
        first.sources,
        tuple(dict.fromkeys(chain.from_iterable(finding.suggestions for finding in findings))),
    )
