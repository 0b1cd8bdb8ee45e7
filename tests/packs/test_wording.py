import pytest

from stigmalint.packs.inflect import all_forms, noun_forms, verb_forms
from stigmalint.packs.model import PartOfSpeech
from stigmalint.packs.wording import BadWording, Gap, Slot, Word, parse, parse_condition


def test_the_last_word_of_a_noun_inflects() -> None:
    elements = parse("{degree?} drug-abuser", PartOfSpeech.NOUN, noun_forms)
    assert elements == (Slot("degree", optional=True), Word({"drug abuser": "sg", "drug abusers": "pl"}))


def test_a_noun_with_a_complement_inflects_before_it() -> None:
    first, *rest = parse("victim of {condition}", PartOfSpeech.NOUN, noun_forms)
    assert first == Word({"victim": "sg", "victims": "pl"})
    assert rest == [Word({"of": ""}), Slot("condition")]


def test_the_first_word_of_a_verb_inflects_and_each_of_its_alternatives() -> None:
    first, gap, last = parse("(get|stay) ... clean", PartOfSpeech.VERB, verb_forms)
    assert isinstance(first, Word)
    assert {"got", "stayed", "getting"} <= first.forms.keys()
    assert gap == Gap()
    assert last == Word({"clean": ""})


def test_alternatives_may_be_several_words_or_nothing() -> None:
    one, two = parse("(AA|12-step)? meeting", PartOfSpeech.PHRASE, noun_forms)
    assert one == Word({"aa": "", "12 step": ""}, optional=True)
    assert two == Word({"meeting": ""})


def test_every_word_of_a_condition_stands_for_all_its_forms() -> None:
    (word,) = parse_condition("dealer", all_forms)
    assert isinstance(word, Word)
    assert {"dealer", "dealers"} <= word.forms.keys()


@pytest.mark.parametrize("wording", ["drug (|addict)", "{unclosed addict", "-", "{Class} x", "(a|{class}) x"])
def test_what_cannot_be_read_is_refused(wording: str) -> None:
    with pytest.raises(BadWording):
        parse(wording, PartOfSpeech.NOUN, noun_forms)


def test_a_hyphen_between_groups_is_a_space() -> None:
    assert parse("(drug|pill)-(free|fuelled)", PartOfSpeech.PHRASE, noun_forms) == parse(
        "(drug|pill) (free|fuelled)", PartOfSpeech.PHRASE, noun_forms
    )


def test_a_verb_begins_with_its_verb() -> None:
    with pytest.raises(BadWording, match="put the slot behind it"):
        parse("{person} relapse", PartOfSpeech.VERB, verb_forms)
