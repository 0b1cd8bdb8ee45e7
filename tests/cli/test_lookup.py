"""What a person types leads to the terms it belongs to."""

from __future__ import annotations

import pytest

from stigmalint.cli.lookup import find, like
from stigmalint.packs.vocabulary import Vocabulary
from tests.small_wordlists import ADDICT, term, vocabulary_of


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return vocabulary_of(
        term(ADDICT, "addict"),
        term('noun = ["junkie"]\nprefer = ["person/people who uses/use drugs"]', "junkie"),
        term('verb = ["abuse {substance}"]\nprefer = ["use {substance}"]', "abuse-substances"),
        term('phrase = ["clean urine"]\nprefer = ["a negative test"]', "clean-test"),
        term('phrase = ["fail ... drug test"]\nprefer = ["test positive"]', "failed-test"),
        term('noun = ["junkie"]\nprefer = ["fan/fans"]\nonly_if.near = ["{substance}"]', "junkie-thing"),
    )


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("addict", ["addict"]),
        ("Addicts", ["addict"]),
        ("“an addict”", ["addict"]),
        ("the addict's", ["addict"]),
        ("chronic crack cocaine addicts", ["addict"]),
        ("heroin-addict", ["addict"]),
        ("junkie", ["junkie"]),
        ("junkies", ["junkie", "junkie-thing"]),
        ("abused alcohol", ["abuse-substances"]),
        ("abuse substances", ["abuse-substances"]),
        ("fail a random drug test", ["failed-test"]),
        ("fail a b c d e drug test", []),
        ("sugar addict", []),
        ("", []),
    ],
)
def test_a_name_or_any_form_of_a_wording(vocabulary: Vocabulary, typed: str, ids: list[str]) -> None:
    assert [each.term.id for each in find(typed, vocabulary)] == ids


@pytest.mark.parametrize(
    ("typed", "first"), [("adict", "addict"), ("junky", "junkie"), ("clean", "clean-test"), ("urine", "clean-test")]
)
def test_the_nearest_known_ones(vocabulary: Vocabulary, typed: str, first: str) -> None:
    assert like(typed, vocabulary)[0].term.id == first


def test_nothing_is_near_to_nonsense(vocabulary: Vocabulary) -> None:
    assert like("xylophone", vocabulary) == []
