"""Turn a region's lines into paragraphs: where the print says that one ends and the next begins.

Done twice over. First the breaks that print shows by itself: space, size, indentation, list signs. Then, within what is
left, lines that end early: a line is full when the next word would not have fitted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from stigmalint.document import BlockKind
from stigmalint.readers.pdf.columns import Region
from stigmalint.readers.pdf.fonts import BOLD, FONT, RAISED
from stigmalint.readers.pdf.lines import Line
from stigmalint.readers.pdf.markers import bullet, is_caption, is_final, note, number

Kind = TypeVar("Kind")

_LARGER = 1.12
"""Text this many times as large as usual is a heading, if it is short."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. ``skip`` is the length of the list sign or note number its first line begins with."""

    lines: tuple[Line, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    skip: int = 0
    ends_early: bool = True
    """Whether its last line is not full, so that it need not go on in the next column."""
    indent: float = 0
    """How far its first line stands from the left of its region, in points."""

    @property
    def text(self) -> str:
        """Its lines' words, broken words still broken."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its longest line, in points."""
        return max(self.lines, key=lambda line: len(line.text)).size if len(self.lines) > 1 else self.lines[0].size


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the size of its text, and the distance of lines of each size, in points."""

    size: float
    font: int
    """The number of the font most of the text is in."""
    leading: dict[int, float]

    def usual_leading(self, size: float) -> float:
        """The usual distance between baselines of lines of this size."""
        return self.leading.get(round(2 * size), 1.22 * size)


def measure(regions: Iterable[Region]) -> Measure:
    """The measure of a document, from all its regions."""
    sizes, fonts, distances = Counter[float](), Counter[int](), dict[int, Counter[float]]()
    for region in regions:
        for line in region:
            sizes[round(line.size * 4) / 4] += len(line.text)
            fonts[line.style // FONT] += len(line.text)
        for size, distance in _distances(region):
            distances.setdefault(round(2 * size), Counter())[distance] += 1
    leading = {size: _usual(counted) for size, counted in distances.items()}
    return Measure(_most(sizes, 10.0), _most(fonts, 0), leading)


def _most(counted: Counter[Kind], otherwise: Kind) -> Kind:
    return max(counted, key=counted.__getitem__, default=otherwise)


def _distances(region: Region) -> Iterator[tuple[float, float]]:
    for before, after in pairwise(region):
        distance = after.baseline - before.baseline
        if 0.5 * before.size < distance < 2.8 * before.size and abs(after.size - before.size) < 0.3:
            yield before.size, round(distance * 4) / 4


def _usual(counted: Counter[float]) -> float:
    """The smallest of the common distances: the larger ones part paragraphs."""
    most = max(counted.values())
    return min(distance for distance, count in counted.items() if 3 * count >= most)


def paragraphs(region: Region, usual: Measure) -> list[Paragraph]:
    """The paragraphs of a region, from top to bottom."""
    found = []
    left, region_right = min((line.left for line in region), default=0), max((line.right for line in region), default=0)
    beside = {line for pair in pairwise(region) if abs(pair[0].baseline - pair[1].baseline) < 0.5 * pair[0].size for line in pair}
    for group in _split(region, lambda lines, after: _visible_break(lines, after, usual)):
        right = max(line.right for line in group) if len(group) > 2 else region_right
        for lines in _split(group, lambda lines, after: _early_end(lines[-1], after, right, usual)):  # noqa: B023  used at once
            in_row = any(line in beside for line in lines)
            found.append(_described(lines, usual, left, right, in_row=in_row))
    return found


def _split(lines: Sequence[Line], breaks: Callable[[list[Line], Line], bool]) -> Iterator[list[Line]]:
    """Lines in groups; ``breaks`` is asked whether one ends before the next line."""
    group: list[Line] = []
    for line in lines:
        if group and breaks(group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _visible_break(lines: Sequence[Line], after: Line, usual: Measure) -> bool:
    """Whether space, place, size, weight, a list sign or an indent parts a line from those before."""
    before = lines[-1]
    size, distance = max(before.size, after.size), after.baseline - before.baseline
    if distance < 0.5 * size or after.left > before.right or after.right < before.left or not before.text or not after.text:
        return True
    if distance > usual.usual_leading(min(before.size, after.size)) + 0.28 * size or abs(after.size - before.size) > 0.1 * size:
        return True
    if before.broken:
        return False
    if distance > usual.usual_leading(size) + 0.1 * size and is_final(before.text) and not after.text[:1].islower():
        return True
    return _begins_item(before, after, usual) or _changes_font(before, after) or _indents(lines, after, usual)


def _begins_item(before: Line, after: Line, usual: Measure) -> bool:
    if bullet(after.text) or after.runs[0].style == RAISED:
        return True
    if after.size < 0.95 * usual.size and note(after.text) and is_final(before.text):
        return True
    ends = is_final(before.text) or before.text.endswith((";", ",", " and", " or"))
    return number(after.text) > 0 and (ends or bool(number(before.text)) or before.left > after.left)


def _changes_font(before: Line, after: Line) -> bool:
    """Whether one of the lines is set apart from the other as a whole, and not by chance."""
    bolder = (before.style ^ after.style) & BOLD
    fonts = before.style // FONT, after.style // FONT
    if not bolder and (fonts[0] == fonts[1] or 0 in fonts):
        return False
    return is_final(before.text) or not after.text[:1].islower()


def _indents(lines: Sequence[Line], after: Line, usual: Measure) -> bool:
    """Whether ``after`` is set further in than its paragraph, or further out than anything but a first line."""
    before = lines[-1]
    if before.size > _LARGER * usual.size:
        return False  # headings are often centred
    first = len(lines) == 1 or (is_final(lines[-2].text) and not before.text[:1].islower())
    step = 0.7 * before.size
    if after.left > before.left + step:
        hangs = first and (bullet(before.text) or number(before.text) or before.runs[0].style == RAISED)
        return not hangs and (is_final(before.text) or not after.text[:1].islower())
    if after.left < before.left - step:
        return not first or bool(bullet(before.text))
    return False


def _early_end(before: Line, after: Line, right: float, usual: Measure) -> bool:
    """Whether the next word would have fitted on the line, and nothing says that the sentence goes on."""
    if before.broken or before.right + after.lead + before.size >= right:
        return False
    return is_final(before.text) or not (after.text[:1].islower() or before.size > _LARGER * usual.size)


def _described(lines: list[Line], usual: Measure, left: float, right: float, *, in_row: bool) -> Paragraph:
    early = right - lines[-1].right > 3 * lines[-1].size
    paragraph = Paragraph(tuple(lines), ends_early=early, indent=lines[0].left - left)
    text = lines[0].text
    if not in_row and _is_heading(paragraph, usual):
        return replace(paragraph, kind=BlockKind.HEADING)
    if is_caption(text) and len(lines) <= 4:
        return replace(paragraph, kind=BlockKind.CAPTION)
    skip = bullet(text) or number(text)
    return replace(paragraph, kind=BlockKind.LIST_ITEM, skip=skip) if skip else paragraph


def _is_heading(paragraph: Paragraph, usual: Measure) -> bool:
    """Whether it is short, and larger or bolder than the text, or in capitals."""
    text, lines = paragraph.text, paragraph.lines
    if len(lines) > 4 or len(text) > 200 or not any(letter.isalpha() for letter in text):
        return False
    if paragraph.size > _LARGER * usual.size:
        return not (text.endswith((".", ",", ";")) and len(text) > 60)
    short = len(lines) <= 2 and len(text) <= 120 and not (text.endswith((".", ",", ";")) and len(text) > 40)
    if not short or paragraph.size < 0.93 * usual.size:
        return False
    if all(line.style & BOLD for line in lines):
        return True
    if text.endswith((".", ",", ";")):
        return False
    apart = all(line.style // FONT not in (0, usual.font) for line in lines)
    return apart or (text.isupper() and len(text) > 5 and len(lines) == 1)
