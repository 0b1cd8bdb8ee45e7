"""Wordings are walked as spaCy's matcher finds them: every way, and no other."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.matching.passage import Cutter
from stigmalint.matching.spacy_tokens import spacy_cut
from stigmalint.matching.spacy_walk import SpacyWalk
from stigmalint.matching.steps import Step, Wording, Wordings
from stigmalint.matching.walk import walk
from stigmalint.packs import load_vocabulary
from stigmalint.packs.wording import Gap, Slot, Word

LANGUAGE = spacy.blank("en")
CUTTER = Cutter(spacy_cut())
BY_SPACY = SpacyWalk()
WORDS = ["crack", "cocaine", "street", "drug", "addict", "not", ",", "12", "a", "b"]

forms = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple)
steps = st.one_of(
    st.builds(Step, st.dictionaries(forms, st.sampled_from(["", "sg", "pl"]), min_size=1, max_size=4), optional=st.booleans()),
    st.builds(
        Step,
        st.dictionaries(forms, st.sampled_from(["", "sg"]), min_size=1, max_size=4),
        slot=st.sampled_from(["one", "other"]),
        optional=st.booleans(),
        figures=st.booleans(),
    ),
    st.just(Step({}, is_gap=True)),
)


@given(st.lists(steps, min_size=1, max_size=4).map(Wording), st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(tuple))
@settings(max_examples=300, deadline=None)
def test_any_wording_is_found_where_spacy_finds_it(wording: Wording, words: tuple[str, ...]) -> None:
    assert walk(wording, words) == BY_SPACY(wording, words)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_the_wordlists_are_found_where_spacy_finds_them(data: st.DataObject) -> None:
    """In sentences made of their own words, which is where they nearly match."""
    vocabulary = load_vocabulary()
    wording = Wordings(vocabulary.classes, CUTTER.words).of(data.draw(st.sampled_from(vocabulary.patterns)).elements)
    own = [word for step in wording.steps for words in [*step.forms][:8] for word in words]
    words = tuple(data.draw(st.lists(st.sampled_from([*own, "the", "not", ",", "7"]), min_size=1, max_size=12)))
    assert walk(wording, words) == BY_SPACY(wording, words)


@pytest.mark.parametrize(
    ("between", "is_found"),
    [("", True), ("a b c d", True), ("a b c d e", False), ("a , b", False), ("never", False), ("cannot a", False)],
)
def test_a_gap_takes_up_to_four_words_but_no_sign_and_no_negation(between: str, is_found: bool) -> None:
    wording = Wordings({}, CUTTER.words).of((Word({"fail": ""}), Gap(), Word({"test": ""})))
    assert bool(walk(wording, ("fail", *between.split(), "test"))) is is_found


def test_a_hit_knows_the_words_of_its_slots_and_the_tag_of_its_head() -> None:
    classes = load_vocabulary().classes
    wording = Wordings(classes, CUTTER.words).of((Slot("substance", optional=True), Word({"addict": "sg", "addicts": "pl"})))
    (bare, whole) = sorted(walk(wording, ("two", "crack", "cocaine", "addicts", ".")), key=lambda hit: hit.last - hit.first)[::2]
    assert (whole.first, whole.last, whole.slots, whole.tag) == (1, 4, {"substance": (1, 3)}, "pl")
    assert (bare.first, bare.last, bare.slots, bare.tag) == (3, 4, {}, "pl")
