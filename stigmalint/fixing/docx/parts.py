"""Turn the parts of a Word file into trees that can be edited, and those that were edited back into the file.

The surprise: only a part that somebody asked to edit is ever written again. All others stay as they are packed.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from contextlib import suppress
from typing import NamedTuple

from lxml import etree

from stigmalint.errors import Refused
from stigmalint.fixing.docx.zipping import with_parts
from stigmalint.limits import Limits
from stigmalint.readers.office.names import Element, tags
from stigmalint.readers.office.package import Package, Relation
from stigmalint.readers.office.parse import Damaged
from stigmalint.readers.office.refusal import WORD

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False)
"""As the reader's, but remarks and instructions inside the XML stay."""
_DECLARATION = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml\s+version=["']1\.0["'](?:\s+encoding=["']utf-8["'])?(?:\s+standalone=["']\w+["'])?\s*\?>\s*|(?=<\w))""",
    re.IGNORECASE,
)
"""How a part in UTF-8 begins; it may do without any declaration."""
_OWN_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ID = re.compile(rb"""\bid=["'](\d{1,9})["']""")
_WITH_IDS = frozenset({"header", "footer", "footnotes", "endnotes", "comments"})
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = "http://purl.oclc.org/"


class _Opened(NamedTuple):
    """A part as a tree: its outermost element, and what stands before it in the file."""

    root: Element
    declaration: bytes


class Parts:
    """The parts of one Word file. Raises ``Unreadable`` like the reader, which has met all of them before."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data, self._package = data, Package(data, WORD, limits)
        self._contents: dict[str, bytes] = {}
        self._opened: dict[str, _Opened] = {}
        self._edited: set[str] = set()
        self.main = self._package.main_part()
        self.relations = self._package.relations(self.main)
        self._taken = self._ids_taken()
        self._numbers = itertools.count(1)

    def __contains__(self, part: str) -> bool:
        return part in self._package

    @property
    def is_signed(self) -> bool:
        """Whether the file, not the macros in it, is digitally signed."""
        return b"_xmlsignatures/" in self._data or any(link.kind == "origin" for link in self._package.relations(""))

    def of_kind(self, kind: str) -> list[Relation]:
        """The relations of the main part to parts of a kind (``comments``)."""
        return [relation for relation in self.relations if relation.kind == kind and relation.part]

    def ids(self) -> dict[str, set[str]]:
        """For each part that the main part refers to, the ids by which it does."""
        found: dict[str, set[str]] = {}
        for relation in self.relations:
            found.setdefault(relation.part, set()).add(relation.id)
        return found

    def content(self, part: str) -> bytes:
        """A part as it is in the file."""
        if part not in self._contents:
            self._contents[part] = self._package.content(part)
        return self._contents[part]

    def look(self, part: str) -> Element:
        """The outermost element of a part, which must not be changed unless ``edit`` is called too."""
        if part not in self._opened:
            content = self.content(part)
            declaration = _DECLARATION.match(content)
            try:
                root = etree.fromstring(content, _PARSER)
            except etree.XMLSyntaxError as error:
                raise Refused(
                    f"the part {part} is damaged; open the file in Word, save it again and have that reviewed"
                ) from error
            self._opened[part] = _Opened(root, declaration.group() if declaration else _OWN_DECLARATION)
        return self._opened[part].root

    def edit(self, part: str) -> Element:
        """The outermost element of a part, which will be written again."""
        self._edited.add(part)
        return self.look(part)

    def fresh_id(self) -> str:
        """A number that no comment, change or bookmark of the file has."""
        return str(next(number for number in self._numbers if number not in self._taken))

    def add(self, kind: str, root: Element) -> None:
        """Add a part of a kind (``comments``) of which the file has none."""
        named = [relation.part for relation in self.of_kind(kind)]
        part = named[0] if named else self._free_name(kind)
        self._begin(part, root)
        self._say_type(part, _TYPE.format(kind))
        if not named:
            strict = str(etree.QName(root).namespace).startswith(_STRICT)
            self._relate(part, tags((f"r:{kind}",))[strict].translate({ord("{"): None, ord("}"): "/"}))

    def written(self) -> bytes:
        """The file with the edited parts in it."""
        if not self._edited:
            return self._data
        return with_parts(self._data, {self._member(part): _bytes(self._opened[part]) for part in sorted(self._edited)})

    def _begin(self, part: str, root: Element) -> None:
        self._opened[part] = _Opened(root, _OWN_DECLARATION)
        self._edited.add(part)

    def _ids_taken(self) -> set[int]:
        taken: set[int] = set()
        for part in {self.main, *(relation.part for relation in self.relations if relation.kind in _WITH_IDS)}:
            with suppress(Damaged):
                taken |= {int(id) for id in _ID.findall(self.content(part) if part in self else b"")}
        return taken

    def _member(self, part: str) -> str:
        return self._package.member(part) if part in self else part

    def _free_name(self, kind: str) -> str:
        directory = posixpath.dirname(self.main)
        names = (posixpath.join(directory, f"{kind}{number or ''}.xml") for number in itertools.count())
        return next(name for name in names if name not in self)

    def _say_type(self, part: str, type: str) -> None:
        types = self.edit(_TYPES)
        if not any((said.get("PartName") or "").lower() == f"/{part}".lower() for said in types):
            etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override", PartName=f"/{part}", ContentType=type)

    def _relate(self, part: str, type: str) -> None:
        """Have the main part refer to a new one."""
        directory, name = posixpath.split(self.main)
        source = posixpath.join(directory, "_rels", f"{name}.rels")
        if source not in self:
            self._begin(source, etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>'))
        relations = self.edit(source)
        taken = {relation.get("Id") for relation in relations}
        id = next(id for number in itertools.count(1) if (id := f"rId{number}") not in taken)
        target = posixpath.relpath(part, directory or ".")
        etree.SubElement(relations, f"{{{_RELATIONSHIPS}}}Relationship", Id=id, Type=type, Target=target)


def _bytes(opened: _Opened) -> bytes:
    return opened.declaration + etree.tostring(opened.root.getroottree(), encoding="UTF-8", xml_declaration=False)
