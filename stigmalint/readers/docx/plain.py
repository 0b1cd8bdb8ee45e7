"""Turn a paragraph of nothing but runs into its texts at one look, or say that it takes a walk.

The surprise: it only knows what it may pass over. Most paragraphs hold properties, runs, bookmarks and text; whatever
else a paragraph holds sends it the long way, which knows everything.
"""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from stigmalint.readers.docx.steps import SIGNS
from stigmalint.readers.office.names import Element, children, tags


def _tags(*names: str) -> frozenset[str]:
    return frozenset(tags(names))


PARAGRAPHS = _tags("w:p")
_RUNS, _TEXTS, _PROPERTIES, _RUN_PROPERTIES = _tags("w:r"), _tags("w:t"), _tags("w:pPr"), _tags("w:rPr")
_SIGNS = {tag: sign for name, sign in SIGNS.items() for tag in tags((name,))}
LOOKS = tags(("w:rStyle", "w:b", "w:i", "w:vanish"))
"""What the properties of a run say about it that matters here."""
_SILENT = _tags(
    *("w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:lastRenderedPageBreak"),
    *("w:commentRangeStart", "w:commentRangeEnd", "w:permStart", "w:permEnd"),
)
"""What holds no text and changes nothing about any."""


class PlainRun(NamedTuple):
    """Text, and the properties of its run if they say anything about how it looks."""

    text: str
    properties: Element | None


class Plain(NamedTuple):
    """A whole paragraph; ``offset`` is where its text begins in the stream of the part."""

    properties: dict[str, Element]
    runs: list[PlainRun]
    offset: int


def telling(root: Element) -> Set[Element]:
    """The properties of runs that say more than how large and in which font: most say nothing that matters here."""
    parents = (look.getparent() for look in root.iter(*LOOKS))
    return frozenset(parent for parent in parents if parent is not None)


def plain(paragraph: Element, offset: int, tell: Set[Element]) -> Plain | None:
    """The paragraph that an element is; ``None`` when it takes a walk. ``tell`` is what ``telling`` gives of the whole part."""
    properties: dict[str, Element] = {}
    runs: list[PlainRun] = []
    for inner in paragraph:
        tag = inner.tag
        if tag in _RUNS:
            run = _plain_run(inner, tell)
            if run is None:
                return None
            if runs and runs[-1].properties is run.properties is None:
                run = PlainRun(runs.pop().text + run.text, None)
            runs.append(run)
        elif tag in _PROPERTIES and not properties:
            properties = children(inner)
            if "w:sectPr" in properties:
                return None
        elif tag not in _SILENT:
            return None
    return Plain(properties, runs, offset)


def _plain_run(run: Element, tell: Set[Element]) -> PlainRun | None:
    said, properties = "", None
    for number, inner in enumerate(run):
        tag = inner.tag
        if tag in _TEXTS and not len(inner):
            said += inner.text or ""
        elif tag in _RUN_PROPERTIES and number == 0:
            properties = inner if inner in tell else None
        elif tag in _SIGNS:
            said += _SIGNS[tag]
        elif tag not in _SILENT:
            return None
    return PlainRun(said, properties)
