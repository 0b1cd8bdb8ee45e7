"""Turn HTML into tags, entities and stretches of text, each with its exact offsets.

The surprise: like a browser, the scanner never goes back. A tag that never ends makes the rest text, once, so time is
linear however broken the HTML is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum

SKIPPED = frozenset({"script", "style", "textarea", "template", "iframe", "noembed", "noframes", "pre", "svg", "math"})
"""Elements whose content is not prose: it makes no tokens, and neither do their tags."""

_MARKUP = re.compile(
    r"<!--|<!\[CDATA\[|<[!?]|<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*)"
    r"|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_REST_OF_TAG = re.compile(r"""(?:[^"'>=]+|=\s*(?:"[^"]*"|'[^']*')|["'=])*+>""")
_UNSHOWN = {"<!--": "-->", "<![CDATA[": "]]>", "<!": ">", "<?": ">"}
_ATTRIBUTE = re.compile(r"""\s(?P<key>[A-Za-z-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
_SHOWN = frozenset({"alt", "title", "placeholder", "aria-label"})
"""Attributes whose value a reader of the page sees or hears."""
_ABOUT_THE_PAGE = frozenset({"description", "og:title", "og:description", "twitter:title", "twitter:description"})


class TokenKind(Enum):
    """What a token is. Comments, declarations and ``SKIPPED`` elements make none."""

    TEXT = "text"
    ENTITY = "entity"
    OPEN = "opening tag"
    CLOSE = "closing tag"


@dataclass(frozen=True, slots=True)
class Token:
    """``start`` to ``end`` of the HTML. ``name`` is that of a tag, in small letters, or what an entity stands for."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""


def html_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text`` between two offsets, in order; what lies between two of them is not shown to a reader."""
    at = start
    while found := _MARKUP.search(text, at, end):
        if found.start() > at:
            yield Token(TokenKind.TEXT, at, found.start())
        token = _token(text, found, end)
        if token is None:
            at = _end_of(_UNSHOWN[found.group()], text, found.end(), end)
            continue
        yield from () if token.name in SKIPPED else (token,)
        at = _end_of_skipped(text, token, end)
    if end > at:
        yield Token(TokenKind.TEXT, at, end)


def tag_token(text: str) -> Token | None:
    """The tag that ``text`` is, or ``None`` when it is a comment or the like."""
    found = _MARKUP.match(text)
    return _token(text, found, len(text)) if found else None


def shown_attributes(text: str, tag: Token) -> Iterator[tuple[int, int]]:
    """Where the values of attributes stand that are text: ``alt``, ``title`` and their like, and what ``<meta>`` describes."""
    found = {each["key"].lower(): each for each in _ATTRIBUTE.finditer(text, tag.start, tag.end)}
    wanted: Set[str] = _SHOWN
    if tag.name == "meta":
        names = {_value(text, found[key]).lower() for key in ("name", "property") if key in found}
        wanted = {"content"} if names & _ABOUT_THE_PAGE else frozenset()
    for key, each in found.items():
        if key in wanted:
            yield each.span(each.lastgroup or 0)


def _value(text: str, attribute: re.Match[str]) -> str:
    start, end = attribute.span(attribute.lastgroup or 0)
    return text[start:end]


def _token(text: str, found: re.Match[str], end: int) -> Token | None:
    start = found.start()
    if text[start] == "&":
        shown = html.unescape(found.group())
        return Token(TokenKind.TEXT if shown == found.group() else TokenKind.ENTITY, start, found.end(), shown)
    if not found["name"]:
        return None
    tag = _REST_OF_TAG.match(text, found.end(), end)
    if not tag:
        return Token(TokenKind.TEXT, start, end)
    return Token(TokenKind.CLOSE if found["slash"] else TokenKind.OPEN, start, tag.end(), found["name"].lower())


def _end_of_skipped(text: str, token: Token, end: int) -> int:
    """Where scanning goes on after a token: behind the closing tag when its content is skipped."""
    if token.kind is not TokenKind.OPEN or token.name not in SKIPPED:
        return token.end
    closing = re.compile(f"</{token.name}\\b", re.IGNORECASE).search(text, token.end, end)
    return _end_of(">", text, closing.end(), end) if closing else end


def _end_of(closer: str, text: str, at: int, end: int) -> int:
    found = text.find(closer, at, end)
    return end if found < 0 else found + len(closer)
