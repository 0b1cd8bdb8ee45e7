"""Turn the parser's events into steps with offsets in characters: stretches of text, and what stands around them.

The surprise: the parser counts bytes of UTF-8 and hands text over in crumbs; everything else here counts characters and
wants whole stretches. Both changes are made here, in one place, as the events come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from stigmalint.readers.markdown.source import character_offsets

Step: TypeAlias = tuple[str, Any, int, int]
"""An event's name, its value, start and end. A ``Text`` without a value is shown as it is written.

What begins or ends (``Start``, ``End``) has no offsets.
"""

_BREAKS = frozenset({"SoftBreak", "HardBreak"})


def steps(text: str, events: Iterable[tuple[Any, Any]]) -> Iterator[Step]:
    """The steps for all ``events`` of ``text``. The text of code blocks is left out.

    Text and line breaks that are shown as they are written come as one step as long as they touch.
    """
    first = last = 0  # the stretch that is being gathered
    for name, value, start, end in _in_characters(text, events):
        if end and ((name == "Text" and text[start:end] == value) or (name in _BREAKS and text[start:end].isspace())):
            if start != last:
                if first < last:
                    yield "Text", None, first, last
                first = start
            last = end
        else:
            if first < last:
                yield "Text", None, first, last
                first = last
            yield name, value, start, end
    if first < last:
        yield "Text", None, first, last


def _in_characters(text: str, events: Iterable[tuple[Any, Any]]) -> Iterator[Step]:
    to_characters = character_offsets(text)
    in_code = False
    for event, place in events:
        name, value = event.popitem() if event.__class__ is dict else (event, None)
        if name == "Start" or name == "End":  # noqa: PLR1714  a set is slower, and this is where the time goes
            if value is not None and "CodeBlock" in value:
                in_code = name == "Start"
            yield name, value, 0, 0
        elif not in_code:
            start, end = place["start"], place["end"]
            if to_characters:
                start, end = to_characters(start), to_characters(end)
            yield name, value, start, end
