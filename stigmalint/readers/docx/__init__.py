"""Turn a Word file (.docx, .docm, .dotx) into a document: its body, notes, comments, headers, footers, boxes and charts.

The surprise: nothing but zip and XML is used. Parts are found by following relationships from the root of the file, as
Word does, and read as streams; what a walk over a part means for positions is said in ``walk``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from stigmalint.document import Block, BlockKind, Document, Place, Remark, Stream
from stigmalint.readers.docx.blocks import Composer
from stigmalint.readers.docx.definitions import Definitions
from stigmalint.readers.docx.layout import Layout, lay_out
from stigmalint.readers.docx.numbering import Counter, Numbering
from stigmalint.readers.docx.remarks import WANTED, attached_remarks
from stigmalint.readers.docx.said import begins_with_words, texts
from stigmalint.readers.docx.styles import Styles
from stigmalint.readers.docx.walk import TAGS, Walk
from stigmalint.readers.office.names import Element
from stigmalint.readers.office.package import Package, Relation
from stigmalint.readers.office.parse import Damaged
from stigmalint.readers.office.refusal import WORD
from stigmalint.readers.opening import Unsure
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.remarks import is_addressed

_PAGES = {"first": "first-page ", "even": "even-page "}
_ORDER = ("header", "footer", "footnotes", "endnotes", "comments", "chart", "chartEx", "diagramData")
_KINDS = {
    "header": BlockKind.HEADER,
    "footer": BlockKind.FOOTER,
    "footnotes": BlockKind.FOOTNOTE,
    "endnotes": BlockKind.ENDNOTE,
    "comments": BlockKind.COMMENT,
    "chart": BlockKind.TEXT_BOX,
    "chartEx": BlockKind.TEXT_BOX,
    "diagramData": BlockKind.TEXT_BOX,
}
_LABELS = {"chartEx": "chart", "diagramData": "diagram", "footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_PAGE_PARTS = frozenset({"header", "footer"})
_SAID_ONCE = _PAGE_PARTS | {"chart", "chartEx", "diagramData"}
_DONE = ("w:p", "w:r", "w:tbl", "w:tr", "w:tc")


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The document in a Word file. ``Unreadable`` says why there is none; ``gaps`` what of it could not be read."""
    return opened(data, name, options).document()


