"""A text is only passed over for want of a word when no way of cutting it into words can bring that word out."""

from __future__ import annotations

import pytest
import spacy

from stigmalint.matching.fold import fold
from stigmalint.matching.passage import Cutter
from stigmalint.matching.prefilter import words_of
from stigmalint.matching.spacy_tokens import spacy_cut
from stigmalint.packs import load_vocabulary
from stigmalint.packs.compiled import ClassWords
from stigmalint.packs.needs import _SPELLINGS, rarest, words_needed
from stigmalint.packs.wording import Gap, Slot, Word

ENGLISH = spacy.blank("en")
CUTTER = Cutter(spacy_cut())
VOCABULARY = load_vocabulary()
DRUG = ClassWords({"heroin": "heroin", "crack cocaine": "crack cocaine"}, {}, {}, "", figures=False)


def element(*forms: str, optional: bool = False) -> Word:
    return Word(dict.fromkeys(forms, ""), optional)


@pytest.mark.parametrize(
    ("wording", "needs"),
    [
        ((element("addict", "addicts"),), [{"addict", "addicts"}]),
        ((element("hooked"), element("by")), [{"hooked"}, {"by"}]),
        ((element("very", optional=True), Gap(), element("hooked")), [{"hooked"}]),
        ((Slot("drug"), element("habit")), [{"heroin", "cocaine"}, {"habit"}]),
        ((Slot("drug", optional=True), element("habit")), [{"habit"}]),
        ((element("force of will", "grit"),), [{"force", "grit"}]),
        ((element("old fashioned"),), [{"old"}, {"fashioned"}]),
        ((element("24 7"),), []),
        ((element("mg"), element("dose")), [{"dose"}]),
    ],
)
def test_each_element_asks_for_one_word_of_each_of_its_forms(wording: tuple[Word, ...], needs: list[set[str]]) -> None:
    assert words_needed(wording, {"drug": DRUG}) == needs


def test_a_number_may_stand_in_figures_and_asks_for_nothing() -> None:
    assert words_needed((Slot("n"),), {"n": ClassWords({"two": "two"}, {}, {}, "", figures=True)}) == []


def test_the_rarest_set_holds_no_common_word() -> None:
    assert rarest(words_needed((element("through", "by"), element("grit", "guts")), {})) == {"grit", "guts"}
    assert rarest(words_needed((element("used"), element("to")), {})) == set()
    assert "cannot" in rarest(words_needed((element("cannot"), element("take", "accept")), {}))


def test_every_way_in_which_the_tokenizer_makes_two_words_of_one_is_known() -> None:
    """What stands on a computer's list of contractions, and numbers with their units."""
    for written in {key.lower() for key in ENGLISH.tokenizer.rules} | {f"5{unit}" for unit in ("mg", "am", "km", "k", "t")}:
        here = words_of(fold(written))
        for token in CUTTER.words(written):
            for need in words_needed((element(token),), {}):
                assert not here.isdisjoint(need), (written, token, need)


def test_every_form_in_the_wordlists_brings_the_words_it_asks_for() -> None:
    elements = {id(each): each for pattern in VOCABULARY.patterns for each in pattern.elements if isinstance(each, Word)}
    for each in elements.values():
        for need in words_needed((Word(each.forms),), {}):
            for form in each.forms:
                cut = " ".join(CUTTER.words(form))
                for written in (form, cut, form.replace("'", "’")):
                    assert not words_of(fold(written)).isdisjoint(need), (form, written, need)


def test_spellings_hold_the_word_itself() -> None:
    assert all(word in spellings for word, spellings in _SPELLINGS.items())
