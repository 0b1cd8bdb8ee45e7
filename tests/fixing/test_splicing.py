"""Whatever a file is written in, only the edited characters change, and their bytes are found again."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Span
from stigmalint.errors import Refused
from stigmalint.findings import Edit
from stigmalint.fixing.splicing import splice
from stigmalint.readers.decode import decode

ENCODINGS = {
    "utf-8": b"",
    "utf-8 with a mark": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "cp1252": b"",
}


def encoded(text: str, encoding: str) -> bytes:
    return ENCODINGS[encoding] + text.encode(encoding.split(maxsplit=1)[0])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_only_the_edited_characters_change(encoding: str) -> None:
    text = "Café: the addicts\r\nsaid “no”.\r\n"
    edits = [Edit(0, Span(24, 28), "yes ’"), Edit(0, Span(10, 17), "people")]
    assert splice(encoded(text, encoding), edits) == encoded("Café: the people\r\nsaid yes ’.\r\n", encoding)


def test_without_edits_nothing_changes() -> None:
    assert splice(b"\xef\xbb\xbfa\r\n", []) == b"\xef\xbb\xbfa\r\n"


def test_a_character_that_the_encoding_lacks() -> None:
    with pytest.raises(Refused, match="written in cp1252, which has no signs for “☕”; save it as UTF-8"):
        splice("Café".encode("cp1252"), [Edit(0, Span(0, 1), "☕")])


BYTES = st.lists(
    st.sampled_from([b"word ", b"a", b"\xc3\xa9\xc3\xa8", b"\xf0\x9f\x98\x80", b"\xff", b"\xe2\x82", b"\xed\xa0\x80", b"\r\n"])
)


@given(st.data(), BYTES)
def test_damaged_characters_stay_damaged(data: st.DataObject, parts: list[bytes]) -> None:
    """Each damaged stretch is one character to the reader, of one to three bytes."""
    body = b"\xc3\xa9" * 40 + b"".join(parts)  # so that it counts as UTF-8
    text = decode(body)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    done = splice(body, [Edit(0, Span(start, end), "|")])
    before, after = done.split(b"|")
    assert body.startswith(before)
    assert body.endswith(after)
    assert before.decode("utf-8", "replace") == text[:start]
    assert after.decode("utf-8", "replace") == text[end:]
