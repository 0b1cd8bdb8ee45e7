"""A diff can be applied by a program, and does nothing to the screen of a person."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from stigmalint.fixing.diff import diff, painted
from stigmalint.terminal import Look

BEFORE = "one\r\ntwo\x0b\u2028\r\nthree"
AFTER = "one\r\n2\x0b\u2028\r\nthree"


def test_without_a_difference_it_is_empty() -> None:
    assert diff(BEFORE, BEFORE, "a.md") == ""


def test_lines_end_where_an_editor_ends_them() -> None:
    assert diff(BEFORE, AFTER, "a.md") == (
        "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n one\r\n-two\x0b\u2028\r\n+2\x0b\u2028\r\n three\n\\ No newline at end of file\n"
    )


def test_a_program_can_apply_it(tmp_path: Path) -> None:
    if not shutil.which("patch"):
        pytest.skip("patch is not installed")
    (tmp_path / "a.md").write_bytes(BEFORE.encode())
    subprocess.run(["patch", "--binary", "a.md"], cwd=tmp_path, input=diff(BEFORE, AFTER, "a.md").encode(), check=True)
    assert (tmp_path / "a.md").read_bytes() == AFTER.encode()


def test_a_person_sees_what_is_hidden() -> None:
    shown = painted(diff("\x1b[2J\tone\r\n", "two\r\n", "a\x1b.md\n"), Look(colour=False))
    assert shown == "--- a␛.md?\n+++ a␛.md?\n@@ -1 +1 @@\n-␛[2J    one\n+two\n"


def test_colours_tell_old_from_new() -> None:
    shown = painted(diff("one\n", "two\n", "a.md"), Look(colour=True)).splitlines()
    assert shown[0] == "\x1b[1m--- a.md\x1b[0m"
    assert shown[3:] == ["\x1b[31m-one\x1b[0m", "\x1b[32m+two\x1b[0m"]
