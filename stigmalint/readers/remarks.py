"""Turn the comments of a text file that are addressed to stigmalint into remarks.

The surprise: a file without the name “stigmalint” in it is not searched at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from stigmalint.document import Remark, Span

_ADDRESSED = re.compile(r"\s*stigmalint(?:\s*:|[\s-]+(?:ignore|disable|enable))", re.IGNORECASE)


class Signs(NamedTuple):
    """What begins a comment (as a pattern) and what ends it; a comment without an ``end`` goes on to the end of its line."""

    begin: re.Pattern[str]
    end: str = ""


_OURS = r"(?=\s*stigmalint\b)"
HTML = Signs(re.compile(rf"<!--{_OURS}", re.IGNORECASE), "-->")
MDX = Signs(re.compile(rf"\{{\s*/\*{_OURS}", re.IGNORECASE), "*/}")
RST = Signs(re.compile(rf"^[ \t]*\.\.[ \t]{_OURS}", re.IGNORECASE | re.MULTILINE))
TEX = Signs(re.compile(rf"(?<!\\)%+{_OURS}", re.IGNORECASE))


def may_hold_remarks(text: str) -> bool:
    """Whether a file can have remarks: a quick look, with or without a capital S."""
    return "tigmalint" in text


def is_addressed(comment: str) -> bool:
    """Whether a comment, without its signs, is addressed to stigmalint."""
    return _ADDRESSED.match(comment) is not None


def remarks(text: str, *signs: Signs, apart_from: Collection[Span] = ()) -> tuple[Remark, ...]:
    """The remarks in a text of one stream, in order, apart from those that begin inside some spans (code)."""
    if not may_hold_remarks(text):
        return ()
    found = sorted((remark for each in signs for remark in _with_signs(text, each)), key=lambda remark: remark.span)
    return tuple(remark for remark in found if not any(span.start <= remark.span.start < span.end for span in apart_from))


def _with_signs(text: str, signs: Signs) -> Iterator[Remark]:
    at = 0
    while begun := signs.begin.search(text, at):
        ended = _end(text, begun.end(), signs.end)
        if ended is None:
            return
        inside, at = text[begun.end() : ended[0]], ended[1]
        if is_addressed(inside):
            yield Remark(inside.strip(), 0, Span(begun.start(), at))


def _end(text: str, start: int, sign: str) -> tuple[int, int] | None:
    """Where the words of a comment end and where its sign does; ``None`` for a comment that nothing ends."""
    if not sign:
        line_end = re.compile(r"[\r\n]|\Z").search(text, start)
        at = line_end.start() if line_end else len(text)
        return at, at
    at = text.find(sign, start)
    return None if at < 0 else (at, at + len(sign))
