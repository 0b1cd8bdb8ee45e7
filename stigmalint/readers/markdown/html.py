"""Turn the HTML in a Markdown file into the same blocks, marks and images that Markdown makes.

The surprise: the lines of an HTML block need not touch. In a block quote each is preceded by “> ”, so the HTML is
scanned in a copy in which whatever lies between its lines is blank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from stigmalint.document import BlockKind
from stigmalint.readers.html_tokens import Token, TokenKind, alternative_text, html_tokens, tag_token
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


def read_inline_tag(structure: Structure, source: Source, start: int, end: int) -> None:
    """Let a tag inside a paragraph do its work: mark, hide, separate words, show an image."""
    tag = tag_token(source.covered, start, end)
    if tag is None:
        return
    if tag.name == "br" or tag.name in _BLOCKS:
        structure.prose.stand_in(start, end, " ")
    elif tag.name == "img":
        _add_image(structure, source, tag, 0)
    elif tag.kind is TokenKind.OPEN:
        structure.prose.open(tag.name)
    else:
        structure.prose.close(tag.name)


def read_html_block(structure: Structure, source: Source, stretches: list[Stretch]) -> None:
    """Add the blocks of an HTML block that is made up of ``stretches`` of the source."""
    _HtmlBlock(structure, source, stretches).read()


class _HtmlBlock:
    """One HTML block being read, with the elements open in it."""

    def __init__(self, structure: Structure, source: Source, stretches: list[Stretch]) -> None:
        self._structure = structure
        self._source = source
        self._stretches = stretches
        self._next = 0
        self._open: list[str] = []
        self._count: Counter[str] = Counter()

    def read(self) -> None:
        """Go through the tokens and close what is left open."""
        start, html = self._stretches[0][0], _with_gaps_blank(self._source.covered, self._stretches)
        for token in html_tokens(html, 0, len(html)):
            match token.kind:
                case TokenKind.TEXT:
                    self._add_text(token.start + start, token.end + start)
                case TokenKind.ENTITY:
                    self._structure.prose.text(token.start + start, token.end + start, token.name)
                case TokenKind.OPEN:
                    self._begin(token, start)
                case TokenKind.CLOSE:
                    self._end(token.name)
        while self._open:
            self._leave()
        self._structure.finish()

    def _add_text(self, start: int, end: int) -> None:
        """Copy what of ``start`` to ``end`` lies within the stretches; tokens come in order."""
        while self._next < len(self._stretches) and self._stretches[self._next][0] < end:
            first, last = self._stretches[self._next]
            if max(first, start) < min(last, end):
                self._structure.prose.copy(max(first, start), min(last, end))
            if last > end:
                return
            self._next += 1

    def _begin(self, tag: Token, shift: int) -> None:
        structure = self._structure
        while self._open and self._open[-1] in _ENDED_BY.get(tag.name, ()):
            self._leave()
        if tag.name == "img":
            _add_image(structure, self._source, tag, shift)
        elif tag.name == "br":
            structure.prose.stand_in(tag.start + shift, tag.end + shift, " ")
        elif tag.name in _CONTAINERS:
            self._enter(tag.name)
        elif tag.name in _BLOCKS:
            structure.finish()
        else:
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


def _add_image(structure: Structure, source: Source, tag: Token, shift: int) -> None:
    """Add the alternative text of an ``<img>``; ``shift`` leads from the token's offsets to the source."""
    moved = Token(tag.kind, tag.start + shift, tag.end + shift, tag.name)
    if not (found := alternative_text(source.covered, moved)):
        return
    structure.open_image()
    for token in html_tokens(source.covered, *found):
        if token.kind is TokenKind.ENTITY:
            structure.prose.text(token.start, token.end, token.name)
        else:
            structure.prose.copy(token.start, token.end)
    structure.close_image()


def _with_gaps_blank(text: str, stretches: list[Stretch]) -> str:
    parts: list[str] = []
    at = stretches[0][0]
    for start, end in stretches:
        parts += " " * (start - at), text[start:end]
        at = end
    return "".join(parts)
