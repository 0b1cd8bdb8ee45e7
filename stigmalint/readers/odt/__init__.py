"""Turn an OpenDocument text (.odt) into blocks: body, notes, comments, boxes, headers and footers.

The surprise: text that was deleted with changes tracked stands at the beginning of the file, in a place of its own, and is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from stigmalint.document import Block, BlockKind, Document, Stream
from stigmalint.errors import Unreadable
from stigmalint.readers.odt.styles import Styles
from stigmalint.readers.odt.walk import TAGS, Walk
from stigmalint.readers.office.package import Archive
from stigmalint.readers.office.parse import Damaged
from stigmalint.readers.office.refusal import OPENDOCUMENT, PROTECTED, no_main_part
from stigmalint.readers.office.writing import Writer
from stigmalint.readers.options import DEFAULT_OPTIONS, Options

_DONE = ("text:p", "text:h", "table:table-row")
_STYLES, _MANIFEST = "styles.xml", "META-INF/manifest.xml"


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of an OpenDocument text. ``Unreadable`` says why there is none; ``gaps`` what could not be read."""
    reading = _Reading(Archive(data, OPENDOCUMENT, options.limits))
    blocks = [*reading.body(), *reading.pages()]
    return Document(name, "odt", tuple(blocks), tuple(reading.streams), gaps=tuple(reading.gaps))


class _Reading:
    """One file being read, part by part."""

    def __init__(self, archive: Archive) -> None:
        self.streams: list[Stream] = []
        self.gaps: list[str] = []
        self._archive, self._styles = archive, Styles()
        self._objects: list[str] = []

    def body(self) -> list[Block]:
        """The blocks of the content."""
        if OPENDOCUMENT.main not in self._archive:
            raise no_main_part(self._archive.parts, OPENDOCUMENT)
        if _MANIFEST in self._archive and b"encryption-data" in self._archive.listing(_MANIFEST):
            raise Unreadable(PROTECTED)
        return [*self._part(OPENDOCUMENT.main, OPENDOCUMENT.root), *self._set_in()]

    def _set_in(self) -> Iterator[Block]:
        """The blocks of charts and tables that are set into the text."""
        for folder in dict.fromkeys(self._objects):
            if (part := f"{folder}/{OPENDOCUMENT.main}") in self._archive:
                try:
                    yield from self._part(part, OPENDOCUMENT.root, BlockKind.TEXT_BOX, "object in the text")
                except Damaged as damaged:
                    self.gaps.append(str(damaged))

    def pages(self) -> list[Block]:
        """The headers and footers, which stand among the styles; what several of them say, once."""
        try:
            blocks = self._part(_STYLES, "office:document-styles") if _STYLES in self._archive else []
        except Damaged as damaged:
            self.gaps.append(str(damaged))
            return []
        once = {(block.kind, block.text): block for block in reversed(blocks)}
        return [block for block in blocks if once[block.kind, block.text] is block]

    def _part(self, part: str, root: str, kind: BlockKind = BlockKind.PARAGRAPH, called: str | None = None) -> list[Block]:
        writer = Writer(part)
        walk = Walk(writer, self._styles, kind, called)
        for event, element in self._archive.events(part, TAGS, _DONE, root):
            walk.take(event, element)
        self.gaps += walk.gaps
        self._objects += walk.objects if called is None else []
        return list(writer.finish(self.streams))
