"""Turn Rich Text into calls of a composer: text, ends of paragraphs, cells and rows, and groups that stand apart.

The surprise: groups are a stack that no file can overflow, and a group that is skipped is skipped without looking at
what is in it beyond its braces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from stigmalint.readers.office.embedded import gap_of
from stigmalint.readers.rtf import control
from stigmalint.readers.rtf.blocks import Composer

_TOKEN = re.compile(
    r"(?P<hex>(?:\\'[0-9A-Fa-f]{2})+)"
    r"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\(?P<sign>.)"
    r"|(?P<open>\{)|(?P<close>\})|[\r\n\0]+"
    r"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
_STYLE_NUMBER = re.compile(r"\\s(\d{1,5})(?!\d)")
_STYLE_NAME = re.compile(r"[ }]heading (\d)\s{0,9}\Z", re.IGNORECASE)
_FONT = re.compile(r"\\f(\d+)[^{};]{0,200}?\\fcharset(\d+)")
_ENDS = {
    **dict.fromkeys(("par", "sect", "page"), "paragraph"),
    **dict.fromkeys(("cell", "nestcell"), "cell"),
    **dict.fromkeys(("row", "nestrow"), "row"),
}
_OFF_AGAIN = frozenset({"v", "deleted"})
_OBJECT = re.compile(r"[^{}]{0,200}\{\\\*\\objclass ([^{}]{1,60})\}")
_MOST_GAPS = 10
_LONGEST_TABLE = 1_000_000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group and ends with it."""

    skipped: bool = False
    hidden: bool = False
    fallback: int = 1
    """How many characters after a Unicode one are only for old programs."""
    encoding: str = ""
    apart: bool = False
    """Whether the group stands apart from the text around it and is ended by its brace."""


class Walk:
    """Goes through Rich Text once."""

    def __init__(self, text: str, composer: Composer) -> None:
        self._text, self._composer = text, composer
        self._stack: list[_State] = []
        self._state = _State(encoding=_document_encoding(text))
        self._starred = False
        self._left = 0
        self._fonts = {int(number): control.code_page(int(charset)) for number, charset in _FONT.findall(_table(text, "fonttbl"))}
        self._headings = _headings(_table(text, "stylesheet"))

    def read(self) -> None:
        """Take every token. What follows the last brace is not part of the document."""
        at = 0
        while found := _TOKEN.match(self._text, at):
            at = max(found.end(), self._take(found))
            if not self._stack and found.lastgroup == "close":
                return
        if self._stack:
            self._composer.gaps.append("The file ends in the middle: open it in Word, look at its end and save it again.")

    def _take(self, found: re.Match[str]) -> int:
        """Do what a token says; the offset to go on from, if it is beyond its end."""
        kind = found.lastgroup
        if kind == "open":
            self._stack.append(self._state)
            self._state = replace(self._state, apart=False)
            self._starred, self._left = False, 0
        elif kind == "close":
            self._close()
        elif kind in ("word", "number"):
            return self._word(found)
        elif kind == "sign":
            self._sign(found["sign"], *found.span())
        elif kind == "hex":
            self._hex(found)
        elif kind == "text":
            self._plain(*found.span())
        return 0

    def _close(self) -> None:
        if self._state.apart:
            self._composer.leave()
        self._state = self._stack.pop() if self._stack else self._state
        self._starred, self._left = False, 0

    def _word(self, found: re.Match[str]) -> int:
        word, number = found["word"], int(found["number"]) if found["number"] else None
        if word == "bin":
            return found.end() + max(number or 0, 0)
        starred, self._starred = self._starred, False
        if self._state.skipped:
            return 0
        if word in control.SKIPPED or (starred and word not in control.KNOWN_STARRED):
            self._composer.skip(word)
            self._state = replace(self._state, skipped=True)
        elif word == "object":
            self._object(found.end())
        elif word in control.SEPARATE:
            self._composer.enter(*control.SEPARATE[word])
            self._state = replace(self._state, apart=True)
        elif word == "u" and number is not None:
            self._unicode(number, *found.span())
        elif word in control.CHARACTERS:
            self._put(*found.span(), control.CHARACTERS[word])
        elif word in _ENDS:
            self._composer.end(_ENDS[word], *found.span())
        else:
            self._property(word, number)
        return 0

    def _object(self, at: int) -> None:
        """An embedded file: what is shown of it is text, and what is in it is not read."""
        found = _OBJECT.match(self._text, at)
        gap = gap_of(found[1].strip() if found else "")
        if gap and gap not in self._composer.gaps and len(self._composer.gaps) < _MOST_GAPS:
            self._composer.gaps.append(gap)

    def _property(self, word: str, number: int | None) -> None:
        """Take note of what changes how the text after it is to be read."""
        if word in _OFF_AGAIN:
            self._state = replace(self._state, hidden=number != 0)
        elif word == "plain":
            self._state = replace(self._state, hidden=False)
        elif word == "uc" and number is not None:
            self._state = replace(self._state, fallback=min(max(number, 0), 10))
        elif word == "f" and self._fonts.get(number or 0):
            self._state = replace(self._state, encoding=self._fonts[number or 0])
        elif word == "pard":
            self._composer.plain()
        elif word == "intbl":
            self._composer.in_table()
        elif word == "outlinelevel" and number is not None and number < 9:
            self._composer.heading(number + 1)
        elif word == "s" and number in self._headings:
            self._composer.heading(self._headings[number])

    def _sign(self, sign: str, start: int, end: int) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\\{}":
            self._plain(start + 1, end)
        elif sign in "\r\n":
            self._composer.end("paragraph", start, end)
        else:
            self._put(start, end, control.SIGNS.get(sign, ""))

    def _unicode(self, number: int, start: int, end: int) -> None:
        """A character given by its number; what stands for it in old programs follows, and is passed over."""
        self._put(start, end, chr(number % 0x10000))
        self._left = self._state.fallback

    def _hex(self, found: re.Match[str]) -> None:
        start, end = found.span()
        passed = min(self._left, (end - start) // 4)
        self._left -= passed
        start += passed * 4
        data = bytes.fromhex(self._text[start:end].replace("\\'", ""))
        self._put(start, end, control.decoded(data, self._state.encoding))

    def _plain(self, start: int, end: int) -> None:
        passed = min(self._left, end - start)
        self._left -= passed
        if start + passed < end and not self._state.skipped and not self._state.hidden:
            self._composer.text(start + passed, end, self._state.encoding)

    def _put(self, start: int, end: int, character: str) -> None:
        if not self._state.skipped and not self._state.hidden and end > start:
            self._composer.character(start, end, character)


def _table(text: str, name: str) -> str:
    """The beginning of a group that lists fonts or styles."""
    at = text.find(f"{{\\{name}")
    return text[at : at + _LONGEST_TABLE] if at >= 0 else ""


def _headings(stylesheet: str) -> dict[int, int]:
    """The level of each style that is a heading, by the number of the style."""
    found = {}
    for style in stylesheet.split(";}"):
        number, level = _STYLE_NUMBER.search(style), _STYLE_NAME.search(style)
        if number and level:
            found[int(number[1])] = int(level[1])
    return found


def _document_encoding(text: str) -> str:
    found = re.search(r"\\ansicpg(\d{3,5})", text[:1000])
    return f"cp{found[1]}" if found else ("mac_roman" if "\\mac" in text[:200] else "cp1252")
