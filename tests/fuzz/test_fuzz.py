"""Every target takes its seeds and all that ever broke it; a few hundred guided inputs are tried on every run of the tests."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, try_one
from tests.tools import ROOT

REGRESSIONS = sorted((Path(__file__).parent / "regressions").iterdir())
"""Inputs that broke a target once; a file is called after the target and what was wrong."""


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_are_sound(name: str) -> None:
    for seed in TARGETS[name].seeds:
        TARGETS[name].run(seed)


@pytest.mark.parametrize("file", REGRESSIONS, ids=lambda file: file.name)
def test_what_broke_once_does_not_break_again(file: Path) -> None:
    try_one(file.name.partition("-")[0], file.read_bytes())


@pytest.mark.skipif(find_spec("atheris") is None, reason="Atheris has no wheel for this Python and system")
@pytest.mark.parametrize("name", TARGETS)
def test_a_few_hundred_guided_inputs(name: str) -> None:
    """The same ones each time; ``python -m tests.fuzz TARGET --seconds 600`` goes further."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", name, "--runs", "300", "--seconds", "100"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-3000:]
