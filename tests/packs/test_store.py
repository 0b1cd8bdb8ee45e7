"""A compiled vocabulary is read in place of the wordlists exactly as long as they are what it was made from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from stigmalint import keeping
from stigmalint.errors import PackError
from stigmalint.packs import load_wordlists, store, wordlists_folder
from stigmalint.packs.compile import compile_vocabulary
from stigmalint.packs.shelf import Stored, stored
from stigmalint.packs.store import stored_vocabulary, write_shipped
from tests.small_wordlists import ADDICT, CLASSES, HEADER, NAMES, SOURCES, term

JUNKIE = term('noun = ["junkie"]\nprefer = ["person"]', "j")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache folder."""
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "cache"))
    keeping.folder.cache_clear()
    yield tmp_path / "cache"
    keeping.folder.cache_clear()


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """A folder of small wordlists."""
    folder = tmp_path / "lists"
    folder.mkdir()
    texts = {"sources": SOURCES, "classes": CLASSES, "names": NAMES, "small": HEADER + term(ADDICT, "addict")}
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def compiling(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Grows by a folder each time wordlists are compiled."""
    done: list[Path] = []
    compiled = store._compiled

    def counted(folder: Path, packs: tuple[Path, ...]) -> object:
        done.append(folder)
        return compiled(folder, packs)

    monkeypatch.setattr(store, "_compiled", counted)
    return done


def ids(folder: Path, *packs: Path) -> list[str]:
    vocabulary = stored_vocabulary(folder, packs)
    assert [entry.id for entry in vocabulary.anchors.index.terms] == [each.term.id for each in vocabulary.terms]
    return [each.term.id for each in vocabulary.terms]


def test_the_second_time_nothing_is_compiled(cache: Path, lists: Path, compiling: list[Path]) -> None:
    assert ids(lists) == ids(lists) == ["addict"]
    assert compiling == [lists]
    assert {file.suffix for file in cache.iterdir()} == {"", ".anchors", ".records"}


def test_an_edit_is_seen_at_once_even_one_that_changes_neither_size_nor_place(cache: Path, lists: Path) -> None:
    file = lists / "small.toml"
    assert ids(lists) == ["addict"]
    file.write_text(file.read_text("utf-8").replace('"addict"\n', '"addicc"\n'), "utf-8")
    assert ids(lists) == ["addicc"]
    (lists / "more.toml").write_text(HEADER.replace('"small"', '"more"') + JUNKIE, "utf-8")
    assert ids(lists) == ["j", "addicc"]
    (lists / "more.toml").unlink()
    assert ids(lists) == ["addicc"]


def test_a_file_that_was_only_touched_is_not_compiled_again(cache: Path, lists: Path, compiling: list[Path]) -> None:
    ids(lists)
    os.utime(lists / "small.toml", (1, 1))
    ids(lists)
    assert compiling == [lists]


def test_packs_of_the_house_count_too(cache: Path, lists: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(HEADER.replace('"small"', '"own"') + JUNKIE, "utf-8")
    assert ids(lists, own) == ["addict", "j"]
    own.write_text(own.read_text("utf-8").replace('"j"', '"k"'), "utf-8")
    assert ids(lists, own) == ["addict", "k"]
    assert ids(lists) == ["addict"]


def test_a_wordlist_that_does_not_load_is_refused_every_time(cache: Path, lists: Path) -> None:
    (lists / "small.toml").write_text("format = ", "utf-8")
    for _ in range(2):
        with pytest.raises(PackError, match=r"small\.toml"):
            stored_vocabulary(lists)
    with pytest.raises(PackError, match=r"sources\.toml"):
        stored_vocabulary(lists / "nothing")


def test_a_pack_that_is_not_there_is_named(cache: Path, lists: Path) -> None:
    with pytest.raises(PackError, match=r"nowhere\.toml"):
        stored_vocabulary(lists, [lists / "nowhere.toml"])


def test_without_a_cache_it_works_all_the_same(cache: Path, lists: Path) -> None:
    cache.write_text("a file where the folder should be")
    assert ids(lists) == ["addict"]


def test_records_that_were_cleared_away_are_made_again(cache: Path, lists: Path) -> None:
    ids(lists)
    vocabulary = stored_vocabulary(lists)
    for file in cache.iterdir():
        file.unlink()
    assert vocabulary.terms[0].term.id == "addict"


def test_a_package_brings_what_its_wordlists_compile_to(
    cache: Path, lists: Path, tmp_path: Path, compiling: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = write_shipped(lists, tmp_path / "shipped")
    assert {file.suffix for file in written} == {".anchors", ".records"}
    monkeypatch.setattr(store, "SHIPPED", str(tmp_path / "shipped"))
    compiling.clear()
    assert ids(lists) == ["addict"]
    assert not compiling
    (lists / "small.toml").write_text(HEADER + term(ADDICT, "other"), "utf-8")
    assert ids(lists) == ["other"]


def test_nothing_is_lost_in_storing() -> None:
    compiled = compile_vocabulary(load_wordlists(wordlists_folder())).records
    read = Stored(stored(compiled))
    for name in ("terms", "parts", "patterns"):
        assert list(getattr(read, name)) == list(getattr(compiled, name))
    assert dict(read.classes) == dict(compiled.classes)
    assert dict(read.sources) == dict(compiled.sources)
    assert read.names == compiled.names


def test_a_record_is_read_once_and_kept() -> None:
    read = Stored(stored(compile_vocabulary(load_wordlists(wordlists_folder())).records))
    assert read.patterns[3] is read.patterns[3]
    assert read.terms[-1] is read.terms[len(read.terms) - 1]
    assert read.terms[:2] == [read.terms[0], read.terms[1]]
    with pytest.raises(IndexError):
        read.terms[len(read.terms)]
