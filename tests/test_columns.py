"""Lengths in the units of other programs are what an encoder of that unit says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.columns import Ruler
from stigmalint.document import Block, BlockKind, LineLocator, Piece, Span

ANY = st.text(st.one_of(st.sampled_from("a é𐐀👩\u200d🚀e\u0301שׁ\u202e"), st.characters(codec=None)))


@given(ANY, ANY, ANY)
def test_every_stretch_is_as_long_as_an_encoder_makes_it(before: str, stretch: str, after: str) -> None:
    ruler = Ruler(before + stretch + after)
    start, end = len(before), len(before) + len(stretch)
    assert ruler.utf16(start, end) == len(stretch.encode("utf-16-le", "surrogatepass")) // 2
    assert ruler.utf8(start, end) == len(stretch.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("before", "utf16", "utf8"),
    [
        ("", (1, 7), (1, 7)),
        ("café ", (6, 12), (7, 13)),
        ("𐐀 ", (4, 10), (6, 12)),
        ("e\u0301👩 ", (6, 12), (9, 15)),
        ("שׁ ", (4, 10), (6, 12)),
    ],
)
def test_a_place_has_the_columns_of_each_unit(before: str, utf16: tuple[int, int], utf8: tuple[int, int]) -> None:
    text = f"𐐀 an earlier line\r\n{before}addict"
    at = text.index("addict")
    block = Block("addict", BlockKind.PARAGRAPH, (Piece(Span(0, 6), 0, Span(at, at + 6), verbatim=True),))
    place = LineLocator(text)(block, Span(0, 6))
    assert (place.line, place.column, place.end_column) == (2, len(before) + 1, len(before) + 7)
    assert (place.utf16, place.utf8) == (utf16, utf8)
