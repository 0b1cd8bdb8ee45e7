"""The index names every pattern that can match, in order, and few others."""

from collections.abc import Set

from hypothesis import given
from hypothesis import strategies as st

from stigmalint.matching.openings import Openings

WORDS = st.sets(st.sampled_from("abcdef"))
NEEDS = st.lists(st.sets(st.sampled_from("abcdef"), min_size=1), max_size=3)


@given(st.lists(NEEDS, max_size=8), WORDS)
def test_no_pattern_is_lost_whose_words_are_there(needs: list[list[Set[str]]], words: Set[str]) -> None:
    openings = Openings(range(len(needs)), lambda number: needs[number])
    named = openings.among(words)
    possible = [number for number, sets in enumerate(needs) if all(not words.isdisjoint(each) for each in sets)]
    assert set(possible) <= set(named)
    assert named == sorted(set(named))


def test_a_pattern_is_named_by_the_words_of_its_scarcest_element() -> None:
    needs = {3: [{"must", "shall", "will"}, {"leave"}], 5: []}
    openings = Openings(needs, needs.__getitem__)
    assert openings.among({"must", "shall"}) == [5]
    assert openings.among({"leave"}) == [3, 5]
