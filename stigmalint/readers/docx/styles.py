"""Turn ``styles.xml`` into what a style means here: heading, quotation, caption, code, hidden, bold.

The surprise: a style's id is in the author's language (“berschrift1”), its name of Word's own styles is always English
(“heading 1”), and what it does may stand in any of the styles it is based on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from stigmalint.kinds import BlockKind
from stigmalint.readers.docx.definitions import Definitions
from stigmalint.readers.docx.numbering import Numbered, Numbering, depth
from stigmalint.readers.office.names import Element, children, is_on, number, value

_HEADING = re.compile(r"heading ?([1-9])")
_CODE = re.compile(
    r"((html|inline|source|program|block)[ _-]?)?code([ _-]?(char|block|inline|text|snippet|listing|example|wide|line))?"
    r"|html (preformatted|sample|keyboard|variable|typewriter)( char)?"
    r"|(verbatim|source text|preformatted( text)?|macro( text)?)( char)?"
)
_QUOTATION = re.compile(r"(intense |block |long )?(quote|quotations?|blockquote|block text|block quotation)( char)?")
_REFERENCE = re.compile(r"bibliography( [1-9])?|endnote bibliography|references?")
_IGNORED = re.compile(r"stigmalint[ -]?ignore( char)?")
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or character style means."""

    role: BlockKind | None = None
    """Quotation, caption, code or reference, if it is one of them."""
    level: int | None = None
    """Of a heading, from 1; 0 is the title of the document."""
    item: Numbered | None = None
    hidden: bool = False
    bold: bool = False
    italic: bool = False
    ignored: bool = False
    """Whether its name asks that nothing in it is reported."""


PLAIN = Style()


class _Written(NamedTuple):
    """A style as it stands in the file."""

    id: str
    name: str
    base: str = ""
    outline: int | None = None
    list: str = ""
    depth: int | None = None
    switches: dict[str, bool] = {}  # noqa: RUF012  never written to


class Styles:
    """The styles of a document by their id; nothing is looked at before it is used."""

    def __init__(self, load: Callable[[], Definitions], numbering: Numbering) -> None:
        """``load`` gives what ``styles.xml`` defines."""
        self._load = load
        self._numbering = numbering
        self._known: dict[str, Style] = {"": PLAIN}
        self._seen: dict[str, _Written] = {}

    @cached_property
    def _elements(self) -> Definitions:
        return self._load()

    def __getitem__(self, id: str) -> Style:
        if id not in self._known:
            self._known[id] = self._resolved(id)
        return self._known[id]

    def _resolved(self, id: str) -> Style:
        chain = self._chain(id)
        switches = {name: on for style in reversed(chain) for name, on in style.switches.items()}
        return Style(
            role=_role(chain),
            level=_heading_level(chain),
            item=self._item(chain),
            hidden=switches.get("w:vanish", False),
            bold=switches.get("w:b", False),
            italic=switches.get("w:i", False),
            ignored=any(_IGNORED.fullmatch(style.name) for style in chain),
        )

    def _chain(self, id: str) -> list[_Written]:
        """A style and those it is based on, nearest first; a style that is used but not defined is known by its id alone."""
        chain = [self._written(id)]
        while chain[-1].base in self._elements and len(chain) < _LONGEST_CHAIN:
            chain.append(self._written(chain[-1].base))
        return chain

    def _written(self, id: str) -> _Written:
        if id not in self._seen:
            element = self._elements[id]
            self._seen[id] = _Written(id, id.lower()) if element is None else _read(id, element)
        return self._seen[id]

    def _item(self, chain: list[_Written]) -> Numbered | None:
        numbered = next((style for style in chain if style.list), None)
        if numbered is None or numbered.list == "0":
            return None
        level = next((style.depth for style in chain if style.depth is not None), None)
        return Numbered(numbered.list, self._numbering.level_of_style(numbered.list, numbered.id) if level is None else level)


def _role(chain: list[_Written]) -> BlockKind | None:
    """Quotations and captions pass their meaning on to styles based on them; code does not, so as never to hide prose."""
    if _CODE.fullmatch(chain[0].name):
        return BlockKind.CODE
    for style in chain:
        if _QUOTATION.fullmatch(style.name):
            return BlockKind.QUOTATION
        if style.name in {"caption", "figure caption", "table caption"}:
            return BlockKind.CAPTION
        if _REFERENCE.fullmatch(style.name):
            return BlockKind.REFERENCE
    return None


def _heading_level(chain: list[_Written]) -> int | None:
    if chain[0].name == "title":
        return 0
    for style in chain:
        if style.outline is not None:
            return style.outline + 1 if style.outline < 9 else None
        if found := _HEADING.fullmatch(style.name):
            return int(found[1])
    return None


def _read(id: str, element: Element) -> _Written:
    said = children(element)
    paragraph = children(said.get("w:pPr"))
    numbers = children(paragraph.get("w:numPr"))
    outline, level = value(paragraph.get("w:outlineLvl")), value(numbers.get("w:ilvl"))
    return _Written(
        id=id,
        name=value(said.get("w:name")).lower(),
        base=value(said.get("w:basedOn")),
        outline=number(outline) if outline else None,
        list=value(numbers.get("w:numId")),
        depth=depth(level) if level else None,
        switches=switches(children(said.get("w:rPr"))),
    )


def switches(run: dict[str, Element]) -> dict[str, bool]:
    """Which of bold, italic and hidden the properties of a run or style turn on or off."""
    return {name: is_on(run[name]) for name in ("w:b", "w:i", "w:vanish") if name in run}
