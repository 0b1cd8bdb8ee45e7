"""Turn the XML of one part into steps: text in document order, and where paragraphs, cells, boxes and notes begin and end.

The surprise: the walk is the map. The texts of its ``Text`` steps, put together, are the ``Stream`` of the part, and each
step knows its offset there. Whoever walks the same part again, over a tree instead of a file being read, meets the same
elements at the same offsets, and so finds what is behind any span of the stream::

    for step in walk_tree(root):
        if isinstance(step, Text) and step.offset < span.end and span.start < step.offset + len(step.text):
            ...  # step.element holds some of the span

What the stream holds depends on the part alone, not on styles, numbering or settings. Deleted and moved-away text, field
instructions and the second copy of a text box are not in it; hidden text is (the layout leaves it out of the blocks).
Paragraphs follow each other without a character between them. White space inside ``w:t`` is kept as written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from lxml import etree

from stigmalint.readers.docx.fields import Fields
from stigmalint.readers.docx.plain import PARAGRAPHS, Plain, plain, telling
from stigmalint.readers.docx.steps import ALT_TEXTS, SIGNS, WHATS, Closed, Mention, Opened, Step, Steps, Text, Unread, What
from stigmalint.readers.office.names import Element, attribute, children, short, tags


class Walk:
    """One walk over one part, from its first to its last element."""

    def __init__(self) -> None:
        self.length = 0
        """Characters in the stream so far."""
        self._skipped: Element | None = None
        self._deleted: list[Element] = []
        self._choices: list[int] = []
        self._fields = Fields()
        self._links = 0
        self._paragraphs = 0

    def steps(self, events: Iterable[tuple[str, Element]]) -> Iterator[Step]:
        """The steps for ``("start" | "end", element)`` events of all elements whose tags are in ``TAGS``."""
        for event, element in events:
            yield from self._take(event, element)

    def short_steps(self, root: Element) -> Iterator[Step | Plain]:
        """The same for a part that was parsed as a whole, but a paragraph that takes no walk is one step."""
        tree, tell = etree.iterwalk(root, events=("start", "end"), tag=TAGS), telling(root)
        for event, element in tree:
            begins = event == "start" and element.tag in PARAGRAPHS and self._may_be_plain()
            if begins and (found := plain(element, self.length, tell)):
                tree.skip_subtree()
                self._skipped = element
                self.length += sum([len(text) for text, _ in found.runs])
                yield found
            else:
                yield from self._take(event, element)

    def _take(self, event: str, element: Element) -> Steps:
        if self._skipped is not None:
            if event == "end" and element is self._skipped:
                self._skipped = None
            return ()
        handler = (_STARTS if event == "start" else _ENDS).get(element.tag)
        return handler(self, element) if handler else ()

    def _may_be_plain(self) -> bool:
        """Whether nothing is open here that would change what a paragraph says."""
        return self._skipped is None and not (self._deleted or self._links or self._fields.are_open)

    def _say(self, element: Element, text: str, holds: str) -> Steps:
        if not text or self._deleted or self._fields.hides:
            return ()
        step = Text(element, text, self.length, holds, self._links > 0 or self._fields.links)
        self.length += len(text)
        return (step,)

    def _own_text(self, element: Element) -> Steps:
        return self._say(element, content(element), "text")

    def _sign(self, element: Element) -> Steps:
        parent = element.getparent()
        if parent is not None and short(parent.tag) == "w:tabs":  # a tab stop, not a tab
            return ()
        return self._say(element, _SIGNS_BY_TAG[element.tag], "sign")

    def _symbol(self, element: Element) -> Steps:
        return self._say(element, _character(attribute(element, "w:char")), "sign")

    def _open(self, element: Element) -> Steps:
        return (Opened(_WHATS_BY_TAG[element.tag], element),)

    def _close(self, element: Element) -> Steps:
        if self._deleted and self._deleted[-1] is element:
            self._deleted.pop()
        return (Closed(_WHATS_BY_TAG[element.tag], element),)

    def _open_paragraph(self, element: Element) -> Steps:
        self._paragraphs += 1
        return (Opened(What.PARAGRAPH, element),)

    def _close_paragraph(self, element: Element) -> Steps:
        self._paragraphs -= 1
        if not self._paragraphs:
            self._fields.end_paragraph()
        return (Closed(What.PARAGRAPH, element),)

    def _delete(self, element: Element) -> Steps:
        self._deleted.append(element)
        return ()

    def _restore(self, element: Element) -> Steps:
        self._deleted.pop()
        return ()

    def _delete_if_marked(self, properties: Element) -> Steps:
        """A whole row or cell is deleted by a mark among its properties."""
        whole = properties.getparent()
        if whole is not None and short(whole.tag) in {"w:tr", "w:tc"} and {"w:del", "w:cellDel"} & children(properties).keys():
            self._deleted.append(whole)
        return ()

    def _open_alternatives(self, element: Element) -> Steps:
        self._choices.append(self.length)
        return ()

    def _close_alternatives(self, element: Element) -> Steps:
        self._choices.pop()
        return ()

    def _choose(self, element: Element) -> Steps:
        """Skip this alternative when one before it gave text: it says the same again for older programs."""
        if self._choices and self.length > self._choices[-1]:
            self._skipped = element
        return ()

    def _open_link(self, element: Element) -> Steps:
        self._links += 1
        return ()

    def _close_link(self, element: Element) -> Steps:
        self._links -= 1
        return ()

    def _open_field(self, element: Element) -> Steps:
        self._fields.open_simple(attribute(element, "w:instr"))
        return ()

    def _close_field(self, element: Element) -> Steps:
        self._fields.close_simple()
        return ()

    def _field_sign(self, element: Element) -> Steps:
        self._fields.sign(attribute(element, "w:fldCharType"))
        return ()

    def _instruct(self, element: Element) -> Steps:
        self._fields.instruct(content(element))
        return ()

    def _mention(self, element: Element) -> Steps:
        return (Mention(element, not self._deleted),)

    def _unread(self, element: Element) -> Steps:
        return () if self._deleted else (Unread(element),)

    def _attributes(self, element: Element) -> Steps:
        said: list[Step] = []
        for name in ALT_TEXTS[short(element.tag)]:
            text = attribute(element, name) if ":" in name else element.get(name, "")
            said += _inside(What.ALT_TEXT, element, self._say(element, text, name))
        return tuple(said)

    def _word_art(self, element: Element) -> Steps:
        steps = self._say(element, element.get("string", ""), "string")
        return _inside(What.BOX, element, _inside(What.PARAGRAPH, element, steps))

    def _chart_label(self, element: Element) -> Steps:
        """The name of a series or a category; the numbers of a chart are not text."""
        around = {short(ancestor.tag) for ancestor in element.iterancestors()}
        if around & {"c:numCache", "c:numLit", "cx:numDim"}:
            return ()
        return _inside(What.PARAGRAPH, element, self._own_text(element))


def walk_tree(root: Element) -> Iterator[Step]:
    """The steps for a part that was parsed as a whole. The tree may be changed only after the walk has ended."""
    return Walk().steps(etree.iterwalk(root, events=("start", "end"), tag=TAGS))


def content(element: Element) -> str:
    """The text of an element, also where a comment stands in the middle of it."""
    if not len(element):
        return element.text or ""
    return "".join((element.text or "", *(inner.tail or "" for inner in element)))


def _inside(what: What, element: Element, steps: Steps) -> Steps:
    return (Opened(what, element), *steps, Closed(what, element)) if steps else ()


def _character(code: str) -> str:
    """The character of a ``w:sym``, given in hexadecimal."""
    try:
        return chr(int(code, 16)).encode("utf-8").decode()
    except (ValueError, OverflowError):  # UnicodeEncodeError, for half a surrogate pair, is a ValueError
        return "\ufffd"


_T = TypeVar("_T")
_Handler: TypeAlias = Callable[[Walk, Element], Steps]


def _by_tag(by_name: dict[str, _T]) -> dict[str, _T]:
    return {tag: found for name, found in by_name.items() for tag in tags((name,))}


_WHATS_BY_TAG, _SIGNS_BY_TAG = _by_tag(WHATS), _by_tag(SIGNS)

_STARTS: dict[str, _Handler] = _by_tag(
    {
        **dict.fromkeys(WHATS, Walk._open),
        **dict.fromkeys(("w:p", "a:p"), Walk._open_paragraph),
        **dict.fromkeys(("w:del", "w:moveFrom"), Walk._delete),
        **dict.fromkeys(("mc:Choice", "mc:Fallback"), Walk._choose),
        **dict.fromkeys(ALT_TEXTS, Walk._attributes),
        "mc:AlternateContent": Walk._open_alternatives,
        "w:hyperlink": Walk._open_link,
        "w:fldSimple": Walk._open_field,
        "v:textpath": Walk._word_art,
    }
)
_ENDS: dict[str, _Handler] = _by_tag(
    {
        **dict.fromkeys(WHATS, Walk._close),
        **dict.fromkeys(("w:p", "a:p"), Walk._close_paragraph),
        **dict.fromkeys(("w:t", "a:t", "m:t"), Walk._own_text),
        **dict.fromkeys(("c:v", "cx:v", "cx:pt"), Walk._chart_label),
        **dict.fromkeys(("w:del", "w:moveFrom"), Walk._restore),
        **dict.fromkeys(SIGNS, Walk._sign),
        **dict.fromkeys(("w:trPr", "w:tcPr"), Walk._delete_if_marked),
        **dict.fromkeys(("w:footnoteReference", "w:endnoteReference", "w:commentReference"), Walk._mention),
        **dict.fromkeys(("w:headerReference", "w:footerReference"), Walk._mention),
        **dict.fromkeys(("w:altChunk", "w:subDoc", "o:OLEObject"), Walk._unread),
        "mc:AlternateContent": Walk._close_alternatives,
        "w:hyperlink": Walk._close_link,
        "w:fldSimple": Walk._close_field,
        "w:fldChar": Walk._field_sign,
        "w:instrText": Walk._instruct,
        "w:sym": Walk._symbol,
    }
)
TAGS = tuple(dict.fromkeys((*_STARTS, *_ENDS)))
"""The full tags a walk needs events for."""
