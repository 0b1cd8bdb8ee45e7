"""Let pass what is cited rather than written: reference entries, addresses, code and court cases.

The surprise: a reference entry is known by its shape too, because reference lists in PDF often lose their heading.
"""

from __future__ import annotations

import re

from stigmalint.context.cues import any_of
from stigmalint.context.scene import Scene
from stigmalint.document import Block, BlockKind
from stigmalint.matching.fold import plain_signs
from stigmalint.matching.match import Match

_REFERENCES = any_of("""
    references?, bibliography, works cited, literature, literature cited, further reading, citations, sources, end ?notes
""")
_HEADING = re.compile(rf"^(?:\d[\d.]*\s*)?{_REFERENCES}\s*:?$", re.IGNORECASE)
_ENTRY = re.compile(
    r"^\W*(?:\d+[.)]?\s+)?(?:"
    r"(?:[A-Z][\w'-]+,? [A-Z]{1,3}\b[.,]? ?(?:and |& )?)+.*\b(?:19|20)\d\d\b"  # Kelly JF, Westerhoff CM. … 2010
    r"|(?:[A-Z][\w'-]+, (?:[A-Z]\. ?)+(?:,? (?:and|&) |, )?)+.*\((?:19|20)\d\d"  # Kelly, J. F., & Dow, S. J. (2010)
    r"|[A-Z][\w'-]+, [A-Z][\w.'-]+.*\((?:19|20)\d\d\)"  # Smith, John. “…” (2010)
    r")"
)
_LOCATOR = re.compile(
    r"\bdoi\b|\b(?:19|20)\d\d;\s?\d+|\bvol\.|\b\d+\(\d+\)[:,]|\bpp?\. ?\d+|et al\.|\bretrieved from\b|\bISBN\b|:\s?\d+[-–]\d+",
    re.IGNORECASE,
)
_DATED = re.compile(r"^\W*(?:\d+[.)]?\s+)?[A-Z][\w'-]+, (?:[A-Z]\. ?)+.{0,200}?\((?:19|20)\d\d[a-z]?\)\. [A-Z]")
"""Author and year in front (Dow, S. J. (2010). Title): enough by itself."""
_COURT = re.compile(r"\b(?:[A-Z][\w.'-]+ )+v\.? (?:[A-Z][\w.'-]+ ?)+,? (?:\d+ [A-Z][\w. ]*\d+|\[\d{4}\])")

_LONGEST_CITATION = 300


def passes(match: Match, scene: Scene) -> bool:
    """Whether the match is in an address, in code, or in a reference entry."""
    return scene.block.is_opaque(match.span) or scene.once(_is_in_reference)


def _is_in_reference(scene: Scene) -> bool:
    return is_reference(scene.block)


def is_reference(block: Block) -> bool:
    """Whether a block is an entry of a reference list or the citation of a case."""
    if block.kind is BlockKind.REFERENCE or (block.place.heading and _HEADING.match(block.place.heading[-1])):
        return True
    text = plain_signs(block.text)
    is_case = len(text) < _LONGEST_CITATION and _COURT.search(text)
    return bool(is_case or _DATED.match(text) or (_ENTRY.match(text) and _LOCATOR.search(text)))
