"""Turn a name into the misbehaviour it stands for: a module for the worker to serve, as bad as any engine could be."""

from __future__ import annotations

import json
import os
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from stigmalint.document import Block, BlockKind, Document, Piece, Place, Span, Stream
from stigmalint.errors import Unreadable
from stigmalint.limits import Limits
from stigmalint.readers.messages import SIGN_OF_LIFE
from stigmalint.readers.options import Options


class Opened:
    """A file; it counts how often it was asked."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.asked = 0

    def answer(self, question: Any) -> Any:
        self.asked += 1
        if question == "hang":
            time.sleep(60)
        return [self.asked, self.data.decode(), question]

    def close(self) -> None:
        """Nothing is held."""


def open(data: bytes) -> Opened:
    return Opened(data)


def read(opened: Opened, name: str, options: Options) -> Document:
    done = globals()[f"do_{name}"](options.limits) if f"do_{name}" in globals() else opened.data.decode()
    return _document(name, done)


def _document(name: str, text: str) -> Document:
    block = Block(text, BlockKind.PARAGRAPH, (Piece(Span(0, len(text)), 0, Span(0, len(text)), verbatim=True),), Place(page=1))
    return Document(name, "unruly", (block,), (Stream("page 1", text),))


def do_hang(limits: Limits) -> str:
    time.sleep(60)
    return ""


def do_spin(limits: Limits) -> str:
    while True:
        pass


def do_eat(limits: Limits) -> str:
    eaten = []
    while True:
        eaten.append(bytearray(50_000_000))


def do_abort(limits: Limits) -> str:
    os.abort()


def do_leave(limits: Limits) -> str:
    os._exit(0)


def do_plod(options: Limits) -> str:
    """Slow, but getting on: it says so more often than it would have to."""
    for _ in range(6):
        time.sleep(0.4)
        _say(SIGN_OF_LIFE)
    return "at last"


def do_pretend(options: Limits) -> str:
    """Says that it is alive, and nothing else, for ever."""
    while True:
        _say(SIGN_OF_LIFE)
        time.sleep(0.05)


def do_refuse(limits: Limits) -> str:
    raise Unreadable("The file is too odd.")


def do_stumble(limits: Limits) -> str:
    raise ZeroDivisionError


def do_babble(limits: Limits) -> str:
    _write(b"what is this? " * 1000)
    return ""


def do_announce(limits: Limits) -> str:
    _write((1 << 50).to_bytes(8, "big") * 2)
    return ""


def do_half(limits: Limits) -> str:
    _write((100).to_bytes(8, "big") + (0).to_bytes(8, "big") + b'{"docu')
    os._exit(0)


def do_nonsense(limits: Limits) -> str:
    answer = b'{"document": {"blocks": 7}}'
    _write(len(answer).to_bytes(8, "big") + (0).to_bytes(8, "big") + answer)
    time.sleep(60)
    return ""


def do_forbidden(limits: Limits) -> str:
    """What it could do of the things that a reader must not do."""
    done = []
    attempts = {
        "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
        "write": lambda: Path("left-behind.txt").write_text("!"),
        "run": lambda: os.system("true"),
        "remove": lambda: Path(__file__).with_suffix(".gone").unlink(),
    }
    for name, attempt in attempts.items():
        with suppress(PermissionError):
            attempt()
            done.append(name)
    return f"did: {' '.join(done)}."


def do_secrets(limits: Limits) -> str:
    return f"knows: {' '.join(sorted(os.environ))}."


def do_print(limits: Limits) -> str:
    print("noise")  # noqa: T201  this is the misbehaviour
    os.write(1, b"noise")
    os.write(2, b"noise")
    return "printed"


def _say(message: dict[str, bool]) -> None:
    text = json.dumps(message).encode()
    _write(len(text).to_bytes(8, "big") + (0).to_bytes(8, "big") + text)


def _write(data: bytes) -> None:
    """Write to whatever pipes are open, for one of them leads to the parent."""
    for number in range(3, 12):
        with suppress(OSError):
            os.write(number, data)
