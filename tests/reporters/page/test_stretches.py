"""Text cut at the borders of findings and marks: nothing of it is lost, and every finding is numbered once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Mark, MarkKind, Span
from stigmalint.findings import Kind, Severity
from stigmalint.reporters.page.cards import Card
from stigmalint.reporters.page.stretches import LONG, Spot, stretches
from tests.reporters.made import LABEL

spans = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(lambda pair: Span(pair[0], min(pair[0] + pair[1], 41)))


def spot(span: Span, number: str = "1", **changes: object) -> Spot:
    return Spot(span, Card(number, replace(LABEL, span=span, **changes)))


@given(st.lists(spans, max_size=6), st.lists(st.tuples(spans, st.sampled_from(MarkKind)), max_size=4))
def test_the_text_stays_whole_and_every_finding_ends_once(found: list[Span], marks: list[tuple[Span, MarkKind]]) -> None:
    text = "".join(chr(0x100 + at) for at in range(41))
    spots = [spot(span, str(number)) for number, span in enumerate(found)]
    made = stretches(text, spots, [Mark(span, kind) for span, kind in marks])
    assert "".join(stretch.text for stretch in made) == text
    assert sorted(card.number for stretch in made for card in stretch.ends) == sorted(each.card.number for each in spots)
    for each in spots:
        marked = "".join(stretch.text for stretch in made if stretch.marked)
        assert set(text[each.span.start : each.span.end]) <= set(marked)


def test_a_word_inside_a_rule_is_marked_as_both() -> None:
    rule = spot(Span(0, 10), "1", kind=Kind.PROVISION)
    word = spot(Span(4, 6), "2", severity=Severity.WARNING)
    first, inside, last = stretches("0123456789", [rule, word])
    assert (first.classes, inside.classes, last.classes) == ("rule rule-error", "warning rule rule-error", "rule rule-error")
    assert ([card.number for card in inside.ends], [card.number for card in last.ends]) == (["2"], ["1"])


def test_of_a_very_long_block_what_stands_around_its_findings_is_shown() -> None:
    text = "a" * (10 * LONG)
    made = stretches(text, [spot(Span(20_000, 20_003)), spot(Span(20_500, 20_503)), spot(Span(50_000, 50_003))])
    assert sum(len(stretch.text) + stretch.left_out for stretch in made) == len(text)
    assert [stretch.left_out for stretch in made if stretch.left_out] == [19_000, 27_497, 8_997]
    assert sum(len(stretch.ends) for stretch in made) == 3


def test_a_very_long_block_is_cut_between_words() -> None:
    text = "words stand here " * 1000
    first, rest = stretches(text, [])
    assert first.text.endswith((" here ", " stand ", " words "))
    assert len(first.text) + rest.left_out == len(text)


def test_of_a_very_long_block_without_findings_the_beginning_is_shown() -> None:
    shown, rest = stretches("a" * (2 * LONG), [])
    assert len(shown.text) + rest.left_out == 2 * LONG
    assert len(shown.text) == 1000
