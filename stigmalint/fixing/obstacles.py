"""Turn a finding and its new words into the reason why a format cannot take them there.

The surprise: some markup goes by the length or the spelling of words, and reads the same when they change: the line under a
heading in reStructuredText, a table drawn with dashes, the name of a link.
"""

from __future__ import annotations

import re

from stigmalint.document import BlockKind, Document, Span
from stigmalint.findings import Finding

_TABLE = "This table is drawn with characters, which would not fit any more; change both by hand."
_UNDERLINE = "The line under this heading would be too short for it; change both by hand."
_NAME = "A link goes by the name of these words; change both ends of it by hand."

_NAMES = {
    "rst": re.compile(r":[\w+.:-]+:`[^`<]+`|`[^`<]+`:[\w+.:-]+:|`[^`<]+`__?|[\w-]+__?(?![\w`])"),
    "markdown": re.compile(r"\[\[[^\[\]]+\]\]"),
}
"""What a link is called by, or a role is given; one that names its goal besides its words (``<…>``) is none of them."""


def obstacle(document: Document, finding: Finding, text: str) -> str:
    """Why the words cannot be changed to ``text`` there; usually nothing stands in the way."""
    block, source = document.blocks[finding.block], document.streams[0].text
    places = [span for _, span in block.source_of(finding.span)]
    words = Span(min(span.start for span in places), max(span.end for span in places))
    if document.format == "rst" and block.kind is BlockKind.TABLE_CELL:
        return _TABLE
    if document.format == "rst" and block.kind is BlockKind.HEADING and _outgrows_its_line(source, words, text):
        return _UNDERLINE
    return _NAME if _is_name(source, words, _NAMES.get(document.format)) else ""


def _outgrows_its_line(source: str, words: Span, text: str) -> bool:
    start, end = _line_at(source, words.end)
    below_start, below_end = _line_at(source, min(end + 1 + source.startswith("\r\n", end), len(source)))
    heading = source[start:end].rstrip()
    return len(heading) - len(words) + len(text) > len(source[below_start:below_end].rstrip())


def _is_name(source: str, words: Span, names: re.Pattern[str] | None) -> bool:
    if names is None:
        return False
    start, _ = _line_at(source, words.start)
    _, end = _line_at(source, words.end)
    return any(Span(*found.span()).overlaps(words) for found in names.finditer(source, start, end))


def _line_at(source: str, offset: int) -> tuple[int, int]:
    """Where the line at ``offset`` begins and ends."""
    start = max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1
    ended = re.compile(r"[\r\n]|\Z").search(source, offset)
    return start, ended.start() if ended else len(source)
