"""Turn a document into plain lists that JSON can hold, and back.

What comes back is built like any other document: pieces that do not line up raise ``Misaligned`` whoever sent them.
"""

from __future__ import annotations

from typing import Any

from stigmalint.document import Block, BlockKind, Box, Document, Mark, MarkKind, Pieces, Place, Span, Stream

_KINDS = {kind.value: kind for kind in BlockKind}
_NUMBERS = ("line", "column", "end_line", "end_column", "paragraph", "page")
_PLACE = (*_NUMBERS, "part", "heading", "item", "cell")
_ROW = [int, int, int, int, bool]
_MARKS = {kind.value: kind for kind in MarkKind}


def packed(document: Document) -> dict[str, Any]:
    """The document without its locator."""
    return {
        "name": document.name,
        "format": document.format,
        "streams": [[stream.name, stream.text] for stream in document.streams],
        "blocks": [_packed_block(block) for block in document.blocks],
        "gaps": document.gaps,
    }


def unpacked(plain: dict[str, Any]) -> Document:
    """The document again, without a locator. Raises ``ValueError``, ``KeyError`` or ``TypeError`` for anything else."""
    streams = tuple(Stream(_text(name), _text(text)) for name, text in plain["streams"])
    blocks = tuple(_block(block) for block in plain["blocks"])
    return Document(_text(plain["name"]), _text(plain["format"]), blocks, streams, gaps=tuple(map(_text, plain["gaps"])))


def _packed_block(block: Block) -> list[Any]:
    place = block.place
    return [
        block.text,
        block.kind.value,
        block.map.rows,
        [getattr(place, name) for name in _PLACE],
        [[box.left, box.top, box.right, box.bottom] for box in place.boxes],
        [[mark.span.start, mark.span.end, mark.kind.value] for mark in block.marks],
        [block.lead_in, block.column_head, block.row_head],
    ]


def _block(plain: list[Any]) -> Block:
    text, kind, pieces, place, boxes, marks, heads = plain
    lead_in, column_head, row_head = map(_text, heads)
    return Block(
        _text(text),
        _KINDS[kind],
        _pieces(pieces),
        _place(dict(zip(_PLACE, place, strict=True)), boxes),
        tuple(Mark(Span(start, end), _MARKS[mark]) for start, end, mark in marks),
        lead_in,
        column_head,
        row_head,
    )


def _pieces(rows: list[list[Any]]) -> Pieces:
    for row in rows:
        if list(map(type, row)) != _ROW or min(row) < 0:
            raise ValueError("a piece is four whole numbers, and verbatim or not")
    return Pieces(tuple((end, stream, start, stop, verbatim) for end, stream, start, stop, verbatim in rows))


def _place(plain: dict[str, Any], boxes: list[Any]) -> Place:
    cell = plain["cell"]
    numbers: dict[str, Any] = {name: int(plain[name]) for name in _NUMBERS if plain[name] is not None}
    return Place(
        part=None if plain["part"] is None else _text(plain["part"]),
        heading=tuple(map(_text, plain["heading"])),
        item=None if plain["item"] is None else _text(plain["item"]),
        cell=None if cell is None else (int(cell[0]), int(cell[1]), int(cell[2])),
        boxes=tuple(Box(*map(float, box)) for box in boxes),
        **numbers,
    )


def _text(plain: Any) -> str:
    if not isinstance(plain, str):
        raise TypeError(f"not text: {plain!r:.40}")
    return plain
