"""Turn the steps of a walk into plain records: paragraphs made of runs, and the tables, boxes and notes around them.

The surprise: a paragraph is put down where it begins but known only where it ends, so a text box, which stands inside
one, follows the paragraph it hangs on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from stigmalint.kinds import AUTHOR, BlockKind, MarkKind
from stigmalint.readers.docx.numbering import Numbered, depth
from stigmalint.readers.docx.plain import LOOKS, Plain
from stigmalint.readers.docx.steps import Closed, Mention, Opened, Step, Text, Unread, What
from stigmalint.readers.docx.styles import PLAIN, Style, Styles, switches
from stigmalint.readers.office.embedded import gap_of
from stigmalint.readers.office.names import Element, attribute, child, children, number, short, tags, value

_NO_MARKS: frozenset[MarkKind] = frozenset()
_IGNORED = frozenset({MarkKind.IGNORED})
_IN_RUNS = frozenset({"text", "sign"})
_LOOKS = {tag: short(tag) for tag in LOOKS}
_GONE = frozenset(tags(("w:del", "w:moveFrom")))


class Run(NamedTuple):
    """A stretch of the stream that looks the same throughout."""

    start: int
    end: int
    look: frozenset[MarkKind]


@dataclass(slots=True)
class Paragraph:
    """One paragraph; ``aside`` is set for what only hangs on one (alternative text, ruby)."""

    aside: BlockKind | None = None
    runs: list[Run] = field(default_factory=list)
    style: Style = PLAIN
    level: int | None = None
    item: Numbered | None = None
    joins_next: bool = False
    """Whether its end was deleted: its text runs on into the next paragraph."""

    def add(self, start: int, end: int, look: frozenset[MarkKind]) -> None:
        """Add the next stretch."""
        if self.runs and self.runs[-1].end == start and self.runs[-1].look == look:
            start = self.runs.pop().start
        self.runs.append(Run(start, end, look))


@dataclass(slots=True)
class Start:
    """Something begins. The numbers are known from its end on."""

    what: What
    columns: int = 1
    """Of a cell: grid columns it covers. Of a row: 1 and those left out before its first cell."""
    goes_on: bool = False
    """Whether a cell continues the one above it."""
    note: str = ""
    """``footnote``, ``endnote`` or ``comment``; empty for stigmalint's own comments and the lines between notes and text."""
    id: str = ""


class End(NamedTuple):
    """Something ends."""

    what: What


class Reference(NamedTuple):
    """A note, comment, header or footer is meant here."""

    kind: str
    id: str
    kept: bool
    numbered: bool
    pages: str
    """Of a header or footer: ``default``, ``first`` or ``even``."""


Item: TypeAlias = Paragraph | Start | End | Reference


@dataclass(slots=True)
class Layout:
    """What one part holds; ``text`` is the part's stream."""

    items: deque[Item]
    text: str
    gaps: list[str]


def lay_out(steps: Iterable[Step | Plain], styles: Styles, *, hidden: bool = False) -> Layout:
    """Collect a part, and with it ``hidden`` text; the elements of the steps are looked at and let go."""
    layer = _Layer(styles, hidden=hidden)
    for step in steps:
        layer.take(step)
    return Layout(layer.items, "".join(layer.texts), layer.gaps)


@dataclass(slots=True)
class _Frame:
    """A paragraph that is open, and its element until what that says is known."""

    paragraph: Paragraph
    element: Element | None = None


