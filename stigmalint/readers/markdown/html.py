"""Turn the HTML in a Markdown file into the same blocks, marks and images that Markdown makes.

The surprise: the lines of an HTML block need not touch. In a block quote each is preceded by “> ”, so the HTML is
scanned in a copy in which whatever lies between its lines is blank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from stigmalint.document import BlockKind
from stigmalint.readers.html_tokens import Token, TokenKind, html_tokens, shown_attributes, tag_token
from stigmalint.readers.markdown.source import Source
from stigmalint.readers.markdown.structure import Structure

Stretch = tuple[int, int]
"""``start`` and ``end`` of a stretch of the source."""

_LISTS = ("ul", "ol", "menu", "dir")
_CELLS = ("td", "th")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CAPTIONS = ("caption", "figcaption")
_CONTAINERS = frozenset({*_LISTS, *_CELLS, *_HEADINGS, *_CAPTIONS, "li", "blockquote", "table", "tr"})
_BLOCK_NAMES = """
address article aside body button center col colgroup dd details dialog div dl dt fieldset figure footer form frame frameset
head header hr html legend link main nav optgroup option p param section select source summary tbody tfoot thead title track
"""
_BLOCKS = _CONTAINERS | frozenset(_BLOCK_NAMES.split())
_ENDED_BY = {"li": ("li",), "tr": (*_CELLS, "tr"), **dict.fromkeys(_CELLS, _CELLS), **dict.fromkeys(_HEADINGS, _HEADINGS)}
"""Elements that a new one ends when their closing tag was left out."""


def read_inline_tag(structure: Structure, source: Source, start: int, end: int, shown: str) -> None:
    """Let a tag inside a paragraph do its work: mark, hide, separate words, show an image.

    ``shown`` is the tag without what a container puts before its further lines.
    """
    html = _Html(structure, source, list(_line_ends(source.covered[start:end], start, shown)))
    tag = tag_token(html.text)
    if tag is None:
        return
    if tag.name in _BLOCKS or _separates(tag, source.covered[end : end + 1]):
        structure.prose.stand_in(start, end, " ")
    elif tag.name == "img":
        html.add_attributes(tag)
    elif tag.kind is TokenKind.OPEN:
        html.add_attributes(tag)
        structure.prose.open(tag.name)
    else:
        structure.prose.close(tag.name)


def read_html_block(structure: Structure, source: Source, stretches: list[Stretch]) -> None:
    """Add the blocks of an HTML block that is made up of ``stretches`` of the source."""
    _Html(structure, source, stretches).read()


class _Html:
    """HTML being read, with the elements open in it. ``text`` is the HTML, ``_shift`` leads from it to the source."""

    def __init__(self, structure: Structure, source: Source, stretches: list[Stretch]) -> None:
        self.text = _with_gaps_blank(source.covered, stretches)
        self._shift = stretches[0][0]
        self._structure = structure
        self._stretches = stretches
        self._next = 0
        self._open: list[str] = []
        self._count: Counter[str] = Counter()

    def read(self) -> None:
        """Go through the tokens and close what is left open."""
        for token in html_tokens(self.text, 0, len(self.text)):
            if token.kind is TokenKind.OPEN:
                self._begin(token)
            elif token.kind is TokenKind.CLOSE:
                self._end(token.name)
            else:
                self._add(token)
        while self._open:
            self._leave()
        self._structure.finish()

    def add_attributes(self, tag: Token) -> None:
        """Add what a tag says in its attributes: the text shown instead of an image, a title."""
        for start, end in shown_attributes(self.text, tag):
            self._structure.open_image()
            for token in html_tokens(self.text, start, end):
                self._add(token)
            self._structure.close_image()

    def _add(self, token: Token) -> None:
        start, end = token.start + self._shift, token.end + self._shift
        if token.kind is TokenKind.ENTITY:
            self._structure.prose.text(start, end, token.name)
        elif token.kind is TokenKind.TEXT:
            self._copy(start, end)

    def _copy(self, start: int, end: int) -> None:
        """Copy what of ``start`` to ``end`` lies within the stretches; tokens come in order."""
        while self._next < len(self._stretches) and self._stretches[self._next][0] < end:
            first, last = self._stretches[self._next]
            if max(first, start) < min(last, end):
                self._structure.prose.copy(max(first, start), min(last, end))
            if last > end:
                return
            self._next += 1

    def _begin(self, tag: Token) -> None:
        structure = self._structure
        while self._open and self._open[-1] in _ENDED_BY.get(tag.name, ()):
            self._leave()
        if tag.name in _BLOCKS and tag.name not in _CONTAINERS:
            structure.finish()
        self.add_attributes(tag)
        if tag.name == "img":
            return
        if _separates(tag, self.text[tag.end : tag.end + 1]):
            structure.prose.stand_in(tag.start + self._shift, tag.end + self._shift, " ")
        elif tag.name in _CONTAINERS:
            self._enter(tag.name)
        elif tag.name not in _BLOCKS:
            structure.prose.open(tag.name)

    def _end(self, name: str) -> None:
        if self._count[name]:
            while self._leave() != name:
                pass
        elif name in _BLOCKS:
            self._structure.finish()
        else:
            self._structure.prose.close(name)

    def _enter(self, name: str) -> None:
        if name in (*_CELLS, "tr") and not self._count["table"]:
            self._structure.finish()
            return
        self._open.append(name)
        self._count[name] += 1
        _opening(self._structure, name)()

    def _leave(self) -> str:
        name = self._open.pop()
        self._count[name] -= 1
        _closing(self._structure, name)
        return name


def _separates(tag: Token, following: str) -> bool:
    """Whether a tag parts words: a line break, or the beginning of a raised number, which is a note's and no part of a word."""
    return tag.name == "br" or (tag.name == "sup" and tag.kind is TokenKind.OPEN and not following.isalpha())


def _opening(structure: Structure, name: str) -> Callable[[], None]:
    if name in _HEADINGS:
        return lambda: structure.open_heading(int(name[1]))
    if name in _LISTS:
        return structure.open_list
    if name in _CELLS:
        return structure.open_cell
    openings = {
        "li": structure.open_item,
        "blockquote": structure.open_quote,
        "table": structure.open_table,
        "tr": structure.open_row,
    }
    return openings.get(name, structure.finish)


def _closing(structure: Structure, name: str) -> None:
    if name in _HEADINGS:
        structure.close_heading(int(name[1]))
    elif name in _CAPTIONS:
        structure.finish(BlockKind.CAPTION)
    elif name in (*_CELLS, "tr"):
        structure.close_cell()
    elif name == "table":
        structure.close_table()
    else:
        structure.close(is_list=name in _LISTS)


def _line_ends(text: str, start: int, shown: str) -> Iterator[Stretch]:
    """Where the lines of ``shown`` stand in ``text``, which begins at ``start``: each at the end of its line."""
    for line, shown_line in zip(text.splitlines(keepends=True), shown.splitlines(keepends=True), strict=False):
        start += len(line)
        yield start - min(len(line), len(shown_line)), start


def _with_gaps_blank(text: str, stretches: list[Stretch]) -> str:
    parts: list[str] = []
    at = stretches[0][0]
    for start, end in stretches:
        parts += " " * (start - at), text[start:end]
        at = end
    return "".join(parts)
