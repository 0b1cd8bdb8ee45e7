"""Turn front matter (YAML between ``---``, TOML between ``+++``) into the values that people read.

The surprise: it is scanned, not loaded. Only the exact place of a title or a summary is wanted, and a file with broken
front matter still has a body to check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Part = tuple[int, int, str | None]
"""``start`` and ``end`` of a stretch of a value, and what it stands for when that is not itself (an escape)."""

_BREAK = r"(?:\r\n|\n|\r)"
_FENCED = re.compile(
    rf"(?P<fence>---|\+\+\+)[ \t]*{_BREAK}(?=\S)"
    rf"(?P<body>(?:(?!(?:(?P=fence)|\.\.\.)[ \t]*(?:[\r\n]|\Z))[^\r\n]*{_BREAK})*+)"
    rf"(?:(?P=fence)|\.\.\.)[ \t]*(?:{_BREAK}|\Z)"
)
_ENTRY = re.compile(r"(?P<indent>[ \t]*(?:-[ \t]+)*)(?P<key>[\w\"'.-]+)[ \t]*(?P<sign>[:=])(?!\S)[ \t]*")
_LINE = re.compile(rf"[^\r\n]*{_BREAK}?")
_PROSE_KEY = re.compile(
    r"(?:^|[\W_]|(?<=[a-z])(?=[A-Z]))(?i:title|subtitle|description|summary|abstract|excerpt|headline|tagline|caption|intro"
    r"|introduction|teaser|blurb|lead|lede|alt)$"
)
_QUOTED = re.compile(
    r'"""(?P<long>(?:[^"\\]|\\.|"(?!""))*+)"""'
    r"|'''(?P<long_raw>(?:[^']|'(?!''))*+)'''"
    r'|"(?P<escaped>(?:[^"\\]|\\.)*+)"'
    r"|'(?P<raw>(?:[^']|'')*+)'",
    re.DOTALL,
)
_BLOCK_SIGN = re.compile(r"[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_ESCAPE = re.compile(
    r"\\(?:u(?P<four>[0-9A-Fa-f]{4})|U(?P<eight>[0-9A-Fa-f]{8})|x(?P<two>[0-9A-Fa-f]{2})|(?P<one>\r\n|.))", re.DOTALL
)
_NOT_PROSE = "[{&*!#|>%@`\r\n"


def front_matter_end(text: str) -> int:
    """Where the body begins: 0 when the file does not open with front matter."""
    found = _FENCED.match(text)
    return found.end() if found and _ENTRY.match(found["body"]) else 0


def front_matter_prose(text: str, end: int) -> Iterator[list[Part]]:
    """The values of titles, descriptions and summaries in the first ``end`` characters, each as its parts."""
    at = 0
    while at < end:
        entry = _ENTRY.match(text, at, end)
        at = _next_line(text, at, end)
        if entry and _PROSE_KEY.search(entry["key"].strip("\"'")):
            parts, last = _value(text, entry, end)
            at = max(at, last)
            if parts:
                yield parts


def _value(text: str, entry: re.Match[str], end: int) -> tuple[list[Part], int]:
    """The value that begins after an entry's sign, and where it ends."""
    start = entry.end()
    if quoted := _QUOTED.match(text, start, end):
        return list(_unescaped(text, quoted)), quoted.end()
    if entry["sign"] == "=":
        return [], start
    block = _BLOCK_SIGN.match(text, start, end)
    if not block and (start >= end or text[start] in _NOT_PROSE):
        return [], start
    last = _end_of_indented(text, start, end, len(entry["indent"]))
    first = block.end() if block else start
    comment = None if block else _COMMENT.search(text, first, last)
    return [(first, comment.start() if comment else last, None)], last


def _end_of_indented(text: str, at: int, end: int, indent: int) -> int:
    """The end of the line at ``at`` and of the lines after it that are blank or indented by more than ``indent``."""
    last = at = _next_line(text, at, end)
    while at < end:
        after = _next_line(text, at, end)
        line = text[at:after]
        if line.strip():
            if len(line) - len(line.lstrip(" \t")) <= indent:
                break
            last = after
        at = after
    return last


def _next_line(text: str, at: int, end: int) -> int:
    found = _LINE.match(text, at, end)
    return found.end() if found and found.end() > at else end


def _unescaped(text: str, quoted: re.Match[str]) -> Iterator[Part]:
    kind = quoted.lastgroup or ""
    at, end = quoted.span(kind)
    pattern = {"raw": re.compile("''"), "long_raw": re.compile("(?!)")}.get(kind, _ESCAPE)
    for found in pattern.finditer(text, at, end):
        if found.start() > at:
            yield at, found.start(), None
        yield found.start(), found.end(), _meaning(found)
        at = found.end()
    if end > at:
        yield at, end, None


def _meaning(escape: re.Match[str]) -> str:
    if escape.group() == "''":
        return "'"
    code = escape["four"] or escape["eight"] or escape["two"]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else "\ufffd"
    return {"n": " ", "t": " ", "r": " ", "\n": "", "\r": "", "\r\n": ""}.get(escape["one"], escape["one"])
