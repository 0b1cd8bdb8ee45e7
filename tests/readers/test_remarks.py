"""Comments that are addressed to stigmalint, in the formats that have comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Span
from stigmalint.readers.remarks import HTML, MDX, RST, TEX, Signs, is_addressed, remarks


@pytest.mark.parametrize(
    ("text", "signs", "found"),
    [
        ("a <!-- stigmalint: ignore[x] y --> b", HTML, [(2, 34, "stigmalint: ignore[x] y")]),
        ("<!--\nStigmalint: ignore[x]\n-->", HTML, [(0, 30, "Stigmalint: ignore[x]")]),
        ("<!-- stigmalint: ignore[x]", HTML, []),
        ("<!-- about stigmalint: a program -->", HTML, []),
        ("a {/* stigmalint: ignore[x] */}", MDX, [(2, 31, "stigmalint: ignore[x]")]),
        ("a\n.. stigmalint: ignore[x]\nb", RST, [(2, 26, "stigmalint: ignore[x]")]),
        ("a .. stigmalint: ignore[x]", RST, []),
        ("a % stigmalint: ignore[x]\r\nb", TEX, [(2, 25, "stigmalint: ignore[x]")]),
        (r"a 50\% stigmalint: ignore[x]", TEX, []),
    ],
)
def test_where_they_stand_and_what_they_say(text: str, signs: Signs, found: list[tuple[int, int, str]]) -> None:
    assert [(each.span.start, each.span.end, each.text) for each in remarks(text, signs)] == found


def test_those_in_code_are_left_alone() -> None:
    text = "<!-- stigmalint: ignore[x] -->"
    assert remarks(text, HTML, apart_from=[Span(0, 3)]) == ()


@given(st.lists(st.sampled_from(["<!--", "-->", "stigmalint: ", "ignore", " ", "\n", "{/*", "*/}"])))
def test_any_text_is_gone_through_and_each_remark_is_where_it_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    for remark in remarks(text, HTML, MDX):
        assert remark.text in text[remark.span.start : remark.span.end]
        assert is_addressed(remark.text)
