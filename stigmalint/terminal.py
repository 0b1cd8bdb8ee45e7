"""Turn text that nobody vouches for into what a screen may be sent: the one way out of the program.

The surprise: this is not only for documents. File names and messages pass through it too, because any of them may hold
characters that a terminal obeys, or words that a build server takes for orders (``##vso[…]``, ``::add-mask::``).
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import TextIO


class Style(StrEnum):
    """How a stretch of a report is painted, as the numbers of ANSI “select graphic rendition”."""

    TITLE = "1"
    QUIET = "2"
    MARKED = "4"
    ERROR = "31"
    WARNING = "33"
    ADVICE = "36"
    GOOD = "32"


class When(StrEnum):
    """Whether to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs a report is drawn with."""

    found: str
    consider: str
    bar: str
    rule: str
    under: str
    dots: str
    step: str
    yes: str
    no: str
    becomes: str
    opening: str
    closing: str
    dot: str


FULL = Glyphs("●", "○", "│", "─", "‾", "…", "›", "✓", "✗", "→", "“", "”", "·")
PLAIN = Glyphs("*", "o", "|", "-", "^", "...", ">", "+", "x", "->", '"', '"', "-")


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look: its ``width`` in columns, whether in colour, and what the screen can show."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"

    @property
    def glyphs(self) -> Glyphs:
        """Signs that the encoding has."""
        return _glyphs(self.encoding)

    def paint(self, text: str, *styles: Style) -> str:
        """``text``, already safe, in these styles together."""
        return f"\x1b[{';'.join(styles)}m{text}\x1b[0m" if self.colour and text and styles else text

    def safe(self, text: str) -> str:
        """``text`` so that it can be shown, and can do nothing else."""
        return encodable(visible(text), self.encoding)


@cache
def _glyphs(encoding: str) -> Glyphs:
    signs = "".join(getattr(FULL, field.name) for field in fields(FULL))
    return FULL if encodable(signs, encoding) == signs else PLAIN


_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """``text`` with everything a terminal would obey, or a person could not see, written out: ``␛``, ``⟦U+202E⟧``.

    Covers the control characters (C0, C1 and DEL, line ends included), bidirectional controls, zero-width characters
    and what is left of file names that could not be decoded.
    """
    if text.isprintable():
        return text
    return "".join(_shown(char) if unicodedata.category(char) in _HIDDEN else char for char in text)


def _shown(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟦U+{code:04X}⟧"


_ORDERS = re.compile(r"##(?=[A-Za-z]*\[)|^([ \t]*):(?=:)", re.MULTILINE)


def disarm(text: str) -> str:
    """``text`` without what a build server would take for an order: ``##vso[`` and lines that begin with ``::``."""
    return _ORDERS.sub(lambda found: "# #" if found[1] is None else f"{found[1]}: ", text)


def inert(text: str) -> str:
    """``text`` as one line that neither a terminal nor a build server would act on, for formats without escapes of their own."""
    return disarm(visible(text))


_LOOK_ALIKES: Mapping[str, str] = {
    **{chr(0x2400 + code): f"[U+{code:04X}]" for code in range(0x20)},
    **dict(zip("⟦⟧“”„‘’‚–—−›‹·•", '[]"""\'\',---><-*', strict=True)),
    "␡": "[U+007F]",
    "→": "->",
    "…": "...",
}


def encodable(text: str, encoding: str) -> str:
    """``text`` with what ``encoding`` lacks replaced by what looks alike, or by a question mark."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(char if _fits(char, encoding) else _stand_in(char, encoding) for char in text)
    return text


def _fits(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _stand_in(char: str, encoding: str) -> str:
    """What looks like ``char``: a plain sign, the letter under its accent, or ``?``."""
    letters = _LOOK_ALIKES.get(char) or unicodedata.normalize("NFKD", char)
    return "".join(letter for letter in letters if _fits(letter, encoding)) or "?"


_NARROWEST, _WIDEST = 40, 100


def look_for(stream: TextIO, when: When = When.AUTO) -> Look:
    """How a report on ``stream`` is to look: as wide as the terminal, within what is pleasant to read."""
    width = shutil.get_terminal_size((80, 24)).columns
    return Look(min(max(width, _NARROWEST), _WIDEST), wants_colour(stream, when, os.environ), stream.encoding or "utf-8")


def wants_colour(stream: TextIO, when: When, environment: Mapping[str, str]) -> bool:
    """What ``when`` says, else NO_COLOR, else FORCE_COLOR, else whether ``stream`` is a terminal that can."""
    if when is not When.AUTO:
        return when is When.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def emit(text: str, *, exact: bool = False) -> None:
    """Print a report. An ``exact`` one goes out in UTF-8 whatever the console speaks, since a program reads it.

    A reader that has left (``stigmalint check | head``) is not an error.
    """
    if exact:
        pour(text.encode("utf-8", "replace"))
    else:
        _put(encodable(text, sys.stdout.encoding or "utf-8"))


def pour(data: bytes) -> None:
    """Write a document to standard output as it is."""
    _put(data)


def _put(data: str | bytes) -> None:
    stream = sys.stdout
    try:
        _send(data, stream)
        stream.flush()
    except OSError as error:
        if error.errno not in _READER_LEFT:
            raise
        _hush(stream)


def ask(question: str) -> str | None:
    """The person's answer to a question, without the white space around it; ``None`` when there is nobody to answer."""
    emit(question)
    answer = sys.stdin.readline()
    return answer.strip() if answer else None


def say(message: str) -> None:
    """Tell the person something on standard error: one line, which begins with the name of the program."""
    _send(encodable(disarm(f"stigmalint: {visible(message)}\n"), sys.stderr.encoding or "utf-8"), sys.stderr)


def clear() -> None:
    """Begin with an empty screen; what it showed before can still be scrolled back to. Does nothing but on a terminal."""
    if sys.stdout.isatty():
        from click import clear as click_clear  # noqa: PLC0415  slow to load, and a plain check does without

        click_clear()


def _send(data: str | bytes, stream: TextIO) -> None:
    """Send text, or bytes that must arrive as they are; a Windows console needs Click's help with both."""
    if os.name == "nt":
        from click import echo  # noqa: PLC0415  as above

        echo(data, stream, nl=False, color=True)
    elif isinstance(data, bytes):
        stream.flush()
        stream.buffer.write(data)
    else:
        stream.write(data)


_READER_LEFT = (errno.EPIPE, errno.EINVAL)  # the second is how Windows says it


def _hush(stream: TextIO) -> None:
    """Let nothing more be written to a pipe whose reader has left, not even by Python as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
