"""Run the command as a person would, in a process of its own, or quickly in this one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from stigmalint.cli import main

FINDING = "The addicts may visit on Sundays.\n"
CLEAN = "Everyone may ask for a bed.\n"


def run(*arguments: str, cwd: Path | None = None, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """``python -m stigmalint …`` to its end, its output in a pipe."""
    calm = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "stigmalint", *arguments],
        cwd=cwd,
        input=stdin,
        env=calm | {"PYTHONUTF8": "1"} | environment,
        capture_output=True,
        check=False,
        timeout=300,
    )


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Runs commands in this process; ``capture`` is pytest's."""

    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Ended:
        status = main(arguments)
        captured = self.capture.readouterr()
        return Ended(status, captured.out, captured.err)
