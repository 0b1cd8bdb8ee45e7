"""Turn settings from wherever they stand into values that remember where that was."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stigmalint.errors import UsageError
from stigmalint.findings import Severity

DEFAULT = "default"
NEVER, OFF = "never", "off"

DEFAULTS: Mapping[str, Any] = {
    "fail-on": Severity.WARNING.value,
    "select": [],
    "ignore": [],
    "severity": {},
    "guides": [],
    "identity-first": False,
    "packs": [],
    "allow": [],
    "per-file-ignores": {},
    "exclude": [],
    "baseline": "",
    "hidden-text": False,
    "limits": {},
    "extend": "",
}
"""Every key of a settings file with the value it has when nobody sets it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value as a settings file would have it, and where it comes from: a file, a flag, or ``DEFAULT``."""

    value: Any
    origin: str

    def error(self, key: str, problem: str) -> UsageError:
        """The error that names the file or flag, and the key."""
        return UsageError(f"{self.origin}: {problem}" if self.origin == f"--{key}" else f"{self.origin}: “{key}”: {problem}")


def shown(file: Path) -> str:
    """The file as seen from the current folder."""
    try:
        return Path(os.path.relpath(file)).as_posix()
    except ValueError:  # on another drive
        return file.as_posix()
