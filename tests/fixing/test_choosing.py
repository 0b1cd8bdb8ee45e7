"""Which findings get an edit."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Span
from stigmalint.findings import Finding, Rewrite, Severity
from stigmalint.fixing.choosing import chosen, has_wording
from tests.reporters.made import finding

TEXT = "abcdefghijklmnopqrstuvwxyz"


def at(start: int, end: int, block: int = 0, **changes: Any) -> Finding:
    return finding(TEXT, TEXT[start:end], block=block, **changes)


def test_only_a_wording_that_stands_alone_is_put_in() -> None:
    assert has_wording(at(0, 3))
    assert not has_wording(at(0, 3, suggestions=()))
    assert not has_wording(at(0, 3, rewrite=Rewrite.DESCRIBE))


def test_the_words_of_others_are_left_alone() -> None:
    assert chosen([at(0, 3, note="in a quotation; it can stand")]) == []


def test_of_two_that_overlap_the_more_severe_then_the_longer_then_the_first_is_kept() -> None:
    mild_and_long, severe = at(0, 9, severity=Severity.ADVICE), at(8, 12)
    assert chosen([mild_and_long, severe]) == [severe]
    short, long = at(0, 3), at(2, 8)
    assert chosen([short, long]) == [long]
    first, second = at(0, 3), at(2, 5)
    assert chosen([second, first]) == [first]


def test_neighbours_and_other_blocks_do_not_overlap() -> None:
    apart = [at(0, 3), at(3, 5), at(0, 3, block=1)]
    assert chosen(reversed(apart)) == apart


SPANS = st.builds(
    lambda block, start, length: (block, start, start + length), st.integers(0, 2), st.integers(0, 19), st.integers(1, 6)
)


@given(st.lists(st.tuples(SPANS, st.sampled_from(Severity))))
def test_no_two_overlap_and_whatever_is_left_out_overlaps_one_that_is_kept(made: list[Any]) -> None:
    findings = [at(start, end, block, severity=severity) for (block, start, end), severity in made]

    def clash(one: Finding, other: Finding) -> bool:
        return one.block == other.block and one.span.overlaps(other.span)

    kept = chosen(findings)
    assert not any(clash(one, other) for one, other in combinations(kept, 2))
    assert all(each in kept or any(clash(each, other) for other in kept) for each in findings)
    assert kept == sorted(kept, key=lambda each: (each.block, Span(each.span.start, each.span.end)))
