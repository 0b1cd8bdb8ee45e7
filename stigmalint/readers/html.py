"""Turn a web page into blocks: what a reader of the page sees, and the texts shown instead of images.

The surprise: a page is read as the one HTML block of a Markdown file without any Markdown, so that both say the same.
Template tags (Jinja, Liquid and their like) are masked.
"""

from __future__ import annotations

import re

from stigmalint.document import Block, Document, LineLocator, Stream
from stigmalint.readers.decode import decode
from stigmalint.readers.markdown.html import read_html_block
from stigmalint.readers.markdown.source import cover
from stigmalint.readers.markdown.structure import Structure
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.remarks import HTML, remarks

_CHARSET = re.compile(
    rb"""<meta[^>]{1,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]+)"""
    rb"""|<\?xml[^>]{1,99}?encoding\s{0,9}=\s{0,9}["']([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD = 4096


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a web page. Raises ``Unreadable`` when the bytes are not text."""
    declared = _CHARSET.search(data, 0, _HEAD)
    stream = Stream(name, decode(data, (declared[1] or declared[2]).decode() if declared else ""))
    blocks, addressed = tuple(html_blocks(stream)), remarks(stream.text, HTML)
    return Document(name, "html", blocks, (stream,), LineLocator(stream.text), remarks=addressed)


def html_blocks(stream: Stream) -> list[Block]:
    """The blocks of HTML, of a whole page or a part of one."""
    source = cover(stream, front_matter=0, mdx=False)
    structure = Structure(source)
    read_html_block(structure, source, [(0, len(stream.text))])
    return structure.blocks
