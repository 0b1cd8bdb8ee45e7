"""Turn compiled wordlists into what the rest of the program asks: what can match, and the records of what did.

The surprise: the records are fetched when something matches for the first time; a clean text never asks for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from stigmalint.config import HouseStyle
from stigmalint.packs.anchors import Anchors

if TYPE_CHECKING:
    from stigmalint.findings import Source
    from stigmalint.packs.compiled import ClassWords, CompiledPart, CompiledTerm, Pattern
    from stigmalint.packs.model import Names


class Records(Protocol):
    """Everything the matcher, the context and the suggestions need, by number or name."""

    @property
    def terms(self) -> Sequence[CompiledTerm]: ...  # noqa: D102
    @property
    def parts(self) -> Sequence[CompiledPart]: ...  # noqa: D102
    @property
    def patterns(self) -> Sequence[Pattern]: ...  # noqa: D102
    @property
    def classes(self) -> Mapping[str, ClassWords]: ...  # noqa: D102
    @property
    def names(self) -> Names: ...  # noqa: D102
    @property
    def sources(self) -> Mapping[str, Source]: ...  # noqa: D102


class Vocabulary:
    """The wordlists of a house, ready to be matched; ``digest`` is the hash of all they are made from, empty if unknown."""

    def __init__(self, anchors: Anchors, fetch: Callable[[], Records], style: HouseStyle | None = None, digest: str = "") -> None:
        self.anchors, self.style, self.digest = anchors, style or HouseStyle(), digest
        self._fetch = fetch

    def in_style(self, style: HouseStyle) -> Vocabulary:
        """The vocabulary with the terms and severities of a house."""
        from stigmalint.packs.style import dropped  # noqa: PLC0415  only a house with a style of its own needs it

        return Vocabulary(self.anchors.without(dropped(self.anchors.index, style)), self._fetch, style, self.digest)

    @cached_property
    def records(self) -> Records:
        """All that was compiled, whatever the house says."""
        return self._fetch()

    @cached_property
    def terms(self) -> Sequence[CompiledTerm]:
        """The terms, those that the house has dropped among them: nothing leads to those."""
        if not self.style.severity:
            return self.records.terms
        from stigmalint.packs.style import in_severity  # noqa: PLC0415  as above

        return in_severity(self.records.terms, self.style)

    @property
    def parts(self) -> Sequence[CompiledPart]:
        """The parts of rules."""
        return self.records.parts

    @property
    def patterns(self) -> Sequence[Pattern]:
        """The wordings of terms and of parts of rules."""
        return self.records.patterns

    @property
    def classes(self) -> Mapping[str, ClassWords]:
        """The word classes."""
        return self.records.classes

    @property
    def names(self) -> Names:
        """The official names."""
        return self.records.names

    @property
    def sources(self) -> Mapping[str, Source]:
        """The publications."""
        return self.records.sources

    def possible_rules(self, parts: Set[int]) -> list[int]:
        """The provisions (numbers of terms) that have all their anchored parts among ``parts``."""
        return self.anchors.possible_rules(parts)
