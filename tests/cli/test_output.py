"""A report is saved whole or not at all, and never over a document."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from stigmalint.cli.output import refuse_to_overwrite, save_text
from stigmalint.discover import Source
from stigmalint.errors import UsageError
from stigmalint.findings import Skipped


def test_it_is_written_in_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    save_text(tmp_path / "r.txt", "é\n\udcff\n")
    assert (tmp_path / "r.txt").read_bytes() == b"\xc3\xa9\n?\n"


def test_a_failure_leaves_the_old_report_and_no_part_of_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "r.txt"
    file.write_text("old", "utf-8")

    def fail(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UsageError, match=r"could not be saved in .* \(no space left on device\); choose another place"):
        save_text(file, "new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_written_through_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "r.txt").symlink_to("real.txt")
    save_text(tmp_path / "r.txt", "new")
    assert (tmp_path / "r.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="there is no /dev/null")
def test_a_device_is_written_to_and_not_replaced() -> None:
    save_text(Path(os.devnull), "text")
    assert not Path(os.devnull).is_file()


def test_a_named_document_is_refused_and_a_found_one_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    sources = [Source("a.md", tmp_path / "a.md"), Source("-", data=b""), Skipped("b.md", "missing")]
    with pytest.raises(UsageError, match="would overwrite"):
        refuse_to_overwrite(tmp_path / "a.md", [str(tmp_path / "." / "a.md")], sources)
    assert refuse_to_overwrite(tmp_path / "a.md", [str(tmp_path), "-"], sources) == sources[1:]
    assert refuse_to_overwrite(tmp_path / "new.txt", ["-", "nowhere"], sources) == sources
