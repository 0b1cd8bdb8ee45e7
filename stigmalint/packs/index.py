"""Turn the names in compiled wordlists into records that settings and directives can be held against.

The surprise: it is read only where somebody uses a name; a run without settings of its own never does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Entry(NamedTuple):
    """What decides whether a house counts a term, without the term itself."""

    id: str
    pack: str
    kind: str
    severity: str
    identity_first: bool
    sources: Sequence[str]


class Index(NamedTuple):
    """The names that settings may use: the terms by number, the packs, and the publisher of each source."""

    terms: Sequence[Entry]
    packs: Sequence[str]
    publishers: Mapping[str, str]
