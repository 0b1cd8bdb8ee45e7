"""Turn compiled patterns into the text from which ``Anchors`` says what can match."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from stigmalint.packs.index import Index


class Anchored(NamedTuple):
    """A pattern as the prefilter sees it: the number of its term or part, and the words of which any match holds one of each set.

    ``rare`` are those words of which one set is enough to look for it; none for a part that is looked for on demand. No finding
    comes of it unless one of each of ``pairs`` stands side by side, the sentence holds all words of one of each of ``phrases``
    and one of each of ``near``, and the document one of ``cues`` (where there are any).
    """

    owner: int
    is_part: bool
    needs: tuple[frozenset[str], ...]
    rare: frozenset[str]
    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    phrases: tuple[frozenset[str], ...] = ()
    near: tuple[frozenset[str], ...] = ()
    cues: frozenset[str] = frozenset()


def written(patterns: Iterable[Anchored], rules: Mapping[int, Sequence[Set[int]]], index: Index) -> str:
    """The text that ``Anchors`` reads."""
    patterns = list(patterns)
    sets: dict[frozenset[str], int] = {}

    def set_of(words: frozenset[str]) -> str:
        return str(sets.setdefault(words, len(sets)))

    needs = [",".join(map(set_of, pattern.needs)) for pattern in patterns]

    def strict(pattern: Anchored) -> Iterator[str]:
        yield ",".join(f"{set_of(one)}+{set_of(other)}" for one, other in pattern.pairs)
        yield ",".join(set_of(frozenset(phrase.replace(" ", "+") for phrase in phrases)) for phrases in pattern.phrases)
        yield ",".join(map(set_of, pattern.near))
        yield set_of(pattern.cues) if pattern.cues else ""

    asked = [":".join(strict(pattern)) for pattern in patterns]
    numbers: dict[str, list[str]] = {}
    for number, pattern in enumerate(patterns):
        for word in sorted(pattern.rare):
            numbers.setdefault(word, []).append(str(number))
    lines = (
        numbers,
        map(",".join, numbers.values()),
        needs,
        (f"{'p' if pattern.is_part else 't'}{pattern.owner}" for pattern in patterns),
        asked,
        (",".join(sorted(words)) for words in sets),
        (f"{term}:{'/'.join(','.join(map(str, sorted(need))) for need in needs)}" for term, needs in rules.items()),
    )
    return "\n".join((*map(" ".join, lines), json.dumps(index, ensure_ascii=False)))
