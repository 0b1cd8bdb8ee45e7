"""Turn the layouts of a Word file into its document: blocks, streams, what could not be read, remarks for stigmalint.

The surprise: the body is read first, whatever its place in the file, because it says which pages a header is for and where a
note hangs.
"""

from __future__ import annotations

from stigmalint.document import Block, BlockKind, Document, Place, Remark, Stream
from stigmalint.readers.docx.blocks import Composer
from stigmalint.readers.docx.layout import Layout
from stigmalint.readers.docx.parts import OpenWord
from stigmalint.readers.docx.remarks import WANTED, attached_remarks
from stigmalint.readers.docx.walk import TAGS
from stigmalint.readers.office.package import Relation
from stigmalint.readers.office.parse import Damaged
from stigmalint.readers.remarks import is_addressed

_PAGES = {"first": "first-page ", "even": "even-page "}
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


def document_of(file: OpenWord) -> Document:
    """All that is to be read of a file. Raises ``Unreadable``."""
    reading = _Reading(file)
    for relation in file.related():
        reading.read_part(relation)
    return reading.document()


class _Reading:
    """One file being read, part by part."""

    def __init__(self, file: OpenWord) -> None:
        """Reads the main part, which refers to all others."""
        self._file = file
        self._streams: list[Stream] = []
        self._blocks: list[Block] = []
        self._gaps: list[str] = []
        self._said: set[tuple[str, str]] = set()
        layout = self._laid_out(file.main)
        self._body = Composer(self._streams, file.numbering)
        self._blocks += self._body.compose(layout)

    def read_part(self, relation: Relation) -> None:
        """Read one of the other parts; a damaged one becomes a gap."""
        try:
            layout = self._laid_out(relation.part)
        except Damaged as damaged:
            self._gaps.append(str(damaged))
            return
        label = _PAGES.get(self._body.pages.get(relation.id, ""), "") + _LABELS.get(relation.kind, relation.kind)
        composer = Composer(self._streams, self._file.numbering, _KINDS[relation.kind], label, self._body.mentioned)
        blocks = composer.compose(layout)
        self._blocks += self._not_said_before(relation, blocks) if relation.kind in _SAID_ONCE else blocks

    def document(self) -> Document:
        """All that was read. A document without a word in it is told of: that may not be what its author sees."""
        if not any(character.isalnum() for block in self._blocks for character in block.text):
            pictures = any(relation.kind == "image" for relation in self._file.relations)
            self._gaps.insert(0, "The document has no text, only pictures." if pictures else "The document has no text.")
        blocks, streams, gaps = tuple(self._blocks), tuple(self._streams), tuple(self._gaps)
        return Document(self._file.name, "docx", blocks, streams, gaps=gaps, remarks=self._remarks())

    def _remarks(self) -> tuple[Remark, ...]:
        """Comments addressed to stigmalint; where there are none, nothing is read again."""
        if not any(block.kind is BlockKind.COMMENT and is_addressed(block.text) for block in self._blocks):
            return ()
        part = next(relation.part for relation in self._file.related() if relation.kind == "comments")
        mentioned = {id: known for (kind, id), known in self._body.mentioned.items() if kind == "comment"}
        places = {id: Place(part=f"comment {known.number}", heading=known.heading) for id, known in mentioned.items()}
        body = self._file.events(self._file.main, WANTED)
        return attached_remarks(body, self._file.events(part, TAGS), places)

    def _laid_out(self, part: str) -> Layout:
        """The layout of a part, whose blocks are made next."""
        layout = self._file.layout(part)
        self._streams.append(Stream(part, layout.text))
        self._gaps += [gap for gap in layout.gaps if gap not in self._gaps]
        return layout

    def _not_said_before(self, relation: Relation, blocks: list[Block]) -> list[Block]:
        """Leave out what another header (or footer) says too, and what a chart names more than once."""
        scope = relation.kind if relation.kind in _PAGE_PARTS else relation.part
        fresh = []
        for block in blocks:
            if (scope, block.text) not in self._said:
                self._said.add((scope, block.text))
                fresh.append(block)
        return fresh
