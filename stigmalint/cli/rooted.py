"""Turn the paths of a report into those a forge knows files by: from the root of the repository.

The surprise: links are followed, because a forge shows the file they lead to.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

from stigmalint.findings import Finding, Report


def rooted(report: Report, here: Path) -> Report:
    """The report with its paths as seen from the repository that ``here`` is in, or from ``here`` itself when it is in none.

    A file outside keeps its whole path.
    """
    root = root_of(Path(os.path.realpath(here)))

    @cache
    def path(shown: str) -> str:
        try:
            return _from(root, Path(os.path.realpath(here / shown)))
        except ValueError:  # no file has such a name; it is told to be missing by the name that was given
            return shown

    def moved(finding: Finding) -> Finding:
        return replace(finding, path=path(finding.path))

    return replace(
        report,
        findings=tuple(map(moved, report.findings)),
        strengths=tuple(map(moved, report.strengths)),
        skipped=tuple(replace(skipped, path=path(skipped.path)) for skipped in report.skipped),
        suppressed=tuple(replace(each, finding=moved(each.finding)) for each in report.suppressed),
        ineffective=tuple(replace(each, path=path(each.path)) for each in report.ineffective),
        files=tuple(path(file) for file in report.files),
    )


def root_of(here: Path) -> Path:
    """The root of the repository that ``here`` is in, or ``here`` itself when it is in none."""
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _from(root: Path, file: Path) -> str:
    try:
        return file.relative_to(root).as_posix()
    except ValueError:
        return file.as_posix()
