"""Turn words of a Word file into the place in its body where a comment on them can stand.

The surprise: Word knows comments only in the body. What stands in a text box is remarked on where the box hangs, a note
where it is referred to, a header or footer at the beginning of the section it is for, a chart where it is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from stigmalint.fixing.docx.elements import Fresh, around, lifted_after, lifted_before, new
from stigmalint.fixing.docx.obstacles import is_filled_in
from stigmalint.readers.office.names import Element, attribute, child, short, tags

_REFERENCES = {"w:footnote": "w:footnoteReference", "w:endnote": "w:endnoteReference", "w:comment": "w:commentReference"}
_WITHOUT_TEXT = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:pPr"})
"""What may stand between the beginning of a comment and its first word."""
_WHOLE = frozenset({"w:r", "m:oMath", "m:oMathPara", "mc:AlternateContent"})
"""What a comment is before or behind, never within."""
_SHOWING = tags(("c:chart", "cx:chart", "dgm:relIds"))
_PARAGRAPH, _SECTION = tags(("w:p",)), tags(("w:sectPr",))


class Anchor(NamedTuple):
    """What a comment is on: all from the first to the last element, or without a last one the beginning of a paragraph."""

    first: Element
    last: Element | None = None


def anchor_of(first: Element, last: Element) -> Anchor | None:
    """The anchor for words of the body that begin and end in these elements."""
    begin, end = _in_the_flow(first), _in_the_flow(last)
    if begin is not None and end is not None:
        return Anchor(begin, end)
    table = around(first, "w:tbl")
    return _beginning(table) if table is not None else None


def mark(anchor: Anchor, id: str, fresh: Fresh) -> None:
    """Put a comment with this id where the anchor says."""
    like = next(each for each in (anchor.first, *anchor.first.iterancestors()) if short(each.tag).startswith("w:"))
    start, end, run = new(like, "commentRangeStart", id=id), new(like, "commentRangeEnd", id=id), new(like, "r")
    run.append(new(like, "commentReference", id=id))
    if anchor.last is None:
        at = 0 if child(anchor.first, "w:pPr") is None else 1
        anchor.first[at:at] = [start, end, run]
        return
    lifted_before(anchor.first, fresh).addprevious(start)
    last = _end(anchor.last, fresh)
    last.addnext(run)
    last.addnext(end)


def begun_at(anchor: Anchor) -> Iterator[str]:
    """The ids of the comments that begin where this one would."""
    siblings = anchor.first.itersiblings(preceding=True) if anchor.last is not None else iter(anchor.first)
    for each in takewhile(_is_bare, siblings):
        if short(each.tag) == "w:commentRangeStart":
            yield attribute(each, "w:id")


def _is_bare(sibling: Element) -> bool:
    return short(sibling.tag) in _WITHOUT_TEXT or child(sibling, "w:commentReference") is not None


def _end(last: Element, fresh: Fresh) -> Element:
    """Behind what a comment ends; for deleted words that is what was inserted for them, which stays if it is accepted."""
    is_deleted = around(last, "w:del") is not None
    end = lifted_after(last, fresh)
    following = end.getnext()
    return following if is_deleted and following is not None and short(following.tag) == "w:ins" else end


class Places:
    """Where in the body to remark on what stands in other parts. The body may be marked, but not changed, meanwhile."""

    def __init__(self, body: Element, ids: Mapping[str, Collection[str]]) -> None:
        """``ids`` gives for each part those by which the body refers to it."""
        self._body, self._ids = body, ids
        self._known: dict[str, Anchor | None] = {}

    def of(self, element: Element, part: str) -> Anchor | None:
        """The place for words in an element of another part, in the worst case the first paragraph."""
        note = around(element, *_REFERENCES)
        reference = None if note is None else self._references.get((short(note.tag), attribute(note, "w:id")))
        if reference is not None:
            return anchor_of(reference, reference)
        if part not in self._known:
            self._known[part] = self._of_part(self._ids.get(part, ()))
        return self._known[part]

    def _of_part(self, ids: Collection[str]) -> Anchor | None:
        drawing = next((self._drawings[id] for id in ids if id in self._drawings), None)
        if drawing is not None:
            return anchor_of(drawing, drawing)
        return self._section(ids) or _beginning(self._body)

    @cached_property
    def _references(self) -> dict[tuple[str, str], Element]:
        """Where the body first refers to each note or comment, by its kind and id."""
        kinds = {reference: kind for kind, reference in _REFERENCES.items()}
        found: dict[tuple[str, str], Element] = {}
        for each in self._body.iter(*tags(kinds)):
            found.setdefault((kinds[short(each.tag)], attribute(each, "w:id")), each)
        return found

    @cached_property
    def _drawings(self) -> dict[str, Element]:
        """Where the body shows a chart or a diagram, by the id of it."""
        shown = reversed(list(self._body.iter(*_SHOWING)))
        return {id: each for each in shown for id in (attribute(each, "r:id"), attribute(each, "r:dm")) if id}

    def _section(self, ids: Collection[str]) -> Anchor | None:
        """The beginning of the first section that a header or footer is for."""
        first: Element | None = None
        for element in self._body.iter(*_PARAGRAPH, *_SECTION):
            if element.tag in _PARAGRAPH:
                first = element if first is None and _is_in_the_flow(element) else first
            elif any(attribute(reference, "r:id") in ids for reference in element):
                return None if first is None else Anchor(first)
            elif around(element, "w:sectPrChange") is None:
                first = None
        return None


def _beginning(of: Element) -> Anchor | None:
    """The first paragraph in something."""
    return next((Anchor(each) for each in of.iter(*_PARAGRAPH) if _is_in_the_flow(each)), None)


def _is_in_the_flow(paragraph: Element) -> bool:
    return around(paragraph, "w:r", "mc:AlternateContent") is None


def _in_the_flow(element: Element) -> Element | None:
    """The outermost run or formula of a paragraph that an element stands in, with whatever must not have a comment inside."""
    found = None
    for each in (element, *element.iterancestors()):
        if (short(each.tag) in _WHOLE or _is_closed(each)) and around(each, "w:p") is not None:
            found = each
    return found


def _is_closed(control: Element) -> bool:
    """Whether this is a content control that takes nothing but plain text, or none at all."""
    return short(control.tag) == "w:sdt" and (child(child(control, "w:sdtPr"), "w:text") is not None or is_filled_in(control))
