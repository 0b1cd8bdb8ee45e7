"""A house chooses which terms count, and how severely, before anything is matched."""

from __future__ import annotations

import pytest

from stigmalint.api import Checker
from stigmalint.config import HouseStyle
from stigmalint.findings import Kind, Severity
from stigmalint.packs import load_vocabulary, load_wordlists
from stigmalint.packs.style import dropped, guide_names, selectable_names, sources_of, term_names
from stigmalint.packs.vocabulary import Vocabulary
from tests.small_wordlists import ADDICT, document_of, term, vocabulary_of

SMALL = vocabulary_of(
    term(ADDICT, "addict"),
    term('phrase = ["drug lover"]\nprefer = ["person who uses drugs"]', "lover").replace('"error"', '"warning"'),
    term('phrase = ["the sober"]\nprefer = ["people"]\nidentity_first = true', "sober").replace('"error"', '"advice"'),
)


def ids(style: HouseStyle, vocabulary: Vocabulary = SMALL) -> list[str]:
    """The terms that still have a pattern that can match."""
    styled = vocabulary.in_style(style)
    patterns = (vocabulary.patterns[number] for number in styled.anchors.every_pattern())
    return list(dict.fromkeys(vocabulary.terms[pattern.owner].term.id for pattern in patterns))


def test_the_default_changes_nothing() -> None:
    assert dropped(SMALL.anchors.index, HouseStyle()) == set()
    assert load_vocabulary() is load_vocabulary(HouseStyle())


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (HouseStyle(select=("addict",)), ["addict"]),
        (HouseStyle(select=("small",)), ["addict", "lover", "sober"]),
        (HouseStyle(select=("framing",)), []),
        (HouseStyle(ignore=("term",)), []),
        (HouseStyle(ignore=("addict",)), ["lover", "sober"]),
        (HouseStyle(ignore=("small",), select=("lover",)), ["lover"]),
        (HouseStyle(ignore=("lover",), select=("lover",)), []),
        (HouseStyle(ignore=("advice",)), ["addict", "lover"]),
        (HouseStyle(identity_first=True), ["addict", "lover"]),
        (HouseStyle(severity=(("addict", None),)), ["lover", "sober"]),
        (HouseStyle(severity=(("lover", Severity.ADVICE),), ignore=("advice",)), ["addict"]),
        (HouseStyle(guides=("guide",)), ["addict", "lover", "sober"]),
        (HouseStyle(guides=("a clinic",)), ["addict", "lover", "sober"]),
        (HouseStyle(guides=("nida",)), []),
    ],
)
def test_which_terms_are_left(style: HouseStyle, left: list[str]) -> None:
    assert ids(style) == left


def test_a_severity_of_ones_own_is_the_one_reported() -> None:
    styled = SMALL.in_style(HouseStyle(severity=(("addict", Severity.ADVICE),)))
    assert [compiled.term.severity for compiled in styled.terms] == [Severity.ADVICE, Severity.WARNING, Severity.ADVICE]
    (finding,) = Checker(styled).findings(document_of("An addict."))
    assert finding.severity is Severity.ADVICE


def test_what_context_softens_to_advice_goes_with_advice() -> None:
    """A slur in a speaker's mouth is advice; a house that wants no advice does not hear of it."""
    document = document_of("The mayor said: “We will not have another junkie sleep in our park this whole winter.”")
    style = HouseStyle(ignore=("advice",))
    assert [finding.severity for finding in Checker(load_vocabulary()).findings(document)] == [Severity.ADVICE]
    assert list(Checker(load_vocabulary(style)).findings(document)) == []


def test_strengths_have_no_severity_to_be_ignored_by() -> None:
    document = document_of("Residents will not be discharged for a positive drug test.")
    found = Checker(load_vocabulary(HouseStyle(ignore=("advice",)))).findings(document)
    assert [finding.kind for finding in found] == [Kind.SUPPORT]


def test_publishers_have_short_names() -> None:
    sources, index = load_wordlists().sources, load_vocabulary().anchors.index
    short = set(sources_of(["NIDA"], index))
    assert short
    assert all(id.startswith("nida") for id in short)
    press = {id for id, source in sources.items() if source.publisher == "The Associated Press"}
    assert set(sources_of(["the associated press"], index)) == press != set()


def test_no_name_means_two_things() -> None:
    index = load_vocabulary().anchors.index
    packs = set(index.packs)
    groups = {*Kind, *Severity}
    assert len(selectable_names(index)) == len(packs) + len(groups) + len(term_names(index))
    assert {"nida", "ap-2017"} <= guide_names(index)


def test_some_wording_that_is_left_alone_names_a_disability_first() -> None:
    index = load_vocabulary().anchors.index
    left_alone = [index.terms[number] for number in dropped(index, HouseStyle(identity_first=True))]
    assert "paraplegic" in {entry.id for entry in left_alone}
    assert {entry.pack for entry in left_alone} <= {"disability", "mental-health"}
