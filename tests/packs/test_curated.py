"""The curated packs: every example holds, and the house rules that the loader cannot see."""

from __future__ import annotations

import re

import pytest

from stigmalint.api import Checker
from stigmalint.examples import pack_problems, paragraph
from stigmalint.packs import load_vocabulary, load_wordlists
from stigmalint.packs.model import Pack, Term

WORDLISTS = load_wordlists()
CHECKER = Checker(load_vocabulary())
TERMS = [term for pack in WORDLISTS.packs for term in pack.terms]


@pytest.mark.parametrize("pack", WORDLISTS.packs, ids=lambda pack: pack.name)
def test_every_example_holds(pack: Pack) -> None:
    assert list(pack_problems(pack, CHECKER)) == []


def test_the_file_of_a_pack_bears_its_name() -> None:
    assert all(pack.file == f"{pack.name}.toml" for pack in WORDLISTS.packs)


def test_every_source_is_cited() -> None:
    cited = {source for term in TERMS for source in term.sources}
    assert set(WORDLISTS.sources) - cited == set()


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_reasons_are_sentences_that_scold_nobody(term: Term) -> None:
    for text in filter(None, (term.why, term.instead, term.disputed)):
        assert text[0].isupper() or text[0] in "“0123456789"
        assert text.rstrip('”"').endswith((".", "?", "!"))
    assert not re.search(r"\b(you should|you must|wrong of you|shame on|never say|ignorant|politically)\b", term.why.lower())


def test_what_is_offered_is_not_itself_flagged() -> None:
    prefer = [text for term in TERMS for text in term.prefer]
    offered = {re.sub(r"\{[^}]*\}|(\S+)/(\S+)", lambda found: found[1] or "", text).strip() for text in prefer}
    flagged = {
        (finding.term, text)
        for text in offered
        for finding in CHECKER.findings(paragraph(f"It says {text} here."))
        if finding.severity.value != "advice"
    }
    assert flagged == set()
