"""Whatever can change a judgement changes the key, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stigmalint.cache import key
from stigmalint.cache.key import key_of
from stigmalint.config import Allowed, HouseStyle
from stigmalint.document import BlockKind, Document, Mark, MarkKind, Place, Span
from stigmalint.findings import Severity
from stigmalint.packs import load_vocabulary
from stigmalint.packs.vocabulary import Vocabulary
from tests.small_wordlists import document_of

CURATED = load_vocabulary()
TEXT = "The addicts left."


@pytest.fixture
def vocabulary() -> Vocabulary:
    """The curated words, whether or not this is the first run that compiles them."""
    return Vocabulary(CURATED.anchors, lambda: CURATED.records, digest="1")


def test_the_same_text_has_the_same_key_wherever_it_stands(vocabulary: Vocabulary) -> None:
    document = document_of(TEXT)
    assert key_of(document, vocabulary, 9) == key_of(replace(document, name="other.docx"), vocabulary, 9)
    assert len(key_of(document, vocabulary, 9)) == 20


@pytest.mark.parametrize(
    "other",
    [
        document_of("The addicts left!"),
        document_of(TEXT, "They left."),
        document_of(TEXT, kind=BlockKind.QUOTATION),
        document_of(TEXT, place=Place(heading=("Words to avoid",))),
        document_of(TEXT, place=Place(part="footnote 2")),
        document_of(TEXT, marks=[Mark(Span(4, 11), MarkKind.CODE)]),
        document_of(TEXT, lead_in="Never write:"),
        document_of(TEXT, column_head="Avoid"),
        document_of(TEXT, row_head="Avoid"),
    ],
)
def test_another_document_has_another_key(other: Document, vocabulary: Vocabulary) -> None:
    assert key_of(other, vocabulary, 9) != key_of(document_of(TEXT), vocabulary, 9)


@pytest.mark.parametrize(
    "style",
    [
        HouseStyle(ignore=("addict",)),
        HouseStyle(select=("error",)),
        HouseStyle(severity=(("addict", Severity.ADVICE),)),
        HouseStyle(severity=(("addict", None),)),
        HouseStyle(guides=("nida-words-matter",)),
        HouseStyle(identity_first=True),
        HouseStyle(allow=(Allowed("The addicts", "a band"),)),
    ],
)
def test_another_house_style_has_another_key(style: HouseStyle, vocabulary: Vocabulary) -> None:
    assert key_of(document_of(TEXT), vocabulary.in_style(style), 9) != key_of(document_of(TEXT), vocabulary, 9)


def test_wordlists_limit_and_program_count(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_of(TEXT)
    before = key_of(document, vocabulary, 9)
    edited = Vocabulary(CURATED.anchors, lambda: CURATED.records, digest="2")
    monkeypatch.setattr(key, "program", lambda: "another")
    assert len({before, key_of(document, edited, 9), key_of(document, vocabulary, 8), key_of(document, vocabulary, 9)}) == 4


def test_what_is_not_known_has_no_key(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_of(document_of(TEXT), Vocabulary(CURATED.anchors, lambda: CURATED.records), 9) == b""
    monkeypatch.setattr(key, "program", lambda: "")
    assert key_of(document_of(TEXT), vocabulary, 9) == b""
