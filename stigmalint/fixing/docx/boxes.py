"""Turn changes in a text box into the same changes in its second copy, which older programs show instead.

The surprise: the copy is made anew from the first, as Word does when it saves. It stays as it is where the two do not say
the same anyway, or where the first holds a drawing that the second must not.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy
from typing import NamedTuple

from stigmalint.fixing.docx.elements import Fresh, renumber
from stigmalint.readers.office.names import Element, short, tags

_BOX = tags(("w:txbxContent",))
_TEXT = tags(("w:t",))
_DRAWN = tags(("w:drawing", "mc:AlternateContent"))


class Pair(NamedTuple):
    """The two copies of a text box."""

    shown: Element
    second: Element


def pairs(root: Element) -> list[Pair]:
    """The text boxes of a part that stand in it twice and can be kept alike."""
    found = []
    for either in root.iter(*tags(("mc:AlternateContent",))):
        copies = {short(copy.tag): list(copy.iter(*_BOX)) for copy in reversed(either)}
        shown, second = copies.get("mc:Choice", []), copies.get("mc:Fallback", [])
        if len(shown) == len(second):
            found += [Pair(*pair) for pair in zip(shown, second, strict=True) if _can_be_alike(*pair)]
    return found


def keep_alike(found: Collection[Pair], changed: Collection[Element], fresh: Fresh) -> None:
    """Let the second copies follow the first where one of the changed elements stands in these."""
    around = {ancestor for element in changed for ancestor in element.iterancestors()}
    for pair in found:
        if pair.shown in around:
            pair.second[:] = [deepcopy(paragraph) for paragraph in pair.shown]
            renumber(pair.second, fresh)


def _can_be_alike(shown: Element, second: Element) -> bool:
    return _said(shown) == _said(second) and next(shown.iter(*_DRAWN), None) is None


def _said(box: Element) -> str:
    return "".join(text.text or "" for text in box.iter(*_TEXT))
