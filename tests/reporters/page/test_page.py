"""The page as a whole: its title, its bounds, and what it says of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stigmalint.findings import Report, Skipped
from stigmalint.reporters import page as made
from stigmalint.reporters.page import page_of, sections
from tests.reporters.drafts import GUESTS, WHOLE
from tests.reporters.made import LABEL


@pytest.mark.parametrize(
    ("report", "title"),
    [
        (WHOLE, "2 documents"),
        (replace(WHOLE, skipped=(), documents=(GUESTS,)), "guests.md"),
        (Report(0, (), (Skipped("a/b.pdf", "it is empty"),)), "b.pdf"),
        (Report(0), "0 documents"),
    ],
)
def test_a_single_document_gives_the_page_its_name(report: Report, title: str) -> None:
    assert page_of(report).title == title


def test_a_document_with_nothing_to_say_is_named_but_not_shown() -> None:
    page = page_of(WHOLE)
    assert [section.path for section in page.sections] == ["house/guests.md"]
    assert [(file.path, file.section) for file in page.files.items] == [("house/beds.md", None), ("house/guests.md", 1)]


def test_beyond_its_bounds_the_page_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MOST_CARDS", 2)
    monkeypatch.setattr(made, "MOST_NAMED", 1)
    skipped = (Skipped("a.pdf", "it is empty"), Skipped("b.pdf", "it is empty"))
    page = page_of(Report(2, (LABEL, LABEL, LABEL), skipped, documents=WHOLE.documents))
    assert (page.left_out, page.skipped.more, page.files.more) == (1, 1, 1)
    assert page.numbers.findings == 3
