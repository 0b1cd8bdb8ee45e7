"""Turn a vocabulary into the names that directives may use, and those that something could have been found for.

The surprise: a name that the settings have switched off, or that --select leaves out, is known but out of play, so a
directive for it does not count as unused.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from stigmalint.packs import load_wordlists
from stigmalint.packs.style import selectable_names
from stigmalint.packs.vocabulary import Vocabulary

EVERYTHING = ""
"""Stands for every name in a directive without any."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names there are, and those in play."""

    known: Set[str]
    in_play: Set[str]


def names_of(vocabulary: Vocabulary) -> Names:
    """The names for documents that are checked with this vocabulary."""
    terms = [compiled.term for compiled in vocabulary.terms]
    ours = {term.id for term in terms} | {term.pack for term in terms}
    known = selectable_names(load_wordlists(packs=vocabulary.style.packs)) | ours
    ids = {term.id for term in terms}
    return Names(known, ids if vocabulary.style.select else {EVERYTHING, *known - _term_names(vocabulary), *ids})


def _term_names(vocabulary: Vocabulary) -> set[str]:
    return {term.id for pack in load_wordlists(packs=vocabulary.style.packs).packs for term in pack.terms}
