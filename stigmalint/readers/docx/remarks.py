"""Turn the comments of a Word file that are addressed to stigmalint into remarks that know the text they are attached to.

The surprise: the body is walked a second time for them, so that a file without such comments pays nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from stigmalint.document import Place, Remark, Span
from stigmalint.readers.docx.steps import Closed, Mention, Opened, Text, What
from stigmalint.readers.docx.walk import TAGS, Walk
from stigmalint.readers.office.names import Element, attribute, short, tags
from stigmalint.readers.remarks import is_addressed

WANTED = (*TAGS, *tags(("w:commentRangeStart", "w:commentRangeEnd")))
"""The full tags of which ``attached_remarks`` needs the events of the body."""

Events = Iterable[tuple[str, Element]]


def attached_remarks(body: Events, comments: Events, places: dict[str, Place]) -> tuple[Remark, ...]:
    """The remarks, in the order of the text; ``places`` are those of the comments by id.

    The text that a comment is attached to is in stream 0: what was selected, or else its paragraph.
    """
    said = {id: text for id, text in _texts(comments).items() if is_addressed(text)}
    spans = _Anchors(said.keys()).read(body) if said else {}
    found = [Remark(text, 0, spans[id], places[id]) for id, text in said.items() if id in spans and id in places]
    return tuple(sorted(found, key=lambda remark: remark.span))


def _texts(comments: Events) -> dict[str, str]:
    """What each comment says, by its id."""
    said: dict[str, str] = {}
    id = ""
    for step in Walk().steps(comments):
        match step:
            case Opened(What.NOTE, element):
                id = attribute(element, "w:id")
            case Text():
                said[id] = said.get(id, "") + step.text
            case Closed(What.PARAGRAPH):
                said[id] = said.get(id, "") + " "
    return {id: " ".join(text.split()) for id, text in said.items()}


class _Anchors:
    """Finds where in the stream of the body some comments are attached."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = frozenset(ids)
        self._walk = Walk()
        self._begun: dict[str, int] = {}
        self._paragraphs: list[tuple[int, list[str]]] = []
        """Where each open paragraph begins, and the comments that hang on it as a whole."""
        self._found: dict[str, Span] = {}

    def read(self, events: Events) -> dict[str, Span]:
        for event, element in events:
            name = short(element.tag)
            if name == "w:commentRangeStart" and event == "start":
                self._begun[attribute(element, "w:id")] = self._walk.length
            elif name == "w:commentRangeEnd" and event == "start":
                self._end(attribute(element, "w:id"))
            for step in self._walk.steps([(event, element)]):
                self._take(step)
        return self._found

    def _end(self, id: str) -> None:
        start = self._begun.get(id, self._walk.length)
        if id in self._ids and start < self._walk.length:
            self._found[id] = Span(start, self._walk.length)

    def _take(self, step: object) -> None:
        match step:
            case Opened(What.PARAGRAPH):
                self._paragraphs.append((self._walk.length, []))
            case Closed(What.PARAGRAPH):
                start, hanging = self._paragraphs.pop()
                self._found |= {id: Span(start, self._walk.length) for id in hanging}
            case Mention(element) if short(element.tag) == "w:commentReference":
                id = attribute(element, "w:id")
                if id in self._ids and id not in self._found and self._paragraphs:
                    self._paragraphs[-1][1].append(id)
