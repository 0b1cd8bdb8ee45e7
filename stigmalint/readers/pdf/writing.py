"""Turn the lines of a paragraph into the text of a block, every character tied to the page it stands on.

Line breaks become spaces, words broken at line ends become whole, note numbers are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stigmalint.document import BlockBuilder, MarkKind, Span, Stream
from stigmalint.readers.addresses import mark_addresses
from stigmalint.readers.pdf.fonts import BOLD, ITALIC, RAISED
from stigmalint.readers.pdf.hyphens import Hyphens
from stigmalint.readers.pdf.lines import Line
from stigmalint.readers.pdf.paragraphs import Paragraph

_VISIBLE_HYPHENS = ("-", "\u2010")


class Writer:
    """Writes paragraphs; stream ``n`` is the text of page ``n + 1``."""

    def __init__(self, streams: Sequence[Stream], hyphens: Hyphens) -> None:
        self._streams = streams
        self._hyphens = hyphens

    def write(self, lines: Sequence[Line], skip: int = 0) -> BlockBuilder:
        """A builder that holds the lines but for the first ``skip`` characters."""
        builder = BlockBuilder(self._streams)
        styles: list[tuple[Span, int]] = []
        for line, after in zip(lines, (*lines[1:], None), strict=True):
            hyphen = 1 if after and not line.broken and _ends_in_hyphen(line, after) else 0
            self._line(builder, line, hyphen, skip, styles)
            if after:
                self._break(builder, line, line.end - hyphen, after)
            elif line.broken:
                builder.replace(line.page - 1, line.end, line.end + 1, "-")
            skip = 0
        _mark(builder, MarkKind.EMPHASIS, ITALIC, styles)
        _mark(builder, MarkKind.STRONG, BOLD, styles)
        mark_addresses(builder)
        return builder

    def note_mark(self, paragraph: Paragraph) -> str:
        """The number or sign a note begins with."""
        line = paragraph.lines[0]
        first = line.runs[0]
        raised = self._streams[line.page - 1].text[first.start : first.end] if first.style == RAISED else ""
        return raised or line.text[: paragraph.skip].strip(" .)")

    def _line(self, builder: BlockBuilder, line: Line, hyphen: int, skip: int, styles: list[tuple[Span, int]]) -> None:
        """Write a line but for its first ``skip`` characters and the ``hyphen`` at its end."""
        at, page = line.start, line.page - 1
        for run in line.runs:
            if run.spaced and run is not line.runs[0]:
                builder.replace(page, at, max(at, run.start), " ")
                skip = max(0, skip - 1)
            at = run.end
            if run.style != RAISED:
                before, end = len(builder), run.end - (hyphen if run is line.runs[-1] else 0)
                builder.keep(page, min(run.start + skip, end), end)
                skip = max(0, skip - (run.end - run.start))
                styles.append((Span(before, len(builder)), run.style))

    def _break(self, builder: BlockBuilder, line: Line, end: int, after: Line) -> None:
        """What stands for the break between two lines: a space, or for a broken word a hyphen or nothing."""
        page = line.page - 1
        if line.broken or end < line.end:
            if self._hyphens.keeps(line.text.rstrip("".join(_VISIBLE_HYPHENS)), after.text):
                builder.replace(page, end, end + 1, "-")
        else:
            builder.replace(page, end, after.start if after.page == line.page and after.start > end else end, " ")


def _ends_in_hyphen(line: Line, after: Line) -> bool:
    return line.text.endswith(_VISIBLE_HYPHENS) and line.text[-2:-1].isalpha() and after.text[:1].isalpha()


def _mark(builder: BlockBuilder, kind: MarkKind, bit: int, styles: Iterable[tuple[Span, int]]) -> None:
    """Mark what is set apart by a bit of its style; what is set so from end to end stands out from nothing."""
    for span in _touching(span for span, style in styles if style & bit):
        if len(span) < len(builder):
            builder.add_mark(kind, span.start, span.end)


def _touching(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those joined that only a space parts."""
    last: Span | None = None
    for span in spans:
        if last and span.start <= last.end + 1:
            last = Span(last.start, span.end)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
