"""Turn elements into an XML document that every parser accepts, whatever the text in it.

The surprise: a parser refuses a whole document for one control character, and a build server then shows no failures at
all. Such characters, and those nobody can see, are written out (``␛``, ``⟦U+202E⟧``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, indent, tostring

from stigmalint.terminal import inert

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to hold."""


def element(name: str, attributes: dict[str, str | int], children: Iterable[Element] = (), text: str = "") -> Element:
    """An element; its text and attributes become such as XML can hold."""
    made = Element(name, {key: _held(str(value)) for key, value in attributes.items()})
    made.text = _held(text) or None
    made.extend(children)
    return made


def written(root: Element) -> str:
    """The document, in UTF-8 once it is encoded."""
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _held(text: str) -> str:
    return _NOT_XML.sub("\ufffd", inert(text))
