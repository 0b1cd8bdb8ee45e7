"""Places as one person tells them to another."""

from __future__ import annotations

import pytest

from stigmalint.document import Place
from stigmalint.reporters.places import in_words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(line=12, column=5, end_line=12, end_column=9, heading=("Visits",), paragraph=3), "line 12, column 5"),
        (Place(heading=("Services", "Eligibility"), paragraph=3), "heading “Eligibility” › paragraph 3"),
        (Place(heading=("2.1 Eligibility",), item="(b)", paragraph=3), "heading “2.1 Eligibility” › item (b)"),
        (Place(heading=("Visits",), item="4.", paragraph=3), "heading “Visits” › item 4"),
        (Place(item="(b)", paragraph=3), "paragraph 3"),
        (Place(paragraph=3), "paragraph 3"),
        (Place(heading=("Visits",), cell=(2, 3, 1), paragraph=9), "heading “Visits” › table 2, row 3, column 1"),
        (Place(cell=(2, 3, 1)), "table 2, row 3, column 1"),
        (Place(part="footnote 2", paragraph=1), "footnote 2"),
        (Place(part="footnote 2", paragraph=2), "footnote 2, paragraph 2"),
        (Place(part="header", heading=("Visits",)), "header"),
        (Place(part="text box", cell=(1, 1, 2)), "text box, table 1, row 1, column 2"),
        (Place(page=4, paragraph=2, heading=("Visits",)), "page 4, paragraph 2"),
        (Place(page=4, cell=(1, 2, 3)), "page 4, table 1, row 2, column 3"),
        (Place(page=4), "page 4"),
        (Place(), "in the document"),
    ],
)
def test_where_to_look(place: Place, words: str) -> None:
    assert in_words(place) == words
