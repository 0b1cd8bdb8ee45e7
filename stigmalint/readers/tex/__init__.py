"""Turn a LaTeX file into blocks of prose, without commands, mathematics and code.

The surprise: nothing is expanded. A command that is not known lets the text of its arguments through, so that the
author's own macros do not hide what they hold.
"""

from __future__ import annotations

from stigmalint.document import Document, LineLocator, Stream
from stigmalint.readers.decode import decode
from stigmalint.readers.markdown.source import Source
from stigmalint.readers.markdown.structure import Structure
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.remarks import TEX, remarks
from stigmalint.readers.tex.body import Body


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a LaTeX file. Raises ``Unreadable`` when the bytes are not text."""
    stream = Stream(name, decode(data))
    structure = Structure(Source(stream, stream.text))
    Body(stream.text, structure).read()
    return Document(name, "tex", tuple(structure.blocks), (stream,), LineLocator(stream.text), remarks=remarks(stream.text, TEX))
