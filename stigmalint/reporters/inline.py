"""Turn text that nobody vouches for into Markdown that shows it on one line, and does nothing else.

The surprise: escaping is not enough. GitHub and GitLab look for people to notify (``@name``), issues (``#12``) and addresses in
what is already laid out, so a space without width is put into each of these, as an entity that a reader of the source can see.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from stigmalint.terminal import visible

BREAK = "&#8203;"
"""A space without width."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ACTIVE = re.compile(
    r"(?P<live>@(?=\S)|[#!$&](?=\d)|[%~](?=[\w\"])|:(?=//|[\w+-]+:)|(?<=\bwww)\.|(?<=\bGH)-(?=\d))|[\\`*_\[\]{}|<>&#~^$]",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"[-+=:]|\d{1,9}(?=[.)])")
"""What makes a list, a rule or a definition of a line that begins so."""

_ESCAPED = frozenset("\\`*_[]{}|#~^$")
_ADDRESS = "%/:?#@!$&'*+,;=~-._"
"""Signs that stay as they are in an address."""


def plain(text: str) -> str:
    """``text`` in the middle of a line."""
    return _ACTIVE.sub(_inert, visible(text))


def line(text: str) -> str:
    """``text`` as the beginning of a line, or all of it."""
    shown = visible(text).lstrip()
    begins = _BEGINS.match(shown)
    if not begins:
        return plain(shown)
    end = begins.end()
    if shown[0].isdigit():
        return f"{shown[:end]}\\{plain(shown[end:])}"
    return f"\\{plain(shown)}"


def marked(before: str, match: str, after: str) -> str:
    """A sentence as a line, its ``match`` in bold. Space at the ends of the match stays outside: bold does not begin with one."""
    before, match, after = visible(before), visible(match), visible(after)
    inner = match.strip()
    if not inner:
        return line(before + match + after)
    lead, tail = match[: len(match) - len(match.lstrip())], match[len(match.rstrip()) :]
    before, after = (before + lead).lstrip(), tail + after
    opening = BREAK if _clings(before[-1:], inner[0]) else ""
    closing = BREAK if _clings(after[:1], inner[-1]) else ""
    return f"{line(before) if before else ''}{opening}**{plain(inner)}**{closing}{plain(after)}"


def _clings(outer: str, inner: str) -> bool:
    """Whether stars between these characters might not be taken for bold: a sign inside, and no space outside."""
    return bool(outer) and not outer.isspace() and not inner.isalnum()


def link(text: str, address: str) -> str:
    """``text``, leading to ``address`` where that is one of the web."""
    if not address.startswith(("https://", "http://")):
        return plain(text)
    target = quote(address, safe=_ADDRESS, errors="replace")
    return f"[{plain(text)}]({target})"


def _inert(found: re.Match[str]) -> str:
    sign = found[0]
    shown = _ENTITIES.get(sign) or (f"\\{sign}" if sign in _ESCAPED else sign)
    return shown + BREAK if found["live"] else shown
