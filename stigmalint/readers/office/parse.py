"""Turn the bytes of one part into XML elements, safely: as a whole, or as a stream that is never in memory as a whole.

The surprise: a part that declares a document type is refused. No office file does, entities could hide text in it, and a
search for the word in the bytes would not find it in every encoding; so the parser is asked.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol, TypeAlias

from lxml import etree

from stigmalint.errors import Unreadable
from stigmalint.readers.office.names import Element, short, tags
from stigmalint.readers.office.refusal import Kind, not_a_document

Event: TypeAlias = tuple[str, Element]
"""``"start"`` or ``"end"``, and the element."""


class Source(Protocol):
    """The bytes of a part while they are unpacked."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; all that are left without a size."""
        ...


class Part(NamedTuple):
    """One member of an office file, and what kind of file that is."""

    name: str
    kind: Kind

    def __str__(self) -> str:
        return f"The part {self.name}"

    @property
    def remedy(self) -> str:
        """What to do when something is wrong with it."""
        return f"open the file in {self.kind.program} and save it again"


BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_OVER_LIMIT = re.compile("huge|limit|depth|amplification", re.IGNORECASE)  # how libxml2 says that its own limits were reached
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""How a file of a stranger's is parsed, as a whole or streamed."""
_PARSER = etree.XMLParser(**_SAFE, collect_ids=False)


class Damaged(Unreadable):
    """A part that is not sound; when it is not the main part, the rest of the document can still be read."""


@contextmanager
def reasons(part: Part) -> Iterator[None]:
    """Say in plain words why a part could not be unpacked or parsed."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        if _OVER_LIMIT.search(str(error)):
            raise Unreadable(f"{part} is too large or too deeply nested to be read: split the document.") from error
        raise Damaged(f"{part} is damaged: {part.remedy}.") from error
    except BROKEN_ZIP as error:
        raise Damaged(f"{part} is damaged: get a fresh copy, or {part.remedy}.") from error


def parsed(source: Source, part: Part, name: str = "") -> Element:
    """The outermost element of a part, with everything in it; ``name`` is what it must be, if that matters (``w:document``)."""
    with reasons(part):
        root = etree.fromstring(source.read(), _PARSER)
    _refuse_root(root, part, name)
    return root


def streamed(source: Source, part: Part, wanted: Collection[str], done: Collection[str], name: str = "") -> Iterator[Event]:
    """The start and end of each element whose full tag is ``wanted``, or whose short name is in ``done``.

    The latter are emptied once their end has been taken. ``name`` is what the outermost element must be, if that matters.
    """
    with reasons(part):
        events = etree.iterparse(
            source,
            events=("start", "end"),
            tag=(*wanted, *tags(done)),
            **_SAFE,
        )
        root = None
        for event, element in events:
            if root is None:
                root = element.getroottree().getroot()
                _refuse_root(root, part, name)
            yield event, element
            if event == "end" and short(element.tag) in done:
                _forget(element, done)
        if root is None:
            _refuse_root(events.root, part, name)


def walked(root: Element) -> Iterator[Element]:
    """The elements below ``root``, without those that only programs read that do not know better (``mc:Fallback``)."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if short(element.tag) == "mc:Fallback":
            walk.skip_subtree()
        else:
            yield element


def _refuse_root(root: Element, part: Part, name: str) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        reason = f"{part} declares a document type, which no office file does and which can hide text"
        raise Unreadable(f"{reason}: {part.remedy}.")
    if name and short(root.tag) != name:
        raise not_a_document(part.name, part.kind, etree.QName(root).localname)


def _forget(element: Element, done: Collection[str]) -> None:
    """Empty an element that has been read, and drop the emptied one before it."""
    element.clear()
    before, parent = element.getprevious(), element.getparent()
    if before is not None and parent is not None and short(before.tag) in done:
        parent.remove(before)
