"""Turn a paragraph of nothing but runs into its texts at one look, or say that it takes a walk.

The surprise: it only knows what it may pass over. Most paragraphs hold properties, runs, bookmarks and text; whatever
else a paragraph holds sends it the long way, which knows everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import groupby
from typing import NamedTuple, TypeAlias

from stigmalint.readers.docx.steps import SIGNS
from stigmalint.readers.office.names import Element, children, tags


def _both(name: str) -> tuple[str, ...]:
    return tags((name,))


_USED = ("w:p", "w:r", "w:pPr", "w:t", "w:rPr")
_NAMES = {paragraph: others for paragraph, *others in zip(*map(_both, _USED), strict=True)}
"""By the full tag of a paragraph, those of run, properties, text and run properties: comparing them is faster than any table."""
PARAGRAPHS = frozenset(_NAMES)
LOOKS = tags(("w:rStyle", "w:b", "w:i", "w:vanish"))
"""What the properties of a run say about it that matters here."""
_SIGNS = {tag: sign for name, sign in SIGNS.items() for tag in tags((name,))}
_SILENT = frozenset(
    tags(
        (
            *("w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:lastRenderedPageBreak"),
            *("w:commentRangeStart", "w:commentRangeEnd", "w:permStart", "w:permEnd"),
        )
    )
)
"""What holds no text and changes nothing about any."""

PlainRun: TypeAlias = tuple[str, Element | None]
"""Text, and the properties of its run if they say anything about how it looks."""


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
    run_tag, properties_tag, *inside = _NAMES[paragraph.tag]
    properties: dict[str, Element] = {}
    runs: list[PlainRun] = []
    for inner in paragraph:
        tag = inner.tag
        if tag == run_tag:
            run = _plain_run(inner, tell, *inside)
            if run is None:
                return None
            runs.append(run)
        elif tag == properties_tag and not properties:
            properties = children(inner)
            if "w:sectPr" in properties:
                return None
        elif tag not in _SILENT:
            return None
    return Plain(properties, list(_joined(runs)) if len(runs) > 1 else runs, offset)


def _joined(runs: Iterable[PlainRun]) -> Iterator[PlainRun]:
    """The runs, those that look like their paragraph as one as long as they touch."""
    for alike, some in groupby(runs, key=lambda run: run[1] is None):
        if alike:
            yield "".join([text for text, _ in some]), None
        else:
            yield from some


def _plain_run(run: Element, tell: Set[Element], text_tag: str, properties_tag: str) -> PlainRun | None:
    said, properties = "", None
    for inner in run:
        tag = inner.tag
        if tag == text_tag:
            if len(inner):
                return None
            said += inner.text or ""
        elif tag == properties_tag and not said:
            properties = inner if inner in tell else None
        elif tag in _SIGNS:
            said += _SIGNS[tag]
        elif tag not in _SILENT:
            return None
    return said, properties
