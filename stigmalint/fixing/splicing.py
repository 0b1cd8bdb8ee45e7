"""Turn edits of a text file's characters into edits of its bytes.

The surprise: nothing but the edits is ever written anew, so that a byte-order mark, line ends of every kind and even
damaged characters stay as they were.
"""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import itemgetter

from stigmalint.errors import Refused
from stigmalint.findings import Edit
from stigmalint.readers.decode import Encoding, characters

_STAND_IN = "\ufffd"
_WIDTH = len(_STAND_IN.encode())
_NO_SHIFT = (-1, 0)


def splice(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The file with the edits made. They are of its one stream and do not overlap.

    Raises ``Refused`` when the file's encoding lacks a character of an edit.
    """
    text, encoding = characters(data)
    edits = sorted(edits, key=lambda edit: edit.span)
    places = _byte_places(text, data, encoding, [at for edit in edits for at in (edit.span.start, edit.span.end)])
    parts, at = list[bytes](), 0
    for edit, start, end in zip(edits, places[::2], places[1::2], strict=True):
        parts += data[at:start], written(edit.text, encoding)
        at = end
    return b"".join((*parts, data[at:]))


def written(text: str, encoding: Encoding) -> bytes:
    """The text as the file has it. Raises ``Refused`` when its encoding lacks a character."""
    try:
        return text.encode(encoding.name)
    except UnicodeEncodeError:
        raise Refused(
            f"The file is written in {encoding.name}, which has no signs for “{text}”; save it as UTF-8 first."
        ) from None


def _byte_places(text: str, data: bytes, encoding: Encoding, wanted: Sequence[int]) -> list[int]:
    """Where in ``data`` the characters at these offsets, which ascend, begin."""
    lengths = (len(text[start:end].encode(encoding.name)) for start, end in zip([0, *wanted], wanted, strict=False))
    places = accumulate(lengths)
    shifts = _shifts(data[len(encoding.mark) :]) if encoding.damaged else [_NO_SHIFT]
    return [len(encoding.mark) + at + shifts[bisect_left(shifts, at, key=itemgetter(0)) - 1][1] for at in places]


def _shifts(body: bytes) -> list[tuple[int, int]]:
    """Behind which place in the text as UTF-8 would have it, stand-ins for damage and all, a byte stands how far off."""
    shifts = [_NO_SHIFT]

    def note(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        place, off = error.start - shifts[-1][1], shifts[-1][1]
        shifts.append((place, off + error.end - error.start - _WIDTH))
        return _STAND_IN, error.end

    codecs.register_error("stigmalint-damage", note)
    body.decode("utf-8", "stigmalint-damage")
    return shifts
