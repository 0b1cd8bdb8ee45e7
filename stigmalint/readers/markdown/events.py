"""Turn steps into calls of the structure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from stigmalint.readers.markdown.html import Stretch, read_html_block, read_inline_tag
from stigmalint.readers.markdown.source import Source
from stigmalint.readers.markdown.steps import steps
from stigmalint.readers.markdown.structure import Structure


class Events:
    """Reads one file's events; what has no text of its own (task boxes, references to notes) is passed over."""

    def __init__(self, source: Source, structure: Structure) -> None:
        self._source = source
        self._structure = structure
        self._html: list[Stretch] = []
        self._link = "Link"
        self._contents: dict[str, Callable[[Any, int, int], None]] = {
            "Text": self._text,
            "SoftBreak": self._line_break,
            "HardBreak": self._line_break,
            "Code": self._code,
            "InlineHtml": self._inline_html,
            "Html": self._html_line,
            "Rule": self._rule,
        }
        self._openings = _openings(structure) | {"Link": self._open_link}
        self._closings = _closings(structure) | {
            "Link": self._close_link,
            "HtmlBlock": self._read_html,
        }

    def read(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Take every event, in order."""
        contents = self._contents
        for name, value, start, end in steps(self._source.covered, events):
            if name == "Start":
                tag, value = value.popitem() if value.__class__ is dict else (value, None)  # noqa: PLW2901  what it says of the tag
                self._openings[tag](value)
            elif name == "End":
                tag, value = value.popitem() if value.__class__ is dict else (value, None)  # noqa: PLW2901  what it says of the tag
                self._closings[tag](value)
            elif name in contents:
                contents[name](value, start, end)
        self._structure.finish()

    def _text(self, shown: str | None, start: int, end: int) -> None:
        self._structure.prose.text(start, end, shown)

    def _line_break(self, _: None, start: int, end: int) -> None:
        self._structure.prose.stand_in(start, end, " ")

    def _rule(self, _: None, start: int, end: int) -> None:
        self._structure.interrupt()

    def _code(self, shown: str, start: int, end: int) -> None:
        self._structure.prose.code(start, end, shown)

    def _inline_html(self, shown: str, start: int, end: int) -> None:
        read_inline_tag(self._structure, self._source, start, end, shown)

    def _html_line(self, shown: str, start: int, end: int) -> None:
        if self._source.covered[start:end] == shown:
            self._html.append((start, end))

    def _open_link(self, link: Any) -> None:
        self._link = "Autolink" if link["link_type"] in ("Autolink", "Email") else "Link"
        self._structure.prose.open(self._link)

    def _close_link(self, _: None) -> None:
        self._structure.prose.close(self._link)

    def _read_html(self, _: None) -> None:
        if self._html:
            read_html_block(self._structure, self._source, self._html)
            self._html = []


def _openings(structure: Structure) -> dict[str, Callable[[Any], None]]:
    return {
        "Paragraph": lambda _: structure.finish(),
        "HtmlBlock": lambda _: structure.finish(),
        "Heading": lambda heading: structure.open_heading(int(heading["level"][1])),
        "List": lambda _: structure.open_list(),
        "Item": lambda _: structure.open_item(),
        "BlockQuote": lambda alert: structure.open_aside() if alert else structure.open_quote(),
        "FootnoteDefinition": structure.open_note,
        "Table": lambda _: structure.open_table(),
        "TableHead": lambda _: structure.open_row(),
        "TableRow": lambda _: structure.open_row(),
        "TableCell": lambda _: structure.open_cell(),
        "CodeBlock": lambda _: structure.interrupt(),
        "Image": lambda _: structure.open_image(),
        "Emphasis": lambda _: structure.prose.open("Emphasis"),
        "Strong": lambda _: structure.prose.open("Strong"),
        "Strikethrough": lambda _: structure.prose.open("Strikethrough"),
    }


def _closings(structure: Structure) -> dict[str, Callable[[Any], None]]:
    return {
        "Paragraph": lambda _: structure.finish(),
        "Heading": lambda level: structure.close_heading(int(level[1])),
        "List": lambda _: structure.close(is_list=True),
        "Item": lambda _: structure.close(),
        "BlockQuote": lambda _: structure.close(),
        "FootnoteDefinition": lambda _: structure.close(),
        "Table": lambda _: structure.close_table(),
        "TableHead": lambda _: structure.close_cell(),
        "TableRow": lambda _: structure.close_cell(),
        "TableCell": lambda _: structure.close_cell(),
        "CodeBlock": lambda _: None,
        "Image": lambda _: structure.close_image(),
        "Emphasis": lambda _: structure.prose.close("Emphasis"),
        "Strong": lambda _: structure.prose.close("Strong"),
        "Strikethrough": lambda _: structure.prose.close("Strikethrough"),
    }
