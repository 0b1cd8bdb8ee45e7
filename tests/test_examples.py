"""The example documents hold what the README promises: findings of many kinds, each at its place, and look-alikes that pass."""

from __future__ import annotations

from functools import cache

import pytest

from stigmalint import readers
from stigmalint.api import check_bytes
from stigmalint.config import Config
from stigmalint.document import Document
from stigmalint.findings import Report
from stigmalint.reporters.places import in_words
from tests.examples import make_docx, make_pdf
from tests.tools import ROOT

SHELTER, CLINIC, WORKPLACE = "shelter-guest-agreement.docx", "clinic-attendance-policy.pdf", "workplace-drug-policy.md"

FOUND = [
    (SHELTER, "addicts", "heading “Who can stay”"),
    (SHELTER, "An alcoholic", "heading “Who can stay”"),
    (SHELTER, "Former drug addicts", "heading “Who can stay”"),
    (SHELTER, "Getting clean", "text box"),
    (SHELTER, "clean urine", "footnote 1"),
    (SHELTER, "former addicts", "comment 1"),
    (SHELTER, "substance abusers", "heading “House rules”"),
    (SHELTER, "Drug abuse", "heading “House rules”"),
    (SHELTER, "Dirty urine", "heading “Loss of your bed” › table 1, row 3, column 1"),
    (SHELTER, "stay clean", "heading “What I agree to”"),
    (CLINIC, "poly-substance abusers", "page 1"),
    (CLINIC, "An addict", "page 1"),
    (CLINIC, "dirty urines", "page 1"),
    (CLINIC, "substance abuse", "page 2"),
    (CLINIC, "abuse", "page 2"),
    (CLINIC, "drug addicts", "page 2"),
    (WORKPLACE, "Substance abuse", "line 13, column 1"),
    (WORKPLACE, "stay clean", "line 14, column 16"),
    (WORKPLACE, "Dirty test", "line 31, column 3"),
    (WORKPLACE, "dirty urine", "line 32"),
    (WORKPLACE, "Drug users", "line 42, column 31"),
    (WORKPLACE, "An addict's", "line 49, column 1"),
]

PASSES = [
    (SHELTER, "Clean towels"), (SHELTER, "clean drinking water"), (SHELTER, "sexual abuse"), (SHELTER, "the kitchen clean"),
    (SHELTER, "junkies"), (SHELTER, "“drunks”"), (SHELTER, "alcoholic hand rub"), (SHELTER, "Alcoholics Anonymous"),
    (SHELTER, "Child abuse"), (SHELTER, "National Institute on Drug Abuse"), (SHELTER, "weakness of character"),
    (CLINIC, "Drug Abuse Screening Test"), (CLINIC, "“drug seeking”"), (CLINIC, "injection site clean"), (CLINIC, "Clean water"),
    (CLINIC, "Abuse of staff"), (CLINIC, "alcoholic wipes"), (CLINIC, "hit rock bottom"),
    (CLINIC, "Substance Abuse and Mental Health Services Administration"),
    (WORKPLACE, "a moral failing"), (WORKPLACE, "Drug-Free Workplace Act of 1988"), (WORKPLACE, "abuse of company vehicles"),
    (WORKPLACE, "Alcoholic beverages"), (WORKPLACE, "clean_result"), (WORKPLACE, "substance-abuse/log"),
    (WORKPLACE, "Enabling the ignition lock"), (WORKPLACE, "“junkie”"), (WORKPLACE, "“drunk”"), (WORKPLACE, "“drug abuser”"),
    (WORKPLACE, "Substance Abuse and Mental Health Services Administration"),
]  # fmt: skip


@cache
def report(name: str) -> Report:
    return check_bytes((ROOT / "examples" / name).read_bytes(), name, Config())


@pytest.mark.parametrize(("name", "matched", "where"), FOUND)
def test_it_is_found_where_it_stands(name: str, matched: str, where: str) -> None:
    places = [in_words(finding.place) for finding in report(name).findings if finding.matched == matched]
    assert any(place.startswith(where) for place in places), places or [finding.matched for finding in report(name).findings]


@pytest.mark.parametrize(("name", "words"), PASSES)
def test_it_passes(name: str, words: str) -> None:
    touching = [
        finding.matched
        for finding in report(name).findings
        if words in finding.sentence and overlaps(finding.sentence, words, finding.sentence_span.start, finding.sentence_span.end)
    ]
    assert touching == []


def overlaps(sentence: str, words: str, start: int, end: int) -> bool:
    at = sentence.index(words)
    return at < end and start < at + len(words)


@pytest.mark.parametrize("name", [SHELTER, CLINIC, WORKPLACE])
def test_nothing_is_left_out(name: str) -> None:
    assert (report(name).checked, report(name).skipped) == (1, ())


def shape(data: bytes, name: str) -> list[tuple[str, str]]:
    document: Document = readers.read(data, name)
    return [(block.kind.value, block.text) for block in document.blocks]


@pytest.mark.parametrize(("name", "make"), [(SHELTER, make_docx.make), (CLINIC, make_pdf.make)])
def test_the_scripts_make_the_documents(name: str, make: object) -> None:
    assert callable(make)
    assert shape(make(), name) == shape((ROOT / "examples" / name).read_bytes(), name)
