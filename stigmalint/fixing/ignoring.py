"""Turn “let this pass here” into edits of the source that write it down, the likeliest first.

The surprise: whether a comment has room at the end of the line, or only behind the words, is found out as it is with new
words: by reading the result again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from stigmalint.document import Document, Span
from stigmalint.findings import Edit, Finding, Report
from stigmalint.fixing.changes import Change

NO_ROOM = "A comment that lets these words pass has no room here; the settings, or a file beside this one, can do it."

_SIGNS = {".mdx": ("{/*", "*/}"), ".tex": ("%", "")}
_COMMENT = ("<!--", "-->")
_ENDS_COMMENT = re.compile(r"--+>?|\*/")
_REST_OF_LINE = re.compile(r"[^\r\n]*?(?=[ \t]*(?:[\r\n]|\Z))")


def ignored(report: Report, finding: Finding, reason: str) -> Change:
    """The change that lets a finding pass where it stands; ``report`` holds the document."""
    edits = tuple(_comments(report.documents[0], finding, reason))
    return Change(finding, finding.matched, edits, told=f"{finding.matched} (ignored from now on)", otherwise=NO_ROOM)


def _comments(document: Document, finding: Finding, reason: str) -> Iterator[Edit]:
    """The same comment in two places of the line on which the words end."""
    text = document.streams[0].text
    behind = max(span.end for _, span in document.blocks[finding.block].source_of(finding.span))
    line_end = found.end() if (found := _REST_OF_LINE.match(text, behind)) else behind
    comment = _comment(document.name, finding.term, reason)
    for at in dict.fromkeys((line_end, behind)):
        yield Edit(0, Span(at, at), f" {comment}")


def _comment(name: str, term: str, reason: str) -> str:
    begin, end = _SIGNS.get(PurePath(name).suffix.lower(), _COMMENT)
    why = " ".join(_ENDS_COMMENT.sub(" ", reason).split())
    return " ".join(filter(None, (begin, f"stigmalint: ignore[{term}]", why, end)))
