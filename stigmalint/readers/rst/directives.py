"""Turn a directive into what of it a reader of the document sees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from stigmalint.readers.rst.lines import Line

_DIRECTIVE = re.compile(r"\.\.\s+(?:\|[^|\r\n]+\|\s+)?(?P<name>[\w:.+-]+?)\s?::(?:\s+|\Z)")
_OPTION = re.compile(r":(?P<name>[\w-]+):(?:\s+|\Z)")
_SAYS = re.compile(r"alt|caption|title|header", re.IGNORECASE)


class Role(Enum):
    """What the content of a directive is."""

    PROSE = "prose"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Directive:
    """What a directive holds: lines of prose, and the text shown instead of an image."""

    role: Role
    content: Sequence[Line] = field(default_factory=list)
    alternative: Line | None = None


_CODE = """
code code-block sourcecode literalinclude math raw parsed-literal highlight include toctree doctest testcode testsetup
testoutput testcleanup ipython graphviz digraph graph mermaid plot uml plantuml productionlist jupyter-execute
autosummary image meta default-role role contents index only-code sectnum currentmodule module py:module
tabularcolumns bibliography datatemplate
"""
_NOT_PROSE = frozenset(_CODE.split())
_QUOTES = frozenset({"epigraph", "pull-quote", "highlights"})
_TITLED = """
note warning tip hint important caution danger error attention seealso todo topic sidebar rubric admonition centered
replace title table list-table csv-table compound epigraph pull-quote highlights dropdown tab tab-item card
grid-item-card collapse header footer
"""
_ARGUMENT_IS_PROSE = frozenset(_TITLED.split())


def directive(lines: Sequence[Line]) -> Directive | None:
    """The directive that begins at the first line, or ``None`` for a comment or a target."""
    found = _DIRECTIVE.match(lines[0].text)
    if not found:
        return None
    name = found["name"].lower()
    rest, alternative = _without_options(lines[1:])
    if name in _NOT_PROSE or name.startswith("auto"):
        return Directive(Role.CODE, alternative=alternative)
    role = Role.QUOTE if name in _QUOTES else Role.PROSE
    first = lines[0].after(found.end())
    if name in _ARGUMENT_IS_PROSE and first.text:
        depth = min((line.indent for line in rest if line.text), default=first.indent)
        return Directive(role, [first._replace(indent=depth), *rest], alternative)
    return Directive(role, rest, alternative)


def _without_options(lines: Sequence[Line]) -> tuple[Sequence[Line], Line | None]:
    """The content behind the options of a directive, and the option that says something to a reader."""
    alternative = None
    at = 0
    while at < len(lines) and (found := _OPTION.match(lines[at].text)):
        if _SAYS.fullmatch(found["name"]) and lines[at].text[found.end() :]:
            alternative = lines[at].after(found.end())
        at += 1
    return lines[at:], alternative
