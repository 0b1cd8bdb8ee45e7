"""What is kept for the next run is the person's alone, whole or not there, and never a reason to fail."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stigmalint import keeping

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is not there yet, named as the one to keep things in."""
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "made" / "cache"))
    keeping.folder.cache_clear()
    yield tmp_path / "made" / "cache"
    keeping.folder.cache_clear()


def test_what_is_kept_comes_back(place: Path) -> None:
    assert keeping.kept("a") is None
    keeping.keep("a", "Wört\n")
    assert keeping.kept("a") == "Wört\n"
    assert [file.name for file in place.iterdir()] == ["a"]


@posix
def test_nobody_else_can_read_it(place: Path) -> None:
    keeping.keep("a", "x")
    assert place.stat().st_mode & 0o777 == 0o700
    assert (place / "a").stat().st_mode & 0o777 == 0o600


@posix
def test_a_folder_that_others_can_write_is_not_trusted(place: Path) -> None:
    place.mkdir(parents=True)
    place.chmod(0o777)
    keeping.keep("a", "x")
    assert keeping.kept("a") is None
    assert not list(place.iterdir())


def test_a_place_that_is_no_folder_is_as_good_as_none(tmp_path: Path, place: Path) -> None:
    (tmp_path / "made").write_text("a file")
    keeping.keep("a", "x")
    keeping.keep_newest("*", 0)
    assert keeping.kept("a") is None


def test_what_is_damaged_is_not_there(place: Path) -> None:
    keeping.keep("a", "x")
    (place / "a").write_bytes(b"\xff\xfe")
    assert keeping.kept("a") is None


def test_the_newest_stay(place: Path) -> None:
    for age, name in enumerate(("words-new", "words-old", "words-older", "other")):
        keeping.keep(name, "x")
        os.utime(place / name, (1_000 - age, 1_000 - age))
    keeping.keep_newest("words-*", 2)
    assert sorted(file.name for file in place.iterdir()) == ["other", "words-new", "words-old"]


@pytest.mark.parametrize(
    ("platform", "variables", "where"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/stigmalint"),
        ("linux", {"HOME": "/h"}, "/h/.cache/stigmalint"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/stigmalint"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/stigmalint/Cache"),
    ],
)
@posix
def test_each_system_has_its_place(platform: str, variables: dict[str, str], where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (keeping.VARIABLE, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert keeping._chosen() == where
