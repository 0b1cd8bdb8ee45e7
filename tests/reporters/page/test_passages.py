"""A document as passages: what stands beside what, and what is folded."""

from __future__ import annotations

from stigmalint.document import Document
from stigmalint.findings import Finding
from stigmalint.reporters.page.cards import Card
from stigmalint.reporters.page.passages import SHORT, Fold, Passage, Room, passages, quoted
from tests.reporters.drafts import GUESTS, WHOLE, draft, found

ROOM = 10_000


def of(document: Document, *findings: Finding, room: int = ROOM) -> list[Passage | Fold]:
    cards = [Card(str(number), finding) for number, finding in enumerate(findings, start=1)]
    return passages(document, cards, Room(room))


def shown(part: Passage | Fold) -> list[str]:
    rows = (*part.rows, *part.rest) if isinstance(part, Passage) else part.rows
    return ["".join(stretch.text for line in row.lines for stretch in line.stretches) for row in rows]


def test_each_passage_begins_with_what_has_findings_and_a_heading_goes_along() -> None:
    first, rule, quotation, table = of(GUESTS, *WHOLE.findings)
    assert shown(first)[0] == "Guest agreement"
    assert [card.number for card in first.cards] == ["1", "2"]
    assert shown(rule)[0] == "Loss of your bed"
    assert [card.number for card in quotation.cards] == ["5"]
    assert [line.kind for line in table.rows[0].lines] == ["table-cell", "table-cell"]
    assert shown(table)[:2] == ["What happenedFirst time", "A dirty urineA talk with staff"]
    assert shown(table)[-1] == "Nobody is sent away for asking for help."
    assert [len(part.rows) for part in (first, rule, quotation, table)] == [2, 2, 1, 2]
    assert [len(part.rest) for part in (first, rule, quotation, table)] == [0, 0, 0, 1]


def test_cells_of_a_row_stand_side_by_side() -> None:
    rows = [row for part in of(GUESTS) for row in part.rows if row.is_table]
    assert [len(row.lines) for row in rows] == [2, 2]


LONG = draft("\n\n".join([*(f"Paragraph {number}." for number in range(100)), "An addict asks."]))


def test_a_short_document_is_shown_whole() -> None:
    document = draft("\n\n".join(f"Paragraph {number}." for number in range(SHORT)))
    (part,) = of(document)
    assert isinstance(part, Passage)
    assert len(part.rows) == SHORT


def test_in_a_long_document_what_is_far_from_findings_is_folded() -> None:
    fold, before, passage = of(LONG, found(LONG, "addict"))
    assert isinstance(fold, Fold)
    assert (fold.count, len(fold.rows)) == (98, 98)
    assert shown(before) == ["Paragraph 98.", "Paragraph 99."]
    assert shown(passage) == ["An addict asks."]


def test_what_does_not_fit_is_left_out_with_its_number() -> None:
    fold = of(LONG, found(LONG, "addict"), room=100)[0]
    assert fold == Fold(98, ())


def test_a_gap_that_is_not_worth_folding_is_shown() -> None:
    parts = of(LONG, found(LONG, "Paragraph 50"), found(LONG, "Paragraph 58"))
    assert [type(part) for part in parts] == [Fold, Passage, Passage, Passage, Fold]
    assert sum(len(shown(part)) for part in parts) == 101


def test_without_the_document_there_are_its_sentences() -> None:
    (passage,) = quoted([Card("7", WHOLE.findings[0])])
    assert shown(passage) == [WHOLE.findings[0].sentence]
