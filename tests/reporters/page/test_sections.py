"""The sections of a page: one for each document with something to say of, each with its fair share of the room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stigmalint.findings import Report
from stigmalint.reporters.page import sections
from stigmalint.reporters.page.sections import sections_of
from tests.reporters.drafts import WHOLE
from tests.reporters.made import LABEL


def test_the_table_of_rules_has_the_columns_that_some_rule_needs() -> None:
    (section,) = sections_of(WHOLE)
    assert section.rule_parts == ("Who", "When", "Then", "How strictly", "Exception")
    assert section.summary == "4 wordings and 1 rule to change, 1 to consider, in 56 words: 107.1 per 1,000"


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ({"a": 2, "b": 3}, {"a": 2, "b": 3}),
        ({"a": 50, "b": 2}, {"a": 8, "b": 2}),
        ({"a": 2, "b": 50, "c": 50}, {"a": 2, "b": 4, "c": 4}),
        (dict.fromkeys("abcdefghijkl", 2), dict.fromkeys("abcdefghij", 1)),
    ],
)
def test_no_document_is_crowded_out(monkeypatch: pytest.MonkeyPatch, found: dict[str, int], shown: dict[str, int]) -> None:
    monkeypatch.setattr(sections, "MOST_CARDS", 10)
    findings = tuple(replace(LABEL, path=path) for path, number in found.items() for _ in range(number))
    made = sections_of(Report(len(found), findings))
    assert {section.path: len(section.cards) for section in made} == shown
    assert {section.path: section.left_out for section in made} == {path: found[path] - shown[path] for path in shown}
