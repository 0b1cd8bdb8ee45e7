"""Turn a Markdown file (CommonMark, GitHub's tables, notes and task lists, front matter) into blocks of prose.

The surprise: the parser sees a covered copy of the text (``source``), in which template tags and front matter are masked
without changing any offset; what is copied into blocks is always the text of the file.
"""

from __future__ import annotations

import pyromark

from stigmalint.document import Block, Document, LineLocator, Remark, Stream
from stigmalint.errors import Unreadable
from stigmalint.readers.decode import decode
from stigmalint.readers.markdown.code import code_spans
from stigmalint.readers.markdown.events import Events
from stigmalint.readers.markdown.front import front_matter_end, front_matter_prose
from stigmalint.readers.markdown.source import Source, cover
from stigmalint.readers.markdown.structure import Structure
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.remarks import HTML, MDX, may_hold_remarks, remarks

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_GFM
)
"""Front matter is not among them: the parser takes any two rules in the middle of a document for it."""


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a Markdown file. Raises ``Unreadable`` when the bytes are not text or the parser gives up on them."""
    stream = Stream(name, decode(data))
    front_matter = front_matter_end(stream.text)
    source = cover(stream, front_matter=front_matter, mdx=name.lower().endswith(".mdx"))
    blocks = tuple(_blocks(source, front_matter))
    return Document(name, "markdown", blocks, (stream,), LineLocator(stream.text), remarks=_remarks(source))


def markdown_blocks(stream: Stream) -> list[Block]:
    """The blocks of a Markdown text. Raises ``Unreadable`` when the parser gives up on it."""
    front_matter = front_matter_end(stream.text)
    return _blocks(cover(stream, front_matter=front_matter, mdx=False), front_matter)


def _blocks(source: Source, front_matter: int) -> list[Block]:
    stream = source.stream
    structure = Structure(source)
    for value in front_matter_prose(stream.text, front_matter):
        for start, end, shown in value:
            structure.prose.text(start, end, shown)
        structure.interrupt()
    _parse(source, structure)
    return structure.blocks


def _remarks(source: Source) -> tuple[Remark, ...]:
    """Comments addressed to stigmalint; those that are shown as code are only an example."""
    if not may_hold_remarks(source.stream.text):
        return ()
    events = pyromark.events_with_range(source.covered, options=OPTIONS)
    return remarks(source.stream.text, HTML, MDX, apart_from=code_spans(source, events))


def _parse(source: Source, structure: Structure) -> None:
    try:
        Events(source, structure).read(pyromark.events_with_range(source.covered, options=OPTIONS))
    except BaseException as panic:
        # A panic of the Rust parser is no ``Exception``, and its class cannot be imported.
        if type(panic).__name__ != "PanicException":
            raise
        raise Unreadable("The Markdown parser could not read this file: save it as plain text (.txt) and check that.") from None
