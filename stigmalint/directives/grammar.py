"""Turn the words of a remark (“stigmalint: ignore[addict] our choir's name”) into a directive, or say what is wrong with them.

The surprise: whoever names nothing passes over everything, so they have to say why.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from stigmalint.errors import nearest


class Verb(StrEnum):
    """What a directive does."""

    IGNORE = "ignore"
    NEXT_LINE = "ignore-next-line"
    FILE = "ignore-file"
    DISABLE = "disable"
    ENABLE = "enable"


@dataclass(frozen=True, slots=True)
class Directive:
    """What to pass over (``names`` of terms, packs, kinds and severities; none: everything), and why."""

    verb: Verb
    names: tuple[str, ...] = ()
    reason: str = ""

    def __str__(self) -> str:
        names = f"[{', '.join(self.names)}]" if self.names else ""
        return " ".join(filter(None, (f"{self.verb}{names}", self.reason)))


class Misunderstood(ValueError):
    """A remark that is no directive; the message says why, with the remedy."""


_REMARK = re.compile(r"\s*stigmalint(?P<colon>\s*:)?[\s-]*(?P<verb>[\w-]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_NAMED = re.compile(r"\s*\[(?P<names>[^\[\]]*)\]")


def parse(remark: str, known: Set[str]) -> Directive:
    """The directive in a remark; ``known`` are the names it may use. Raises ``Misunderstood``."""
    found = _REMARK.match(remark)
    if not found or not found["colon"]:
        raise Misunderstood("a colon is missing; write “stigmalint: ignore[…]”")
    verb, rest = _verb(found["verb"]), found["rest"]
    named = _NAMED.match(rest)
    if not named and rest.lstrip().startswith("["):
        raise Misunderstood("the names are not closed; write them in one pair of brackets: [addict, suicide]")
    names = _names(named["names"], known) if named else ()
    reason = " ".join(rest[named.end() if named else 0 :].split()).lstrip(":–—- ")
    if not (names or reason or verb is Verb.ENABLE):
        raise Misunderstood(f"it would pass over everything, so say why: “{verb} because …”, or name what it is for: “{verb}[…]”")
    return Directive(verb, names, reason)


def _verb(word: str) -> Verb:
    try:
        return Verb(word.lower())
    except ValueError:
        hint = nearest(word.lower(), list(Verb)) or f"; write one of {', '.join(Verb)}"
        raise Misunderstood(f"there is no “{word}”{hint}" if word else f"it says nothing to do{hint}") from None


def _names(listed: str, known: Set[str]) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().lower() for name in listed.split(",") if name.strip()))
    if not names:
        raise Misunderstood("the brackets are empty; name a term, a wordlist, a kind or a severity, or leave them out")
    check_names(names, known)
    return names


def check_names(names: tuple[str, ...], known: Set[str]) -> None:
    """Refuse a name that nothing has. Raises ``Misunderstood``."""
    for name in names:
        if name not in known:
            hint = nearest(name, sorted(known)) or "; the name of a term stands at the right of its finding"
            raise Misunderstood(f"there is no term, wordlist, kind or severity “{name}”{hint}")
