"""Turn what the person asked for into one frozen value that is made once and passed down.

The surprise: nothing below ``api`` may look anywhere else for a setting, not even in the environment.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stigmalint.findings import Kind, Severity
from stigmalint.limits import DEFAULT_LIMITS, Limits

BESIDE = ".stigmalint.toml"
"""What the name of the file of directives beside a document ends in, after the document's whole name."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A phrase that passes, whatever the terms say of the words in it, and why its author decided so."""

    phrase: str
    reason: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Which terms count, and how severely, in one house. The default is the curated wordlists as they stand."""

    select: tuple[str, ...] = ()
    """Names of terms, packs, kinds and severities; when there are any, nothing else is reported."""
    ignore: tuple[str, ...] = ()
    """Names of the same sorts that are not reported."""
    severity: tuple[tuple[str, Severity | None], ...] = ()
    """Ids of terms with the severity they have here; ``None`` switches a term off."""
    guides: tuple[str, ...] = ()
    """Ids of sources or names of publishers whose advice counts; empty: everybody's."""
    identity_first: bool = False
    """Whether wording that names a disability first is left as it is."""
    packs: tuple[Path, ...] = ()
    """Pack files of the house's own, read besides the curated ones."""
    allow: tuple[Allowed, ...] = ()

    def wants(self, id: str, pack: str, kind: Kind, severity: Severity | None) -> bool:
        """Whether a term, or a finding of it, is to be reported. Its own name weighs more than that of a group it belongs to.

        ``severity`` is ``None`` where none applies, as for a strength of a document.
        """
        if id in self.ignore or id in self.select:
            return id not in self.ignore
        groups = {pack, kind, severity}
        return groups.isdisjoint(self.ignore) and not (self.select and groups.isdisjoint(self.select))


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one run; the defaults are those of ``stigmalint check``."""

    fail_on: Severity | None = Severity.WARNING
    """The mildest severity that makes a run fail; ``None`` lets findings never do so."""
    gitignore: bool = True
    """Whether a folder is searched without what its ``.gitignore`` files list."""
    full: bool = False
    """Whether every sentence is looked at with everything there is, passing by nothing: slow, and the measure of the rest."""
    cache: bool = False
    """Whether what was judged of a document is kept, as numbers, to spare the next run the work."""
    debug: bool = False
    """Whether a defect of the program's own stops the run with its traceback instead of costing one file."""
    exclude: tuple[str, ...] = ()
    """Patterns, as in ``.gitignore``, of files and folders to leave out."""
    root: Path | None = None
    """The folder that ``exclude`` speaks of: that of the settings file; ``None`` for the current one."""
    force_exclude: bool = False
    """Whether ``exclude`` also holds for files that are named."""
    style: HouseStyle = HouseStyle()
    limits: Limits = DEFAULT_LIMITS
    hidden_text: bool = False
    """Whether text that its author hid in a Word file is checked too."""
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Patterns, as in ``exclude``, with names of terms, packs, kinds and severities that are not reported in such files."""
    ignores: bool = True
    """Whether directives in documents and beside them are obeyed."""
    baseline: Path | None = None
    """The file of findings that are known already and neither shown nor counted as failures."""
