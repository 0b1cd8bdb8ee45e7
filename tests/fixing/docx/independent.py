"""Read a Word file without the package that is tested: what stands in it when changes are accepted, when they are rejected.

The surprise: not words are compared but characters, each with how it looks and what it stands in. So a change that is
rejected must leave nothing behind, neither in the text nor in its formatting.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": "\ufffc"}
_TEXTS = {"t": "t", "delText": "t", "instrText": "instrText", "delInstrText": "instrText"}
_PROPERTIES = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr"}
_CONTAINERS = {
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "hyperlink",
    "smartTag",
    "fldSimple",
    "sdt",
    "bdo",
    "ruby",
    "rt",
    "txbxContent",
}
_STORIES = re.compile(r"(document|header|footer|footnotes|endnotes)\d*\.xml$")
MINE = "stigmalint"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def stories(data: bytes) -> dict[str, ET.Element]:
    """The parts that hold text in paragraphs."""
    return {name: ET.fromstring(content) for name, content in parts(data).items() if _STORIES.search(PurePosixPath(name).name)}


def local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def get(element: ET.Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def is_mine(element: ET.Element) -> bool:
    return get(element, "author") == MINE


@dataclass(frozen=True)
class Reading:
    """Which changes count: ``keep`` is ``ins`` to accept and ``del`` to reject; ``whose`` those of one author or of all."""

    keep: str
    whose: str = ""

    def drops(self, element: ET.Element) -> bool:
        kind = {"ins": "ins", "moveTo": "ins", "del": "del", "moveFrom": "del"}.get(local(element), "")
        return bool(kind) and self._counts(element) and kind != self.keep

    def sees_through(self, element: ET.Element) -> bool:
        return local(element) in {"ins", "moveTo", "del", "moveFrom"} and self._counts(element)

    def _counts(self, element: ET.Element) -> bool:
        return not self.whose or get(element, "author") == self.whose


ACCEPTED, REJECTED = Reading("ins"), Reading("del")
MINE_ACCEPTED, MINE_REJECTED = Reading("ins", MINE), Reading("del", MINE)


@dataclass(frozen=True)
class Character:
    """One character, its run's properties and what it stands in."""

    text: str
    looks: str
    around: tuple[str, ...]


def characters(root: ET.Element, reading: Reading) -> list[list[Character]]:
    """The characters of each paragraph; a paragraph in a text box comes before the one it hangs on."""
    walk = _Walk(reading)
    walk.into(root, [], "", ())
    return walk.found


class _Walk:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found: list[list[Character]] = []

    def into(self, element: ET.Element, line: list[Character], looks: str, around: tuple[str, ...]) -> None:
        name = local(element)
        if self.reading.drops(element):
            return
        is_paragraph = name == "p" and "wordprocessingml" in element.tag
        line = [] if is_paragraph else line
        looks = _looks(element) if name == "r" else looks
        if name in _CONTAINERS and not self.reading.sees_through(element):
            around = (*around, f"{name} {get(element, 'author')}")
        line += self._said(element, looks, around)
        for inner in element:
            if local(inner) not in _PROPERTIES:
                self.into(inner, line, looks, around)
        if is_paragraph:
            self.found.append(line)

    def _said(self, element: ET.Element, looks: str, around: tuple[str, ...]) -> list[Character]:
        name = local(element)
        if name in _TEXTS:
            return [Character(char, looks, (*around, _TEXTS[name])) for char in element.text or ""]
        return [Character(_SIGNS[name], looks, around)] if name in _SIGNS else []


def _looks(run: ET.Element) -> str:
    properties = next((inner for inner in run if local(inner) == "rPr"), None)
    if properties is None:
        return ""
    numberless = re.sub(r'(<[^>]*rPrChange[^>]*?) [\w:]*id="\d+"', r"\1", ET.tostring(properties, encoding="unicode"))
    return ET.canonicalize(numberless, strip_text=True)


def texts(data: bytes, reading: Reading) -> dict[str, list[str]]:
    """The paragraphs of each part as plain text, without instructions of fields."""
    return {name: [_plain(line) for line in characters(root, reading)] for name, root in stories(data).items()}


def _plain(line: list[Character]) -> str:
    return "".join(character.text for character in line if "instrText" not in character.around)


def folded(text: str) -> str:
    """White space as a reader sees it, and nothing of no width."""
    return " ".join(re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", text).split())


def revisions(data: bytes) -> list[ET.Element]:
    return [e for root in stories(data).values() for e in root.iter() if local(e) in {"ins", "del"} and is_mine(e)]


def comments(data: bytes) -> dict[str, str]:
    """My comments by id, as text; lines end in a line break."""
    found: dict[str, str] = {}
    for name, content in parts(data).items():
        if re.search(r"comments\d*\.xml$", name):
            for comment in ET.fromstring(content):
                lines = ["".join(t.text or "" for t in p.iter() if local(t) == "t") for p in comment if local(p) == "p"]
                if is_mine(comment):
                    found[get(comment, "id")] = "\n".join(lines)
    return found


def commented(data: bytes) -> dict[str, str]:
    """For each comment range in the body the text in it, deleted text included."""
    root = next(root for root in stories(data).values() if local(root) == "document")
    opened: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    for element in root.iter():
        if local(element) == "commentRangeStart":
            opened[get(element, "id")] = []
        elif local(element) == "commentRangeEnd" and get(element, "id") in opened:
            done[get(element, "id")] = "".join(opened.pop(get(element, "id")))
        elif local(element) in {"t", "delText"}:
            for said in opened.values():
                said.append(element.text or "")
    return done
