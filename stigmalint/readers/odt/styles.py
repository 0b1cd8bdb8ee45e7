"""Turn the styles of an OpenDocument text into what a paragraph is: a quotation, code, a caption, or nothing special."""

from __future__ import annotations

from stigmalint.document import BlockKind
from stigmalint.readers.office.names import Element, attribute

_ROLES = {
    "quotations": BlockKind.QUOTATION,
    "preformatted_20_text": BlockKind.CODE,
    "preformatted text": BlockKind.CODE,
    "caption": BlockKind.CAPTION,
    "illustration": BlockKind.CAPTION,
    "table": BlockKind.CAPTION,
    "text": BlockKind.CAPTION,
}
_DEEPEST = 20


class Styles:
    """Knows what the styles met so far are based on."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def add(self, element: Element) -> None:
        """Take note of a ``style:style``."""
        if attribute(element, "style:family") == "paragraph":
            self._parents[attribute(element, "style:name")] = attribute(element, "style:parent-style-name")

    def role(self, name: str) -> BlockKind | None:
        """What a paragraph of that style is."""
        for _ in range(_DEEPEST):
            if role := _ROLES.get(name.lower()):
                return role
            if name not in self._parents:
                return None
            name = self._parents[name]
        return None
