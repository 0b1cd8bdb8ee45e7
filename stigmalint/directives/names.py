"""Turn a vocabulary into the names that directives may use, and those that something could have been found for.

The surprise: a name that the settings have switched off, or that --select leaves out, is known but out of play, so a
directive for it does not count as unused.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from stigmalint.packs.style import selectable_names, term_names
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
    index, dropped = vocabulary.anchors.index, vocabulary.anchors.dropped
    known = selectable_names(index)
    ids = {entry.id for number, entry in enumerate(index.terms) if number not in dropped}
    return Names(known, ids if vocabulary.style.select else {EVERYTHING, *known - term_names(index), *ids})
