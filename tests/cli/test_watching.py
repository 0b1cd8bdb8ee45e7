"""``check --watch``: again whenever a document is saved, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stigmalint.cli.status import ExitStatus
from stigmalint.cli.watching import states, watched
from stigmalint.discover import Source
from tests.cli.shell import CLEAN, FINDING, Shell


def looks(*seen: object) -> Iterator[object]:
    """What the looks give one after the other, and then Ctrl-C."""
    yield from seen
    raise KeyboardInterrupt


def checks_for(*seen: object) -> tuple[int, ExitStatus]:
    """How many checks are made while the looks give this, and how it ends."""
    statuses = iter([ExitStatus.FINDINGS, ExitStatus.NOTHING, ExitStatus.INCOMPLETE])
    given, made = looks(*seen), []

    def check() -> ExitStatus:
        made.append(next(statuses))
        return made[-1]

    ended = watched(check, lambda: next(given), pause=0)
    return len(made), ended


@pytest.mark.parametrize(
    ("seen", "checks", "status"),
    [
        ("", 0, ExitStatus.STOPPED),
        ("aaa", 1, ExitStatus.FINDINGS),
        ("aabb", 1, ExitStatus.FINDINGS),
        ("aabbbb", 2, ExitStatus.NOTHING),
        ("aabcdeeee", 2, ExitStatus.NOTHING),
    ],
)
def test_each_save_is_checked_once_it_is_done(seen: str, checks: int, status: ExitStatus) -> None:
    assert checks_for(*seen) == (checks, status)


def test_a_file_that_takes_the_name_of_another_is_seen(tmp_path: Path) -> None:
    source = Source("a.md", tmp_path / "a.md")
    assert states([source]) == [("a.md", 0, 0)]
    (tmp_path / "a.md").write_text(CLEAN, "utf-8")
    before = states([source])
    (tmp_path / "new").write_text(FINDING, "utf-8")
    (tmp_path / "new").replace(tmp_path / "a.md")
    assert states([source]) != before


def test_standard_input_cannot_be_watched(shell: Shell) -> None:
    ended = shell("check", "--watch", "-")
    assert ended.status == 2
    assert "--watch looks at files" in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way")
def test_a_saved_document_is_checked_again(here: Path) -> None:
    (here / "a.md").write_text(CLEAN, "utf-8")
    command = [sys.executable, "-m", "stigmalint", "check", "--watch"]
    with subprocess.Popen(
        command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONUTF8": "1"}
    ) as ran:
        assert ran.stdout
        try:
            first = [ran.stdout.readline().decode() for _ in range(2)]
            (here / "~a.tmp").write_text(FINDING, "utf-8")
            (here / "~a.tmp").replace(here / "a.md")
            second = iter(ran.stdout.readline, b"")
            assert any(b"addicts" in line for line in second)
            assert any(b"watching" in line for line in second)
        finally:
            ran.send_signal(signal.SIGINT)
        assert "nothing to change" in first[0]
        assert "watching" in first[1]
        assert ran.wait(60) == 1
