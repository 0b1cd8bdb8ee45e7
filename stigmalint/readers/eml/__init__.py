"""Turn an e-mail message (.eml) into blocks: its subject and text, with quoted replies as quotations.

The surprise: of a message that comes as text and as a web page only the text is read, since both say the same. Attachments
are not opened; each is named as a gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stigmalint.document import Block, BlockKind, Document, LineLocator, Stream
from stigmalint.errors import Unreadable
from stigmalint.readers.decoded import Decoded
from stigmalint.readers.eml.parts import Part, parts_of
from stigmalint.readers.eml.transfer import add_text, add_words
from stigmalint.readers.html import html_blocks
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.text import text_blocks


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a message. Raises ``Unreadable``."""
    if not data.strip():
        raise Unreadable("The file is empty.")
    text, charset = _characters(data)
    stream = Stream(name, text)
    parts = list(parts_of(stream.text))
    if not parts:
        raise Unreadable("This is not an e-mail message: save it from the mail program as .eml, or its text as .txt.")
    blocks = [block for part in parts for block in _blocks(part, stream, charset)]
    gaps = tuple(gap for part in parts if (gap := _gap(part)))
    return Document(name, "eml", tuple(blocks), (stream,), LineLocator(stream.text), gaps)


def _characters(data: bytes) -> tuple[str, str]:
    """The file as characters, and their encoding; what is not UTF-8 is kept byte by byte, for each part says how to read it."""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _gap(part: Part) -> str:
    if part.is_read or part.is_decoration:
        return ""
    what = f"The attachment “{part.filename}”" if part.filename else f"A part of the message ({part.kind})"
    return f"{what} was not read: save it and check it on its own."


def _blocks(part: Part, stream: Stream, charset: str) -> Iterator[Block]:
    """The subject, and the text, of one part."""
    if part.subject:
        subject = Decoded(stream)
        add_words(subject, *part.subject)
        yield from _read(subject, "subject", BlockKind.HEADING)
    if not part.is_read:
        return
    decoded = Decoded(stream)
    add_text(decoded, part, charset)
    if part.kind == "text/html":
        for block in html_blocks(decoded.stream):
            yield decoded.through(replace(block, place=replace(block.place, part="message")))
        return
    for quoted, piece in _by_depth(decoded):
        yield from _read(piece, "quoted message", BlockKind.QUOTATION) if quoted else _read(piece, "message")


def _read(decoded: Decoded, part: str, kind: BlockKind | None = None) -> Iterator[Block]:
    """The blocks of plain text."""
    for block in text_blocks(decoded.stream):
        yield decoded.through(replace(block, kind=kind or block.kind, place=replace(block.place, part=part)))


def _by_depth(decoded: Decoded) -> Iterator[tuple[bool, Decoded]]:
    """The text cut where quoting begins and ends, the signs that quote left out."""
    lines = decoded.lines()
    while lines:
        quoted = lines[0].text.startswith(">")
        piece = Decoded(decoded.file)
        while lines and lines[0].text.startswith(">") is quoted:
            line = lines.popleft()
            bare = line.text.lstrip("> ") if quoted else line.text
            decoded.copy(piece, line.start + len(line.text) - len(bare), line.end)
        yield quoted, piece
