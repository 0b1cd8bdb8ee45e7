import re

import pytest

from tests.small_wordlists import ADDICT, findings_in, matched, term


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Addicts and an addict.", ["Addicts", "addict"]),
        ("CHRONIC HEROIN-ADDICTS", ["CHRONIC HEROIN-ADDICTS"]),
        ("A crack cocaine addict, a crack drug addict.", ["crack cocaine addict", "drug addict"]),
        ("An out-of-control addict.", ["out-of-control addict"]),
        ("Addictive addiction addicted.", []),
        ("street\u00a0drug\u2011addicts", ["street\u00a0drug\u2011addicts"]),
    ],
)
def test_nouns_match_in_every_form_with_their_slots(text: str, expected: list[str]) -> None:
    words = [re.sub(r"^[Aa]n? ", "", found) for found in matched(text, term(ADDICT))]
    assert words == expected


@pytest.mark.parametrize("form", ["abuse", "abuses", "abused", "abusing"])
def test_verbs_match_in_every_tense(form: str) -> None:
    verb = term('verb = ["abuse {substance}"]\nprefer = ["use {substance}"]')
    assert matched(f"They {form} street drugs.", verb) == []
    assert matched(f"They {form} alcohol.", verb) == [f"{form} alcohol"]


def test_a_gap_takes_up_to_four_words_and_no_punctuation() -> None:
    gap = term('verb = ["fail ... test"]\ninstead = "Say what the result was."')
    assert matched("She failed her second random drug test.", gap) == ["failed her second random drug test"]
    assert matched("She failed, then took a test.", gap) == []
    assert matched("She failed one two three four five test.", gap) == []


def test_alternatives_are_inflected_where_they_stand_in_the_inflected_place() -> None:
    clean = term('verb = ["(get|stay) clean"]\nprefer = ["stop using drugs"]')
    assert matched("He got clean and stays clean.", clean) == ["got clean", "stays clean"]


def test_figures_belong_to_a_class_that_says_so() -> None:
    days = term('phrase = ["clean for {number} days"]\ninstead = "Say how long."')
    assert matched("Clean for 90 days, clean for two days, clean for old days.", days) == [
        "Clean for 90 days",
        "clean for two days",
    ]


def test_the_longest_of_overlapping_matches_is_reported_once() -> None:
    inner, outer = term('noun = ["addict"]\nprefer = ["person/people"]', "inner"), term(ADDICT, "outer")
    assert [finding.term for finding in findings_in("A heroin addict.", inner, outer)] == ["outer"]


def test_an_abbreviation_with_exact_case_is_not_the_word_in_small_letters() -> None:
    exact = term('noun = ["IDU"]\nprefer = ["person/people who injects/inject drugs"]\nexact_case = true')
    assert matched("IDUs and an idu.", exact) == ["IDUs"]
