"""A forge knows files by their path from the root of the repository, wherever the command ran."""

from __future__ import annotations

from pathlib import Path

import pytest

from stigmalint.cli.rooted import rooted
from stigmalint.findings import Report, Skipped
from tests.reporters.made import finding


def paths(here: Path, *shown: str) -> list[str]:
    report = Report(len(shown), tuple(finding("an addict", "addict", path=path) for path in shown), files=shown)
    found = rooted(report, here)
    assert [each.path for each in found.findings] == list(found.files)
    return list(found.files)


def test_from_a_folder_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    here = tmp_path / "policies"
    here.mkdir()
    assert paths(here, "a.md", "../b.md", str(tmp_path / "c d.md"), "./e.md") == [
        "policies/a.md",
        "b.md",
        "c d.md",
        "policies/e.md",
    ]


def test_outside_a_repository_the_current_folder_is_the_root(tmp_path: Path) -> None:
    here = tmp_path / "policies"
    here.mkdir()
    assert paths(here, "a/b.md") == ["a/b.md"]


def test_a_file_elsewhere_keeps_its_whole_path(tmp_path: Path) -> None:
    here = tmp_path / "policies"
    here.mkdir()
    assert paths(here, "../b.md") == [(tmp_path.resolve() / "b.md").as_posix()]


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real.md").touch()
    try:
        (tmp_path / "link.md").symlink_to("real.md")
    except OSError:
        pytest.skip("links cannot be made here")
    assert paths(tmp_path, "link.md") == ["real.md"]


def test_a_name_that_no_file_can_have_stays() -> None:
    report = rooted(Report(0, (), (Skipped("a\0b.md", "missing"),)), Path.cwd())
    assert report.skipped == (Skipped("a\0b.md", "missing"),)
