"""Turn LaTeX's tokens into calls of the structure.

The surprise: there is no recursion. Environments and groups stand on stacks, footnotes wait until their paragraph has
ended, and what is never closed ends with the file.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable

from stigmalint.document import BlockKind
from stigmalint.readers.markdown.structure import Structure
from stigmalint.readers.tex import commands
from stigmalint.readers.tex.environments import Environments
from stigmalint.readers.tex.tokens import TOKEN, Arguments

_DOCUMENT = re.compile(r"\\begin\s?\{document\}")
_END = re.compile(r"\\end\s?\{document\}")
_TITLE = re.compile(r"\\(?:title|subtitle)\s*(?:\[[^\]\r\n]{0,400}\])?\{")
_DEEPEST = 4
"""How many headings and notes may stand inside each other."""
_QUOTES = {"``": "“", "''": "”", "`": "‘"}
_DASHES = {"--": "–", "---": "—"}
_VERBATIM = re.compile(r"([^\w\s{}*]).{0,1000}?\1|")
_MATH_ENDS = {"$": re.compile(r"(?<!\\)\$|\n[ \t]*\r?\n"), "$$": re.compile(r"\$\$")}


class Body:
    """Reads the text of a LaTeX file into a structure."""

    def __init__(self, text: str, structure: Structure) -> None:
        self._text, self._structure = text, structure
        self._arguments = Arguments(text)
        self._environments = Environments(structure, self._finish)
        self._groups: list[Callable[[], None]] = []
        self._notes: deque[tuple[int, int]] = deque()
        self._notes_seen = 0
        self._depth = 0
        self._missing = set[str]()

    def read(self) -> None:
        """Read the document; of what comes before its beginning only the title."""
        begin = _DOCUMENT.search(self._text)
        for title in _TITLE.finditer(self._text, 0, begin.start() if begin else 0):
            if group := self._arguments.group(title.end() - 1):
                self._section(1, *group)
        end = _END.search(self._text, begin.end() if begin else 0)
        self._stretch(begin.end() if begin else 0, end.start() if end else len(self._text))
        self._finish()

    def _stretch(self, at: int, end: int) -> None:
        """Read from ``at`` to ``end``, and close what is still open then."""
        groups, environments = len(self._groups), len(self._environments)
        self._depth += 1
        while found := TOKEN.search(self._text, at, end):
            self._copy(at, found.start())
            at = min(max(self._token(found), found.end()), end)
        self._copy(at, end)
        while len(self._groups) > groups:
            self._groups.pop()()
        self._environments.leave_to(environments)
        self._depth -= 1

    def _find(self, sign: str, at: int) -> int:
        """Where ``sign`` comes next, or -1; what is nowhere is not looked for twice."""
        found = -1 if sign in self._missing else self._text.find(sign, at)
        if found < 0:
            self._missing.add(sign)
        return found

    def _copy(self, start: int, end: int) -> None:
        if end > start:
            self._structure.prose.copy(start, end)

    def _finish(self, kind: BlockKind | None = None) -> None:
        """End the paragraph, and read the notes that hang on it."""
        self._structure.finish(kind or self._environments.kind)
        while self._notes and not self._groups and self._depth < _DEEPEST:
            start, end = self._notes.popleft()
            self._notes_seen += 1
            self._structure.open_note(str(self._notes_seen))
            self._stretch(start, end)
            self._structure.close()

    def _token(self, found: re.Match[str]) -> int:
        """Do what a token says; the offset to go on from."""
        kind = found.lastgroup or ""
        if kind in ("command", "star"):
            return self._command(found["command"], found.end())
        if kind in ("begin", "end"):
            return self._environment(found)
        if kind in ("symbol", "math"):
            return (self._symbol if kind == "symbol" else self._math)(found)
        self._sign(kind, found)
        return found.end()

    def _sign(self, kind: str, found: re.Match[str]) -> None:
        start, end = found.span()
        if kind == "open":
            self._groups.append(lambda: None)
        elif kind == "close" and self._groups:
            self._groups.pop()()
        elif kind == "blank":
            self._finish()
        elif kind == "cell" and self._environments.in_table:
            self._environments.cell()
        elif kind in ("tie", "dash", "quote"):
            sign = found.group()
            self._structure.prose.stand_in(start, end, {"~": " ", **_DASHES, **_QUOTES}[sign])

    # -- commands

    def _command(self, name: str, at: int) -> int:
        """Do what a command says; the offset to go on from."""
        arguments = self._arguments
        if name in commands.LETTERS:
            self._structure.prose.stand_in(at - 1, at, commands.LETTERS[name])
            return at
        if name == "verb":
            return self._verbatim(at)
        if name in commands.HIDDEN or commands.is_citation(name):
            return self._after_groups(at)
        if name == "item":
            self._environments.item()
            return self._label(at)
        at = arguments.options(arguments.after(at, commands.NOT_PROSE_FIRST.get(name, 0)))
        group = arguments.group(at)
        return self._argument(name, *group) if group else self._without_argument(name, at)

    def _without_argument(self, name: str, at: int) -> int:
        if name in ("par", "newpage", "clearpage"):
            self._finish()
        elif name in ("def", "let", "edef", "gdef"):
            brace = self._text.find("{", at, at + 200)
            return self._arguments.after(brace, 1) if brace >= 0 else at
        elif commands.is_accent(name):
            return self._accent(name, at)
        return at

    def _argument(self, name: str, start: int, end: int) -> int:
        """Take the argument of a command out of the text around it, or go into it; the offset to go on from."""
        if commands.is_accent(name):
            return self._accent(name, start - 1)
        if name in commands.NOTES:
            self._notes.append((start, end))
            return end + 1
        if (name in commands.SECTIONS or name in commands.TITLES) and self._depth < _DEEPEST:
            self._section(commands.SECTIONS.get(name, 1), start, end)
            return end + 1
        if name in commands.CAPTIONS:
            self._finish()
            self._groups.append(lambda: self._finish(BlockKind.CAPTION))
        elif mark := commands.MARKS.get(name):
            self._structure.prose.open(mark)
            self._groups.append(lambda: self._structure.prose.close(mark))
        else:
            self._groups.append(lambda: None)
        return start

    def _after_groups(self, at: int) -> int:
        for _, end in self._arguments.groups(at):
            at = end + 1
        return self._arguments.options(at)

    def _section(self, level: int, start: int, end: int) -> None:
        self._finish()
        self._structure.open_heading(level)
        self._stretch(start, end)
        self._structure.close_heading(level)
        self._finish()

    def _verbatim(self, at: int) -> int:
        """Inline code between two equal signs."""
        at += self._text.startswith("*", at)
        found = _VERBATIM.match(self._text, at)
        if not found or not found.group():
            return at
        self._code(at + 1, found.end() - 1)
        return found.end()

    def _code(self, start: int, end: int) -> None:
        self._structure.prose.open("code")
        self._copy(start, end)
        self._structure.prose.close("code")

    def _symbol(self, found: re.Match[str]) -> int:
        """A backslash and one sign: white space, mathematics, an accent, or the sign itself."""
        sign, at = found["symbol"], found.end()
        if sign == "\\" and self._environments.in_table:
            self._environments.row()
            return self._arguments.options(at)
        if sign in commands.SPACES:
            self._structure.prose.stand_in(found.start(), at, " " if sign not in "/!" else "")
        elif sign in "([":
            end = self._find("\\)" if sign == "(" else "\\]", at)
            return self._formula(at, end if end >= 0 else at, 2)
        elif commands.is_accent(sign):
            return self._accent(sign, at)
        elif sign != "-":
            self._copy(at - 1, at)
        return at

    def _accent(self, name: str, at: int) -> int:
        """A letter with an accent, in braces or not."""
        group = self._arguments.group(at)
        start, end = group or (at, at + 1)
        letter = self._text[start:end].removeprefix("\\").strip()
        if len(letter) != 1 or not letter.isalpha():
            return at
        end += bool(group)
        self._structure.prose.stand_in(at, end, commands.accented(name, letter))
        return end

    def _math(self, found: re.Match[str]) -> int:
        sign = found.group()
        end = _MATH_ENDS[sign].search(self._text, found.end())
        if not end or end.group() != sign:
            self._copy(*found.span())
            return found.end()
        return self._formula(found.end(), end.start(), len(sign))

    def _formula(self, start: int, end: int, width: int) -> int:
        if end > start:
            self._code(start, end)
        return end + width if end > start else start

    # -- environments

    def _environment(self, found: re.Match[str]) -> int:
        """Begin or end an environment; the offset to go on from."""
        name, at = found["begin"], found.end()
        if name is None:
            self._environments.leave(found["end"])
            return at
        if name in commands.SKIPPED:
            self._structure.interrupt()
            end = self._find(f"\\end{{{name}}}", at)
            return end + len(name) + 6 if end >= 0 else at
        self._environments.enter(name)
        at = self._arguments.options(self._arguments.after(at, commands.ARGUMENTS.get(name, 0)))
        title = self._arguments.group(at) if name == "frame" else None
        if title and self._depth < _DEEPEST:
            self._section(4, *title)
        return title[1] + 1 if title else at

    def _label(self, at: int) -> int:
        """The label of an item, which stands in brackets before its text."""
        end = self._arguments.options(at)
        if end > at:
            self._copy(self._text.index("[", at) + 1, end - 1)
            self._structure.prose.stand_in(end - 1, end, " ")
        return end
