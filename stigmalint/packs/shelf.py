"""Turn stored records into sequences and mappings that read a record when it is first asked for.

The surprise: what was read is kept, not only for speed. A matcher knows the elements of a pattern by their identity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar, overload

from stigmalint.findings import Source
from stigmalint.packs.compiled import ClassWords, CompiledPart, CompiledTerm, Pattern
from stigmalint.packs.model import Names
from stigmalint.packs.records import line, record
from stigmalint.packs.vocabulary import Records

Item = TypeVar("Item")


class Shelf(Sequence[Item]):
    """So many records, each made from its number on first use."""

    def __init__(self, make: Callable[[int], Item], count: int) -> None:
        self._make, self._count = make, count
        self._made: dict[int, Item] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> Item: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Item]: ...
    def __getitem__(self, number: int | slice) -> Item | Sequence[Item]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(self._count))]
        made = self._made.get(number)
        if made is None:
            number = range(self._count)[number]
            made = self._made[number] = self._make(number)
        return made


class Drawer(Mapping[str, Item]):
    """Records by name, each read on first use."""

    def __init__(self, names: Sequence[str], items: Sequence[Item]) -> None:
        self._numbers, self._items = {name: number for number, name in enumerate(names)}, items

    def __getitem__(self, name: str) -> Item:
        return self._items[self._numbers[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class Stored:
    """The records of a vocabulary, read from the text that ``stored`` made."""

    def __init__(self, text: str) -> None:
        head, starts, self._lines = text.split("\n", 2)
        self._starts = [*map(int, starts.split(","))]
        terms, parts, patterns, classes, sources = record(head)
        self._at = 0
        self.terms: Sequence[CompiledTerm] = self._next(terms)
        self.parts: Sequence[CompiledPart] = self._next(parts)
        self.patterns: Sequence[Pattern] = self._next(patterns)
        self.classes: Mapping[str, ClassWords] = Drawer(classes, self._next(len(classes)))
        self.sources: Mapping[str, Source] = Drawer(sources, self._next(len(sources)))

    @cached_property
    def names(self) -> Names:
        """The official names."""
        names: Names = self._record(self._at)
        return names

    def _next(self, count: int) -> Shelf[Any]:
        first, self._at = self._at, self._at + count
        return Shelf(lambda number: self._record(first + number), count)

    def _record(self, number: int) -> Any:
        start, end = self._starts[number : number + 2]
        return record(self._lines[start:end])


def stored(records: Records) -> str:
    """The text that ``Stored`` reads: how many there are of each sort, where the line of each begins, and these lines.

    Cutting the text into all its lines would take longer than reading the few that a run needs.
    """
    groups = (records.terms, records.parts, records.patterns, [*records.classes.values()], [*records.sources.values()])
    head = (*map(len, groups[:3]), tuple(records.classes), tuple(records.sources))
    lines = [f"{line(each)}\n" for group in (*groups, [records.names]) for each in group]
    starts = accumulate(map(len, lines), initial=0)
    return f"{line(head)}\n{','.join(map(str, starts))}\n{''.join(lines)}"
