"""Turn pieces of a line that stand close on one baseline into one line."""

from __future__ import annotations

from collections.abc import Iterable

from stigmalint.readers.pdf.lines import Line
from stigmalint.readers.pdf.markers import is_marker


def rows_joined(lines: Iterable[Line]) -> list[Line]:
    """The lines with close neighbours on one baseline joined: PDFium breaks a line after a raised note number."""
    joined: list[Line] = []
    for line in lines:
        if joined and is_row(joined[-1], line, 3.5 if is_marker(joined[-1].text) else 0.9):
            joined[-1] = join(joined[-1], line)
        elif joined and is_row(line, joined[-1], 0.9):  # the number of a note may be written after the note
            joined[-1] = join(line, joined[-1])
        else:
            joined.append(line)
    return joined


def join(before: Line, after: Line) -> Line:
    """One line made of two on the same baseline."""
    spaced = after.left - before.right > 0.12 * max(before.size, after.size)
    main = before if before.right - before.left >= after.right - after.left else after
    return before._replace(
        runs=(*before.runs, after.runs[0]._replace(spaced=spaced), *after.runs[1:]),
        right=max(before.right, after.right),
        baseline=main.baseline,
        size=main.size,
        text=before.text + (" " if spaced else "") + after.text,
        broken=after.broken,
    )


def is_row(before: Line, after: Line, gap: float) -> bool:
    """Whether two lines are one: on one baseline, and at most ``gap`` times their size apart."""
    size = max(before.size, after.size)
    raised = min(before.size, after.size) < 0.8 * size
    level = abs(after.baseline - before.baseline) < (0.5 if raised else 0.35) * size
    return level and not before.broken and -0.2 * size < after.left - before.right < gap * size
