"""Turn the cross-reference stream that PDFium appends to a file into one that every reader takes.

The surprise: PDFium (seen in version 159) leaves out the stream's type, its entry for itself and the word that ends it. It
does not mind; stricter readers call the file damaged and search it for objects. Tables of the older kind are right.
"""

from __future__ import annotations

import re
import struct

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_STREAM = re.compile(rb"(\d+) 0 obj <<(.*?)/W\[0 4 1\]/Index\[([\d ]*)\]/Length \d+>>stream\r\n(.*)\r\nendstream\r\n", re.DOTALL)
_ENTRY = struct.Struct(">IB")


def well_crossed(copy: bytes) -> bytes:
    """The file with its last cross-reference stream put right; any other file as it is."""
    start = _START.search(copy, max(0, len(copy) - 64))
    stream = start and _STREAM.fullmatch(copy, int(start[1]), start.start())
    if not stream or b"/Type" in stream[2]:
        return copy
    number, keys, index, entries = int(stream[1]), stream[2], stream[3].strip(), stream[4]
    entries += _ENTRY.pack(stream.start(), 0)
    return b"".join(
        (
            copy[: stream.start()],
            b"%d 0 obj\r\n<</Type/XRef%s/W[0 4 1]/Index[%s %d 1]" % (number, keys, index, number),
            b"/Length %d>>stream\r\n%s\r\nendstream\r\nendobj\r\n" % (len(entries), entries),
            copy[start.start() :] if start else b"",
        )
    )
