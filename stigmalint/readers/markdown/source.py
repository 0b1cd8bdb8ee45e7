"""Turn Markdown text into what the parser is given: the same characters, with what is not Markdown covered up.

The surprise: template tags become runs of ``x``, front matter becomes blank and a lone carriage return a line feed, each
as long as it was, so that every offset in the covered text is an offset in the file.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stigmalint.document import Span, Stream

_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>"}
_INTERRUPTION = r"(?:\r\n|\r|\n)[ \t]*(?:\r|\n|```|~~~)"
_DELIMITER = re.compile(r"\{\{|\{%|\{#|<%|\}\}|%\}|#\}|%>|" + _INTERRUPTION)
_TAG_NAME = re.compile(r"..[-<%=~\s]*(/?\s*\w+)", re.DOTALL)
_CODE_TAGS = frozenset({"highlight", "codeblock", "code", "comment", "verbatim", "mermaid", "math"})
_ATTRIBUTES = re.compile(r"\{:[^{}\r\n]*\}|^[ \t]*:{3,}[ \t]*[\w-]*", re.MULTILINE)
"""Kramdown attribute lists and the fences of admonitions."""
_BRACE = re.compile(r"[{}]|" + _INTERRUPTION)
_MODULE_LINE = re.compile(
    r"""^(?: import\s[^\r\n]*["'][^\r\n]* | export\s+(?:const|default|function|let|var|async|class|[{*])[^\r\n]* )""",
    re.MULTILINE | re.VERBOSE,
)
_LONE_CR = re.compile(r"\r(?!\n)")
"""A line end to CommonMark, but the parser reads headings, tables and fences on beyond it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file: its stream, the text the parser sees, and where template tags are covered up."""

    stream: Stream
    covered: str
    tags: tuple[Span, ...] = ()

    def tags_within(self, start: int, end: int) -> Iterator[Span]:
        """The parts of template tags between two offsets, in order."""
        first = bisect_right(self.tags, start, key=lambda tag: tag.end)
        for tag in self.tags[first : bisect_left(self.tags, end, key=lambda tag: tag.start)]:
            yield Span(max(start, tag.start), min(end, tag.end))


def cover(stream: Stream, *, front_matter: int, mdx: bool) -> Source:
    """What the parser sees of ``stream``; its first ``front_matter`` characters are front matter."""
    text = stream.text
    tags = tuple(_template_tags(text, mdx=mdx))
    parts, at = [re.sub(r"[^\r\n]", " ", text[:front_matter])], front_matter
    for tag in tags[bisect_left(tags, front_matter, key=lambda tag: tag.start) :]:
        parts += text[at : tag.start], re.sub(r"[^\r\n]", "x", text[tag.start : tag.end])
        at = tag.end
    covered = "".join((*parts, text[at:]))
    return Source(stream, _LONE_CR.sub("\n", covered) if "\r" in covered else covered, tags)


def character_offsets(text: str) -> Callable[[int], int] | None:
    """How to turn an offset in UTF-8 bytes into one in characters, or ``None`` when both are the same."""
    if text.isascii():
        return None
    further = array("L", [found.start() for found in re.finditer(rb"[\x80-\xbf]", text.encode())])
    return lambda offset: offset - bisect_left(further, offset)


def _template_tags(text: str, *, mdx: bool) -> list[Span]:
    found: list[Span] = []
    if any(opener in text for opener in _CLOSERS):
        found += _with_their_code(text, list(_delimited(text)))
    if "{:" in text or ":::" in text:
        found += (Span(*match.span()) for match in _ATTRIBUTES.finditer(text))
    if mdx:
        found += _expressions(text)
        found += (Span(*match.span()) for match in _MODULE_LINE.finditer(text))
    return _joined(found)


def _delimited(text: str) -> Iterator[Span]:
    """``{{ … }}`` and its like. A tag ends before a blank line or a code fence, and an opening is given up for the next one."""
    start, closer = 0, ""
    for found in _DELIMITER.finditer(text):
        sign = found.group()
        if sign == closer:
            yield Span(start, found.end())
            closer = ""
        elif sign in _CLOSERS:
            start, closer = found.start(), _CLOSERS[sign]
        elif sign[0] in "\r\n":
            closer = ""


def _with_their_code(text: str, tags: list[Span]) -> Iterator[Span]:
    """The tags, those of ``{% highlight %}`` and its like together with what they enclose."""
    names = [_name_of(text, tag) for tag in tags]
    last = {name: at for at, name in enumerate(names)}
    at = 0
    while at < len(tags):
        end = at
        ends = (f"end{names[at]}", f"/{names[at]}")
        if names[at] in _CODE_TAGS and max(last.get(name, -1) for name in ends) > at:
            end = next(later for later in range(at + 1, len(tags)) if names[later] in ends)
        yield Span(tags[at].start, tags[end].end)
        at = end + 1


def _name_of(text: str, tag: Span) -> str:
    found = _TAG_NAME.match(text, tag.start, tag.end)
    return "".join(found[1].split()) if found else ""


def _expressions(text: str) -> Iterator[Span]:
    """The balanced ``{…}`` of MDX; one that a blank line or a code fence interrupts is text."""
    depth, start = 0, 0
    for found in _BRACE.finditer(text):
        sign = found.group()
        if sign == "{":
            start = start if depth else found.start()
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            if not depth:
                yield Span(start, found.end())
        elif sign[0] in "\r\n":
            depth = 0


def _joined(spans: list[Span]) -> list[Span]:
    """The same spans in order, those that overlap as one."""
    done: list[Span] = []
    for span in sorted(spans):
        if done and span.start < done[-1].end:
            done[-1] = Span(done[-1].start, max(span.end, done[-1].end))
        else:
            done.append(span)
    return done
