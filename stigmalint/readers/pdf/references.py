"""Turn the paragraphs that only list other publications into references, under a heading that says so or without one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stigmalint.document import BlockKind
from stigmalint.readers.pdf.paragraphs import Paragraph

_HEADING = re.compile(
    r"[\d.\s]*(?:references?|reference list|bibliography|works cited|literature(?: cited)?|sources cited)\s*:?", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d[a-z]?\b")
_PUBLISHED = re.compile(
    r"\bdoi\b|\bet al\b|\bpp?\.\s?\d|\bvol\.|\bed(?:s|ition)?\.|\bisbn\b|https?://|"
    r"\d\s?\(\d+(?:[-–]\d+)?\)\s?[:,;]|\d:\s?e?\d+[-–]\d",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:\[?\d{1,3}[\].]?\s*)?[^\W\d_][\w’'-]+,?\s+(?:[A-Z]\.?\s?-?){1,4}(?:[,.;&(]|\s+and\b)")
_FEWEST = 3
_LISTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def with_references(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, those of reference lists as such."""
    alike = _long_runs([paragraph.kind in _LISTED and _is_reference(paragraph.text) for paragraph in found])
    marked: list[Paragraph] = []
    under_heading = False
    for paragraph, is_like_others in zip(found, alike, strict=True):
        if paragraph.kind is BlockKind.HEADING:
            under_heading = _HEADING.fullmatch(paragraph.text.strip()) is not None
        is_reference = is_like_others or (under_heading and paragraph.kind in _LISTED)
        marked.append(replace(paragraph, kind=BlockKind.REFERENCE) if is_reference else paragraph)
    return marked


def _is_reference(text: str) -> bool:
    return bool(_AUTHOR.match(text) and _YEAR.search(text) and _PUBLISHED.search(text))


def _long_runs(marked: Sequence[bool]) -> Iterator[bool]:
    """Which marks stand in a row with others; one alone proves nothing."""
    for at, mark in enumerate(marked):
        near = marked[max(0, at - _FEWEST + 1) : at + _FEWEST]
        yield mark and sum(near) >= _FEWEST
