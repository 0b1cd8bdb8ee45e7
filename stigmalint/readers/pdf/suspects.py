"""Turn the first bytes of something that is not a readable PDF into words for what it is."""

from __future__ import annotations

import re

_SIGNATURES = (
    (b"{\\rtf", "a Rich Text file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file or an encrypted one"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"GIF8", "a picture"),
    (b"%!PS", "a PostScript file"),
)
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_PACKED = (
    (b"word/", "a Word file"),
    (b"xl/", "an Excel file"),
    (b"ppt/", "a PowerPoint file"),
    (b"opendocument", "an OpenDocument file"),
)


def is_pdf(data: bytes) -> bool:
    """Whether a PDF header stands where readers look for it."""
    return b"%PDF-" in data[:1024]


def what_is_it(data: bytes) -> str:
    """“a Word file”, “a picture”, “plain text”: what a file without a PDF header seems to be."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for sign, kind in _PACKED if sign in data[:4096] or sign in data[-65536:]), "a zip archive")
    for sign, kind in _SIGNATURES:
        if data.startswith(sign):
            return kind
    if _MARKUP.match(data[:512]):
        return "a web page or XML"
    return "something else" if b"\x00" in data[:4096] else "plain text"
