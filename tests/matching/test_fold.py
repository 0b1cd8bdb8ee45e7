from hypothesis import given
from hypothesis import strategies as st

from stigmalint.matching.fold import fold, plain_signs


@given(st.text())
def test_folding_never_changes_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(plain_signs(text)) == len(text)


def test_curly_signs_and_hyphens_become_plain() -> None:
    assert fold("“Addict’s” non\u2011user\u00a0İ \u212a") == '"addict\'s" non-user i k'
