"""Turn the numbering definitions of a Word file into the numbers a person sees before headings and items.

The surprise: Word stores no number anywhere. Each is counted: lists that share an abstract definition share its counters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from stigmalint.readers.docx.names import Element, attribute, child, is_on, number, short, tags, value

NUMBERING_TAGS = tags(("w:numbering", "w:abstractNum", "w:num"))
NUMBERING_DONE = ("w:abstractNum", "w:num")
_DEEPEST = 8
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbered(NamedTuple):
    """That a paragraph is an item: of which list, and how deep (0 is the outermost level)."""

    list: str
    level: int


class _Level(NamedTuple):
    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    starts: dict[int, int]
    levels: dict[int, _Level]


@dataclass(slots=True)
class Numbering:
    """The lists that a document defines."""

    _abstracts: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _lists: dict[str, _List] = field(default_factory=dict)
    _by_style: dict[str, str] = field(default_factory=dict)
    _links: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, events: Iterable[tuple[str, Element]]) -> Numbering:
        """From the events of ``numbering.xml``."""
        numbering = cls()
        for event, element in events:
            if event == "end" and short(element.tag) == "w:abstractNum":
                numbering._add_abstract(element)
            elif event == "end" and short(element.tag) == "w:num":
                numbering._lists[attribute(element, "w:numId")] = _list(element)
        return numbering

    def _add_abstract(self, element: Element) -> None:
        id = attribute(element, "w:abstractNumId")
        self._abstracts[id] = _levels(element)
        if name := value(element, "w:styleLink"):
            self._by_style[name] = id
        if name := value(element, "w:numStyleLink"):
            self._links[id] = name

    def abstract_of(self, list_id: str) -> str:
        """The abstract definition behind a list, through the list style it may borrow it from."""
        found = self._lists.get(list_id)
        abstract = found.abstract if found else ""
        return self._by_style.get(self._links.get(abstract, ""), abstract)

    def level(self, item: Numbered) -> _Level:
        """How an item is numbered."""
        found = self._lists.get(item.list)
        if found and item.level in found.levels:
            return found.levels[item.level]
        return self._abstracts.get(self.abstract_of(item.list), {}).get(item.level, _Level(format="none"))

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that belongs to a paragraph style; 0 when none does."""
        levels = self._abstracts.get(self.abstract_of(list_id), {})
        return next((number for number, level in levels.items() if level.style == style), 0)

    def restart(self, item: Numbered) -> int | None:
        """The number at which a list begins anew at this level, if it does."""
        found = self._lists.get(item.list)
        return found.starts.get(item.level) if found else None

    def is_counted(self, item: Numbered) -> bool:
        """Whether items carry numbers or letters rather than bullets."""
        return self.level(item).format not in {"bullet", "none"}


class Counter:
    """Counts the items of one part, in document order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[Numbered] = set()

    def count(self, item: Numbered) -> str:
        """Count one more item; what stands before it (“2.1”, “(b)”), empty for bullets."""
        counts = self._counts.setdefault(self._numbering.abstract_of(item.list), {})
        restart = self._numbering.restart(item) if item not in self._begun else None
        self._begun.add(item)
        level = self._numbering.level(item)
        counts[item.level] = restart if restart is not None else counts.get(item.level, level.start - 1) + 1
        for deeper in range(item.level + 1, _DEEPEST + 1):
            counts.pop(deeper, None)
        if level.format == "bullet":
            return ""

        def at_depth(placeholder: re.Match[str]) -> str:
            above = Numbered(item.list, int(placeholder[1]) - 1)
            start, format, *_ = self._numbering.level(above)
            count = counts.setdefault(above.level, start) if above.level <= item.level else start
            return str(count) if level.legal else written(count, format)

        return re.sub(r"%([1-9])", at_depth, level.text).strip()


def written(count: int, format: str) -> str:
    """A number in one of Word's formats; those that need words (“first”) are written in digits."""
    if count < 1 or count > 3999:
        return str(count)
    letters = {"lowerLetter": "a", "upperLetter": "A"}
    if format in letters:
        return chr(ord(letters[format]) + (count - 1) % 26) * ((count - 1) // 26 + 1)
    if format in {"lowerRoman", "upperRoman"}:
        return _roman(count) if format == "lowerRoman" else _roman(count).upper()
    if format in {"bullet", "none"}:
        return ""
    return f"{count:02}" if format == "decimalZero" else str(count)


def _roman(count: int) -> str:
    digits = []
    for size, digit in _ROMAN:
        digits.append(digit * (count // size))
        count %= size
    return "".join(digits)


def _levels(element: Element) -> dict[int, _Level]:
    return {number(attribute(level, "w:ilvl")): _level(level) for level in element if short(level.tag) == "w:lvl"}


def _level(element: Element) -> _Level:
    legal = child(element, "w:isLgl")
    return _Level(
        start=number(value(element, "w:start"), 1),
        format=value(element, "w:numFmt") or "decimal",
        text=value(element, "w:lvlText"),
        legal=legal is not None and is_on(legal),
        style=value(element, "w:pStyle"),
    )


def _list(element: Element) -> _List:
    starts: dict[int, int] = {}
    levels: dict[int, _Level] = {}
    for override in element:
        if short(override.tag) == "w:lvlOverride":
            depth = number(attribute(override, "w:ilvl"))
            if start := value(override, "w:startOverride"):
                starts[depth] = number(start, 1)
            levels |= _levels(override)
    return _List(value(element, "w:abstractNumId"), starts, levels)
