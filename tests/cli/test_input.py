"""Whatever is handed to the real command is read or named; it never waits, never follows, never fails on a name."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.shell import FINDING, run

UNIX = pytest.mark.skipif(os.name == "nt", reason="such files exist on Unix only")


@UNIX
def test_what_is_no_file_is_named_and_the_rest_is_checked(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "nowhere.md").symlink_to("gone.md")
    (tmp_path / "good.md").write_text(FINDING, "utf-8")
    ended = run("check", "--format", "json", "/dev/zero", "pipe.md", "loop.md", "nowhere.md", "good.md", "gone.md", cwd=tmp_path)
    report = json.loads(ended.stdout)
    assert (ended.returncode, report["checked"], len(report["findings"])) == (3, 1, 1)
    assert {skipped["path"] for skipped in report["skipped"]} == {"/dev/zero", "pipe.md", "loop.md", "nowhere.md", "gone.md"}
    assert ended.stderr == b""


@UNIX
@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems refuse names that are not UTF-8")
def test_odd_names_are_shown_harmlessly_and_kept_in_json(tmp_path: Path) -> None:
    odd = [b"two\nlines.md", b"bad\xff.md", b"\x1b[2Jclear.md", "turn\u202ecod.md".encode(), b"-rf.md", b"::error::x.md"]
    for name in odd:
        (tmp_path / os.fsdecode(name)).write_text(FINDING, "utf-8")
    found = {finding["path"] for finding in json.loads(run("check", "--format", "json", cwd=tmp_path).stdout)["findings"]}
    assert found == {name.decode("utf-8", "replace") for name in odd}
    shown = run("check", cwd=tmp_path).stdout
    assert b"\x1b" not in shown
    assert "\u202e".encode() not in shown
    assert b"two\nlines" not in shown


def test_it_runs_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FINDING, "utf-8")
    (tmp_path / "file").write_text("x", "utf-8")
    nowhere = str(tmp_path / "file" / "below")  # no folder can be made below a file, not even by an administrator
    places = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "USERPROFILE"), nowhere)
    ended = run("check", "a.md", cwd=tmp_path, **places)
    assert ended.returncode == 1, ended.stderr
    assert b"Traceback" not in ended.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"a.md", "file"}


def test_limits_hold_for_files_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "stigmalint.toml").write_text("[limits]\nfile-mb = 1\n", "utf-8")
    (tmp_path / "a.md").write_text("word " * 300_000, "utf-8")
    ended = run("check", "a.md", "-", cwd=tmp_path, stdin=b"word " * 300_000)
    assert ended.returncode == 3
    assert " ".join(ended.stdout.decode().split()).count("than the 1 MB that are read") == 2


def test_a_limit_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stigmalint.toml").write_text("[limits]\npage = 1\n", "utf-8")
    ended = run("check", cwd=tmp_path)
    assert ended.returncode == 2
    assert "did you mean “pages”?" in ended.stderr.decode()
    (tmp_path / "stigmalint.toml").write_text("[limits]\npages = 0\n", "utf-8")
    assert "write a whole number above 0" in run("check", cwd=tmp_path).stderr.decode()
