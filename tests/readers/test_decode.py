"""Every encoding an office uses is read; everything that is not text is named with what to do about it."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.errors import Unreadable
from stigmalint.readers.decode import decode

TEXT = "A naïve “policy” – für 3 €"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_reads_every_encoding_without_its_mark(data):
    assert decode(data) == TEXT


def test_leaves_line_ends_and_page_breaks_as_they_are():
    assert decode(b"a\r\nb\rc\nd\x0ce\tf\x1b[1m") == "a\r\nb\rc\nd\x0ce\tf\x1b[1m"


def test_one_damaged_character_does_not_change_all_the_others():
    assert decode("“Naïve” café".encode() + b"\xff!") == "“Naïve” café\ufffd!"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF8 + b"\n"])
def test_an_empty_file_is_named(data):
    with pytest.raises(Unreadable, match=r"^The file is empty\.$"):
        decode(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n", "a PDF document; name it .pdf"),
        (b"PK\x03\x04 and more", "name it .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx without a password"),
        (b"{\\rtf1\\ansi Text}", "an RTF document; save it as .docx"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "unpack it first"),
        (b"a policy\0with a hole", "NUL bytes"),
        ("A policy".encode("utf-16-le"), "save it as UTF-8"),
        (b"\x01\x02\x03\x04 soup", "control characters"),
        (bytes(range(128, 256)) * 4, "save it as UTF-8"),
        (b"Plain text with one wrong \x81 byte", "save it as UTF-8"),
        ("Правила поведения".encode("koi8-r"), "save it as UTF-8"),
        (codecs.BOM_UTF16_LE + b"A", "begins as UTF-16"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "begins as UTF-16"),
    ],
)
def test_what_is_no_text_is_named_with_the_remedy(data, reason):
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert reason in str(caught.value)
    assert str(caught.value).endswith(".")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text):
    if text.isspace() or text.startswith(("\ufeff", "{\\rtf", "%PDF-", "GIF8")):
        return
    assert decode(text.encode()) == text


@given(st.binary(max_size=80))
def test_any_bytes_are_text_or_named(data):
    with suppress(Unreadable):
        text = decode(data)
        assert text.strip()
        assert "\0" not in text
        assert text.encode().decode() == text
