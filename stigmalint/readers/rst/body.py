"""Turn the lines of reStructuredText into calls of the structure: sections, paragraphs, lists, notes, directives and tables.

The surprise: everything is told by indentation. A run of lines is read for the depth it stands at, and what is deeper is
handed to the same reading again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from stigmalint.document import BlockKind
from stigmalint.readers.markdown.structure import Structure
from stigmalint.readers.rst.directives import Directive, Role, directive
from stigmalint.readers.rst.inline import add_inline
from stigmalint.readers.rst.lines import Line, end_of_indented, end_of_paragraph
from stigmalint.readers.rst.tables import Cell, end_of_grid, end_of_simple, grid_rows, is_grid, is_simple, simple_rows

_BULLET = re.compile(r"[*+\-•‣⁃](?:\s+|\Z)")
_NUMBER = re.compile(r"(?:\((?:\d+|[A-Za-z]|[ivxlcIVXLC]+|#)\)|(?:\d+|[A-Za-z]|[ivxlcIVXLC]+|#)[.)])(?:\s+|\Z)")
_FIELD = re.compile(r":(?!\s)(?:[^:\\\r\n]|\\.|:(?!\s|\Z|`))+:(?:\s+|\Z)")
_NOTE = re.compile(r"\.\.\s+\[(?P<label>[^\]\r\n]+)\](?:\s+|\Z)")
_EXPLICIT = re.compile(r"\.\.(?:\s|\Z)")
_DEEPEST = 40
"""Deeper than any author indents; what is deeper is read as one paragraph."""


class Body:
    """Reads lines into a structure."""

    def __init__(self, text: str, structure: Structure) -> None:
        self._text, self._structure = text, structure
        self._styles: list[str] = []
        self._depth = 0

    def read(self, lines: Sequence[Line]) -> None:
        """Read a run of lines that belong together: the whole file, a list item, the content of a directive."""
        self._depth += 1
        at, base = 0, min((line.indent for line in lines if line.text), default=0)
        while at < len(lines):
            at = at + 1 if not lines[at].text else self._read_at(lines, at, base)
        self._depth -= 1

    def _read_at(self, lines: Sequence[Line], at: int, base: int) -> int:
        """Read what begins at a line, and say where it ends."""
        line = lines[at]
        if self._depth > _DEEPEST:
            return self._paragraph(lines, at)
        if line.indent > base:
            return self._quote(lines, at, base)
        for matches, read in self._readings():
            if matches(line.text):
                return read(lines, at)
        return self._title(lines, at) or self._table(lines, at) or self._paragraph(lines, at)

    def _readings(self) -> tuple[tuple[Callable[[str], object], Callable[[Sequence[Line], int], int]], ...]:
        return (
            (_NOTE.match, self._note),
            (_EXPLICIT.match, self._explicit),
            (_BULLET.match, lambda lines, at: self._list(lines, at, _BULLET)),
            (_NUMBER.match, lambda lines, at: self._list(lines, at, _NUMBER)),
            (_FIELD.match, self._field),
            (lambda text: text.startswith(">>> "), end_of_paragraph),
            (lambda text: text.startswith("__ "), lambda lines, at: end_of_indented(lines, at + 1, lines[at].indent)),
            (lambda text: text.startswith("| "), self._lines),
        )

    def _title(self, lines: Sequence[Line], at: int) -> int:
        """A section title or a line across the page; 0 when it is neither."""
        one, two, three = (lines[at + n] if at + n < len(lines) else None for n in range(3))
        if one is None or two is None:
            return 0
        if one.adornment and three and three.adornment == one.adornment and two.text and len(one.text) > 2 and not two.adornment:
            return self._heading(two, one.adornment * 2, at + 3)
        if two.adornment and not one.adornment and len(two.text) >= min(len(one.text), 4) and two.indent == one.indent:
            return self._heading(one, two.adornment, at + 2)
        if one.adornment and len(one.text) >= 4 and not two.text:
            self._structure.interrupt()
            return at + 1
        return 0

    def _heading(self, line: Line, style: str, end: int) -> int:
        if style not in self._styles:
            self._styles.append(style)
        level = self._styles.index(style) + 1
        self._structure.open_heading(level)
        self._add(line.start, line.end)
        self._structure.close_heading(level)
        return end

    def _paragraph(self, lines: Sequence[Line], at: int) -> int:
        """A paragraph, or a term with its definition below; after “::” comes something literal."""
        end = end_of_paragraph(lines, at)
        last = lines[end - 1]
        literal = last.text.endswith("::")
        self._structure.finish()
        self._add(lines[at].start, last.end - literal - (last.text == "::"))
        self._structure.finish()
        if literal:
            return self._literal(lines, end, last.indent)
        if end == at + 1 and end < len(lines) and lines[end].text and lines[end].indent > last.indent:
            return self._deeper(lines, end, last.indent)
        return end

    def _literal(self, lines: Sequence[Line], at: int, indent: int) -> int:
        """Where the literal block ends that comes next: what is deeper, or a paragraph quoted with signs."""
        end = end_of_indented(lines, at, indent)
        if any(line.text for line in lines[at:end]) or end == len(lines):
            return end
        return end_of_paragraph(lines, end) if lines[end].text[0] in ">|" else end

    def _deeper(self, lines: Sequence[Line], at: int, indent: int) -> int:
        end = end_of_indented(lines, at, indent)
        self.read(lines[at:end])
        return end

    def _quote(self, lines: Sequence[Line], at: int, base: int) -> int:
        self._structure.open_quote()
        end = self._deeper(lines, at, base)
        self._structure.close()
        return end

    def _list(self, lines: Sequence[Line], at: int, marker: re.Pattern[str]) -> int:
        """A list, item by item."""
        indent = lines[at].indent
        self._structure.open_list()
        while at < len(lines) and lines[at].indent == indent and (found := marker.match(lines[at].text)):
            self._structure.open_item()
            at = self._inside(lines, at, found.end())
            self._structure.close()
        self._structure.close(is_list=True)
        return at

    def _inside(self, lines: Sequence[Line], at: int, width: int) -> int:
        """Read what follows a marker, and the lines after it that are deeper."""
        end = end_of_indented(lines, at + 1, lines[at].indent)
        first, rest = lines[at].after(width), lines[at + 1 : end]
        depth = min((line.indent for line in rest if line.text), default=first.indent)
        self.read([first._replace(indent=depth), *rest])
        return end

    def _field(self, lines: Sequence[Line], at: int) -> int:
        found = _FIELD.match(lines[at].text)
        return self._inside(lines, at, found.end() if found else 0)

    def _note(self, lines: Sequence[Line], at: int) -> int:
        found = _NOTE.match(lines[at].text)
        self._structure.open_note(found["label"].lstrip("#") if found else "")
        end = self._inside(lines, at, found.end() if found else 0)
        self._structure.close()
        return end

    def _lines(self, lines: Sequence[Line], at: int) -> int:
        """A block of lines that are kept apart, as in a poem or an address."""
        end = end_of_paragraph(lines, at)
        self._structure.finish()
        for line in lines[at:end]:
            self._structure.prose.stand_in(line.start, line.start, " ")
            self._add(line.after(1).start, line.end)
        self._structure.finish()
        return end

    def _explicit(self, lines: Sequence[Line], at: int) -> int:
        """A directive, a target or a comment."""
        end = end_of_indented(lines, at + 1, lines[at].indent)
        if found := directive(lines[at:end]):
            self._directive(found)
        return end

    def _directive(self, found: Directive) -> None:
        if found.alternative:
            self._structure.open_image()
            self._add(found.alternative.start, found.alternative.end)
            self._structure.close_image()
        if found.role is Role.CODE:
            self._structure.interrupt()
            return
        (self._structure.open_quote if found.role is Role.QUOTE else self._structure.open_aside)()
        self.read(found.content)
        self._structure.close()

    def _table(self, lines: Sequence[Line], at: int) -> int:
        """A table; 0 when there is none."""
        if is_grid(lines[at]):
            end = end_of_grid(lines, at)
            self._rows(grid_rows(lines[at:end]))
        elif is_simple(lines[at]):
            end = end_of_simple(lines, at)
            self._rows(simple_rows(lines[at:end]))
        else:
            return 0
        return end

    def _rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._structure.open_table()
        for row in rows:
            self._structure.open_row()
            for cell in row:
                self._structure.open_cell()
                for start, end in cell:
                    self._structure.prose.stand_in(start, start, " ")
                    self._add(start, end)
                self._structure.finish(BlockKind.TABLE_CELL)
            self._structure.close_cell()
        self._structure.close_table()

    def _add(self, start: int, end: int) -> None:
        if end > start:
            add_inline(self._structure.prose, self._text, start, end)
