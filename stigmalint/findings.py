"""Turn judged matches into plain records that any reporter, baseline or fixer can use without knowing a wordlist.

The surprise: a finding's ``fingerprint`` leaves out its line, so that text above it may move.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stigmalint.document import Document, Place, Span


class Kind(StrEnum):
    """What sort of thing is found."""

    TERM = "term"
    FRAMING = "framing"
    PROVISION = "provision"
    SUPPORT = "support"
    """A rule that protects or helps: reported as a strength of a document, never as something to change."""


class Severity(StrEnum):
    """How far the guides agree: every guide advises against it, most do, or they differ."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    def at_least(self, threshold: Severity) -> bool:
        """Whether this is as severe as ``threshold`` or more."""
        return _ORDER.index(self) <= _ORDER.index(threshold)


_ORDER = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)


class Rewrite(StrEnum):
    """What an author can do: paste a wording, describe what happened, put the claim differently, or change the rule."""

    WORDING = "wording"
    DESCRIBE = "describe"
    REFRAME = "reframe"
    PROVISION = "provision"


@dataclass(frozen=True, slots=True)
class Source:
    """A dated publication that advises on the wording."""

    id: str
    title: str
    publisher: str
    year: int | None = None
    url: str = ""

    @property
    def label(self) -> str:
        """As a report cites it: “National Institute on Drug Abuse, Words Matter (2021)”."""
        year = f" ({self.year})" if self.year else ""
        return f"{self.publisher}, {self.title}{year}" if self.publisher not in self.title else f"{self.title}{year}"


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``span`` of source stream ``stream`` become ``text``."""

    stream: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Elements:
    """A rule seen as its parts, each in the words of the document; ``None`` where the text names none."""

    who: str | None = None
    trigger: str | None = None
    consequence: str | None = None
    condition: str | None = None
    force: str | None = None
    exception: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A judged match, ready to report. ``matched`` and ``sentence`` are as a reader of the document sees them."""

    path: str
    term: str
    pack: str
    kind: Kind
    severity: Severity
    matched: str
    why: str
    sources: tuple[Source, ...]
    rewrite: Rewrite
    suggestions: tuple[str, ...]
    """Wordings that can stand in place of ``matched`` as they are, the best first."""
    sentence: str
    sentence_span: Span
    """Where in ``sentence`` the match stands."""
    place: Place
    block: int
    """Which of the document's blocks holds it, counted from 0."""
    span: Span
    """Where in that block's text ``matched`` stands: what a suggestion takes the place of."""
    instead: str = ""
    """How to write it where no wording can simply be put in."""
    disputed: str = ""
    """Who sees it differently."""
    note: str = ""
    """Why it is reported less severely than the term itself (“in a quotation”)."""
    elements: Elements | None = None
    """For a provision, its parts."""
    principle: str = ""
    """For a provision, the principle of the position statement that it offends."""
    supported: bool = False
    """For a provision, whether a supportive alternative stands beside it."""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or part of one, that was not checked, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that the document's author asked to pass over, why, and where they say so."""

    finding: Finding
    reason: str
    """Empty when none is given."""
    said: str
    """Where, as a person would say it: “line 3”, “comment 1”, “draft.pdf.stigmalint.toml”."""


@dataclass(frozen=True, slots=True)
class Ineffective:
    """A directive that passes over nothing: there is nothing, or it cannot be understood."""

    path: str
    """The file that holds it."""
    place: Place
    directive: str
    """As it is written: “ignore[addict] the name of our choir”."""
    reason: str
    """Why it has no effect, with the remedy: one sentence."""
    unused: bool
    """Whether it is understood, and there is nothing to pass over."""
    removal: Edit | None = None
    """What takes it out of the text; ``None`` where that cannot be done by an edit."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that a baseline knows, as often as it occurs in a file."""

    path: str
    term: str
    matched: str
    sentence: str
    """Its beginning, for people."""
    count: int
    fingerprint: str
    """Made of its term, words and sentence alone, so that it is the same wherever the sentence stands."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one run found. ``checked`` counts the files that were read, wholly or in part."""

    checked: int
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    strengths: tuple[Finding, ...] = ()
    """Rules that protect or help (kind ``support``)."""
    documents: tuple[Document, ...] = ()
    """What was read, for whoever shows or edits the text around the findings; empty unless it was asked to be kept."""
    suppressed: tuple[Suppressed, ...] = ()
    """Findings that directives pass over."""
    ineffective: tuple[Ineffective, ...] = ()
    """Directives that pass over nothing."""
    known: int = 0
    """How many findings the baseline knows; they are not among ``findings``."""
    stale: tuple[Known, ...] = ()
    """What the baseline knows and is no longer found."""
    files: tuple[str, ...] = ()
    """The files that were read, wholly or in part, whether or not anything was found in them."""
    words: tuple[tuple[str, int], ...] = ()
    """How many words each file has; empty unless they were asked to be counted."""


def with_fingerprints(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same findings, each with an identity made of its file, term, words and sentence, not of its line.

    The second of two that are alike in all of these differs by its number.
    """
    from stigmalint.hashing import blake2b  # noqa: PLC0415  a clean file has no use for it

    seen: dict[tuple[str, ...], int] = {}
    done = []
    for finding in findings:
        key = (finding.path, finding.term, finding.matched.lower(), finding.sentence)
        seen[key] = seen.get(key, 0) + 1
        digest = blake2b("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass"), digest_size=12)
        done.append(replace(finding, fingerprint=digest.hexdigest()))
    return tuple(done)
