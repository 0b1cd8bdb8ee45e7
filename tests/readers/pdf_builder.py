"""Turn text we know into PDF files: columns, broken words, running heads, notes, tables, turned and cropped pages.

Only what stands in the call is in the file, so a test can compare what was read with what was written.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
MARGIN, HEAD = 72.0, 90.0
GUTTER = 22.0


@dataclass(frozen=True, slots=True)
class Part:
    """Text to be set as a ``paragraph``, ``title``, ``heading``, ``item`` or ``note``."""

    text: str
    kind: str = "paragraph"
    mark: str = ""
    """The bullet or number of an item or note."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the parts are set. Sizes are in points."""

    columns: int = 1
    size: float = 10.5
    leading: float = 13.0
    after: float = 6.0
    """Space after a paragraph; with 0 paragraphs begin with an indent."""
    hyphens: bool = False
    """Whether words are broken at line ends, wherever three letters remain on both sides."""
    across: bool = False
    """Whether lines are written row by row over all columns, as some programs do."""
    words: bool = False
    """Whether every word is an object of its own, as in files made by word processors."""
    head: str = ""
    foot: str = ""
    """Running head and foot; ``{page}`` is the number of the page."""
    notes: float = 0
    """How much of the foot of every page is kept free for notes."""
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None


@dataclass(slots=True)
class _Placed:
    x: float
    y: float
    text: str
    font: str
    size: float


@dataclass(slots=True)
class _Page:
    lines: list[_Placed] = field(default_factory=list)
    notes: list[Part] = field(default_factory=list)


_FONTS = {"heading": "Helvetica-Bold", "title": "Helvetica-Bold"}
_SIZES = {"heading": 13.0, "title": 18.0}


def pdf(parts: Iterable[Part | str], setting: Setting | None = None) -> bytes:
    """The parts one after another, in columns and on as many pages as they need. A str is a paragraph."""
    setting = setting or Setting()
    setter = _Setter(setting)
    for part in parts:
        setter.add(Part(part) if isinstance(part, str) else part)
    return _drawn(setter.finished(), setting)


class _Setter:
    """Fills columns from top to bottom and pages from left to right."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._pages = [_Page()]
        self._column = 0
        self._y = HEIGHT - HEAD
        self._bottom = HEAD + setting.notes
        self._width = (WIDTH - 2 * MARGIN - GUTTER * (setting.columns - 1)) / setting.columns

    def add(self, part: Part) -> None:
        if part.kind == "note":
            self._pages[-1].notes.append(part)
            return
        size = _SIZES.get(part.kind, self._setting.size)
        font = _FONTS.get(part.kind, "Times-Roman")
        leading = self._setting.leading * size / self._setting.size
        first = 14.0 if not self._setting.after and part.kind == "paragraph" else 0.0
        hang = 18.0 if part.kind == "item" else 0.0
        if part.kind in _FONTS:
            self._y -= 8.0
        for number, line in enumerate(self._broken(part, self._width - hang, size, font, first)):
            if self._y - leading < self._bottom:
                self._next_column()
            self._y -= leading
            x = MARGIN + self._column * (self._width + GUTTER) + hang + (first if number == 0 else 0)
            if number == 0 and part.mark:
                self._pages[-1].lines.append(_Placed(x - 14.0, self._y, part.mark, font, size))
            self._pages[-1].lines.append(_Placed(x, self._y, line, font, size))
        self._y -= self._setting.after

    def finished(self) -> list[_Page]:
        for page in self._pages:
            y = HEAD
            for note in reversed(page.notes):
                for line in reversed(self._broken(note, WIDTH - 2 * MARGIN - 8, 8.0, "Times-Roman", 0)):
                    page.lines.append(_Placed(MARGIN + 8, y, line, "Times-Roman", 8.0))
                    y += 10.0
                page.lines.append(_Placed(MARGIN + 2, y - 7.0, note.mark, "Times-Roman", 5.0))
        return self._pages

    def _next_column(self) -> None:
        self._column += 1
        self._y = HEIGHT - HEAD
        if self._column == self._setting.columns:
            self._column = 0
            self._pages.append(_Page())

    def _broken(self, part: Part, width: float, size: float, font: str, first: float) -> list[str]:
        lines, line = [], ""
        for word in part.text.split():
            rest = word
            while rest:
                room = width - (first if not lines else 0)
                joined = f"{line} {rest}" if line else rest
                if stringWidth(joined, font, size) <= room:
                    line, rest = joined, ""
                    continue
                taken, piece = self._piece(f"{line} " if line else "", rest, room, size, font)
                lines.append(f"{line} {piece}".strip())
                line, rest = "", rest[taken:]
        return [*lines, line] if line else lines

    def _piece(self, before: str, word: str, room: float, size: float, font: str) -> tuple[int, str]:
        """As much of a word as fits on the line: how many of its letters, and how they are printed, with a hyphen."""
        for at in range(len(word) - 1, 1, -1):
            if word[at - 1] == "-" and stringWidth(before + word[:at], font, size) <= room:
                return at, word[:at]
            fits = word.isalpha() and stringWidth(f"{before}{word[:at]}-", font, size) <= room
            if self._setting.hyphens and fits and at >= 3 and len(word) - at >= 3:
                return at, f"{word[:at]}-"
        return 0, ""


def drawn(*pages: Callable[[Canvas], None], password: str = "", owner: str = "") -> bytes:
    """A file of pages that the functions draw; with a password to open it, or with one for its owner only."""
    out = io.BytesIO()
    encrypt = StandardEncryption(password, ownerPassword=owner or "owner") if password or owner else None
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), pageCompression=0, invariant=1, encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture(canvas: Canvas) -> None:
    """Fill a page with a picture, as a scan does."""
    canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, WIDTH, HEIGHT)


def blank(canvas: Canvas) -> None:
    """Draw nothing."""


def lines(*texts: str, top: float = HEIGHT - 120, left: float = MARGIN, size: float = 10.5) -> Callable[[Canvas], None]:
    """Draw these lines one below the other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", size)
        for number, text in enumerate(texts):
            canvas.drawString(left, top - 1.2 * size * number, text)

    return draw


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], *, top: float = HEIGHT - 140) -> Callable[[Canvas], None]:
    """Draw a table with rulings around its cells, each cell's text broken to its width."""

    def draw(canvas: Canvas) -> None:
        edges = [MARGIN + sum(widths[:number]) for number in range(len(widths) + 1)]
        y = top
        canvas.setFont("Times-Roman", 9)
        for row in rows:
            cells = [_wrapped(text, width - 8) for text, width in zip(row, widths, strict=True)]
            height = 8 + 11 * max(map(len, cells))
            canvas.line(edges[0], y, edges[-1], y)
            for left, cell in zip(edges, cells, strict=False):
                for number, line in enumerate(cell):
                    canvas.drawString(left + 4, y - 12 - 11 * number, line)
            for edge in edges:
                canvas.line(edge, y, edge, y - height)
            y -= height
        canvas.line(edges[0], y, edges[-1], y)

    return draw


