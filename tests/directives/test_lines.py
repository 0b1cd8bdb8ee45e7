"""The lines around a place, as ``splitlines`` would have them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stigmalint.directives.lines import Lines
from stigmalint.document import Span

texts = st.lists(st.sampled_from(["a", " ", "\n", "\r\n", "\r", "é"])).map("".join)


@given(texts, st.data())
def test_the_line_around_a_character(text: str, data: st.DataObject) -> None:
    lines, at = Lines(text), 0
    whole = text.splitlines(keepends=True)
    assert [text[span.start : span.end] for span in lines.after(0)] == whole
    for line in whole:
        end = at + len(line)
        start = data.draw(st.integers(at, end - 1))
        assert lines.around(Span(start, start + 1)) == Span(at, end)
        assert lines.around(Span(start, end)) == Span(at, end)
        assert list(lines.after(end)) == [span for span in lines.after(0) if span.start >= end]
        at = end


def test_room_is_a_line_of_its_own_or_the_blanks_before() -> None:
    text = "a\n  x  \nb \tx c\nx"
    assert [text[span.start : span.end] for span in map(Lines(text).with_room, (Span(4, 5), Span(11, 12), Span(15, 16)))] == [
        "  x  \n",
        " \tx",
        "x",
    ]
