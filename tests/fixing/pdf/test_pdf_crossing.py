"""The cross-reference stream that ends a copy is one that every reader takes."""

from __future__ import annotations

import struct

from stigmalint.fixing.pdf.crossing import well_crossed
from tests.fixing.pdf.marked import marks, reviewed
from tests.readers.pdf_builder import handmade, pdf

PAGE = handmade(b"BT /F 12 Tf 72 700 Td (The addict may stay.) Tj ET", letters={code: chr(code) for code in range(32, 127)})


def with_stream(data: bytes) -> bytes:
    """A file whose table of objects is a stream instead, as in most files since PDF 1.5."""
    table = int(data.rsplit(b"startxref", 1)[1].split()[0])
    entries = [int(line[:10]) for line in data[table:].splitlines() if line.endswith(b" n ")]
    packed = struct.pack(">BIH", 0, 0, 65535) + b"".join(struct.pack(">BIH", 1, place, 0) for place in [*entries, table])
    count = len(entries) + 2
    stream = b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 2] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\n"
    return data[:table] + stream % (count - 1, count, len(packed), packed) + b"startxref\n%d\n%%%%EOF\n" % table


def test_a_draft_with_a_stream_gets_a_stream_that_names_itself() -> None:
    before = with_stream(PAGE)
    after = reviewed(before).data
    assert after.startswith(before)
    start = int(after.rsplit(b"startxref", 1)[1].split()[0])
    number = int(after[start:].split()[0])
    end = after.index(b"endobj", start)
    assert b"<</Type/XRef" in after[start:end]
    assert b" %d 1]/Length" % number in after[start:end]
    assert struct.pack(">IB", start, 0) + b"\r\nendstream" in after[start:end]
    (mark,) = marks(after)  # another library opens it only with a stream that is right
    assert mark.words == "addict"


def test_a_draft_with_a_table_gets_a_table() -> None:
    after = reviewed(pdf(["The addict may stay."])).data
    start = int(after.rsplit(b"startxref", 1)[1].split()[0])
    assert after[start:].startswith(b"xref")
    assert well_crossed(after) == after


def test_whatever_else_ends_a_file_stays() -> None:
    for data in (b"", b"startxref\n0\n%%EOF", b"startxref 99999999999 %%EOF", b"1 0 obj <<>>\nstartxref\r\n0\r\n%%EOF\r\n"):
        assert well_crossed(data) == data
