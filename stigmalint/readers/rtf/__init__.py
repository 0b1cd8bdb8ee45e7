"""Turn a Rich Text file into blocks with the places of a Word file: headings, paragraphs, cells, notes.

The surprise: Rich Text is plain text with commands in it, so every character has its exact place in the file; but no
person looks for “line 312” of it, so places are given as for Word files.
"""

from __future__ import annotations

from stigmalint.document import Document, Stream
from stigmalint.errors import Unreadable
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.rtf.blocks import Composer
from stigmalint.readers.rtf.walk import Walk


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a Rich Text file. Raises ``Unreadable``."""
    if not data.strip():
        raise Unreadable("The file is empty.")
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise Unreadable("This is not a Rich Text file: open it in Word and save it as .docx.")
    stream = Stream(name, data.decode("latin-1"))
    composer = Composer(stream)
    Walk(stream.text, composer).read()
    return Document(name, "rtf", tuple(composer.finished()), (stream,), gaps=tuple(composer.gaps))
