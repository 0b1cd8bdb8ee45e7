"""Turn the bytes of an office file into its parts: XML elements and events, within limits.

The surprise: nothing is unpacked before its size is known and allowed, and nothing but the parts that hold text ever
is. A file made to overload the reader is refused after a look at its table of contents.
"""

from __future__ import annotations

import io
import itertools
import posixpath
import re
import zipfile
from collections.abc import Collection, Iterator
from typing import IO, NamedTuple

from lxml import etree

from stigmalint.errors import Unreadable
from stigmalint.limits import MEBIBYTE, Limits
from stigmalint.readers.office.names import Element
from stigmalint.readers.office.parse import BROKEN_ZIP, Damaged, Event, Part, parsed, reasons, streamed
from stigmalint.readers.office.refusal import (
    PROTECTED,
    Kind,
    is_elsewhere,
    no_main_part,
    not_a_document,
    not_a_zip,
    refuse_container,
)

_ENTRY = b"PK\x01\x02"  # what every line of a zip's table of contents begins with
_PLAIN_TARGET = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*", re.ASCII)  # nothing to resolve, as in nearly all
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class Relation(NamedTuple):
    """A link from one part to another: its id, the last word of its type, and the part it leads to."""

    id: str
    kind: str
    part: str
    """Empty when it leads out of the file: such links are never followed."""


