"""Members of a class are counted as whole words, each text by itself."""

from hypothesis import given
from hypothesis import strategies as st

from stigmalint.context.word_counts import WordCounts
from stigmalint.packs.compiled import ClassWords

DRUGS = ClassWords({"heroin": "heroin", "crack cocaine": "crack cocaine"}, {}, {}, "", figures=False)
TEXTS = st.lists(st.lists(st.sampled_from(["heroin,", "Crack", "cocaine", "crack-cocaine", "tea", "\n", "''"])).map(" ".join))


def test_whole_words_count_in_any_capitals_and_with_any_signs_round_them() -> None:
    assert WordCounts("Heroin (heroin), heroine; crack-cocaine.").members(DRUGS) == 3


def test_a_member_never_reaches_into_the_next_text() -> None:
    assert WordCounts("a pipe for crack", "cocaine").members(DRUGS) == 0


@given(TEXTS)
def test_texts_counted_together_have_what_each_has(texts: list[str]) -> None:
    assert WordCounts(*texts).members(DRUGS) == sum(WordCounts(text).members(DRUGS) for text in texts)
