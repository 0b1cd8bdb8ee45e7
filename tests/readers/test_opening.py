"""Whatever a document says, the texts that its file gives before it is read say it too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stigmalint import readers
from stigmalint.document import BlockBuilder, Document, Stream
from stigmalint.errors import Unreadable
from stigmalint.limits import Limits
from stigmalint.matching.papers import _put_together, _words_in
from stigmalint.matching.prefilter import words_of
from stigmalint.readers.docx import opened as opened_word
from stigmalint.readers.opening import Unsure
from stigmalint.readers.options import Options
from stigmalint.readers.pdf.engine import File
from stigmalint.readers.pdf.opened import opened as opened_pdf
from stigmalint.readers.pdf.reading import read_here
from stigmalint.readers.pdf.texts import AT_ONCE, texts_from
from tests.readers import docx_builder as word
from tests.readers import pdf_builder
from tests.readers.docx_known import Known, known_document
from tests.readers.pdf_builder import Part, Setting
from tests.tools import ROOT

SHARED = ROOT.parent / "shared" / "corpus"
FILES = [
    path
    for path in [*SHARED.glob("docx/*"), *SHARED.glob("pdf/*"), *(ROOT / "examples").iterdir()]
    if path.suffix in {".docx", ".dotx", ".pdf"}
]
HOUSE = "Everyone who asks for help is offered a first meeting within a week, whoever they are and wherever they live."

WORDS = "house letter substance recovery a I x policies-in-use naïve covid19 dependence".split()
sentences = st.lists(st.sampled_from(WORDS), min_size=3, max_size=30).map(" ".join)
looks = st.builds(
    Setting,
    columns=st.integers(1, 3),
    after=st.sampled_from([0.0, 6.0]),
    hyphens=st.booleans(),
    across=st.booleans(),
    words=st.booleans(),
    foot=st.sampled_from(["", "{page}"]),
    rotate=st.sampled_from([0, 90]),
)
parts = st.lists(
    st.one_of(
        st.builds(Part, sentences),
        st.builds(Part, sentences, st.just("item"), st.sampled_from(["•", "1.", "(a)"])),
        st.builds(Part, sentences, st.just("note"), st.sampled_from(["1", "2"])),
        st.builds(Part, sentences, st.just("heading")),
    ),
    min_size=1,
    max_size=12,
)
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def said(document: Document) -> Iterator[str]:
    """Everything that a match can be looked for in."""
    for block in document.blocks:
        yield from filter(None, (block.text, block.lead_in, block.column_head, block.row_head, *block.place.heading))


def as_block(text: str) -> str:
    """The text as it would stand in a block of its own."""
    builder = BlockBuilder([Stream("", text)])
    builder.keep(0, 0, len(text))
    return builder.text


def assert_all_is_in(texts: list[str], document: Document) -> None:
    """Each stretch of a Word file is one of its texts, or what follows the number before it."""
    there = {" ".join(as_block(text).split()[first:]) for text in texts for first in range(4)}
    assert {" ".join(stretch.split()) for stretch in said(document)} - there == set()
    assert document.gaps == ()


def assert_all_words_are_in(texts: list[str], document: Document) -> None:
    """Each word of a PDF is one of its texts, or made of parts of them."""
    there = {word for text in texts for word in _words_in(as_block(text).lower())}
    wanted = {word for stretch in said(document) for word in words_of(stretch.lower())}
    assert wanted - there - {*_put_together(there, wanted)} == set()
    assert document.gaps == ()


def all_texts(data: bytes) -> list[str] | None:
    """The texts of a PDF, got without a worker."""
    with closing(File(data)) as file:
        found = [texts_from(file, first) for first in range(1, file.page_count + 1, AT_ONCE)]
    return [text for some in found for text in some or ()] if found and None not in found else None


@given(st.randoms(use_true_random=False).map(known_document))
def test_a_word_file_says_all_before_it_is_read(known: Known) -> None:
    opened = opened_word(known.data, "known.docx")
    try:
        texts = [*opened.texts()]
    except Unsure:
        texts = []
    document = opened.document()
    assert document == opened_word(known.data, "known.docx").document()
    if texts:
        assert_all_is_in(texts, document)


def test_heads_are_said_as_they_are_read() -> None:
    heading = word.paragraph(word.run("Who may stay"), style="Heading1", item=(1, 0))
    cells = [word.cell(*(word.paragraph(word.run(text)) for text in some.split("/"))) for some in "a/b c d/e f".split()]
    numbers = word.numbering(word.levels(("upperRoman", "Part %1.")))
    made = word.docx(
        heading,
        word.paragraph(word.run("Guests.")),
        word.table(word.row(*cells[:2]), word.row(*cells[2:])),
        parts={"numbering.xml": ("numbering", numbers)},
    )
    opened = opened_word(made, "a.docx")
    texts = [*opened.texts()]
    assert "Part I. Who may stay" in texts
    assert "a b" in texts
    assert_all_is_in(texts, opened.document())


@pytest.mark.parametrize(
    "body",
    [
        word.paragraph(word.run("Cut"), properties=word.DELETED_MARK) + word.paragraph(word.run("off")),
        word.paragraph(word.run("Words")) + '<w:altChunk r:id="rId9"/>',
        word.paragraph(word.hidden("Nobody sees this")),
        word.paragraph(word.run("– –")),
        "",
    ],
)
def test_a_word_file_of_which_more_is_to_be_said_is_not_sure(body: str) -> None:
    with pytest.raises(Unsure):
        list(opened_word(word.docx(body), "a.docx").texts())


@few
@given(written=parts, look=looks)
def test_a_pdf_says_all_before_it_is_read(written: list[Part], look: Setting) -> None:
    data = pdf_builder.pdf(written, look)
    texts = all_texts(data)
    assert texts is not None
    assert_all_words_are_in(texts, read_here(data, "any.pdf"))


def beside_the_page() -> bytes:
    return pdf_builder.drawn(pdf_builder.lines(HOUSE, left=5_000))


def a_scan() -> bytes:
    return pdf_builder.drawn(pdf_builder.lines(HOUSE), pdf_builder.picture)


def a_cut_off_file() -> bytes:
    whole = pdf_builder.drawn(pdf_builder.lines(HOUSE))
    return whole[: whole.rindex(b"startxref")]


def letters_without_meaning() -> bytes:
    return pdf_builder.handmade(b"BT /F 12 Tf 72 700 Td (Nobody is turned away at night.) Tj ET", named=False)


def a_blank_page() -> bytes:
    return pdf_builder.drawn(pdf_builder.blank)


@pytest.mark.parametrize("make", [beside_the_page, a_scan, a_cut_off_file, letters_without_meaning, a_blank_page])
def test_a_pdf_of_which_more_is_to_be_said_is_not_sure(make: Callable[[], bytes]) -> None:
    assert all_texts(make()) is None


def test_a_long_pdf_is_told_part_by_part_and_within_its_limits() -> None:
    data = pdf_builder.drawn(*[pdf_builder.lines(f"{HOUSE} {number}") for number in range(AT_ONCE + 5)])
    opened = opened_pdf(data, "long.pdf")
    texts = [*opened.texts()]
    assert [text.split()[-1] for text in texts] == [str(number) for number in range(AT_ONCE + 5)]
    assert len(opened.document().streams) == AT_ONCE + 5
    for limits in (Limits(pages=AT_ONCE), Limits(characters=100)):
        with pytest.raises(Unsure):
            list(opened_pdf(data, "long.pdf", Options(limits)).texts())


@pytest.mark.parametrize("name", ["a.md", "a.odt", "a.doc", "a.txt"])
def test_other_formats_and_wrong_names_are_read_at_once(name: str) -> None:
    assert readers.opened(b"words", name) is None
    assert readers.opened(word.docx(word.paragraph(word.run("Words."))), "a.pdf") is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_real_files_say_all_before_they_are_read(path: Path) -> None:
    try:
        opened = readers.opened(path.read_bytes(), path.name)
        document = opened.document() if opened else None
    except Unreadable:
        return
    if opened and document and (texts := sure_texts(path)):
        (assert_all_words_are_in if opened.loose else assert_all_is_in)(texts, document)


def sure_texts(path: Path) -> list[str]:
    opened = readers.opened(path.read_bytes(), path.name)
    assert opened
    try:
        return [*opened.texts()]
    except (Unsure, Unreadable):
        return []
