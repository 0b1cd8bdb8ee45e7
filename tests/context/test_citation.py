import pytest

from stigmalint.document import BlockKind, Mark, MarkKind, Place, Span
from tests.small_wordlists import ADDICT, document_of, matched, term


@pytest.mark.parametrize(
    "text",
    [
        "Moss TR, Lind A. What addicts say about care. J Care. 2011;4:20–9.",
        "Moss, T. R., & Lind, A. (2011). What addicts say about care. Journal of Care, 4(2), 20-29.",
        "12. Moss TR, Lind A, Oy P, et al. Addicts in care. Care Res 2011; 4(2): 20-9. doi:10.1/2",
        "Moss, T. R. (2006). Addict business. Leeds: Lantern Press.",
        "Lind v. Addict Care Board, 12 F.3d 100.",
    ],
)
def test_reference_entries_pass_by_their_shape(text: str) -> None:
    assert matched(text, term(ADDICT)) == []


def test_entries_under_a_heading_of_references_pass() -> None:
    assert matched(document_of("A book on addicts.", place=Place(heading=("Policy", "References"))), term(ADDICT)) == []
    assert matched(document_of("A book on addicts.", kind=BlockKind.REFERENCE), term(ADDICT)) == []


def test_code_and_addresses_pass_and_the_words_beside_them_do_not() -> None:
    code = Mark(Span(4, 10), MarkKind.CODE)
    assert matched(document_of("Set addict for addicts.", marks=[code]), term(ADDICT)) == ["addicts"]


def test_prose_with_a_year_is_not_a_reference() -> None:
    assert matched("In 2011 the county counted 40 addicts.", term(ADDICT)) == ["addicts"]
