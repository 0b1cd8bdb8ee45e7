"""Turn the numbering definitions of a Word file into the numbers a person sees before headings and items.

The surprise: Word stores no number anywhere. Each is counted: lists that share an abstract definition share its counters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from stigmalint.readers.office.names import Element, attribute, child, children, is_on, number, short, value

_DEEPEST = 8
_LONGEST_TEXT = 60  # of what stands before an item: “Article %1.”
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbered(NamedTuple):
    """That a paragraph is an item: of which list, and how deep (0 is the outermost level, 8 the innermost)."""

    list: str
    level: int


def depth(text: str) -> int:
    """The level written in a ``w:ilvl``."""
    return min(max(number(text), 0), _DEEPEST)


class _Level(NamedTuple):
    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    style: str = ""


_UNNUMBERED = _Level(format="none")


class _List(NamedTuple):
    abstract: str
    starts: dict[int, int]
    levels: dict[int, _Level]


_NO_LIST = _List("", {}, {})


class Numbering:
    """The lists that a document defines; nothing is looked at before it is used."""

    def __init__(self, load: Callable[[], Element | None]) -> None:
        """``load`` gives the root of ``numbering.xml``, if there is one."""
        self._load = load
        self._abstracts: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._known: dict[Numbered, _Level] = {}

    @cached_property
    def _root(self) -> list[Element]:
        root = self._load()
        return [] if root is None else list(root)

    @cached_property
    def _abstract_elements(self) -> dict[str, Element]:
        return _by_id(self._root, "w:abstractNum", "w:abstractNumId")

    @cached_property
    def _list_elements(self) -> dict[str, Element]:
        return _by_id(self._root, "w:num", "w:numId")

    def abstract_of(self, list_id: str) -> str:
        """The abstract definition behind a list: what it shares its counters with."""
        return self._list(list_id).abstract

    def level(self, item: Numbered) -> _Level:
        """How an item is numbered."""
        if item not in self._known:
            found = self._list(item.list)
            self._known[item] = found.levels.get(item.level) or self._levels(found.abstract).get(item.level, _UNNUMBERED)
        return self._known[item]

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that belongs to a paragraph style; 0 when none does."""
        levels = self._levels(self.abstract_of(list_id))
        return next((number for number, level in levels.items() if level.style == style), 0)

    def restart(self, item: Numbered) -> int | None:
        """The number at which a list begins anew at this level, if it does."""
        return self._list(item.list).starts.get(item.level)

    def is_counted(self, item: Numbered) -> bool:
        """Whether items carry numbers or letters rather than bullets."""
        return self.level(item).format not in {"bullet", "none"}

    def _list(self, id: str) -> _List:
        if id not in self._lists:
            element = self._list_elements.get(id)
            self._lists[id] = _NO_LIST if element is None else self._read_list(element)
        return self._lists[id]

    def _read_list(self, element: Element) -> _List:
        starts: dict[int, int] = {}
        levels: dict[int, _Level] = {}
        for override in element:
            if short(override.tag) == "w:lvlOverride":
                if start := value(child(override, "w:startOverride")):
                    starts[depth(attribute(override, "w:ilvl"))] = number(start, 1)
                levels |= _read_levels(override)
        return _List(self._lender(value(child(element, "w:abstractNumId"))), starts, levels)

    def _lender(self, abstract: str) -> str:
        """The abstract definition itself, or the one it takes its levels from through a list style."""
        style = value(child(self._abstract_elements.get(abstract), "w:numStyleLink"))
        return self._lenders.get(style, abstract) if style else abstract

    @cached_property
    def _lenders(self) -> dict[str, str]:
        return {value(child(element, "w:styleLink")): id for id, element in self._abstract_elements.items()}

    def _levels(self, abstract: str) -> dict[int, _Level]:
        if abstract not in self._abstracts:
            element = self._abstract_elements.get(abstract)
            self._abstracts[abstract] = {} if element is None else _read_levels(element)
        return self._abstracts[abstract]


class Counter:
    """Counts the items of one part, in document order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[Numbered] = set()

    def count(self, item: Numbered) -> None:
        """Count one more item."""
        counts = self._counts.setdefault(self._numbering.abstract_of(item.list), {})
        restart = self._numbering.restart(item) if item not in self._begun else None
        self._begun.add(item)
        start = self._numbering.level(item).start
        counts[item.level] = restart if restart is not None else counts.get(item.level, start - 1) + 1
        for above in range(item.level):
            counts.setdefault(above, self._numbering.level(Numbered(item.list, above)).start)
        for below in [level for level in counts if level > item.level]:
            del counts[below]

    def label(self, item: Numbered) -> str:
        """What stands before the item counted last (“2.1”, “(b)”); empty for bullets."""
        level = self._numbering.level(item)
        counts = self._counts.get(self._numbering.abstract_of(item.list), {})

        def at_depth(placeholder: re.Match[str]) -> str:
            above = Numbered(item.list, int(placeholder[1]) - 1)
            start, format, *_ = self._numbering.level(above)
            return written(counts.get(above.level, start), "decimal" if level.legal else format)

        return "" if level.format == "bullet" else re.sub(r"%([1-9])", at_depth, level.text).strip()


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


def _by_id(elements: list[Element], name: str, id: str) -> dict[str, Element]:
    return {attribute(element, id): element for element in elements if short(element.tag) == name}


def _read_levels(element: Element) -> dict[int, _Level]:
    return {depth(attribute(level, "w:ilvl")): _read_level(level) for level in element if short(level.tag) == "w:lvl"}


def _read_level(element: Element) -> _Level:
    said = children(element)
    return _Level(
        start=number(value(said.get("w:start")), 1),
        format=value(said.get("w:numFmt")) or "decimal",
        text=value(said.get("w:lvlText"))[:_LONGEST_TEXT],
        legal="w:isLgl" in said and is_on(said["w:isLgl"]),
        style=value(said.get("w:pStyle")),
    )
