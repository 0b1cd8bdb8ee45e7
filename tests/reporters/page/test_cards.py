"""Cards: their numbers, and what is explained only once."""

from __future__ import annotations

from dataclasses import replace

from stigmalint.findings import Kind
from stigmalint.reporters.page.cards import Card, Numbering, sources_of
from tests.reporters.made import COUNCIL, FRAMING, JOURNAL, LABEL, LABEL_AGAIN

STRENGTH = replace(LABEL, kind=Kind.SUPPORT, term="help-kept")


def test_numbers_run_through_all_documents() -> None:
    numbering = Numbering()
    first, second = list(numbering.cards([LABEL, STRENGTH, FRAMING])), list(numbering.cards([LABEL, STRENGTH]))
    assert [card.number for card in (*first, *second)] == ["1", "S1", "2", "3", "S2"]


def test_a_term_is_explained_once_in_each_document() -> None:
    numbering = Numbering()
    assert [card.explained for card in numbering.cards([LABEL, FRAMING, LABEL_AGAIN])] == ["", "", "1"]
    assert [card.explained for card in numbering.cards([LABEL])] == [""]


def test_a_card_is_painted_and_filtered_by_what_it_is() -> None:
    rule = replace(FRAMING, kind=Kind.PROVISION)
    assert [Card("1", each).look for each in (LABEL, rule, STRENGTH)] == ["error is-wording", "error is-rule", "support"]


def test_a_source_is_listed_once() -> None:
    assert sources_of([Card("1", LABEL), Card("2", LABEL_AGAIN)]) == (COUNCIL, JOURNAL)
