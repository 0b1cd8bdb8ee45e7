"""Turn a reStructuredText file (docutils, Sphinx) into blocks of prose.

The surprise: docutils is not used, because it knows the line of a paragraph and nothing of its columns. What a directive
means is not known either: its text is read unless it is code.
"""

from __future__ import annotations

from stigmalint.document import Document, LineLocator, Stream
from stigmalint.readers.decode import decode
from stigmalint.readers.markdown.source import Source
from stigmalint.readers.markdown.structure import Structure
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.remarks import RST, remarks
from stigmalint.readers.rst.body import Body
from stigmalint.readers.rst.lines import lines_of


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a reStructuredText file. Raises ``Unreadable`` when the bytes are not text."""
    stream = Stream(name, decode(data))
    structure = Structure(Source(stream, stream.text))
    Body(stream.text, structure).read(lines_of(stream.text))
    structure.finish()
    return Document(name, "rst", tuple(structure.blocks), (stream,), LineLocator(stream.text), remarks=remarks(stream.text, RST))
