"""Turn the text of a reStructuredText paragraph into prose, with roles, references and literals told apart."""

from __future__ import annotations

import re

from stigmalint.readers.markdown.prose import Prose

_INLINE = re.compile(
    r"""
      ``(?P<literal>.+?)``(?!`)
    | (?P<role>(?<![\w`]):[\w:.+-]{1,60}:)?(?<!\w)`(?P<interpreted>[^`\s](?:[^`]*?[^`\s\\])?)`(?P<after>__?|:[\w:.+-]{1,60}:)?
    | (?<![\w*])\*\*(?=\S)(?P<strong>[^*]+?)(?<=\S)\*\*(?!\w)
    | (?<![\w*])\*(?=[^\s*])(?P<emphasis>[^*]*?[^\s*])\*(?!\w)
    | (?<!\w)\|(?=\S)(?P<substitution>[^|\r\n]{0,80}?\S)\|(?:__?)?
    | (?<=\s)\[(?:\#?[\w.-]*|\*)\]_(?!\w)
    | (?<=\w)(?P<reference>__?)(?![\w`])
    | \\(?P<escaped>.)?
    """,
    re.VERBOSE | re.DOTALL,
)
_PROSE_ROLES = frozenset(
    {"emphasis", "strong", "sub", "sup", "subscript", "superscript", "title-reference", "title", "t", "abbr", "dfn", "guilabel"}
    | {"menuselection", "term", "cite", "rubric", "i", "b"}
)


def add_inline(prose: Prose, text: str, start: int, end: int) -> None:
    """Add ``start`` to ``end`` of the file's ``text``."""
    at = start
    for found in _INLINE.finditer(text, start, end):
        prose.copy(at, found.start())
        _add(prose, text, found)
        at = found.end()
    prose.copy(at, end)


def _add(prose: Prose, text: str, found: re.Match[str]) -> None:
    """Add one piece of markup."""
    kind = found.lastgroup
    if kind in ("interpreted", "after"):
        _interpreted(prose, text, found)
    elif kind == "literal":
        _within(prose, "code", *found.span("literal"))
    elif kind == "strong":
        _marked(prose, "strong", text, *found.span("strong"))
    elif kind == "emphasis":
        _marked(prose, "em", text, *found.span("emphasis"))
    elif kind == "substitution":
        _within(prose, "code", *found.span("substitution"))
    elif kind == "escaped" and not found["escaped"].isspace():
        prose.copy(*found.span("escaped"))


def _interpreted(prose: Prose, text: str, found: re.Match[str]) -> None:
    """Add what stands in backquotes: the title of a link or reference, prose, or the name of a thing."""
    start, end = found.span("interpreted")
    after = found["after"] or ""
    role = (found["role"] or (after if after.startswith(":") else "")).strip(":")
    target = text.rfind("<", start, end) if text[end - 1] == ">" else -1
    titled = target > start
    if titled:
        end = start + len(text[start:target].rstrip())
    if after.startswith("_"):
        _marked(prose, "a", text, start, end)
    elif not role or role in _PROSE_ROLES:
        _marked(prose, "em", text, start, end)
    elif titled:
        _marked(prose, "a", text, start, end)
    else:
        _within(prose, "code", start, end)


def _marked(prose: Prose, name: str, text: str, start: int, end: int) -> None:
    """Add prose inside an element. Markup does not nest, but escapes stand anywhere."""
    prose.open(name)
    at = start
    for escape in re.finditer(r"\\(\s?)", text[start:end]):
        prose.copy(at, start + escape.start())
        at = start + escape.end()
    prose.copy(at, end)
    prose.close(name)


def _within(prose: Prose, name: str, start: int, end: int) -> None:
    prose.open(name)
    prose.copy(start, end)
    prose.close(name)
