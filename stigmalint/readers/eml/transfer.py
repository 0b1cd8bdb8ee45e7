"""Turn the lines of a message part into the characters that were packed into them, each with where it came from."""

from __future__ import annotations

import binascii
import codecs
import re
from email.errors import MessageError
from email.header import decode_header, make_header

from stigmalint.readers.decoded import Decoded
from stigmalint.readers.eml.parts import Part

_PRINTABLE = re.compile(r"=[ \t]*\r?\n|(?:=[0-9A-Fa-f]{2})+|[^\x00-\x7f]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_WORD = re.compile(r"=\?[\w*-]{1,40}\?[BbQq]\?[^?\r\n]{0,2000}\?=(?:\r?\n?[ \t]+(?==\?))?")


def add_text(decoded: Decoded, part: Part, file: str) -> None:
    """Add the characters of a part of text; ``file`` is the encoding in which the file itself was read."""
    encoding = _encoding(part.charset)
    if part.transfer == "base64":
        _add_base64(decoded, part, encoding)
    else:
        pattern = _PRINTABLE if part.transfer == "quoted-printable" else _FOREIGN
        _add_marked(decoded, part, pattern, encoding, as_bytes=file == "latin-1")


def add_words(decoded: Decoded, start: int, end: int) -> None:
    """Add the words of a header, in which those that are not ASCII are packed one by one."""
    at = start
    for found in _WORD.finditer(decoded.file.text, start, end):
        decoded.keep(at, found.start())
        decoded.replace(found.start(), found.end(), _unpacked(found.group().strip()))
        at = found.end()
    decoded.keep(at, end)


def _unpacked(word: str) -> str:
    try:
        return str(make_header(decode_header(word)))
    except (MessageError, LookupError, ValueError):
        return word


def _encoding(charset: str) -> str:
    """The name under which Python knows a character set; UTF-8 for one that it does not know."""
    try:
        return codecs.lookup(charset).name if "\0" not in charset else "utf-8"
    except LookupError:
        return "utf-8"


def _add_marked(decoded: Decoded, part: Part, pattern: re.Pattern[str], encoding: str, *, as_bytes: bool) -> None:
    """Add text in which what ``pattern`` finds stands for other characters, or for none (a line that goes on)."""
    at, text = part.start, decoded.file.text
    for found in pattern.finditer(text, part.start, part.end):
        decoded.keep(at, found.start())
        shown = _shown(found.group(), encoding) if as_bytes or found.group()[0] == "=" else found.group()
        if shown == found.group():
            decoded.keep(*found.span())
        else:
            decoded.replace(*found.span(), shown)
        at = found.end()
    decoded.keep(at, part.end)


def _shown(packed: str, encoding: str) -> str:
    """What a run of escapes, of foreign characters, or the end of a line that goes on stands for."""
    if packed[-1] == "\n":
        return ""
    try:
        raw = bytes.fromhex(packed.replace("=", "")) if packed[0] == "=" else packed.encode("latin-1")
        return raw.decode(encoding, "replace")
    except (ValueError, LookupError):  # the file is UTF-8 already, or the encoding is none of text
        return packed


def _add_base64(decoded: Decoded, part: Part, encoding: str) -> None:
    """Add packed text line by line: what a line holds comes from the whole of it."""
    unpack = codecs.getincrementaldecoder(encoding if _is_of_text(encoding) else "utf-8")("replace")
    left = ""
    for line in _LINE.finditer(decoded.file.text, part.start, part.end):
        packed = left + re.sub(r"[^A-Za-z0-9+/]", "", line.group())
        left = packed[len(packed) // 4 * 4 :]
        last = line.end() == part.end
        whole = (packed + "=" * (-len(packed) % 4)) if last else packed[: len(packed) // 4 * 4]
        try:
            raw = binascii.a2b_base64(whole)
        except binascii.Error:
            raw = b""
        decoded.replace(line.start(), line.end(), unpack.decode(raw, last).replace("\0", ""))
        if last:
            return


def _is_of_text(encoding: str) -> bool:
    try:
        return isinstance(b"".decode(encoding), str)
    except LookupError:
        return False
