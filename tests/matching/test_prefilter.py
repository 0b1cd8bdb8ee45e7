"""The first stage names every pattern that the second can find: compared with running spaCy over everything."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.api import Checker
from stigmalint.matching.prefilter import candidates, words_of
from stigmalint.packs import load_vocabulary
from stigmalint.packs.wording import Word
from tests.small_wordlists import ADDICT, document_of, term, vocabulary_of

VOCABULARY = load_vocabulary()
FAST, FULL = Checker(VOCABULARY), Checker(VOCABULARY, full=True)

WORDS = [element for pattern in VOCABULARY.patterns for element in pattern.elements if isinstance(element, Word)]
FORMS = sorted({form for word in WORDS for form in word.forms})
GLUE = st.sampled_from(
    [" ", "-", "’s ", ", ", " (", ") ", " “", "” ", ". ", "/", " not ", "\u00a0", "_", " heroin ", " patients "]
)


@given(st.lists(st.tuples(st.sampled_from(FORMS), GLUE), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_two_stages_find_what_spacy_finds_over_everything(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + glue for word, glue in parts)
    document = document_of(text or ".")
    assert list(FAST.findings(document)) == list(FULL.findings(document))


@given(st.lists(st.sampled_from([*FORMS[:40], "addict", "junkies", "xx"]), min_size=20, max_size=40), st.sampled_from("/_.,x"))
@settings(max_examples=30, deadline=None)
def test_long_stretches_give_the_same_in_both_ways(words: list[str], glue: str) -> None:
    document = document_of("".join(word.replace(" ", glue) + glue for word in words))
    assert list(FAST.findings(document)) == list(FULL.findings(document))


def test_every_flagged_example_gives_the_same_in_both_ways() -> None:
    texts = [example.text for compiled in VOCABULARY.terms for example in compiled.term.flag]
    document = document_of(*texts[:300])
    assert list(FAST.findings(document)) == list(FULL.findings(document))


def test_a_clean_text_has_no_candidates() -> None:
    vocabulary = vocabulary_of(term(ADDICT))
    assert candidates(words_of("the clinic opens at nine."), vocabulary.anchors) == []
    assert candidates(words_of("an ad-dict"), vocabulary.anchors) == []
    assert candidates(words_of("an addict's clinic"), vocabulary.anchors) != []


def test_words_are_cut_at_everything_but_ascii_letters_and_digits() -> None:
    assert words_of("non-user's café_12 é") == {"non", "user", "s", "caf", "12"}


def test_every_pattern_has_an_anchor() -> None:
    anchors = VOCABULARY.anchors
    numbers = range(len(VOCABULARY.patterns))
    needed = {word for number in numbers for need in anchors.needs(number) for word in need}
    anchored = set(anchors.candidates({*anchors.words, *needed}))
    on_demand = {number for part in VOCABULARY.parts if not part.anchored for number in part.patterns}
    assert anchored | on_demand == set(range(len(VOCABULARY.patterns)))
    assert not anchored & on_demand