class Archive:
    """The parts of one office file. All methods raise ``Unreadable`` with a plain reason."""

    def __init__(self, data: bytes, kind: Kind, limits: Limits) -> None:
        refuse_container(data)
        if data.count(_ENTRY) > limits.members:
            raise Unreadable(f"The file holds more than {limits.members} parts: open it in {kind.program} and save it again.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ZIP as error:
            raise not_a_zip(data, kind) from error
        members = [info for info in self._zip.infolist() if not info.filename.endswith("/")]
        _refuse_overlap(members)
        self._members = {_part_name(info.filename).lower(): info for info in members}
        self._kind, self._limits, self._left = kind, limits, limits.total_bytes

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._members

    @property
    def parts(self) -> frozenset[str]:
        """The names of all members, in small letters."""
        return frozenset(self._members)

    def listing(self, part: str) -> bytes:
        """A part that lists things (styles, numbering, relationships), as it is written."""
        with self._opened(part, self._limits.list_bytes) as source, reasons(source.part):
            return source.read()

    def parsed(self, part: str, data: bytes) -> Element:
        """The outermost element of XML from a part."""
        return parsed(io.BytesIO(data), Part(part, self._kind))

    def tree(self, part: str) -> Element:
        """A part that lists things, parsed as a whole."""
        return self.parsed(part, self.listing(part))

    def whole(self, part: str, name: str = "") -> Element | None:
        """The outermost element of a part that holds text; ``None`` when it is large and better streamed.

        ``name`` is the short name that element must have, if that matters.
        """
        if self._members[part.lower()].file_size >= self._limits.stream_from:
            return None
        with self._opened(part, self._limits.part_bytes) as source:
            return parsed(source, source.part, name)

    def content(self, part: str) -> bytes:
        """A part as it was written, for whoever changes it."""
        with self._opened(part, self._limits.part_bytes) as source, reasons(source.part):
            return source.read()

    def member(self, part: str) -> str:
        """What a part is called in the zip, to the letter."""
        return self._members[part.lower()].filename

    def events(self, part: str, wanted: Collection[str], done: Collection[str], name: str = "") -> Iterator[Event]:
        """The start and end of each element of ``part`` whose full tag is ``wanted``, in document order.

        Large parts are streamed, and elements whose short names are in ``done`` emptied after their end has been taken.
        """
        root = self.whole(part, name)
        if root is not None:
            yield from etree.iterwalk(root, events=("start", "end"), tag=wanted)
        else:
            with self._opened(part, self._limits.part_bytes) as source:
                yield from streamed(source, source.part, wanted, done, name)

    def _opened(self, name: str, most: int) -> _Unpacking:
        info, part = self._members[name.lower()], Part(name, self._kind)
        if info.flag_bits & 1:
            raise Unreadable(PROTECTED)
        if info.compress_type not in _PACKED:
            raise Damaged(f"{part} is packed in an unusual way: {part.remedy}.")
        self._refuse_size(part, info, most)
        self._left -= info.file_size
        with reasons(part):
            return _Unpacking(self._zip.open(info), part, info.file_size, self._limits.tags)

    def _refuse_size(self, part: Part, info: zipfile.ZipInfo, most: int) -> None:
        limits = self._limits
        if info.file_size > most:
            raise Unreadable(f"{part} is larger than {most // MEBIBYTE} MB: split the document.")
        if info.file_size > self._left:
            raise Unreadable(f"The document holds more than {limits.total_bytes // MEBIBYTE} MB of text and styles: split it.")
        if info.file_size > limits.ratio_from and info.file_size > limits.ratio * info.compress_size:
            reason = f"{part} unpacks to more than {limits.ratio} times its size, as files made to overload a reader do"
            raise Unreadable(f"{reason}: {part.remedy}.")


class Package(Archive):
    """An archive whose parts refer to each other by relationships, as those of Word, PowerPoint and Excel do."""

    def main_part(self) -> str:
        """The name of the part that holds the body, found by relationship or else under its usual name."""
        named = [relation.part for relation in self.relations("") if relation.kind == "officeDocument"]
        part = next((part for part in (*named, self._kind.main) if part in self), "")
        if not part:
            raise no_main_part(self.parts, self._kind)
        if is_elsewhere(self._kind, part):
            raise not_a_document(part, self._kind)
        return part

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Where the relationships of a part lead; those of the file itself for the empty name."""
        directory, name = posixpath.split(part)
        source = posixpath.join(directory, "_rels", f"{name}.rels")
        if source not in self:
            return ()
        return tuple(_relation(element, directory) for element in self.tree(source))


class _Unpacking(io.RawIOBase):
    """A part being unpacked, which stops when it holds more tags than allowed. ``size`` is what it unpacks to, in bytes."""

    def __init__(self, source: IO[bytes], part: Part, size: int, tags: int) -> None:
        self.part, self.size = part, size
        self._source, self._tags, self._left = source, tags, tags

    def read(self, size: int = -1) -> bytes:
        chunk = self._source.read(size)
        if self.size > self._tags:  # a smaller part has no room for as many
            self._left -= chunk.count(b"<")
            if self._left < 0:
                raise Unreadable(f"{self.part} holds more than {self._tags} tags: split the document.")
        return chunk

    def close(self) -> None:
        self._source.close()
        super().close()


def _relation(element: Element, directory: str) -> Relation:
    inside = element.get("TargetMode", "") != "External"
    target = _resolved(directory, element.get("Target", "")) if inside else ""
    return Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target)


def _part_name(name: str) -> str:
    """A member's name as a part name: some programs write backslashes or a slash in front."""
    return name.replace("\\", "/").lstrip("/")


def _resolved(directory: str, target: str) -> str:
    """The part a target means, seen from a directory; nothing outside the zip can be meant."""
    if _PLAIN_TARGET.fullmatch(target):
        return f"{directory}/{target}" if directory else target
    from urllib.parse import unquote  # noqa: PLC0415  slow to load, and hardly ever needed

    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", directory, path)).lstrip("/")


def _refuse_overlap(members: list[zipfile.ZipInfo]) -> None:
    """Refuse a zip in which two members share bytes: a few kilobytes would unpack to any size."""
    ordered = sorted(members, key=lambda info: info.header_offset)
    for info, following in itertools.pairwise(ordered):
        if info.header_offset + 30 + info.compress_size > following.header_offset:  # 30 bytes of header, then the data
            raise Unreadable("Parts of the file overlap, as in files made to overload a reader: get a fresh copy.")
