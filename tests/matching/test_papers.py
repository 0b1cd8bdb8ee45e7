"""A Word or PDF file that is called clean by its bare texts has nothing to report."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stigmalint import api, readers
from stigmalint.api import Checker
from stigmalint.config import Config
from stigmalint.discover import Source
from stigmalint.errors import Unreadable
from stigmalint.matching.papers import is_clean, loose_may_match, texts_may_match
from stigmalint.packs import load_vocabulary
from tests.matching.test_screen import SMALL, WORDS, torn
from tests.readers import docx_builder as word
from tests.readers import pdf_builder
from tests.readers.pdf_builder import Part, Setting
from tests.readers.test_opening import FILES, looks

VOCABULARY = load_vocabulary()
PIECES = st.one_of(WORDS, st.builds(torn, WORDS, st.integers(0, 20), st.sampled_from(["-", " ", "\u00ad", "\u2011", "\t", "1 "])))
sentences = st.lists(PIECES, min_size=1, max_size=12).map(" ".join)
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_says_the_same(data: bytes, name: str) -> None:
    """The report is that of a checker that makes the document in any case."""
    for vocabulary in (SMALL, VOCABULARY):
        quick, slow = Checker(vocabulary), Checker(vocabulary, keep=True)
        ours, theirs = quick.check(data, name), slow.check(data, name)
        assert (ours.findings, ours.strengths, ours.skipped) == (theirs.findings, theirs.strengths, theirs.skipped)
        assert (ours.suppressed, ours.ineffective, ours.checked) == (theirs.suppressed, theirs.ineffective, theirs.checked)


runs = st.one_of(
    st.builds(word.run, sentences),
    st.builds(word.deleted, sentences),
    st.builds(word.hidden, sentences),
    st.builds(word.inserted, st.builds(word.run, sentences)),
    st.builds(word.picture, sentences),
    st.builds(word.field, sentences, st.builds(word.run, sentences)),
    st.builds(word.text_box, st.builds(word.paragraph, st.builds(word.run, sentences))),
)
halves = st.builds(
    lambda piece, at, between: [word.run(piece[:at]), *between, word.run(piece[at:])],
    WORDS,
    st.integers(0, 6),
    st.lists(runs, max_size=1),
)
paragraphs = st.builds(
    lambda content, style, item: word.paragraph(*content, style=style, item=item),
    st.one_of(st.lists(runs, min_size=1, max_size=4), halves),
    st.sampled_from(["", "Heading1", "Quote"]),
    st.sampled_from([None, None, (1, 0), (1, 1)]),
)
tables = st.builds(
    lambda cells: word.table(*(word.row(*map(word.cell, row)) for row in cells)),
    st.lists(st.lists(paragraphs, min_size=2, max_size=2), min_size=2, max_size=2),
)
NUMBERS = word.numbering(word.levels(("upperRoman", "Addict %1."), ("lowerLetter", "(%2)")))


@few
@given(st.lists(st.one_of(paragraphs, tables), min_size=1, max_size=6))
def test_any_word_file(body: list[str]) -> None:
    assert_says_the_same(word.docx(*body, parts={"numbering.xml": ("numbering", NUMBERS)}), "a.docx")


@few
@given(
    st.lists(
        st.builds(Part, sentences, st.sampled_from(["paragraph", "item", "note", "heading"]), st.just("1")),
        min_size=1,
        max_size=8,
    ),
    looks,
)
def test_any_pdf(written: list[Part], look: Setting) -> None:
    assert_says_the_same(pdf_builder.pdf(written, look), "a.pdf")


@pytest.mark.parametrize("path", [path for path in FILES if path.stat().st_size < 1_000_000], ids=lambda path: path.name)
def test_real_files(path: Path) -> None:
    data = path.read_bytes()
    try:
        if is_clean(data, path.name, VOCABULARY.anchors):
            assert_says_the_same(data, path.name)
    except Unreadable:
        pytest.fail("a file that cannot be read was called clean")


@pytest.mark.parametrize(
    "texts",
    [
        ["An addict."],
        ["An ad", "dict."],
        ["-ict of an ad-", "a d d i c t"],
        ["addict1"],
        ["12addict"],
        ["stigmalint: ignore"],
        ["a word of no\u00adwidth"],
        ["an ad\u200bdict"],
        ["Nothing but \ufb01ne"],
        ["Tough", "love"],
    ],
)
def test_what_layout_may_put_together_is_not_missed(texts: list[str]) -> None:
    assert loose_may_match(texts, SMALL.anchors)


def test_what_cannot_be_put_together_is_clean() -> None:
    assert not loose_may_match(["The clinic opens at nine.", "Tough. 1 add 2 dictation"], SMALL.anchors)
    assert not loose_may_match([], SMALL.anchors)


def test_blocks_stay_apart_where_they_are_known() -> None:
    assert not texts_may_match(["Tough", "love"], SMALL.anchors)
    assert texts_may_match(["Tough love"], SMALL.anchors)
    assert texts_may_match(["Nothing", "tough\tlove"], SMALL.anchors)


def test_a_clean_file_is_checked_without_making_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    clean = word.docx(word.paragraph(word.run("The clinic opens at nine.")))
    monkeypatch.setattr("stigmalint.readers.docx.parts.OpenWord.document", None)
    monkeypatch.setattr("stigmalint.readers.pdf.opened.OpenPdf.document", None)
    sources = [Source("a.docx", data=clean), Source("b.pdf", data=pdf_builder.pdf(["The clinic opens at nine."]))]
    report = api.check(sources, Config())
    assert (report.checked, report.findings, report.skipped, report.files) == (2, (), (), ("a.docx", "b.pdf"))


def test_what_was_opened_and_is_not_clean_is_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    data = word.docx(word.paragraph(word.run("An addict.")))
    assert not is_clean(data, "a.docx", VOCABULARY.anchors)
    times: list[str] = []
    whole = readers.opened
    monkeypatch.setattr(readers, "opened", lambda data, name, options: times.append(name) or whole(data, name, options))
    for name in ("b.docx", "a.docx", "a.docx"):
        again = api.check_bytes(data, name, Config())
        assert [finding.matched for finding in again.findings] == ["An addict"]
    assert times == ["b.docx", "a.docx"]


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.md"])
def test_what_cannot_be_opened_is_not_clean(name: str) -> None:
    assert not is_clean(b"words", name, VOCABULARY.anchors)
    assert not is_clean(b"", name, VOCABULARY.anchors)


def test_a_defect_of_a_reader_is_not_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(readers, "opened", broken)
    assert not is_clean(b"words", "a.docx", VOCABULARY.anchors)
