"""Turn what a wordlist says into records: packs of terms, word classes, names and sources.

The surprise: a term holds *wordings* (patterns with slots), not inflected words; ``vocabulary`` makes the forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from stigmalint.findings import Kind, Rewrite, Severity, Source

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The runs of letters and figures in a text, in small letters."""
    return _WORD.findall(text.lower())


class PartOfSpeech(StrEnum):
    """How a term's wordings inflect."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


class Grammar(StrEnum):
    """How a match is used in its sentence, as far as the words around it tell."""

    NOUN = "noun"
    ATTRIBUTIVE = "attributive"
    PREDICATE = "predicate"
    PERSON_SUBJECT = "person-subject"
    NEGATED = "negated"
    SENTENCE_START = "sentence-start"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must be so around a match. Every field that is not empty is one condition; the wordlists' README explains them."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    grammar: tuple[Grammar, ...] = ()
    part: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the words to be found as ``matched`` (empty: nothing is found), and the sentence put right (or empty)."""

    text: str
    matched: tuple[str, ...] = ()
    rewritten: str = ""


class Role(StrEnum):
    """What a part is in a rule."""

    WHO = "who"
    TRIGGER = "trigger"
    CONSEQUENCE = "consequence"
    CONDITION = "condition"
    FORCE = "force"
    EXCEPTION = "exception"
    NEGATION = "negation"
    REPORT = "report"
    LAW = "law"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class Part:
    """One ingredient of rules (“a positive test”, “is discharged”), in all its wordings by part of speech."""

    id: str
    role: Role
    wordings: Mapping[PartOfSpeech, tuple[str, ...]]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """One idea to flag, with its wordings, reasons and examples.

    A term of kind provision has no wordings but ``needs``: the parts that must stand together in one clause, each an id or
    several joined by ``|``.
    """

    id: str
    pack: str
    kind: Kind
    severity: Severity
    part_of_speech: PartOfSpeech
    wordings: tuple[str, ...]
    why: str
    sources: tuple[str, ...]
    prefer: tuple[str, ...] = ()
    attributive: tuple[str, ...] = ()
    possessive: str = ""
    rewrite: Rewrite = Rewrite.WORDING
    instead: str = ""
    disputed: str = ""
    exact_case: bool = False
    identity_first: bool = False
    """Whether the wording is one that names a disability first, as some people prefer for themselves."""
    only_if: Conditions = Conditions()
    not_if: Conditions = Conditions()
    flag: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    needs: tuple[str, ...] = ()
    principle: str = ""
    """The principle of the position statement that a provision offends."""
    line: int = 0
    """Where the term begins in its file, from 1."""


@dataclass(frozen=True, slots=True)
class WordClass:
    """The words a ``{slot}`` stands for, in small letters as matched, with what each becomes in ``{slot.property}``."""

    name: str
    words: tuple[str, ...]
    inflect: PartOfSpeech | None = None
    default: str = ""
    properties: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    figures: bool = False
    """Whether a number in figures is a member too."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One file of terms."""

    name: str
    title: str
    language: str
    file: str
    terms: tuple[Term, ...]
    parts: tuple[Part, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Publications that stand in the pack itself, as in a pack of somebody's own."""


@dataclass(frozen=True)
class Names:
    """Official names that always pass, and the words that make a capitalised run a name."""

    names: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    """Words that make a name at the end of a capitalised run (“Drug Abuse Screening Test”)."""
    of_heads: tuple[str, ...] = ()
    """Words that make a name when a complement follows (“Institute on Drug Abuse”)."""

    @cached_property
    def by_first_word(self) -> Sequence[tuple[str, str]]:
        """Each name with the first of its ``words_of``; a text without that word does not hold the name."""
        return [(words_of(name)[0], name) for name in self.names]


@dataclass(frozen=True, slots=True)
class Wordlists:
    """Everything read from a folder of wordlists."""

    packs: tuple[Pack, ...]
    classes: Mapping[str, WordClass]
    names: Names
    sources: Mapping[str, Source]

    def term(self, id: str) -> Term | None:
        """The term with this id, or ``None``."""
        return next((term for pack in self.packs for term in pack.terms if term.id == id), None)
