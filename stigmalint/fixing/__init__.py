"""Turn a draft and the report on it into a marked-up copy, with the reviewer for its suffix: ``review(data, report, wishes)``.

The surprise: as with readers, reviewers are named here and imported only when a file asks for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from stigmalint.discover.names import COPY
from stigmalint.errors import Refused
from stigmalint.findings import Finding, Report
from stigmalint.limits import DEFAULT_LIMITS, Limits
from stigmalint.readers import suffixes


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a marked-up copy is to hold."""

    when: datetime
    """The date of every remark and change; it has a time zone."""
    comments: bool = True
    changes: bool = True
    limits: Limits = DEFAULT_LIMITS


@dataclass(frozen=True, slots=True)
class Declined:
    """A finding whose wording could not be put in, and why; ``reason`` is one plain sentence."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A marked-up copy: its bytes, and what was done."""

    data: bytes
    changed: int = 0
    """Findings whose wording was put in, as a change the author accepts or rejects."""
    commented: int = 0
    """Findings with a remark."""
    declined: tuple[Declined, ...] = ()
    remarks: tuple[str, ...] = ()
    """What else the author should know of the copy, each one plain sentence."""


class Review(Protocol):
    """What the function of each reviewer does."""

    def __call__(self, data: bytes, report: Report, wishes: Wishes) -> Reviewed:
        """The marked-up copy of the draft ``data``. ``report`` is on this draft alone and holds its document.

        Raises ``Refused`` with a plain reason for a draft that must not be marked.
        """


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Where a reviewer is (``module:function``), and the suffix of its copies when that is not the draft's."""

    place: str
    suffix: str = ""


_WORD = Reviewer("stigmalint.fixing.docx:review")
REVIEWERS: Mapping[str, Reviewer] = {
    ".docx": _WORD,
    ".docm": _WORD,
    ".dotx": _WORD,
    ".dotm": _WORD,
    ".pdf": Reviewer("stigmalint.fixing.pdf:review"),
}


PAGE = Reviewer("stigmalint.fixing.page:review", ".html")
"""For every other format that can be read, and for all where a page is wished."""


def reviewer_for(name: str, *, page: bool = False) -> Reviewer:
    """The reviewer of a draft of this name, or if wished the one that makes a ``page``.

    Raises ``Refused`` for a format that cannot be read.
    """
    suffix = PurePath(name).suffix.lower()
    known = {*REVIEWERS, *suffixes()}
    if suffix not in known:
        raise Refused(f"this kind of file cannot be marked up; stigmalint marks up {', '.join(sorted(known))}")
    return PAGE if page else REVIEWERS.get(suffix, PAGE)


def copy_name(name: str, reviewer: Reviewer, *, shared: bool = False) -> str:
    """What the copy of a draft is called: ``draft.reviewed.docx``.

    Where the name would be ``shared`` (by draft.md and draft.txt, whose copies are both pages): ``draft.md.reviewed.html``.
    """
    path = PurePath(name)
    return f"{path.name if shared else path.stem}{COPY}{reviewer.suffix or path.suffix}"


def review(data: bytes, report: Report, wishes: Wishes, reviewer: Reviewer) -> Reviewed:
    """The marked-up copy of a draft. Raises ``Refused``."""
    module, _, function = reviewer.place.partition(":")
    return cast("Review", getattr(import_module(module), function))(data, report, wishes)
