"""Numbers come back as they were kept or not at all, whatever happens to the file."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stigmalint.cache import store

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")


def test_numbers_come_back(place: Path) -> None:
    assert store.recall(b"a") is None
    assert not list(place.iterdir())  # a look leaves nothing behind
    store.remember(b"a", [3, True, 0])
    store.remember(b"b", [])
    assert (store.recall(b"a"), store.recall(b"b"), store.recall(b"c")) == ([3, 1, 0], [], None)
    store.remember(b"a", [4])
    assert store.recall(b"a") == [4]


@posix
def test_nobody_else_can_read_it(place: Path) -> None:
    store.remember(b"a", [1])
    assert [stat.S_IMODE(file.stat().st_mode) for file in place.iterdir()] == [0o600]


@given(damage=st.lists(st.tuples(st.integers(0, 1 << 30), st.integers(0, 7)), min_size=1, max_size=40))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_bit_is_a_row_not_found(place: Path, damage: list[tuple[int, int]]) -> None:
    file = place / store.FILE
    file.unlink(missing_ok=True)
    kept = {bytes([name]): [name, 7, 1000 * name] for name in range(9)}
    for key, numbers in kept.items():
        store.remember(key, numbers)
    content = bytearray(file.read_bytes())
    for at, bit in damage:
        content[at % len(content)] ^= 1 << bit
    file.write_bytes(content)
    for key, numbers in kept.items():
        assert store.recall(key) in (None, numbers)
    for _ in range(3):  # a damaged file is removed when it is met, so what follows is kept again
        store.remember(b"new", [5])
    assert store.recall(b"new") in ([5], None)


@pytest.mark.parametrize("content", [b"no database at all" * 99, b"", b"SQLite format 3\0" + b"\xff" * 4096])
def test_what_is_no_database_is_made_anew(content: bytes, place: Path) -> None:
    (place / store.FILE).write_bytes(content)
    assert store.recall(b"a") is None
    store.remember(b"a", [1])
    store.remember(b"a", [1])
    assert store.recall(b"a") == [1]


def test_a_table_of_another_shape_is_made_anew(place: Path) -> None:
    with sqlite3.connect(place / store.FILE) as base:
        base.execute("CREATE TABLE judged (other TEXT)")
    base.close()
    assert store.recall(b"a") is None
    store.remember(b"a", [1])
    assert store.recall(b"a") == [1]


def test_a_file_that_somebody_is_writing_is_left_alone(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    store.remember(b"a", [1])
    base = sqlite3.connect(place / store.FILE, isolation_level=None)
    base.execute("BEGIN EXCLUSIVE")
    assert store.recall(b"a") is None
    store.remember(b"b", [2])
    base.execute("COMMIT")
    base.close()
    assert (store.recall(b"a"), store.recall(b"b")) == ([1], None)


def test_the_oldest_make_room(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_MOST_PAGES", 40)
    for number in range(300):
        store.remember(str(number).encode(), range(400))
    assert (place / store.FILE).stat().st_size <= 40 * 4096
    there = [number for number in range(300) if store.recall(str(number).encode())]
    assert len(there) > 20
    assert there[0] > 200
    assert there[-1] >= 298


def test_no_folder_keeps_nothing(tmp_path: Path, place: Path) -> None:
    place.rmdir()
    place.write_text("a file")
    store.remember(b"a", [1])
    assert store.recall(b"a") is None
