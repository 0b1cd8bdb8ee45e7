import string
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.document import Span
from stigmalint.matching.fold import fold
from stigmalint.matching.passage import Cutter
from stigmalint.matching.spacy_tokens import spacy_cut
from stigmalint.packs import load_vocabulary
from stigmalint.packs.wording import Word
from tests.small_wordlists import document_of

LANGUAGE = spacy.blank("en")
CUTTER = Cutter(spacy_cut())


def words(text: str) -> tuple[str, ...]:
    block = document_of(text).blocks[0]
    return CUTTER.passage(block, Span(0, len(block.text))).words


def test_hyphens_part_words_and_signs_stay() -> None:
    assert words("Drug‑abusing parents’ ex-addict (h/o).") == (
        "drug", "abusing", "parents", "'", "ex", "addict", "(", "h", "/", "o", ")", ".",
    )  # fmt: skip


@given(st.text(alphabet="ab-’'“ .,(é😀", min_size=1).filter(lambda text: text.strip()))
@settings(max_examples=200)
def test_every_word_stands_where_its_span_says(text: str) -> None:
    block = document_of(text).blocks[0]
    passage = CUTTER.passage(block, Span(0, len(block.text)))
    for word, start, end in zip(passage.words, passage.starts, passage.ends, strict=True):
        assert fold(block.text[start:end]) == word


@pytest.mark.parametrize("sign", ["_", "(", "=", "😀", "."])
def test_long_runs_cost_no_more_than_their_length(sign: str) -> None:
    """Broken runs make time linear; unbroken ones made twice the text cost four times as much."""

    def seconds(length: int) -> float:
        block = document_of(sign * length).blocks[0]
        start = time.process_time()
        CUTTER.passage(block, Span(0, length))
        return time.process_time() - start

    seconds(2_000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.005)


def test_a_word_behind_a_long_run_is_found_at_its_place() -> None:
    text = "x" * 450 + " addict"
    block = document_of(text).blocks[0]
    passage = CUTTER.passage(block, Span(0, len(text)))
    assert passage.words[-1] == "addict"
    assert passage.span_of(-1, 0) == Span(451, 457)


@pytest.mark.parametrize("before", range(190, 210))
def test_a_long_stretch_is_cut_between_its_words_and_not_inside_them(before: int) -> None:
    text = f"{'x' * before}/addict{'s' * 4}/addict-free/{'y' * 200}"
    assert words(text) == ("x" * before, "/", "addictssss", "/", "addict", "free", "/", "y" * 200)


def test_wordings_are_cut_as_texts_are() -> None:
    patterns = load_vocabulary().patterns
    forms = {form for pattern in patterns for each in pattern.elements if isinstance(each, Word) for form in each.forms}
    odd = {form for form in LANGUAGE.Defaults.tokenizer_exceptions if form.isalpha()}
    for form in sorted(forms | odd):
        assert CUTTER.words(form) == words(form), form


@given(st.text(alphabet=string.ascii_letters, min_size=1, max_size=12))
def test_any_word_of_plain_letters_is_cut_as_in_a_text(word: str) -> None:
    assert CUTTER.words(f"the {word}") == words(f"the {word}")
