"""Turn remarks into Word comments: an entry in the part that holds them, and the marks that tie it to the words.

The surprise: a remark that an earlier review has left at the same place is not made again, so a copy can be reviewed like
any other draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from lxml import etree

from stigmalint.errors import Refused, Unreadable
from stigmalint.fixing.docx.anchors import Anchor, begun_at, mark
from stigmalint.fixing.docx.changes import Stamp
from stigmalint.fixing.docx.elements import new, text_element
from stigmalint.fixing.docx.parts import Parts
from stigmalint.fixing.remarks import INITIALS, Line
from stigmalint.readers.office.names import Element, attribute, child, short, tags, value

_TEXT = tags(("w:t",))


class Comments:
    """The comments of one Word file, to which some are added."""

    def __init__(self, parts: Parts, stamp: Stamp) -> None:
        self._stamp, self._root, self._style = stamp, _root(parts), _style(parts)
        mine = [comment for comment in self._root if attribute(comment, "w:author") == stamp.author]
        self._earlier = {attribute(comment, "w:id"): _said(comment) for comment in mine}

    def add(self, anchor: Anchor, lines: Sequence[Line]) -> None:
        """Remark on something, unless the remark is there."""
        if any(self._earlier.get(id) == [str(line) for line in lines] for id in begun_at(anchor)):
            return
        stamp, id = self._stamp, self._stamp.fresh()
        comment = new(self._root, "comment", id=id, author=stamp.author, date=stamp.date, initials=INITIALS)
        comment.extend(_paragraph(comment, line, self._style) for line in lines)
        run = new(comment, "r")
        run.append(new(comment, "annotationRef"))
        comment[0].insert(1 if self._style else 0, run)
        self._root.append(comment)
        mark(anchor, id, stamp.fresh)


def _root(parts: Parts) -> Element:
    """The part that holds comments; a new one where there is none."""
    for relation in parts.of_kind("comments"):
        if relation.part in parts:
            return parts.edit(relation.part)
    main = parts.edit(parts.main)
    uri = etree.QName(main).namespace
    root = etree.Element(f"{{{uri}}}comments", nsmap={"w": uri})
    parts.add("comments", root)
    return root


def _said(comment: Element) -> list[str]:
    """The lines of a comment."""
    return ["".join(text.text or "" for text in line.iter(*_TEXT)) for line in comment if short(line.tag) == "w:p"]


def _style(parts: Parts) -> str:
    """The id of the document's own style for the text of comments, if it has one."""
    for relation in parts.of_kind("styles"):
        with suppress(Refused, Unreadable):
            styles = parts.look(relation.part) if relation.part in parts else ()
            found = (style for style in styles if value(child(style, "w:name")).lower() == "annotation text")
            return next((attribute(style, "w:styleId") for style in found), "")
    return ""


def _paragraph(like: Element, line: Line, style: str) -> Element:
    """A line, its label in bold."""
    paragraph = new(like, "p")
    if style:
        paragraph.append(new(like, "pPr"))
        paragraph[0].append(new(like, "pStyle", val=style))
    if line.label:
        paragraph.append(_run(like, f"{line.label}: ", bold=True))
    paragraph.append(_run(like, line.text))
    return paragraph


def _run(like: Element, text: str, *, bold: bool = False) -> Element:
    run = new(like, "r")
    if bold:
        run.append(new(like, "rPr"))
        run[0].append(new(like, "b"))
    run.append(text_element(like, text))
    return run
