"""Lines that fit, counted as a screen counts them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.reporters.layout import Marked, Page, clip, columns, cuts, wrap
from stigmalint.terminal import Look, Style


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("", 0), ("日本", 4), ("e\u0301", 1), ("👍", 2), ("a日e\u0301", 4)])
def test_columns_of_a_screen(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("one two thr", ["one two", "thr"]),
        ("abcdefgh", ["abcdefg", "h"]),
        ("a abcdefghij", ["a", "abcdefg", "hij"]),
        ("日本語日本語", ["日本語", "日本語"]),
        ("seven77 x", ["seven77", "x"]),
    ],
)
def test_words_stay_whole_where_they_can(text: str, lines: list[str]) -> None:
    assert wrap(text, 7) == lines


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), st.integers(2, 30))
def test_lines_fit_and_nothing_is_lost(text: str, width: int) -> None:
    places = cuts(text, width)
    assert all(columns(text[start:end]) <= width for start, end in places)
    kept = "".join(text[start:end] for start, end in places)
    assert kept.replace(" ", "") == text.replace(" ", "")
    assert all(text[end:start] in ("", " ") for (_, end), (start, _) in pairwise(places))


def test_a_long_sentence_is_clipped_between_words() -> None:
    sentence = Marked("the quick brown fox saw that ", "an addict", " left the house before the others came")
    assert clip(sentence, 12) == Marked("… saw that ", "an addict", " left the …")


def test_a_short_sentence_is_left_as_it_is() -> None:
    sentence = Marked("before ", "match", " after")
    assert clip(sentence, 12) == sentence


def test_a_long_match_keeps_its_ends() -> None:
    match = " ".join(f"word{number}" for number in range(50))
    clipped = clip(Marked("", match, ""), 10).match
    assert clipped.startswith("word0 word1 ")
    assert clipped.endswith(" word48 word49")
    assert " … " in clipped
    assert len(clipped) < 50


@given(st.text(), st.text(min_size=1), st.text(), st.integers(1, 40))
def test_clipping_keeps_what_stands_next_to_the_match(before: str, match: str, after: str, room: int) -> None:
    clipped = clip(Marked(before, match, after), room)
    assert clipped.before[-(room // 2) :] in (before[-(room // 2) :], clipped.before)
    assert len(clipped.before) <= room + 2
    assert len(clipped.after) <= room + 2
    assert len(clipped.match) <= 4 * room + 3 or clipped.match == match


def test_the_mark_stands_under_its_words_on_every_line() -> None:
    page = Page(Look(16))
    page.sentence(Marked("see 日本 ", "many addicts", " here"))
    assert str(page).splitlines() == [
        "    │ see 日本",
        "    │ many",
        "    │ ‾‾‾‾",
        "    │ addicts",
        "    │ ‾‾‾‾‾‾‾",
        "    │ here",
    ]


def test_text_that_comes_in_is_made_safe_before_it_is_measured() -> None:
    page = Page(Look(40))
    page.sentence(Marked("\u202e", "\x1b", ""))
    assert str(page).splitlines() == ["    │ ⟦U+202E⟧␛", "    │ " + " " * 8 + "‾"]


def test_a_name_at_the_right_margin() -> None:
    page = Page(Look(20))
    page.entry("*", "a b", Style.GOOD, right="name")
    page.entry("*", "a rather long title", Style.GOOD, right="name")
    assert str(page).splitlines() == ["  * a b         name", "  * a rather    name", "    long title"]


@pytest.mark.parametrize(("length", "lead"), [(10, 15), (30, 10), (39, 2), (60, 2)])
def test_a_web_address_stays_in_one_piece(length: int, lead: int) -> None:
    page = Page(Look(40))
    page.address("x" * length, indent=2)
    assert str(page) == " " * lead + "x" * length + "\n"
