import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.matching.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Ames saw J. Doe at 5 p.m. Then she left.", ["Dr. Ames saw J. Doe at 5 p.m.", "Then she left."]),
        ("“Stay.” He stayed.", ["“Stay.”", "He stayed."]),
        ("See No. 5 and 370 U.S. 660 (1962).", ["See No. 5 and 370 U.S. 660 (1962)."]),
        ("Use e.g. Narcan. It works.", ["Use e.g. Narcan.", "It works."]),
        ("no capital. here it goes on", ["no capital. here it goes on"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet="aA .!?“”5\u00e9"))
def test_sentences_lose_only_white_space(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    spans = list(sentences(text))
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
