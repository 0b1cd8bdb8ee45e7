"""Turn the curated wordlists into those of one house: terms switched off, made milder or more severe.

The surprise: a term is taken out before anything is matched, so a shorter wording of another term may then be found in
its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stigmalint.config import HouseStyle
from stigmalint.findings import Kind, Severity, Source
from stigmalint.packs.model import Pack, Term, Wordlists

_GROUPS = (*(kind.value for kind in Kind), *(severity.value for severity in Severity))


def styled(wordlists: Wordlists, style: HouseStyle) -> Wordlists:
    """The wordlists with the terms that count in this style."""
    cited = frozenset(sources_of(style.guides, wordlists.sources.values()))
    packs = tuple(replace(pack, terms=tuple(_kept(pack, style, cited))) for pack in wordlists.packs)
    return replace(wordlists, packs=packs)


def _kept(pack: Pack, style: HouseStyle, cited: frozenset[str]) -> Iterator[Term]:
    severities = dict(style.severity)
    for term in pack.terms:
        severity = severities.get(term.id, term.severity)
        by_nobody = style.guides and cited.isdisjoint(term.sources)
        if severity is None or by_nobody or (style.identity_first and term.identity_first):
            continue
        if _may_count(term, severity, style):
            yield replace(term, severity=severity)


def _may_count(term: Term, severity: Severity, style: HouseStyle) -> bool:
    """Whether a finding of the term can be wanted: at the term's severity, or at ``advice``, to which context may soften it."""
    severities: tuple[Severity | None, ...] = (None,) if term.kind is Kind.SUPPORT else (severity, Severity.ADVICE)
    return any(style.wants(term.id, term.pack, term.kind, each) for each in severities)


def sources_of(guides: Iterable[str], sources: Iterable[Source]) -> Iterator[str]:
    """The ids of the sources that the names stand for."""
    wanted = {guide.casefold() for guide in guides}
    return (source.id for source in sources if not wanted.isdisjoint(_names(source)))


def _names(source: Source) -> Iterator[str]:
    """What a source may be called: its id, what its id begins with (“nida” of “nida-words-matter”), and its publisher."""
    parts = source.id.split("-")
    yield from ("-".join(parts[:length]) for length in range(1, len(parts) + 1))
    yield source.publisher.casefold()


def term_names(wordlists: Wordlists) -> set[str]:
    """The ids of all terms."""
    return {term.id for pack in wordlists.packs for term in pack.terms}


def selectable_names(wordlists: Wordlists) -> set[str]:
    """What ``select`` and ``ignore`` may name: terms, packs, kinds and severities."""
    return {*term_names(wordlists), *(pack.name for pack in wordlists.packs), *_GROUPS}


def guide_names(wordlists: Wordlists) -> set[str]:
    """What ``guides`` may name, in small letters."""
    return {name for source in wordlists.sources.values() for name in _names(source)}
