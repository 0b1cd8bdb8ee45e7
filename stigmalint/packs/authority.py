"""Turn the sources of a term into the sentence that says who advises against it and who sees it differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stigmalint.findings import Kind, Source
from stigmalint.packs.model import Term

_NAMED = 3
"""Publishers named in the sentence, at most; the list of sources has all."""


def in_short(term: Term, sources: Mapping[str, Source]) -> str:
    """“National Institute on Drug Abuse (2021) and The Associated Press (2017) advise against it. Some people …”."""
    publishers = _publishers([sources[id] for id in term.sources])
    one = len(publishers) == 1
    if term.kind is Kind.SUPPORT:
        verb = "recommends it" if one else "recommend it"
    else:
        verb = "advises against it" if one else "advise against it"
    return f"{_listed(publishers)} {verb}. {term.disputed}".strip()


def _publishers(sources: Sequence[Source]) -> list[str]:
    """Each publisher once, with the years of what it published."""
    years: dict[str, list[int]] = {}
    for source in sources:
        years.setdefault(source.publisher, []).extend([source.year] if source.year else [])
    return [f"{name} ({', '.join(map(str, sorted(set(found))))})" if found else name for name, found in years.items()]


def _listed(names: Sequence[str]) -> str:
    """“A”, “A and B”, “A, B, C and 2 more”."""
    rest = len(names) - _NAMED
    shown = [*names[:_NAMED], f"{rest} more"] if rest > 0 else list(names)
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
