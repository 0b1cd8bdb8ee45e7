"""One sentence says who advises against a wording and who keeps it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stigmalint.findings import Kind, Source
from stigmalint.packs.authority import in_short
from tests.small_wordlists import ADDICT, term, wordlists_of

SOURCES = {
    source.id: source
    for source in (
        Source("a1", "Words", "A clinic", 2021),
        Source("a2", "More words", "A clinic", 2017),
        Source("b", "Style", "A newspaper"),
        Source("c", "Notes", "A college", 2020),
        Source("d", "List", "A network", 2019),
        Source("e", "Guide", "A ministry", 2018),
    )
}
(TERM,) = wordlists_of(term(ADDICT)).packs[0].terms


@pytest.mark.parametrize(
    ("cited", "disputed", "said"),
    [
        (["a1"], "", "A clinic (2021) advises against it."),
        (["a1", "a2"], "", "A clinic (2017, 2021) advises against it."),
        (["a1", "b"], "Some keep it.", "A clinic (2021) and A newspaper advise against it. Some keep it."),
        (["b", "c", "d"], "", "A newspaper, A college (2020) and A network (2019) advise against it."),
        (["a1", "b", "c", "d", "e"], "", "A clinic (2021), A newspaper, A college (2020) and 2 more advise against it."),
    ],
)
def test_the_sentence(cited: list[str], disputed: str, said: str) -> None:
    assert in_short(replace(TERM, sources=tuple(cited), disputed=disputed), SOURCES) == said


def test_what_is_a_strength_is_recommended() -> None:
    assert in_short(replace(TERM, sources=("b",), kind=Kind.SUPPORT), SOURCES) == "A newspaper recommends it."
