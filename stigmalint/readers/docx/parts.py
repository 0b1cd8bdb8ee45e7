"""Turn an opened Word file into the layouts of its parts: of its body, and of all that the body refers to.

The surprise: a file in which nothing can match is not taken any further than here, so what makes blocks is not loaded here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from stigmalint.readers.docx.definitions import Definitions
from stigmalint.readers.docx.layout import Layout, lay_out
from stigmalint.readers.docx.numbering import Counter, Numbering
from stigmalint.readers.docx.said import begins_with_words, texts
from stigmalint.readers.docx.styles import Styles
from stigmalint.readers.docx.walk import TAGS, Walk
from stigmalint.readers.office.names import Element
from stigmalint.readers.office.package import Package, Relation
from stigmalint.readers.office.parse import Damaged, Event
from stigmalint.readers.opening import Unsure

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from collections.abc import Collection

    from stigmalint.document import Document

_ORDER = ("header", "footer", "footnotes", "endnotes", "comments", "chart", "chartEx", "diagramData")
_DONE = ("w:p", "w:r", "w:tbl", "w:tr", "w:tc")


class OpenWord:
    """One Word file. What was laid out for its texts is kept for its document."""

    loose = False

    def __init__(self, package: Package, name: str, *, hidden: bool) -> None:
        self.name, self.main = name, package.main_part()
        self.relations = package.relations(self.main)
        self.numbering = Numbering(lambda: self._list("numbering"))
        self._package, self._hidden = package, hidden
        self._styles = Styles(self._definitions, self.numbering)
        self._layouts: dict[str, Layout] = {}

    def texts(self) -> Iterator[str]:
        """What the paragraphs of all parts say: every block is made of one of these. Raises ``Unsure`` or ``Unreadable``."""
        for part in (self.main, *(relation.part for relation in self.related())):
            layout = self._layouts[part] = self._laid_out(part)
            if layout.gaps or (part == self.main and not begins_with_words(layout)):
                raise Unsure
            yield from texts(layout, Counter(self.numbering))

    def document(self) -> Document:
        """All that is to be read of it, asked for once. Raises ``Unreadable``."""
        from stigmalint.readers.docx.reading import document_of  # noqa: PLC0415  a clean file has no use for it

        return document_of(self)

    def related(self) -> list[Relation]:
        """The other parts that hold text, in the order they are reported in, each once."""
        found = [relation for relation in self.relations if relation.kind in _ORDER and relation.part in self._package]
        once = {relation.part: relation for relation in reversed(found)}
        return sorted(once.values(), key=lambda relation: (_ORDER.index(relation.kind), relation.part))

    def layout(self, part: str) -> Layout:
        """What a part holds, to be taken apart. Raises ``Unreadable``, of which ``Damaged`` costs no other part."""
        return self._layouts.pop(part, None) or self._laid_out(part)

    def events(self, part: str, wanted: Collection[str]) -> Iterator[Event]:
        """The start and end of each element of a part whose full tag is wanted, for whoever walks it again."""
        return self._package.events(part, wanted, _DONE)

    def _laid_out(self, part: str) -> Layout:
        root = "w:document" if part == self.main else ""
        walk, tree = Walk(), self._package.whole(part, root)
        steps = walk.steps(self._package.events(part, TAGS, _DONE, root)) if tree is None else walk.short_steps(tree)
        return lay_out(steps, self._styles, hidden=self._hidden)

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
        part = next((relation.part for relation in self.relations if relation.kind == kind), "")
        return part if part in self._package else ""
