"""Turn sentences into lines that fit a width, counted in columns of a screen rather than in characters.

The surprise: text is cut by offsets, not into new strings, so that a marked stretch can still be found on each line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from stigmalint.terminal import Look, Style, disarm


def columns(text: str) -> int:
    """How many columns of a screen ``text`` takes: two for wide East Asian characters and emoji, none for accents."""
    return len(text) if text.isascii() else sum(map(_column, text))


@lru_cache(1024)
def _column(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@lru_cache(512)  # reasons and sources come up again and again
def cuts(text: str, width: int) -> Sequence[tuple[int, int]]:
    """Where to cut ``text`` into lines of at most ``width`` columns: (start, end) of each, without the space at a cut.

    A word that is wider than a line is cut where the line is full.
    """
    if columns(text) <= width:
        return ((0, len(text)),) if text else ()
    found: list[tuple[int, int]] = []
    start, space, used = 0, -1, 0
    for at, char in enumerate(text):
        used += _column(char)
        if char == " ":
            space = at
        if used > width and at > start:
            cut = space if space > start else at
            found.append((start, cut))
            start = cut + 1 if text[cut] == " " else cut
            used = columns(text[start : at + 1])
    return (*found, (start, len(text))) if start < len(text) else tuple(found)


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` columns."""
    return [text[start:end] for start, end in cuts(text, width)] or [""]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence in three parts, the middle one being what a report is about."""

    before: str
    match: str
    after: str


def clip(sentence: Marked, room: int, dots: str = "…") -> Marked:
    """The sentence with at most ``room`` characters kept on each side of its match, cut between words.

    A match longer than four times ``room`` keeps its beginning and its end.
    """
    before, match, after = sentence.before, sentence.match, sentence.after
    if len(match) > 4 * room:
        match = f"{_first(match, 2 * room)} {dots} {_last(match, 2 * room)}"
    return Marked(
        before if len(before) <= room else f"{dots} {_last(before, room)}",
        match,
        after if len(after) <= room else f"{_first(after, room)} {dots}",
    )


def _first(text: str, length: int) -> str:
    """The first words of ``text``, about ``length`` characters, without losing more than half to a long word."""
    space = text.rfind(" ", length // 2, length + 1)
    return text[: space if space > 0 else length]


def _last(text: str, length: int) -> str:
    """The last words of ``text``, about ``length`` characters."""
    start = len(text) - length
    space = text.find(" ", start - 1, start + length // 2)
    return text[space + 1 if space >= 0 else start :]


_LABEL = 13
"""Columns that the label of a field takes, with the space behind it."""


class Page:
    """Lines of a report as they are put together; ``str(page)`` is the text. Whatever comes in is made safe here."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._lines: list[str] = []

    def __str__(self) -> str:
        return disarm("\n".join(line.rstrip() for line in self._lines) + "\n") if self._lines else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been put on it yet."""
        return not self._lines

    def gap(self) -> None:
        """An empty line, unless there is one."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def rule(self, title: str) -> None:
        """A line across the page with a title in it."""
        rule, title = self.look.glyphs.rule, self.look.safe(title)
        rest = max(self.look.width - columns(title) - 4, 2)
        paint = self.look.paint
        self._lines.append(f"{paint(rule * 2, Style.QUIET)} {paint(title, Style.TITLE)} {paint(rule * rest, Style.QUIET)}")

    def row(self, row: str) -> None:
        """One line of a table, already safe and painted; never wrapped, so that it can be searched and counted."""
        self._lines.append(row)

    def text(self, text: str, *styles: Style, indent: int = 0) -> None:
        """A paragraph."""
        for line in wrap(self.look.safe(text), self.look.width - indent):
            self._lines.append(" " * indent + self.look.paint(line, *styles))

    def entry(self, sign: str, text: str, style: Style, *, right: str = "", indent: int = 2, title: bool = True) -> None:
        """The first line of an entry: a painted sign, its text, and quietly, at the right margin, a name."""
        paint, right = self.look.paint, self.look.safe(right)
        weight = (Style.TITLE,) if title else ()
        room = self.look.width - indent - columns(sign) - 1
        lines = wrap(self.look.safe(text), room - (columns(right) + 2 if right else 0))
        fill = " " * (room - columns(lines[0]) - columns(right))
        self._lines.append(f"{' ' * indent}{paint(sign, style)} {paint(lines[0], *weight)}{fill}{paint(right, Style.QUIET)}")
        for line in lines[1:]:
            self._lines.append(" " * (indent + columns(sign) + 1) + paint(line, *weight))

    def address(self, url: str, indent: int) -> None:
        """A web address below a field, in one piece so that it can be followed; a long one begins further left."""
        url = self.look.safe(url)
        lead = max(min(indent + _LABEL, self.look.width - columns(url)), indent)
        self._lines.append(" " * lead + self.look.paint(url, Style.QUIET))

    def field(self, label: str, text: str, *styles: Style, indent: int = 4) -> None:
        """A labelled paragraph, its lines below each other."""
        for at, line in enumerate(wrap(self.look.safe(text), self.look.width - indent - _LABEL)):
            lead = self.look.paint(f"{'' if at else label:<{_LABEL}}", Style.QUIET)
            self._lines.append(" " * indent + lead + self.look.paint(line, *styles))

    def sentence(self, sentence: Marked, *styles: Style, indent: int = 4) -> None:
        """A quoted sentence behind a bar, its match underlined: by colour and underline, or on a line of its own."""
        before, match, after = (self.look.safe(part) for part in (sentence.before, sentence.match, sentence.after))
        text = before + match + after
        lead = " " * indent + self.look.paint(self.look.glyphs.bar, Style.QUIET) + " "
        for start, end in cuts(text, self.look.width - indent - 2):
            left, right = (min(max(at, start), end) for at in (len(before), len(before) + len(match)))
            marked = self.look.paint(text[left:right], Style.MARKED, *styles)
            self._lines.append(lead + text[start:left] + marked + text[right:end])
            if left < right and not self.look.colour:
                under = self.look.glyphs.under * columns(text[left:right])
                self._lines.append(lead + " " * columns(text[start:left]) + under)
