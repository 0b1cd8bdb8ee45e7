"""Whatever a builder is given, the block it builds leads back to its source, character by character."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stigmalint.document import (
    Block,
    BlockBuilder,
    BlockKind,
    Document,
    LineLocator,
    Mark,
    MarkKind,
    Misaligned,
    Piece,
    Place,
    Span,
    Stream,
)

ALPHABET = "ab é😀\u0301\n\r\t\x0c\u00a0\u202f\u2003\u00ad\u200b\ufeff\ufb01\ufb04“–"
KEPT_SPACES = "\u00a0\u202f\u2007"
LIGATURES = {"\ufb01": "fi", "\ufb04": "ffl"}


@st.composite
def built(draw):
    """A stream, and the block built from it by copying and replacing stretches of it in order."""
    text = draw(st.text(ALPHABET, min_size=1, max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    builder = BlockBuilder((Stream("x", text),))
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        stands_for = draw(st.sampled_from([None, None, None, "", " ", "&", "xyz"]))
        with builder.mark(MarkKind.EMPHASIS):
            builder.keep(0, start, end) if stands_for is None else builder.replace(0, start, end, stands_for)
    return text, builder.build(BlockKind.PARAGRAPH)


def folded(text: str) -> str:
    """What a block shows of a text: the rule of ``BlockBuilder``, said in one breath."""
    text = re.sub(r"[\u00ad\u200b-\u200d\u2060\ufeff]", "", text)
    text = "".join(LIGATURES.get(character, character) for character in text)
    return re.sub(rf"[^\S{KEPT_SPACES}]+", " ", text).strip(" ")


@given(built())
def test_pieces_tile_the_text_and_verbatim_ones_slice_back(made):
    text, block = made
    assume(block is not None)
    at = 0
    for piece in block.pieces:
        assert piece.span.start == at
        assert len(piece.span) > 0
        if piece.verbatim:
            assert text[piece.source.start : piece.source.end] == block.text[piece.span.start : piece.span.end]
        at = piece.span.end
    assert at == len(block.text)
    assert Document("x", "test", (block,), (Stream("x", text),)).blocks == (block,)


@given(built())
def test_pieces_come_in_the_order_of_the_source(made):
    _, block = made
    assume(block is not None)
    for before, after in pairwise(block.pieces):
        assert before.source.end <= after.source.start


@given(built())
def test_marks_lie_inside_the_text(made):
    _, block = made
    assume(block is not None)
    assert all(0 <= mark.span.start < mark.span.end <= len(block.text) for mark in block.marks)


@given(st.text(ALPHABET, max_size=60))
def test_white_space_folds_and_what_has_no_width_goes(text):
    builder = BlockBuilder((Stream("x", text),))
    builder.keep(0, 0, len(text))
    block = builder.build(BlockKind.PARAGRAPH)
    assert (block.text if block else "") == (folded(text) if folded(text).strip() else "")


@given(st.text(ALPHABET, max_size=60), st.integers(0, 60))
def test_copying_in_two_steps_gives_the_same_text(text, cut):
    whole, halves = BlockBuilder((Stream("x", text),)), BlockBuilder((Stream("x", text),))
    whole.keep(0, 0, len(text))
    halves.keep(0, 0, min(cut, len(text)))
    halves.keep(0, min(cut, len(text)), len(text))
    assert whole.text == halves.text
    assert len(whole) == len(whole.text)


@given(built(), st.data())
def test_the_source_of_a_span_holds_its_verbatim_characters(made, data):
    text, block = made
    assume(block is not None)
    start = data.draw(st.integers(0, len(block.text) - 1))
    end = data.draw(st.integers(start + 1, len(block.text)))
    sources = [text[span.start : span.end] for _, span in block.source_of(Span(start, end))]
    for piece in block.pieces:
        if piece.verbatim and piece.span.overlaps(Span(start, end)):
            shown = block.text[max(start, piece.span.start) : min(end, piece.span.end)]
            assert any(shown in source for source in sources)


def test_touching_stretches_of_source_are_given_as_one():
    builder = BlockBuilder((Stream("x", "people who \n use"),))
    builder.keep(0, 0, 16)
    block = builder.build(BlockKind.PARAGRAPH)
    assert block is not None
    assert block.text == "people who use"
    assert block.source_of(Span(7, 14)) == ((0, Span(7, 16)),)


@pytest.mark.parametrize(
    ("pieces", "problem"),
    [
        ((Piece(Span(0, 2), 0, Span(0, 2), verbatim=True),), "pieces end at 2 of 4"),
        ((Piece(Span(1, 4), 0, Span(1, 4), verbatim=True),), "begins at 1, not at 0"),
        (
            (Piece(Span(0, 2), 0, Span(0, 2), verbatim=True), Piece(Span(3, 4), 0, Span(3, 4), verbatim=True)),
            "begins at 3, not at 2",
        ),
        ((Piece(Span(0, 4), 0, Span(0, 5), verbatim=True),), "changes length"),
        ((Piece(Span(0, 6), 0, Span(0, 6), verbatim=True),), "pieces end at 6 of 4"),
        ((), "pieces end at 0 of 4"),
    ],
)
def test_a_block_that_does_not_line_up_cannot_be_built(pieces, problem):
    with pytest.raises(Misaligned, match=problem):
        Block("text", BlockKind.PARAGRAPH, pieces)


@pytest.mark.parametrize(("source", "problem"), [("tex", "beyond its stream"), ("tent", "differs from its source")])
def test_a_document_whose_block_does_not_match_its_stream_cannot_be_built(source, problem):
    block = Block("text", BlockKind.PARAGRAPH, (Piece(Span(0, 4), 0, Span(0, 4), verbatim=True),))
    with pytest.raises(Misaligned, match=problem):
        Document("x", "test", (block,), (Stream("x", source),))


@given(built(), st.data())
def test_a_map_moved_by_one_character_cannot_be_built(made, data):
    _, block = made
    assume(block is not None)
    at = data.draw(st.integers(0, len(block.pieces) - 1))
    moved = replace(block.pieces[at], span=Span(block.pieces[at].span.start, block.pieces[at].span.end + 1))
    with pytest.raises(Misaligned):
        replace(block, pieces=(*block.pieces[:at], moved, *block.pieces[at + 1 :]))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forwards_from_zero(start, end):
    with pytest.raises(Misaligned):
        Span(start, end)


def test_spans_overlap_only_where_they_share_a_character():
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).covers(Span(0, 3))
    assert not Span(0, 3).covers(Span(2, 4))


@pytest.mark.parametrize(
    ("kind", "opaque"),
    [
        (MarkKind.CODE, True),
        (MarkKind.ADDRESS, True),
        (MarkKind.MARKUP, True),
        (MarkKind.EMPHASIS, False),
        (MarkKind.QUOTE, False),
    ],
)
def test_code_addresses_and_markup_are_opaque_where_they_stand(kind, opaque):
    block = Block(
        "a b c", BlockKind.PARAGRAPH, (Piece(Span(0, 5), 0, Span(0, 5), verbatim=True),), marks=(Mark(Span(2, 3), kind),)
    )
    assert block.is_opaque(Span(1, 3)) is opaque
    assert not block.is_opaque(Span(0, 2))


def test_marks_end_where_the_text_ends():
    builder = BlockBuilder((Stream("x", "word  "),))
    with builder.mark(MarkKind.STRONG):
        builder.keep(0, 0, 6)
    builder.add_mark(MarkKind.LINK, 5, 5)
    block = builder.build(BlockKind.PARAGRAPH)
    assert block is not None
    assert block.marks == (Mark(Span(0, 4), MarkKind.STRONG),)


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u00ad", "\u00a0"])
def test_nothing_but_white_space_builds_no_block(text):
    builder = BlockBuilder((Stream("x", text),))
    builder.keep(0, 0, len(text))
    assert builder.build(BlockKind.PARAGRAPH) is None


@given(st.text("ab é😀\n\r\t", max_size=60))
def test_lines_end_at_lf_crlf_and_cr(text):
    locator = LineLocator(text)
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    offset = 0
    for number, line in enumerate(lines, start=1):
        for column in range(len(line)):
            assert locator.line_column(offset + column) == (number, column + 1)
        offset += len(line)


def test_a_place_keeps_what_is_known_of_the_block():
    text = "One\r\ntwo three"
    builder = BlockBuilder((Stream("x", text),))
    builder.keep(0, 0, len(text))
    block = builder.build(BlockKind.PARAGRAPH, Place(heading=("Rules",), paragraph=3))
    assert block is not None
    document = Document("x", "text", (block,), (Stream("x", text),), LineLocator(text))
    assert document.place_of(block, Span(0, 7)) == Place(1, 1, 2, 4, heading=("Rules",), paragraph=3)
    assert Document("x", "other", (block,), (Stream("x", text),)).place_of(block, Span(0, 7)) == block.place