class _Layer:
    """Takes one step after the other; what is open is on stacks, what is put down in ``items``."""

    def __init__(self, styles: Styles, *, hidden: bool) -> None:
        self.items: deque[Item] = deque()
        self.texts: list[str] = []
        self.gaps: list[str] = []
        self._styles, self._hidden = styles, hidden
        self._frames: list[_Frame] = []
        self._starts: list[Start] = []
        self._run: Element | None = None
        self._look: frozenset[MarkKind] | None = None

    def take(self, step: Step | Plain) -> None:
        match step:
            case Plain():
                self._plain(step)
            case Text():
                self._text(step)
            case Opened():
                self._open(step.what, step.element)
            case Closed():
                self._close(step.what, step.element)
            case Mention():
                self.items.append(_reference(step))
            case Unread():
                if (gap := _gap(step.element)) and gap not in self.gaps and len(self.gaps) < _MOST_GAPS:
                    self.gaps.append(gap)

    def _text(self, step: Text) -> None:
        element, text, start, holds, linked = step
        self.texts.append(text)
        paragraph = self._known(self._frames[-1]) if self._frames else self._put_down(Paragraph())
        look = self._look_of(element, paragraph) if holds in _IN_RUNS else _NO_MARKS
        if look is not None:
            paragraph.add(start, start + len(text), look | {MarkKind.LINK} if linked else look)

    def _plain(self, step: Plain) -> None:
        paragraph = self._put_down(Paragraph())
        self._describe(paragraph, step.properties)
        at = step.offset
        for text, properties in step.runs:
            self.texts.append(text)
            start, at = at, at + len(text)
            look = self._look_of_run(properties, paragraph)
            if look is not None:
                paragraph.add(start, at, look)

    def _look_of(self, element: Element, paragraph: Paragraph) -> frozenset[MarkKind] | None:
        """The marks of the text of an element; ``None`` when it is hidden and not wanted."""
        run = element.getparent()
        if run is not self._run:
            self._run, self._look = run, _NO_MARKS if run is None else self._look_of_run(run[0], paragraph)
        return self._look

    def _look_of_run(self, properties: Iterable[Element] | None, paragraph: Paragraph) -> frozenset[MarkKind] | None:
        """The same for a run; its properties are what comes first in it, if they come at all."""
        said = {_LOOKS[item.tag]: item for item in (() if properties is None else properties) if item.tag in _LOOKS}
        if not said and not paragraph.style.hidden:
            return _IGNORED if paragraph.style.ignored else _NO_MARKS
        style, own = self._styles[value(said.get("w:rStyle"))], switches(said)
        if own.get("w:vanish", style.hidden or paragraph.style.hidden) and not self._hidden:
            return None
        looks = (
            (MarkKind.STRONG, own.get("w:b", style.bold)),
            (MarkKind.EMPHASIS, own.get("w:i", style.italic)),
            (MarkKind.CODE, style.role is BlockKind.CODE),
            (MarkKind.IGNORED, style.ignored or paragraph.style.ignored),
        )
        return frozenset(kind for kind, is_so in looks if is_so)

    def _put_down(self, paragraph: Paragraph) -> Paragraph:
        self.items.append(paragraph)
        return paragraph

    def _open(self, what: What, element: Element) -> None:
        if what in _ASIDES:
            paragraph = self._put_down(Paragraph(_ASIDES[what]))
            self._frames.append(_Frame(paragraph, element if what is What.PARAGRAPH else None))
            return
        start = Start(what)
        if what is What.NOTE and attribute(element, "w:type") in {"", "normal"} and attribute(element, "w:author") != AUTHOR:
            start.note, start.id = short(element.tag).removeprefix("w:"), attribute(element, "w:id")
        self._starts.append(start)
        self.items.append(start)

    def _close(self, what: What, element: Element) -> None:
        if what in _ASIDES:
            self._known(self._frames.pop())
            return
        start = self._starts.pop()
        if what is What.ROW:
            start.columns += number(value(child(child(element, "w:trPr"), "w:gridBefore")))
        elif what is What.CELL:
            said = children(child(element, "w:tcPr"))
            start.columns = max(1, number(value(said.get("w:gridSpan")), 1))
            start.goes_on = "w:vMerge" in said and value(said["w:vMerge"]) in {"", "continue"}
        self.items.append(End(what))

    def _known(self, frame: _Frame) -> Paragraph:
        """The paragraph with what its properties say: they come first, so they are complete when text or the end comes."""
        if frame.element is not None:
            properties, frame.element = child(frame.element, "w:pPr"), None
            self._describe(frame.paragraph, children(properties))
        return frame.paragraph

    def _describe(self, paragraph: Paragraph, said: dict[str, Element]) -> None:
        if not said:
            return
        style = self._styles[value(said.get("w:pStyle"))]
        paragraph.style, paragraph.level, paragraph.item = style, style.level, style.item
        if outline := value(said.get("w:outlineLvl")):
            paragraph.level = number(outline) + 1 if number(outline) < 9 else None
        if "w:numPr" in said:
            paragraph.item = _item(children(said["w:numPr"]), style.item)
        if "w:rPr" in said:
            paragraph.joins_next = any(item.tag in _GONE for item in said["w:rPr"])


_ASIDES = {What.PARAGRAPH: None, What.ALT_TEXT: BlockKind.ALT_TEXT, What.RUBY: BlockKind.PARAGRAPH}
_MOST_GAPS = 10  # of one part: after that it is clear that it was not read completely


def _item(numbers: dict[str, Element], of_style: Numbered | None) -> Numbered | None:
    """The list a paragraph belongs to, by its own properties or else by its style; list 0 takes it out of any."""
    list_id, level = value(numbers.get("w:numId")), value(numbers.get("w:ilvl"))
    if list_id:
        return None if list_id == "0" else Numbered(list_id, depth(level))
    return Numbered(of_style.list, depth(level)) if of_style and level else of_style


def _reference(mention: Mention) -> Reference:
    element = mention.element
    kind = short(element.tag).removeprefix("w:").removesuffix("Reference")
    numbered = attribute(element, "w:customMarkFollows").lower() in {"", "0", "false", "off"}
    id = attribute(element, "w:id") or attribute(element, "r:id")
    return Reference(kind, id, mention.kept, numbered, attribute(element, "w:type"))


def _gap(element: Element) -> str:
    """What is not read, for a person; empty when it holds no text."""
    match short(element.tag):
        case "w:altChunk":
            return "Text taken over from another file was not read: open the document in Word and save it to put that text in."
        case "w:subDoc":
            return "A subdocument was not read: check it as a file of its own."
        case _:
            return "" if element.get("Type", "") == "Link" else gap_of(element.get("ProgID", ""))
