"""A report comes back to the last letter or not at all, and no word of it is kept."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stigmalint import keeping
from stigmalint.cache import told

TEXTS = ["The addicts left at 10.", "Put the person first: people who use drugs — naïve words, Übung macht’s."]
KNOWN = [text.encode() for text in TEXTS]
WORDS = st.sampled_from([*re.findall(r"\w+", " ".join(TEXTS)), "People", "Addicts", "2026", "unheard", "UNHEARD", "_", "é"])
GLUE = st.text(st.characters(exclude_categories=["L", "N"], exclude_characters="_"), min_size=1, max_size=3)
REPORTS = st.lists(st.tuples(WORDS, GLUE)).map(lambda pairs: "".join(word + glue for word, glue in pairs))


@given(REPORTS)
def test_a_report_comes_back_or_is_not_kept(report: str) -> None:
    numbers = told.to_numbers(report, KNOWN)
    if not re.search(r"unheard|UNHEARD|é", report):
        assert numbers or not report
    if numbers:
        assert told.from_numbers(numbers, KNOWN) == report


@given(st.text(), st.lists(st.text().map(str.encode)))
def test_so_does_any_text(report: str, known: list[bytes]) -> None:
    assert told.from_numbers(numbers, known) == report if (numbers := told.to_numbers(report, known)) else True


@given(st.text(st.characters(categories=["L"]), min_size=2))
def test_no_word_is_spelled_out(word: str) -> None:
    known = [b"nothing", b"of the sort, 12"]
    assert not told.to_numbers(word, known) or any(word[1:].removesuffix("s").encode() in text for text in known)


def test_a_number_of_a_document_is_a_place_and_that_of_a_line_is_written() -> None:
    assert told.to_numbers("73519246", [b"call 73519246"]) == [0, 5, 8]
    assert told.to_numbers("12", [b"call 73519246"]) == [~ord("1"), ~ord("2")]


def test_what_was_kept_is_recalled_with_the_same_texts_alone(place: Path) -> None:
    assert told.recall("a", lambda: KNOWN) is None
    told.remember("a", 1, "Addicts left, 3 of them… the", [*KNOWN, b"of them"])
    assert told.recall("a", lambda: [*KNOWN, b"of them"]) == (1, "Addicts left, 3 of them… the")
    for other in ([], KNOWN, [*KNOWN, b"of they"], [b"The addicts lost at 10.", KNOWN[1], b"of them"]):
        assert told.recall("a", lambda other=other: other) is None
    assert told.recall("b", lambda: KNOWN) is None
    told.remember("b", 1, "unheard of", KNOWN)
    told.remember("c", 1, " " * (told._LONGEST + 1), KNOWN)
    assert [file.name for file in place.iterdir()] == ["told-a"]
    assert re.fullmatch(r"[0-9a-f]{32}\n[-\d ]+", (place / "told-a").read_text())


@given(damage=st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 7)), min_size=1, max_size=9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_bit_is_a_report_not_found(place: Path, damage: list[tuple[int, int]]) -> None:
    report = "The addicts left — at 10, naïve people; 4"
    told.remember("a", 0, report, KNOWN)
    content = bytearray((place / "told-a").read_bytes())
    for at, bit in damage:
        content[at % len(content)] ^= 1 << bit
    (place / "told-a").write_bytes(content)
    assert told.recall("a", lambda: KNOWN) in (None, (0, report))


def test_the_oldest_make_room(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "_MOST", 3)
    for number in range(5):
        told.remember(str(number), 0, f"The addicts {number}", KNOWN)
        os.utime(place / f"told-{number}", (number, number))
    assert sorted(file.name for file in place.iterdir()) == ["told-2", "told-3", "told-4"]


def test_no_folder_keeps_nothing(place: Path) -> None:
    place.rmdir()
    place.write_text("a file")
    keeping.folder.cache_clear()
    told.remember("a", 0, "The addicts", KNOWN)
    assert told.recall("a", lambda: KNOWN) is None
