"""Turn the bytes of a text file into characters, or say plainly why they are not text.

The surprise: nothing is translated. Line ends stay as they are, so that offsets can lead back to the file; only the
byte-order mark goes, because no editor counts it as a column.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from stigmalint.errors import Unreadable

_OTHER_FORMATS = (
    (b"%PDF-", "a PDF document; name it .pdf to have it read"),
    (b"PK\x03\x04", "a ZIP archive; if it is a Word document, name it .docx to have it read"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office document; save it as .docx without a password"),
    (b"{\\rtf", "an RTF document; save it as .docx"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"\x7fELF", "a program"),
)
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32-LE"),
    (codecs.BOM_UTF32_BE, "UTF-32-BE"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
_CONTROLS = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
"""What plain text does not hold; bell to carriage return and escape turn up in logs and print files."""
_MOST_CONTROLS = 0.01
_MOST_ACCENTS = 0.3
"""No language written in Windows-1252 has more than a third of its letters outside ASCII; other encodings do."""
_SAVE_AS = "save it as UTF-8 and check it again"


def decode(data: bytes, declared: str = "") -> str:
    """The characters of a text file: UTF-8, UTF-16 or UTF-32 with a mark, else Windows-1252 when that gives text.

    ``declared`` is the encoding that the file itself names, if any; UTF-8 goes first, since editors save in it unasked.
    Raises ``Unreadable`` for an empty file and for anything that is not text.
    """
    for start, what in _OTHER_FORMATS:
        if data.startswith(start):
            raise Unreadable(f"This is not a text file: it is {what}.")
    text, _ = characters(data, declared)
    if not text or text.isspace():
        raise Unreadable("The file is empty.")
    if "\0" in text:
        raise Unreadable(f"This is not a text file: it holds NUL bytes. If it is text in UTF-16, {_SAVE_AS}.")
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise Unreadable("This is not a text file: too many of its characters are control characters.")
    return text


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the characters of a file are written: its byte-order mark, the name of the code, and whether all bytes fit it."""

    mark: bytes
    name: str
    damaged: bool = False


def characters(data: bytes, declared: str = "") -> tuple[str, Encoding]:
    """The characters, whatever they are, and how they are written. Raises ``Unreadable`` when no encoding fits."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return _wide(data[len(mark) :], encoding), Encoding(mark, encoding)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    data = data.removeprefix(mark)
    try:
        return data.decode("utf-8"), Encoding(mark, "utf-8")
    except UnicodeDecodeError:
        if text := _as_declared(data, declared):
            return text, Encoding(mark, declared)
        text, name = _damaged_or_older(data)
        return text, Encoding(mark, name, damaged=name == "utf-8")


def _as_declared(data: bytes, encoding: str) -> str:
    """The characters in the encoding that the file names; nothing when it names none that fits."""
    try:
        return data.decode(encoding) if encoding else ""
    except (LookupError, ValueError):
        return ""


def _wide(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(f"The file is damaged: it begins as {encoding[:6]} but does not go on as such; {_SAVE_AS}.") from None


def _damaged_or_older(data: bytes) -> tuple[str, str]:
    """UTF-8 with a damaged character here and there, or Windows-1252."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    if sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text))) > damaged:
        return text, "utf-8"
    accents = len(data) - len(data.decode("ascii", "ignore"))
    try:
        if accents <= _MOST_ACCENTS * len(data):
            return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        pass
    raise Unreadable(f"This is not a text file in UTF-8 or Windows-1252; {_SAVE_AS}.")
