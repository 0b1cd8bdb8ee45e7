"""Columns as each format counts them, and where a wording may be put in as it is."""

from __future__ import annotations

import pytest

from stigmalint.columns import Unit
from stigmalint.document import Place
from stigmalint.findings import Rewrite
from stigmalint.reporters.regions import Region, region_of, replacements
from tests.reporters.made import finding

PLACE = Place(line=3, column=4, end_line=3, end_column=11, utf16=(5, 12), utf8=(8, 15))


@pytest.mark.parametrize(
    ("unit", "first", "columns"),
    [(Unit.CHARACTERS, 1, (4, 11)), (Unit.UTF16, 1, (5, 12)), (Unit.UTF16, 0, (4, 11)), (Unit.UTF8, 1, (8, 15))],
)
def test_units_and_first_columns(unit: Unit, first: int, columns: tuple[int, int]) -> None:
    assert region_of(PLACE, unit, first) == Region(3, columns[0], 3, columns[1])


def test_a_reader_without_other_columns_is_taken_at_its_word() -> None:
    assert region_of(Place(line=1, column=2, end_line=1, end_column=4), Unit.UTF8) == Region(1, 2, 1, 4)


def test_word_and_pdf_have_no_region() -> None:
    assert region_of(Place(page=4, paragraph=2), Unit.CHARACTERS) is None


def test_wordings_are_put_in_only_where_nothing_else_is_lost() -> None:
    assert replacements(finding("Some addicts.", "addicts", PLACE)) == ("people with an addiction", "people who use drugs")
    with_markup = Place(line=3, column=4, end_line=3, end_column=13)
    wrapped = Place(line=3, column=4, end_line=4, end_column=11)
    for place in (with_markup, wrapped, Place(page=1)):
        assert replacements(finding("Some addicts.", "addicts", place)) == ()
    assert replacements(finding("Some addicts.", "addicts", PLACE, note="in a quotation")) == ()
    assert replacements(finding("Some addicts.", "addicts", PLACE, rewrite=Rewrite.REFRAME)) == ()
