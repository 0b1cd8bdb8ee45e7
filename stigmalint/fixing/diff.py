"""Turn a text before and after into a unified diff.

The surprise: lines end where an editor ends them and nowhere else, so that the diff can be applied; a person who looks at
it on a screen is shown every hidden character instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from stigmalint.terminal import Look, Style

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_PAINT = {"-": Style.ERROR, "+": Style.GOOD, "@": Style.ADVICE}


def diff(before: str, after: str, path: str) -> str:
    """The diff as a program reads it; empty when nothing differs."""
    return "".join(_lines(before, after, path))


def painted(diff: str, look: Look) -> str:
    """A diff as a person looks at it: each line safe to show, and in colour if ``look`` says so."""
    return "".join(f"{_painted(line, look)}\n" for line in diff.split("\n")[:-1])


def _lines(before: str, after: str, path: str) -> Iterator[str]:
    name = re.sub(r"[\r\n]", "?", path)
    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), name, name):
        ended = line.endswith(("\n", "\r"))
        yield line if ended else f"{line}\n\\ No newline at end of file\n"


def _painted(line: str, look: Look) -> str:
    head = line.startswith(("---", "+++"))
    shown = look.safe(line.removesuffix("\r").replace("\t", "    "))
    style = Style.TITLE if head else _PAINT.get(line[:1])
    return look.paint(shown, style) if style else shown