def _wrapped(text: str, width: float) -> list[str]:
    wrapped = [""]
    for word in text.split():
        joined = f"{wrapped[-1]} {word}".strip()
        if stringWidth(joined, "Times-Roman", 9) <= width:
            wrapped[-1] = joined
        else:
            wrapped.append(word)
    return wrapped


def handmade(content: bytes, *, letters: dict[int, str] | None = None, named: bool = True) -> bytes:
    """A file of one page written by hand. ``letters`` says what some codes of its font mean.

    With ``named=False`` the font is one whose glyphs have no names that mean anything.
    """
    mapped = "".join(f"<{code:02x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in (letters or {}).items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(letters or {})} beginbfchar\n{mapped}endbfchar endcmap end end"
    ).encode()
    unmapped = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 33 /LastChar 126 "
        f"/Widths [{'600 ' * 94}] /Encoding << /Type /Encoding /Differences [33 {' '.join(f'/q{n}' for n in range(94))}] >> "
        f"/CharProcs << {' '.join(f'/q{n} 6 0 R' for n in range(94))} >> /Resources << >> >>"
    )
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>" if named else unmapped
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 7 0 R >> >> >>",
        _stream(content),
        _stream(cmap),
        _stream(b"600 0 d0 0 0 500 700 re f"),
        font.encode(),
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _drawn(pages: Sequence[_Page], setting: Setting) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), pageCompression=0, invariant=1)
    for number, page in enumerate(pages, 1):
        canvas.setPageRotation(setting.rotate)
        if setting.rotate % 180:  # reportlab turns the page it is told along with the view
            canvas.setPageSize((HEIGHT, WIDTH))
        if setting.crop:
            canvas.setCropBox(setting.crop)
        placed = list(page.lines)
        if setting.across:
            placed.sort(key=lambda line: (-line.y, line.x))
        for text, y in ((setting.head, HEIGHT - 40), (setting.foot, 36)):
            if text:
                placed.insert(0, _Placed(MARGIN, y, text.format(page=number), "Times-Roman", 9.0))
        for line in placed:
            _draw(canvas, line, setting)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, line: _Placed, setting: Setting) -> None:
    canvas.setFont(line.font, line.size)
    x = line.x
    for word in line.text.split(" ") if setting.words else [line.text]:
        canvas.drawString(x, line.y, word)
        x += stringWidth(f"{word} ", line.font, line.size)
