"""Turn a program that a test needs into its path, or into a skipped test where it is not installed.

The surprise: in CI (``CI=true``) nothing is ever skipped; a missing program fails the test there.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
"""The checkout."""

_PACKAGES = {
    "chromium": "chromium",
    "soffice": "libreoffice-writer-nogui",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
}


def in_ci() -> bool:
    """Whether this is a run that may leave nothing out."""
    return os.environ.get("CI") == "true"


def program(name: str) -> str:
    """The path of an installed program; skips the test when there is none, and fails it in CI."""
    found = shutil.which(name)
    if found is None:
        message = f"{name} is not installed; on Debian or Ubuntu the package {_PACKAGES.get(name, name)} brings it"
        (pytest.fail if in_ci() else pytest.skip)(message)
    return found


def script(name: str) -> str:
    """The path of a program that came with a package of the test extra; skips the test when there is none, and fails it in CI."""
    beside = Path(sys.prefix) / ("Scripts" if os.name == "nt" else "bin")
    found = shutil.which(name, path=f"{beside}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        (pytest.fail if in_ci() else pytest.skip)(f"{name} is not installed; the extra “test” brings it")
    return found
