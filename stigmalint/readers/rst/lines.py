"""Turn reStructuredText into lines that know how far they are indented, and take runs of lines together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*\Z")
_TAB = 8


class Line(NamedTuple):
    """A line without the white space around it: ``start`` to ``end`` of the file, ``indent`` columns from the left."""

    start: int
    end: int
    indent: int
    text: str

    def after(self, width: int) -> Line:
        """What follows the first ``width`` characters, as a line that begins there."""
        rest = self.text[width:]
        bare = rest.lstrip()
        width += len(rest) - len(bare)
        return Line(self.start + width, self.end, self.indent + width, bare)

    @property
    def adornment(self) -> str:
        """The character that the line repeats, as below a title; nothing when it has anything else."""
        found = _ADORNMENT.match(self.text)
        return found[1] if found else ""


def lines_of(text: str) -> list[Line]:
    """All lines; a blank one has no text."""
    found = []
    for match in _LINE.finditer(text):
        bare = match[1].strip()
        before = match[1][: match[1].find(bare)] if bare else ""
        start = match.start() + len(before)
        found.append(Line(start, start + len(bare), len(before.expandtabs(_TAB)), bare))
    return found


def end_of_indented(lines: Sequence[Line], at: int, indent: int) -> int:
    """The first line from ``at`` on that has text and stands no deeper than ``indent``, or the end."""
    while at < len(lines) and (not lines[at].text or lines[at].indent > indent):
        at += 1
    return at


def end_of_paragraph(lines: Sequence[Line], at: int) -> int:
    """The first line from ``at`` on that is blank or stands at another depth, or the end."""
    indent = lines[at].indent
    while at < len(lines) and lines[at].text and lines[at].indent == indent:
        at += 1
    return at
