"""Turn remarks into Word comments: an entry in the part that holds them, and the marks that tie it to the words."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from stigmalint.fixing.docx.anchors import Anchor, mark
from stigmalint.fixing.docx.changes import Stamp
from stigmalint.fixing.docx.elements import new, text_element
from stigmalint.fixing.docx.parts import Parts
from stigmalint.fixing.remarks import INITIALS, Line
from stigmalint.readers.office.names import Element


class Comments:
    """The comments of one Word file, to which some are added."""

    def __init__(self, parts: Parts, stamp: Stamp) -> None:
        self._stamp = stamp
        self._root = _root(parts)

    def add(self, anchor: Anchor, lines: Sequence[Line]) -> None:
        """Remark on something."""
        stamp, id = self._stamp, self._stamp.fresh()
        comment = new(self._root, "comment", id=id, author=stamp.author, date=stamp.date, initials=INITIALS)
        comment.extend(_paragraph(comment, line) for line in lines)
        run = new(comment, "r")
        run.append(new(comment, "annotationRef"))
        comment[0].insert(0, run)
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


def _paragraph(like: Element, line: Line) -> Element:
    """A line, its label in bold."""
    paragraph = new(like, "p")
    if line.label:
        run = new(like, "r")
        run.append(new(like, "rPr"))
        run[0].append(new(like, "b"))
        run.append(text_element(like, f"{line.label}: "))
        paragraph.append(run)
    run = new(like, "r")
    run.append(text_element(like, line.text))
    paragraph.append(run)
    return paragraph
