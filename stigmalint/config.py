"""Turn what the person asked for into one frozen value that is made once and passed down.

The surprise: nothing below ``api`` may look anywhere else for a setting, not even in the environment.
"""

from __future__ import annotations

from dataclasses import dataclass

from stigmalint.findings import Severity


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one run; the defaults are those of ``stigmalint check``."""

    fail_on: Severity | None = Severity.WARNING
    """The mildest severity that makes a run fail; ``None`` lets findings never do so."""
    gitignore: bool = True
    """Whether a folder is searched without what its ``.gitignore`` files list."""
    debug: bool = False
    """Whether a defect of the program's own stops the run with its traceback instead of costing one file."""
