"""Turn one source after the other into a fixed file.

The surprise: a document that is no text is passed over when it was found in a folder, and refused when it was named. A copy that
``review`` has made is no draft, unless it is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePath

from stigmalint import api
from stigmalint.config import Config
from stigmalint.discover import Source
from stigmalint.errors import Unreadable, Unsaved
from stigmalint.findings import Report, Skipped
from stigmalint.fixing import REVIEWERS, Declined
from stigmalint.fixing.account import Outcome
from stigmalint.fixing.changes import Change
from stigmalint.fixing.saving import save
from stigmalint.fixing.text import Desk, Fixed, fix, is_plain, make
from stigmalint.fixing.tidying import tidied

Choose = Callable[[Report], Iterable[Change | Declined]]

_NOT_TEXT = "fix edits only text files (in UTF-8, UTF-16 or Windows-1252); “stigmalint review” hands this one back marked up"
_RECORDS = frozenset({".eml"})
"""What was sent stays as it was sent."""


class Fixer:
    """Fixes files with the changes that ``choose`` picks, to the end or ``once``; without it, takes out unused directives.

    With ``keep`` the files stay as they are.
    """

    def __init__(self, config: Config, choose: Choose | None, *, keep: bool, once: bool) -> None:
        self._config, self._choose, self._keep, self._once = config, choose, keep, once
        self._checker = api.checker_for(config, keep=True)

    def outcome(self, source: Source | Skipped) -> Outcome:
        """What became of a file. A defect of the program's own costs one file, never the others."""
        if isinstance(source, Skipped):
            return _left(source.path, source.reason)
        before = b""
        try:
            before = source.read(self._config.limits.file_bytes)
            return self._outcome(source, before)
        except (Unreadable, Unsaved) as error:
            return _left(source.path, str(error), before)
        except Exception as error:
            if self._config.debug:
                raise
            return _left(source.path, api.defect(source.path, error).reason, before)

    def _outcome(self, source: Source, before: bytes) -> Outcome:
        if _is_left_alone(source.path):
            return _passed_over(source, before)
        beside = source.beside() if self._config.ignores else None
        desk = Desk(
            lambda data: self._checker.read(data, source.path),
            lambda data: self._checker.check(data, source.path, beside),
        )
        fixed = Fixed(before, desk.check(before))
        if not is_plain(before, fixed.report.documents[0]):
            return _passed_over(source, before)
        fixed = self._fixed(fixed, desk)
        if source.file and not self._keep and fixed.data != before:
            _save(source.file, fixed.data, before)
        report = replace(fixed.report, documents=())  # nobody needs the text of all files at once
        return Outcome(source.path, report, replace(fixed, report=report), before)

    def _fixed(self, before: Fixed, desk: Desk) -> Fixed:
        if self._choose is None:
            return tidied(before, desk)
        return make(before, self._choose(before.report), desk) if self._once else fix(before, self._choose, desk)


def _save(file: Path, data: bytes, before: bytes) -> None:
    try:
        save(file, data, instead_of=before)
    except Unsaved as error:
        raise Unsaved(f"it was not changed: {error}") from error


def _left(path: str, reason: str, before: bytes = b"") -> Outcome:
    return Outcome(path, Report(0, skipped=(Skipped(path, reason),)), before=before)


def _passed_over(source: Source, before: bytes) -> Outcome:
    if source.follow:
        return _left(source.path, _NOT_TEXT, before)
    return Outcome(source.path, Report(0), before=before, passed_over=True)


def _is_left_alone(path: str) -> bool:
    """Whether a document is a record, or of a kind that a reviewer hands back as it came, which then is no text."""
    suffix = PurePath(path).suffix.lower()
    reviewer = REVIEWERS.get(suffix)
    return suffix in _RECORDS or (reviewer is not None and not reviewer.suffix)
