"""Blocks of a decoded text lead back to the file, whatever stood in between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Document, Stream
from stigmalint.readers.decoded import Decoded
from stigmalint.readers.text import text_blocks

WORDS = st.text(st.sampled_from("ab c\n-.é"), max_size=12)


@given(st.lists(st.tuples(st.booleans(), WORDS)))
def test_every_piece_leads_to_what_it_came_from(parts: list[tuple[bool, str]]) -> None:
    """``Document`` refuses blocks that do not line up with the file; here the file holds “%…%” for what is packed."""
    file = "".join(text if as_it_is else f"%{text}%" for as_it_is, text in parts)
    decoded, at = Decoded(Stream("file", file)), 0
    for as_it_is, text in parts:
        end = at + len(text) + (0 if as_it_is else 2)
        decoded.keep(at, end) if as_it_is else decoded.replace(at, end, text)
        at = end
    assert decoded.stream.text == "".join(text for _, text in parts)
    blocks = tuple(decoded.through(block) for block in text_blocks(decoded.stream))
    for block in Document("file", "text", blocks, (decoded.file,)).blocks:
        for piece in block.pieces:
            stands_for = file[piece.source.start : piece.source.end]
            assert piece.verbatim or "%" in stands_for or not stands_for.strip() or stands_for.isspace() or "\n" in stands_for


@given(st.lists(st.tuples(st.booleans(), WORDS)), st.integers(0, 60), st.integers(0, 60))
def test_a_copy_of_a_part_is_that_part(parts: list[tuple[bool, str]], start: int, end: int) -> None:
    decoded = Decoded(Stream("file", "".join(text for _, text in parts)))
    at = 0
    for as_it_is, text in parts:
        decoded.keep(at, at + len(text)) if as_it_is else decoded.replace(at, at + len(text), text)
        at += len(text)
    start, end = min(start, end, at), min(max(start, end), at)
    other = Decoded(decoded.file)
    if end > start:
        decoded.copy(other, start, end)
    assert other.stream.text == decoded.file.text[start:end]
