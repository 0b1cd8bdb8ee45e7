"""A change is no larger than it must be, and says the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.fixing.narrowing import narrowed


@pytest.mark.parametrize(
    ("old", "new", "changed", "into"),
    [
        ("addicts", "people", "addicts", "people"),
        ("substance abuse", "substance use", "abuse", "use"),
        ("dirty urine test", "positive urine test", "dirty", "positive"),
        ("the drug abuse unit", "the drug use unit", "abuse", "use"),
        ("a user", "a person who uses drugs", "user", "person who uses drugs"),
        ("An addict", "A person", "An addict", "A person"),
        ("clean urine test", "urine test", "clean urine", "urine"),
        ("user", "drug user", "user", "drug user"),
        ("same words", "same words", "words", "words"),
        (" user", "drug user", " user", "drug user"),
    ],
)
def test_only_the_words_that_differ_change(old: str, new: str, changed: str, into: str) -> None:
    span, text = narrowed(old, new)
    assert (old[span.start : span.end], text) == (changed, into)


WORDINGS = st.text("ab ", min_size=1, max_size=8)


@given(WORDINGS, WORDINGS)
def test_the_narrower_change_gives_the_same_text(old: str, new: str) -> None:
    span, text = narrowed(old, new)
    assert old[: span.start] + text + old[span.end :] == new
    assert span.start < span.end
    assert text
