"""Turn random choices into Word files whose text is known: what must be read, block by block.

The surprise: the text is drawn first and then torn. It is cut anywhere, also inside words, the pieces put into every kind
of wrapping, and what must not be read (deleted, moved away, hidden, field instructions) scattered between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from tests.readers import docx_builder as made

_WORDS = (
    "policy staff people support naïve café Überprüfung service recovery harm housing “quoted” (b) 24/7 co\u2011operate "
    "treat\u00adment person’s fi\ufb01ne 𝒳𝒴 東京 e.g. review — line\nbreak tab\tstop & <angle> no\u00a0break U.S."
).split(" ")
_UNSHOWN = ("SECRET", "gone before", " away ", "x")
_PROPERTIES = ("", "<w:b/>", "<w:i/><w:sz w:val='20'/>", "<w:b w:val='0'/>", "<w:rFonts w:ascii='Arial'/>")
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class Expected(NamedTuple):
    """A block that must be read."""

    kind: str
    part: str | None
    cell: tuple[int, int, int] | None
    text: str


@dataclass
class Known:
    """A Word file and the blocks in it, in reading order."""

    data: bytes
    blocks: list[Expected]


def known_document(random: Random) -> Known:
    """A file with body, tables, boxes, notes, comments, headers and footers, and what must be read of it."""
    return _Maker(random).document()


def shown(text: str) -> str:
    """Text as a block holds it: white space folded, nothing without width, ligatures spelled out."""
    text = re.sub(rf"[{_NO_WIDTH}]", "", text).replace("\ufb01", "fi")
    return re.sub(r"[^\S\u00a0]+", " ", text).strip(" ")


@dataclass
class _Maker:
    random: Random
    blocks: list[Expected] = field(default_factory=list)
    later: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)
    tables: int = 0

    def document(self) -> Known:
        body = "".join(self.body() for _ in range(self.random.randint(1, 5)))
        body += made.page_parts(header="rId1", first_footer="rId2")
        parts = {
            "header1.xml": ("header", made.part("w:hdr", self.plain("header", "header"))),
            "footer1.xml": ("footer", made.part("w:ftr", self.plain("footer", "first-page footer"))),
            **{f"{kind}s.xml": (f"{kind}s", self.notes(kind)) for kind in ("footnote", "endnote", "comment")},
        }
        return Known(made.docx(body, parts=parts, strict=self.random.random() < 0.3), self.blocks)

    def text(self, most: int = 12) -> str:
        return " ".join(self.random.choice(_WORDS) for _ in range(self.random.randint(1, most)))

    def body(self) -> str:
        choices: tuple[Callable[[], str], ...] = (
            lambda: self.plain("paragraph"),
            lambda: self.plain("paragraph"),
            lambda: made.control(self.plain("paragraph")),
            lambda: self.plain("heading", style="Heading2"),
            lambda: self.plain("list item", item=(1, self.random.randint(0, 2))),
            lambda: self.plain("quotation", style="Quote"),
            lambda: made.paragraph(made.deleted("all of it is gone"), properties=made.DELETED_MARK),
            self.joined,
            self.table,
        )
        return self.random.choice(choices)()

    def plain(self, kind: str, part: str | None = None, cell: tuple[int, int, int] | None = None, **looks: object) -> str:
        """A paragraph whose text is torn into runs; boxes that hang on it follow it."""
        text = self.text()
        self.blocks.append(Expected(kind, part, cell, shown(text)))
        return made.paragraph(self.torn(text), self.hanging(part), **looks)

    def joined(self) -> str:
        """Two paragraphs between which the end was deleted: they are read as one."""
        first, second = self.text(), self.text()
        self.blocks.append(Expected("paragraph", None, None, shown(first + second)))
        return made.paragraph(self.torn(first), properties=made.DELETED_MARK) + made.paragraph(self.torn(second))

    def hanging(self, part: str | None) -> str:
        if part is not None or self.random.random() < 0.7:
            return ""
        kind = self.random.choice(("box", "old box", "footnote", "endnote", "comment"))
        if "box" in kind:
            content = self.plain("text box", "text box")
            return (made.text_box if kind == "box" else made.old_text_box)(content)
        found = self.later.setdefault(kind, [])
        found.append((id := 10 + 7 * len(found), text := self.text(), self.torn(text)))
        return made.note_reference(kind, id)

    def notes(self, kind: str) -> str:
        found = self.later.get(kind, [])
        self.blocks += [Expected(kind, f"{kind} {n}", None, shown(text)) for n, (_, text, _) in enumerate(found, 1)]
        return made.notes(kind, {id: made.paragraph(runs) for id, _, runs in found})

    def table(self, depth: int = 0) -> str:
        self.tables += 1
        number, width = self.tables, self.random.randint(1, 3)
        rows = []
        for row in range(1, self.random.randint(2, 3) + 1):
            cells = [self.cell((number, row, column), depth) for column in range(1, width + 1)]
            rows.append(made.row(*cells))
        return made.table(*(made.control(row) if self.random.random() < 0.2 else row for row in rows))

    def cell(self, place: tuple[int, int, int], depth: int) -> str:
        content = self.plain("table cell", cell=place)
        if not depth and self.random.random() < 0.15:
            content += self.table(depth + 1) + made.paragraph()
        cell = made.cell(content)
        return made.control(cell) if self.random.random() < 0.2 else cell

    def torn(self, text: str) -> str:
        """The text in pieces, each in some wrapping, with unshown text between."""
        cuts = sorted(self.random.randint(0, len(text)) for _ in range(self.random.randint(0, 4)))
        pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        return "".join(self.unshown() + self.wrapped(piece) for piece in pieces) + self.unshown()

    def wrapped(self, text: str, depth: int = 0) -> str:
        inside = made.run(text, self.random.choice(_PROPERTIES)) if depth > 1 else self.maybe_wrapped(text, depth)
        wrap: Callable[[str], str] = self.random.choice(
            (
                lambda run: run,
                lambda run: run,
                made.inserted,
                made.moved_here,
                made.link,
                made.smart_tag,
                made.control,
                lambda run: made.simple_field("DATE", run),
                lambda run: made.field(' HYPERLINK "https://example.org" ', run),
            )
        )
        return wrap(inside)

    def maybe_wrapped(self, text: str, depth: int) -> str:
        if self.random.random() < 0.3:
            return self.wrapped(text, depth + 1)
        return made.run(text, self.random.choice(_PROPERTIES))

    def unshown(self) -> str:
        """Something between two pieces that must not be read."""
        if self.random.random() < 0.6:
            return ""
        text = self.random.choice(_UNSHOWN)
        choices = (
            made.deleted(text),
            made.moved_away(text),
            made.hidden(text),
            made.inserted(made.deleted(text)),
            made.field(f" INDEX {text} "),
            '<w:bookmarkStart w:id="0" w:name="SECRET"/><w:proofErr w:type="spellStart"/><!-- SECRET -->',
        )
        return self.random.choice(choices)