def opened(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> OpenWord:
    """A Word file before its blocks are made. Raises ``Unreadable``."""
    return OpenWord(Package(data, WORD, options.limits), name, hidden=options.hidden_text)


class OpenWord:
    """One file being read, part by part."""

    def __init__(self, package: Package, name: str, *, hidden: bool) -> None:
        self._package, self._name, self._hidden = package, name, hidden
        self._main = package.main_part()
        self._relations = package.relations(self._main)
        self._layouts: dict[str, Layout] = {}
        self._streams: list[Stream] = []
        self._blocks: list[Block] = []
        self._gaps: list[str] = []
        self._said: set[tuple[str, str]] = set()
        self._numbering = Numbering(lambda: self._list("numbering"))
        self._styles = Styles(self._definitions, self._numbering)

    def texts(self) -> Iterator[str]:
        """What the paragraphs of all parts say, once or more: all that blocks can be made of. Raises ``Unsure`` or ``Unreadable``."""
        for part in (self._main, *(relation.part for relation in self._related())):
            layout = self._layout(part, "w:document" if part == self._main else "")
            if layout.gaps or (part == self._main and not begins_with_words(layout)):
                raise Unsure
            yield from texts(layout, Counter(self._numbering))

    def document(self) -> Document:
        """All that is to be read. Raises ``Unreadable``."""
        self._read_body()
        for relation in self._related():
            self._read_part(relation)
        return self._made()

    def _read_body(self) -> None:
        """Read the main part, which refers to all others."""
        layout = self._laid_out(self._main, "w:document")
        self._body = Composer(self._streams, self._numbering)
        self._blocks += self._body.compose(layout)

    def _related(self) -> list[Relation]:
        """The other parts that hold text, in the order they are reported in, each once."""
        found = [relation for relation in self._relations if relation.kind in _ORDER and relation.part in self._package]
        once = {relation.part: relation for relation in reversed(found)}
        return sorted(once.values(), key=lambda relation: (_ORDER.index(relation.kind), relation.part))

    def _read_part(self, relation: Relation) -> None:
        """Read one of the other parts; a damaged one becomes a gap."""
        try:
            layout = self._laid_out(relation.part)
        except Damaged as damaged:
            self._gaps.append(str(damaged))
            return
        label = _PAGES.get(self._body.pages.get(relation.id, ""), "") + _LABELS.get(relation.kind, relation.kind)
        composer = Composer(self._streams, self._numbering, _KINDS[relation.kind], label, self._body.mentioned)
        blocks = composer.compose(layout)
        self._blocks += self._not_said_before(relation, blocks) if relation.kind in _SAID_ONCE else blocks

    def _made(self) -> Document:
        """All that was read. A document without a word in it is told of: that may not be what its author sees."""
        if not any(character.isalnum() for block in self._blocks for character in block.text):
            pictures = any(relation.kind == "image" for relation in self._relations)
            self._gaps.insert(0, "The document has no text, only pictures." if pictures else "The document has no text.")
        blocks, streams, gaps = tuple(self._blocks), tuple(self._streams), tuple(self._gaps)
        return Document(self._name, "docx", blocks, streams, gaps=gaps, remarks=self._remarks())

    def _remarks(self) -> tuple[Remark, ...]:
        """Comments addressed to stigmalint; where there are none, nothing is read again."""
        if not any(block.kind is BlockKind.COMMENT and is_addressed(block.text) for block in self._blocks):
            return ()
        part = next(relation.part for relation in self._related() if relation.kind == "comments")
        mentioned = {id: known for (kind, id), known in self._body.mentioned.items() if kind == "comment"}
        places = {id: Place(part=f"comment {known.number}", heading=known.heading) for id, known in mentioned.items()}
        body = self._package.events(self._main, WANTED, _DONE)
        return attached_remarks(body, self._package.events(part, TAGS, _DONE), places)

    def _list(self, kind: str) -> Element | None:
        """The numbering. Damaged, it counts as none: it says how text looks, and holds none itself."""
        part = self._part(kind)
        with suppress(Damaged):
            return self._package.tree(part) if part else None
        return None

    def _definitions(self) -> Definitions:
        """The styles; damaged ones count as none too."""
        part, data = self._part("styles"), b""
        with suppress(Damaged):
            data = self._package.listing(part) if part else b""
        return Definitions(data, partial(self._package.parsed, part))

    def _part(self, kind: str) -> str:
        """The first part of a kind; empty when there is none."""
        part = next((relation.part for relation in self._relations if relation.kind == kind), "")
        return part if part in self._package else ""

    def _laid_out(self, part: str, root: str = "") -> Layout:
        """The layout of a part, whose blocks are made next."""
        layout = self._layout(part, root)
        self._streams.append(Stream(part, layout.text))
        self._gaps += [gap for gap in layout.gaps if gap not in self._gaps]
        return layout

    def _layout(self, part: str, root: str) -> Layout:
        if part not in self._layouts:
            walk, tree = Walk(), self._package.whole(part, root)
            steps = walk.steps(self._package.events(part, TAGS, _DONE, root)) if tree is None else walk.short_steps(tree)
            self._layouts[part] = lay_out(steps, self._styles, hidden=self._hidden)
        return self._layouts[part]

    def _not_said_before(self, relation: Relation, blocks: list[Block]) -> list[Block]:
        """Leave out what another header (or footer) says too, and what a chart names more than once."""
        scope = relation.kind if relation.kind in _PAGE_PARTS else relation.part
        fresh = []
        for block in blocks:
            if (scope, block.text) not in self._said:
                self._said.add((scope, block.text))
                fresh.append(block)
        return fresh
