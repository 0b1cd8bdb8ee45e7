"""Turn the drafts a person names into the places where their marked-up copies go.

The surprise: two drafts may ask for one name, as draft.md and draft.txt do; then each copy keeps the whole name of its draft.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stigmalint.discover import Source
from stigmalint.errors import Refused, UsageError
from stigmalint.findings import Skipped
from stigmalint.fixing import Reviewer, copy_name, reviewer_for


@dataclass(frozen=True, slots=True)
class Draft:
    """A document to mark up, with what, and where the copy goes."""

    source: Source
    reviewer: Reviewer
    copy: Path

    @property
    def path(self) -> str:
        """Its name as people know it."""
        return self.source.path


def plan(
    found: Iterable[Source | Skipped], out: str | None, *, in_place: bool, single: bool, page: bool = False
) -> list[Draft | Skipped]:
    """What to do with each document that was found; ``single`` when a person named one file and nothing else.

    ``page`` has all copies be pages. Raises ``UsageError`` where a copy would come to stand in the wrong place.
    """
    known = [_with_reviewer(each, page=page) for each in found]
    where = _Where(out, in_place, single, [_file(each[0]) for each in known if not isinstance(each, Skipped)])
    return _apart([each if isinstance(each, Skipped) else Draft(*each, where.copy(_file(each[0]), each[1])) for each in known])


def _apart(drafts: Sequence[Draft | Skipped]) -> list[Draft | Skipped]:
    """The same, where two copies would have one name each with a name of its own."""
    taken = Counter(draft.copy for draft in drafts if isinstance(draft, Draft))
    return [_renamed(draft) if isinstance(draft, Draft) and taken[draft.copy] > 1 else draft for draft in drafts]


def _renamed(draft: Draft) -> Draft:
    return replace(draft, copy=draft.copy.with_name(copy_name(_file(draft.source).name, draft.reviewer, shared=True)))


def refuse_to_replace(drafts: Sequence[Draft | Skipped]) -> None:
    """Raise ``UsageError`` when a copy is there already: somebody may have worked in it."""
    there = [draft.copy for draft in drafts if isinstance(draft, Draft) and draft.copy.exists()]
    if there:
        more = f" (and {len(there) - 1} more)" if len(there) > 1 else ""
        raise UsageError(
            f"{there[0]}{more} is there already, perhaps with somebody's work in it;"
            " give --force to replace it, or --out to put the copy elsewhere"
        )


def _with_reviewer(each: Source | Skipped, *, page: bool) -> tuple[Source, Reviewer] | Skipped:
    if isinstance(each, Skipped):
        return each
    try:
        return each, reviewer_for(each.path, page=page)
    except Refused as error:
        return Skipped(each.path, str(error))


def _file(source: Source) -> Path:
    return source.file or Path(source.path)


class _Where:
    """Where copies go: in the drafts' places, to the file or the folder that ``--out`` names, or beside the drafts."""

    def __init__(self, out: str | None, in_place: bool, single: bool, drafts: Sequence[Path]) -> None:
        self._in_place = in_place
        is_folder = bool(out) and (not single or Path(out or "").is_dir() or (out or "").endswith(("/", os.sep)))
        self._file = Path(out) if out and not is_folder else None
        self._folder = Path(out) if out and is_folder else None
        self._above = _above(drafts) if is_folder and drafts else Path()

    def copy(self, draft: Path, reviewer: Reviewer) -> Path:
        """The file that the copy of a draft goes to. Raises ``UsageError``."""
        if self._in_place:
            return _same_place(draft, reviewer)
        if self._file:
            return _named(self._file, draft, reviewer)
        name = copy_name(draft.name, reviewer)
        return self._folder / draft.absolute().parent.relative_to(self._above) / name if self._folder else draft.with_name(name)


def _above(drafts: Sequence[Path]) -> Path:
    """The folder all drafts are in, below which their copies keep their places."""
    try:
        return Path(os.path.commonpath([draft.absolute().parent for draft in drafts]))
    except ValueError as error:  # only on Windows
        raise UsageError("the drafts are on different drives; review those of one drive at a time") from error


def _same_place(draft: Path, reviewer: Reviewer) -> Path:
    if reviewer.suffix:
        raise UsageError(f"{draft.name} is marked up as a {reviewer.suffix} file, not in its own place; leave --in-place out")
    return draft


def _named(copy: Path, draft: Path, reviewer: Reviewer) -> Path:
    suffix = reviewer.suffix or draft.suffix
    if copy.suffix.lower() != suffix.lower():
        raise UsageError(f"the copy of {draft.name} is a {suffix} file; let the name behind --out end so")
    if copy.exists() and copy.samefile(draft):
        raise UsageError(f"--out names the draft {draft.name} itself; give --in-place if it is to be replaced")
    return copy
