"""Searching a folder politely, step by step."""

from __future__ import annotations

from pathlib import Path

from stigmalint.discover import folder as module
from stigmalint.discover.folder import Search
from stigmalint.discover.names import is_lock, shown
from stigmalint.findings import Skipped


def test_lock_files_of_word_are_known_by_their_name() -> None:
    assert is_lock("~$policy.docx")
    assert not is_lock("policy~$.docx")


def test_paths_have_forward_slashes_and_no_dots() -> None:
    assert shown("./a//b/") == "a/b"
    assert shown(Path("..") / "a") == "../a"


def test_a_folder_that_cannot_be_listed_is_named_with_the_reason(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "shut").mkdir()
    (tmp_path / "open" / "a.md").touch()

    def listed(path: Path) -> object:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return real(path)

    real = module.os.scandir
    monkeypatch.setattr(module.os, "scandir", listed)
    everything = list(Search(frozenset({".md"}), gitignore=True).documents(tmp_path))
    assert everything[-1] == Skipped(shown(tmp_path / "shut"), "this folder cannot be searched (permission denied)")
    assert [each.path for each in everything[:-1]] == [shown(tmp_path / "open" / "a.md")]
