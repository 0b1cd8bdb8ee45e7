"""Only data crosses a pipe, and only a document that lines up can be built from it."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Block, BlockKind, Box, Document, Mark, MarkKind, Misaligned, Piece, Place, Span, Stream
from stigmalint.readers.messages import Broken, receive, send
from stigmalint.readers.wire import packed, unpacked

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)

DOCUMENT = Document(
    "policy.pdf",
    "pdf",
    (
        Block(
            "fit for “use”",
            BlockKind.TABLE_CELL,
            (Piece(Span(0, 3), 0, Span(4, 7), verbatim=True), Piece(Span(3, 13), 1, Span(0, 2), verbatim=False)),
            Place(
                line=3,
                part="footnote 2",
                heading=("One", "Two"),
                item="(b)",
                paragraph=4,
                cell=(1, 2, 3),
                page=7,
                boxes=(Box(1.0, 2.0, 3.5, 4.0),),
            ),
            (Mark(Span(8, 13), MarkKind.QUOTE),),
            "Lead in:",
            "Column",
            "Row",
        ),
    ),
    (Stream("page 1", "not fit \U0001f600"), Stream("page 2", "“u")),
    gaps=("page 3 has no text layer",),
)


@given(plain, st.binary())
def test_a_message_arrives_as_it_was_sent(message: object, body: bytes):
    pipe = io.BytesIO()
    send(pipe, message, body)
    send(pipe, "next")
    pipe.seek(0)
    assert receive(pipe) == (message, body)
    assert receive(pipe) == ("next", b"")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\0" * 15,
        struct.pack("!QQ", 5, 0) + b'"a',
        struct.pack("!QQ", 4, 0) + b"oops",
        struct.pack("!QQ", 1 << 40, 0) + b"x" * 64,
    ],
)
def test_anything_else_is_broken(sent: bytes):
    with pytest.raises(Broken):
        receive(io.BytesIO(sent))


def test_a_document_comes_back_whole():
    again = unpacked(packed(DOCUMENT))
    assert (again.name, again.format, again.blocks, again.streams, again.gaps) == (
        DOCUMENT.name,
        DOCUMENT.format,
        DOCUMENT.blocks,
        DOCUMENT.streams,
        DOCUMENT.gaps,
    )


@pytest.mark.parametrize(
    ("at", "number", "error"),
    [(3, 8, Misaligned), (0, 2, Misaligned), (1, -1, ValueError), (2, 4.0, ValueError), (4, 1, ValueError)],
)
def test_pieces_that_do_not_line_up_are_refused(at: int, number: float, error: type[Exception]):
    plain_document = packed(DOCUMENT)
    first, *others = plain_document["blocks"][0][2]
    plain_document["blocks"][0][2] = [[*first[:at], number, *first[at + 1 :]], *others]
    with pytest.raises(error):
        unpacked(plain_document)


@pytest.mark.parametrize("key", ["name", "format", "streams", "blocks", "gaps"])
@pytest.mark.parametrize("instead", [None, 7, [7], [["a", "b", "c"]]])
def test_nonsense_is_refused(key: str, instead: object):
    with pytest.raises((KeyError, TypeError, ValueError)):
        unpacked({**packed(DOCUMENT), key: instead})
