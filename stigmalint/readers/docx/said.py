"""Turn the layout of a part into the texts that its blocks are made of, without making any.

The surprise: some stand here twice, because heads are read together with what they stand above: a heading with its number,
and the paragraphs of a table cell as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from stigmalint.readers.docx.layout import End, Layout, Paragraph, Start
from stigmalint.readers.docx.numbering import Counter
from stigmalint.readers.docx.steps import What
from stigmalint.readers.opening import Unsure


def texts(layout: Layout, counter: Counter) -> Iterator[str]:
    """The text of every paragraph and table cell of a part. Raises ``Unsure``."""
    around: list[list[str]] = [[]]
    for item in layout.items:
        match item:
            case Paragraph():
                text = _text(item, layout)
                if item.aside is None:
                    around[-1].append(text)
                yield _numbered(item, text, counter)
            case Start():
                around.append([])
            case End():
                inside = around.pop()
                if item.what is What.CELL and len(inside) > 1:
                    yield " ".join(inside)


def begins_with_words(layout: Layout) -> bool:
    """Whether there is a word in a part that is sure to become a block."""
    for item in layout.items:
        if isinstance(item, Start) and item.what is What.NOTE:
            return False
        if isinstance(item, Paragraph) and any(map(str.isalnum, _text(item, layout))):
            return True
    return False


def _text(paragraph: Paragraph, layout: Layout) -> str:
    return "".join([layout.text[run.start : run.end] for run in paragraph.runs])


def _numbered(paragraph: Paragraph, text: str, counter: Counter) -> str:
    """What a paragraph says, behind its number if it has one: what stands under a heading is read together with both."""
    if paragraph.joins_next:
        raise Unsure
    if paragraph.item is None or paragraph.aside is not None:
        return text
    counter.count(paragraph.item)
    return f"{counter.label(paragraph.item)} {text}"
