"""Turn wordlists into plain records ready to be matched: patterns, terms, parts of rules and word classes, in every form.

The surprise: nothing here knows where it came from; ``compile`` makes it from TOML, ``shelf`` reads what was kept of that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stigmalint.findings import Source
from stigmalint.packs.model import Names, Part, Role, Term
from stigmalint.packs.wording import Element

ANCHORED_ROLES = frozenset({Role.TRIGGER, Role.CONSEQUENCE, Role.CONDITION})
"""Parts with these roles are looked for in every text; the rest (“must”, “residents”) only where a rule may stand."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a term, or (``is_part``) of a part of rules, ready to match.

    ``owner`` is the number of the term or part; ``exact`` are words that a match must hold as they are written.
    """

    owner: int
    elements: tuple[Element, ...]
    exact: tuple[str, ...] = ()
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part of rules with the numbers of its patterns. One without anchors is looked for only where a rule may stand."""

    part: Part
    patterns: tuple[int, ...]
    anchored: bool


@dataclass(frozen=True, slots=True)
class CompiledTerm:
    """A term with its conditions parsed and its offers inflected: each offer maps a tag to a text with slots."""

    term: Term
    offers: tuple[Mapping[str, str], ...]
    attributive: tuple[str, ...]
    possessive: Mapping[str, str]
    only_if: Mapping[str, tuple[tuple[Element, ...], ...]]
    not_if: Mapping[str, tuple[tuple[Element, ...], ...]]
    needs: tuple[frozenset[int], ...] = ()
    """For a provision: the parts it needs, each as the numbers of those that serve."""


@dataclass(frozen=True)
class ClassWords:
    """A word class in every form: the word as matched → its spelling in a suggestion, its number (``sg``, ``pl`` or empty)."""

    spelling: Mapping[str, str]
    number: Mapping[str, str]
    properties: Mapping[str, Mapping[str, str]]
    default: str
    figures: bool

    @cached_property
    def phrases(self) -> Sequence[tuple[str, str]]:
        """The members of more than one word, each with its first."""
        return [(member.partition(" ")[0], member) for member in self.spelling if " " in member]

    def spelled(self, words: Sequence[str]) -> str:
        """How the member that was found as these words is spelled in a suggestion."""
        return self.spelling.get(rejoined(words), rejoined(words))


@dataclass(frozen=True, slots=True)
class Compiled:
    """All records that compiling gave, by number or name."""

    terms: tuple[CompiledTerm, ...]
    parts: tuple[CompiledPart, ...]
    patterns: tuple[Pattern, ...]
    classes: Mapping[str, ClassWords]
    names: Names
    sources: Mapping[str, Source]


def rejoined(words: Sequence[str]) -> str:
    """Words as the tokenizer cut them, put together again as a class lists them: “asperger 's” → “asperger's”."""
    return re.sub(r" ?/ ?", "/", " ".join(words).replace(" '", "'"))


def plain(text: str) -> str:
    """A word as it is matched: small letters, straight apostrophes, spaces for hyphens."""
    return text.lower().replace("’", "'").replace("-", " ")
