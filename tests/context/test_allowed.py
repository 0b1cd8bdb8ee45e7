"""A phrase that the house allows passes, whole and exactly, and nothing longer does."""

from __future__ import annotations

import pytest

from stigmalint.api import Checker
from stigmalint.config import Allowed, HouseStyle
from tests.small_wordlists import ADDICT, document_of, term, vocabulary_of

SMALL = vocabulary_of(term(ADDICT), term('phrase = ["dirty urine"]\nprefer = ["positive test"]', "dirty"))


def left(text: str, *phrases: str) -> list[str]:
    """What is still found when the phrases are allowed."""
    style = HouseStyle(allow=tuple(Allowed(phrase, "It is the name of our choir.") for phrase in phrases))
    return [finding.matched for finding in Checker(SMALL.in_style(style)).findings(document_of(text))]


@pytest.mark.parametrize("phrase", ["grateful addict", "Grateful Addict", "GRATEFUL  ADDICT", "“the grateful addict” choir"])
def test_it_passes_in_any_capitals_and_with_any_quotation_marks(phrase: str) -> None:
    assert left('Today "The Grateful Addict" choir sings for every addict.', phrase) == ["addict"]


def test_only_whole_words_are_meant() -> None:
    assert left("The addicts left.", "addict") == ["addicts"]
    assert left("The addict’s bed is free.", "addict’s") == []


def test_a_longer_wording_that_holds_the_phrase_does_not_pass() -> None:
    assert left("A heroin addict and an addict called.", "addict") == ["A heroin addict"]


def test_a_line_break_in_the_document_does_not_hide_it() -> None:
    assert left("They call it dirty urine.", "dirty  urine") == []


def test_without_phrases_nothing_changes() -> None:
    assert left("The addicts left.") == ["addicts"]
