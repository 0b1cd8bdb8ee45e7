"""Turn messages into bytes on a pipe and back: a length, JSON, and a body of plain bytes.

Nothing but data crosses: no pickle, no code. A length beyond the limit is refused before anything is read.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct("!QQ")
_MOST = 1 << 28
"""What a message may hold, in bytes: many times the text of any book."""
SIGN_OF_LIFE = {"alive": True}
"""The message that says no more than that an answer is being worked on."""


class Broken(Exception):
    """The other end closed the pipe, or sent what is no message."""


def send(pipe: BinaryIO, message: Any, body: bytes = b"") -> None:
    """Write one message. ``message`` is anything JSON can hold."""
    text = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    pipe.write(_LENGTHS.pack(len(text), len(body)))
    pipe.write(text)
    pipe.write(body)
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[Any, bytes]:
    """The next message and its body. Raises ``Broken``."""
    text_length, body_length = _LENGTHS.unpack(_exactly(pipe, _LENGTHS.size))
    if text_length + body_length > _MOST:
        raise Broken(f"a message of {text_length + body_length} bytes")
    try:
        return json.loads(_exactly(pipe, text_length)), _exactly(pipe, body_length)
    except ValueError as error:
        raise Broken("not JSON") from error


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    found = pipe.read(length)
    if len(found) != length:
        raise Broken("the pipe is closed")
    return found
