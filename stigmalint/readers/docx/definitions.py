"""Turn the bytes of a part that lists styles into those that a document uses, each parsed when it is asked for.

The surprise: the list is cut where a style begins, without parsing it. Word writes hundreds of styles into every file, often
more than the text itself, and a document uses a handful. Whatever is not written as Word writes it is parsed as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

from stigmalint.readers.office.names import Element, attribute, short
from stigmalint.readers.office.parse import Damaged

_BEGINS, _ENDS, _LAST = b"<w:style ", b"</w:style>", b"</w:styles>"
_ROOT = re.compile(rb"""\s*(?:<\?xml\s[^>]*?encoding=["'](?i:utf-8)["'][^>]*\?>\s*)?(<w:styles\s[^>]*>)""")
_ID = re.compile(rb"""[^>]*?\bw:styleId=["']([^"'<>&]*)["']""")

_LONGEST_ROOT = 10_000  # bytes; Word's has two thousand, and it is parsed again with every style
_MOST_ALONE = 100
"""Styles that are parsed alone; whoever uses more has all of them parsed at once."""

Parse = Callable[[bytes], Element]
"""The outermost element of some XML. Raises ``Damaged``."""


class Definitions:
    """The ``w:style`` elements of a part by their ids. Damaged ones count as none."""

    def __init__(self, data: bytes, parse: Parse) -> None:
        self._data, self._parse = data, parse
        self._head, self._written = _cut(data)
        self._alone = 0
        self._parsed: dict[str, Element] = {} if self._written else self._all(data)

    def __contains__(self, id: str) -> bool:
        return id in self._written or id in self._parsed

    def __getitem__(self, id: str) -> Element | None:
        if id in self._written:
            self._take(id)
        return self._parsed.get(id)

    def _take(self, id: str) -> None:
        self._alone += 1
        if self._alone <= _MOST_ALONE:
            self._parsed |= self._all(b"".join((self._head, _BEGINS, self._written.pop(id), _ENDS, _LAST)))
        else:
            self._parsed, self._written = self._all(self._data), {}

    def _all(self, data: bytes) -> dict[str, Element]:
        with suppress(Damaged):
            elements = self._parse(data) if data else ()
            return {attribute(element, "w:styleId"): element for element in elements if short(element.tag) == "w:style"}
        return {}


def _cut(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The opening tag of the list and what each style holds, by its id; nothing when the part is not written as usual."""
    first, *styles = data.split(_BEGINS)
    root = _ROOT.match(first)
    if not root or len(root[1]) > _LONGEST_ROOT or b"<!" in data or not data.rstrip().endswith(_LAST):
        return b"", {}
    found = {}
    for style in styles:
        id, end = _ID.match(style), style.rfind(_ENDS)
        if not id or end < 0:
            return b"", {}
        found[id[1].decode("utf-8", "replace")] = style[:end]
    return root[1], found
