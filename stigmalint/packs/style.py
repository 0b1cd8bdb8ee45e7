"""Turn the names in the settings of a house into the terms that count there, and how severely.

The surprise: a term that does not count is never matched, so a shorter wording of another term may then be found in its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stigmalint.config import HouseStyle
from stigmalint.findings import Kind, Severity
from stigmalint.packs.index import Entry, Index

if TYPE_CHECKING:
    from stigmalint.packs.compiled import CompiledTerm

_GROUPS = (*(kind.value for kind in Kind), *(severity.value for severity in Severity))


def dropped(index: Index, style: HouseStyle) -> frozenset[int]:
    """The numbers of the terms that do not count in this style."""
    cited = frozenset(sources_of(style.guides, index))
    return frozenset(number for number, entry in enumerate(index.terms) if not _counts(entry, style, cited))


def in_severity(terms: Sequence[CompiledTerm], style: HouseStyle) -> list[CompiledTerm]:
    """The terms, as severe as the house takes them to be."""
    severities = dict(style.severity)
    return [
        replace(compiled, term=replace(compiled.term, severity=severity))
        if (severity := severities.get(compiled.term.id))
        else compiled
        for compiled in terms
    ]


def _counts(entry: Entry, style: HouseStyle, cited: frozenset[str]) -> bool:
    """Whether a finding of the term can be wanted: at the term's severity, or at ``advice``, to which context may soften it."""
    own = dict(style.severity).get(entry.id, Severity(entry.severity))
    by_nobody = style.guides and cited.isdisjoint(entry.sources)
    if own is None or by_nobody or (style.identity_first and entry.identity_first):
        return False
    kind = Kind(entry.kind)
    severities: tuple[Severity | None, ...] = (None,) if kind is Kind.SUPPORT else (own, Severity.ADVICE)
    return any(style.wants(entry.id, entry.pack, kind, each) for each in severities)


def sources_of(guides: Iterable[str], index: Index) -> Iterator[str]:
    """The ids of the sources that the names stand for."""
    wanted = {guide.casefold() for guide in guides}
    return (id for id, publisher in index.publishers.items() if not wanted.isdisjoint(_names(id, publisher)))


def _names(id: str, publisher: str) -> Iterator[str]:
    """What a source may be called: its id, what its id begins with (“nida” of “nida-words-matter”), and its publisher."""
    parts = id.split("-")
    yield from ("-".join(parts[:length]) for length in range(1, len(parts) + 1))
    yield publisher.casefold()


def term_names(index: Index) -> set[str]:
    """The ids of all terms."""
    return {entry.id for entry in index.terms}


def selectable_names(index: Index) -> set[str]:
    """What ``select`` and ``ignore`` may name: terms, packs, kinds and severities."""
    return {*term_names(index), *index.packs, *_GROUPS}


def guide_names(index: Index) -> set[str]:
    """What ``guides`` may name, in small letters."""
    return {name for id, publisher in index.publishers.items() for name in _names(id, publisher)}
