"""Turn LaTeX into tokens, and braces into pairs, each in one pass over the text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator

_BREAK = r"(?:\r\n|\n|\r)"
TOKEN = re.compile(
    rf"""
      (?P<comment>%[^\r\n]*{_BREAK}?[ \t]*)
    | \\begin\s?{{(?P<begin>[\w*@:-]{{1,60}})}}
    | \\end\s?{{(?P<end>[\w*@:-]{{1,60}})}}
    | \\(?P<command>[A-Za-z@]+)(?P<star>\*?)[ \t]*(?:{_BREAK}(?![ \t]*[\r\n])[ \t]*)?
    | \\(?P<symbol>.)
    | (?P<math>\$\$?)
    | (?P<open>{{)
    | (?P<close>}})
    | (?P<cell>&)
    | (?P<tie>~)
    | (?P<dash>---?)
    | (?P<quote>``|''|`)
    | (?P<blank>{_BREAK}[ \t]*{_BREAK}\s*)
    """,
    re.VERBOSE | re.DOTALL,
)
"""What means more in LaTeX than itself."""
_BRACE = re.compile(r"\\.|%[^\r\n]*|[{}]", re.DOTALL)
_OPTION = re.compile(r"\s?\[[^\[\]{}\r\n]{0,400}(?:\{[^{}\r\n]{0,200}\}[^\[\]{}\r\n]{0,200}){0,8}\]")


class Arguments:
    """Finds where the arguments of a command end. Braces are paired once, so that no search is ever long."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts, self._ends = array("Q"), array("Q")
        opened: list[int] = []
        for found in _BRACE.finditer(text):
            if found.group() == "{":
                opened.append(len(self._starts))
                self._starts.append(found.start())
                self._ends.append(len(text))
            elif found.group() == "}" and opened:
                self._ends[opened.pop()] = found.start()

    def group(self, at: int) -> tuple[int, int] | None:
        """What stands between the braces that open at ``at`` (white space before them aside) and are closed."""
        while at < len(self._text) and self._text[at] in " \t":
            at += 1
        number = bisect_left(self._starts, at)
        if number == len(self._starts) or self._starts[number] != at or self._ends[number] == len(self._text):
            return None
        return at + 1, self._ends[number]

    def options(self, at: int) -> int:
        """Where the ``[…]`` at ``at`` ends; ``at`` itself when there is none."""
        found = _OPTION.match(self._text, at)
        return found.end() if found else at

    def after(self, at: int, count: int) -> int:
        """Where ``count`` arguments in braces end, and the options before and between them."""
        for _ in range(count):
            at = self.options(at)
            group = self.group(at)
            if group is None:
                return at
            at = group[1] + 1
        return at

    def groups(self, at: int) -> Iterator[tuple[int, int]]:
        """The arguments in braces that follow each other."""
        while group := self.group(self.options(at)):
            yield group
            at = group[1] + 1
