"""Turn the long tag names of an office file into short ones such as ``w:p``.

The surprise: Microsoft's names exist twice. “Strict” files use other namespaces than the usual “transitional” ones for the
same words; both have the same short name here, so nothing else needs to know.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # lxml has no public name for it

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_NAMESPACES: dict[str, tuple[str, ...]] = {
    "w": (f"{_OFFICE}/wordprocessingml/2006/main", f"{_STRICT}/wordprocessingml/main"),
    "r": (f"{_OFFICE}/officeDocument/2006/relationships", f"{_STRICT}/officeDocument/relationships"),
    "m": (f"{_OFFICE}/officeDocument/2006/math", f"{_STRICT}/officeDocument/math"),
    "a": (f"{_OFFICE}/drawingml/2006/main", f"{_STRICT}/drawingml/main"),
    "wp": (f"{_OFFICE}/drawingml/2006/wordprocessingDrawing", f"{_STRICT}/drawingml/wordprocessingDrawing"),
    "c": (f"{_OFFICE}/drawingml/2006/chart", f"{_STRICT}/drawingml/chart"),
    "cx": ("http://schemas.microsoft.com/office/drawing/2014/chartex",),
    "dgm": (f"{_OFFICE}/drawingml/2006/diagram", f"{_STRICT}/drawingml/diagram"),
    "mc": (f"{_OFFICE}/markup-compatibility/2006",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
    "rel": (f"{_OFFICE}/package/2006/relationships",),
    "p": (f"{_OFFICE}/presentationml/2006/main", f"{_STRICT}/presentationml/main"),
    "x": (f"{_OFFICE}/spreadsheetml/2006/main", f"{_STRICT}/spreadsheetml/main"),
    "xdr": (f"{_OFFICE}/drawingml/2006/spreadsheetDrawing", f"{_STRICT}/drawingml/spreadsheetDrawing"),
    "tc": ("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",),
    **{name: (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0",) for name in ("office", "text", "table", "style")},
    "draw": ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",),
    "svg": ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",),
    "xlink": ("http://www.w3.org/1999/xlink",),
    "dc": ("http://purl.org/dc/elements/1.1/",),
}
_PREFIXES = {uri: prefix for prefix, uris in _NAMESPACES.items() for uri in uris}
_OFF = frozenset({"0", "false", "off"})


def tags(names: Iterable[str]) -> tuple[str, ...]:
    """The full tag names behind short ones, in every namespace they may stand in."""
    split = [name.split(":") for name in names]
    return tuple(f"{{{uri}}}{local}" for prefix, local in split for uri in _NAMESPACES[prefix])


@lru_cache(maxsize=4096)
def short(tag: object) -> str:
    """``w:p`` for the full name of a paragraph; empty for names from elsewhere, comments and instructions."""
    uri, _, local = tag[1:].partition("}") if isinstance(tag, str) else ("", "", "")
    prefix = _PREFIXES.get(uri)
    return f"{prefix}:{local}" if prefix else ""


def children(element: Element | None) -> dict[str, Element]:
    """The children by their short names, the last of each."""
    return {} if element is None else {short(child.tag): child for child in element}


def child(element: Element | None, name: str) -> Element | None:
    """The first child with that short name."""
    for candidate in () if element is None else element:
        if short(candidate.tag) == name:
            return candidate
    return None


@lru_cache(maxsize=256)
def _full(name: str) -> tuple[str, ...]:
    return tags((name,))


def attribute(element: Element, name: str) -> str:
    """The attribute with that short name (``w:val``), or an empty string."""
    for full in _full(name):
        value = element.get(full)
        if value is not None:
            return value
    return ""


def value(element: Element | None) -> str:
    """The ``w:val`` of an element, or an empty string."""
    return "" if element is None else attribute(element, "w:val")


def number(text: str, otherwise: int = 0) -> int:
    """A whole number written in an attribute; ``otherwise`` where there is none, or one no document could mean."""
    try:
        found = int(text)
    except ValueError:
        return otherwise
    return found if abs(found) < 1_000_000 else otherwise


def is_on(element: Element) -> bool:
    """Whether a switch such as ``w:b`` is on: present without a value, or with any value but no."""
    return attribute(element, "w:val").lower() not in _OFF
