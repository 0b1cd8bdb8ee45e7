"""Turn single elements of a Word part into others beside them: made new, split in two, lifted out of what surrounds them.

The surprise: whatever is split keeps its properties on both sides, but a tracked change gets a number of its own on the
second, since no two may share one.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from stigmalint.readers.office.names import Element, child, short, tags

Fresh = Callable[[], str]
"""Gives an id that nothing else has."""

_REVISIONS = frozenset({"w:ins", "w:del", "w:moveTo", "w:moveFrom"})
_NUMBERED = tags(("w:rPrChange", "w:ins", "w:del", "w:moveTo", "w:moveFrom"))
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def around(element: Element, *names: str) -> Element | None:
    """The nearest of those with one of these short names that an element stands in."""
    return next((ancestor for ancestor in element.iterancestors() if short(ancestor.tag) in names), None)


def new(like: Element, name: str, **attributes: str) -> Element:
    """A new element ``w:NAME`` in the namespace of ``like``; its attributes are in that namespace too."""
    uri = etree.QName(like).namespace
    said = {f"{{{uri}}}{key}": value for key, value in attributes.items()}
    return like.makeelement(f"{{{uri}}}{name}", said, {like.prefix: uri})


def text_element(like: Element, text: str, name: str = "t") -> Element:
    """A ``w:t`` with this text."""
    element = new(like, name)
    element.text = text
    keep_space(element)
    return element


def keep_space(element: Element) -> None:
    """Have Word keep the white space at the ends of a text, if there is any."""
    text = element.text or ""
    if text != text.strip():
        element.set(_PRESERVE, "preserve")


def twin(element: Element, fresh: Fresh) -> Element:
    """An element behind ``element`` with the same attributes and run properties, and nothing else."""
    other = element.makeelement(
        element.tag,
        {str(key): str(value) for key, value in element.attrib.items()},
        {element.prefix: etree.QName(element).namespace},
    )
    properties = child(element, "w:rPr")
    if properties is not None:
        other.append(deepcopy(properties))
    renumber(other, fresh)
    element.addnext(other)
    return other


def renumber(element: Element, fresh: Fresh) -> None:
    """Give every tracked change in an element, or that it is, a number of its own."""
    for change in element.iter(*_NUMBERED):
        change.set(f"{{{etree.QName(change).namespace}}}id", fresh())


def split_before(node: Element, fresh: Fresh) -> Element:
    """Let a twin of the parent begin with ``node``, unless it is the first anyway. Returns the parent that does."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None or before is None or short(before.tag) == "w:rPr":
        return node if parent is None else parent
    other = twin(parent, fresh)
    other.extend([node, *node.itersiblings()])
    return other


def split_after(node: Element, fresh: Fresh) -> Element:
    """Let ``node`` be the last of its parent; a twin takes what follows, if anything does. Returns the parent."""
    following, parent = node.getnext(), node.getparent()
    if following is not None:
        split_before(following, fresh)
    return node if parent is None else parent


def lifted_before(node: Element, fresh: Fresh) -> Element:
    """What begins with ``node`` and stands in no tracked change."""
    while _in_revision(node):
        node = split_before(node, fresh)
    return node


def lifted_after(node: Element, fresh: Fresh) -> Element:
    """What ends with ``node`` and stands in no tracked change."""
    while _in_revision(node):
        node = split_after(node, fresh)
    return node


def _in_revision(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and short(parent.tag) in _REVISIONS
