"""Whatever a Word file is made of, what is read is what it says, and the walk finds it again."""

from __future__ import annotations

import io
import zipfile
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from stigmalint.document import Document, Span
from stigmalint.limits import DEFAULT_LIMITS
from stigmalint.readers.docx import read
from stigmalint.readers.docx.steps import Text
from stigmalint.readers.docx.walk import walk_tree
from stigmalint.readers.options import Options
from tests.readers.docx_known import Expected, Known, known_document

known_documents = st.randoms(use_true_random=False).map(known_document)
STREAMED = DEFAULT_LIMITS._replace(stream_from=0)


def as_expected(document: Document) -> list[Expected]:
    return [Expected(str(block.kind), block.place.part, block.place.cell, block.text) for block in document.blocks]


@given(known_documents)
def test_what_is_read_is_what_was_written(known: Known) -> None:
    assert as_expected(read(known.data, "known.docx")) == known.blocks


@given(known_documents)
def test_a_streamed_part_reads_like_a_parsed_one(known: Known) -> None:
    streamed, parsed = (read(known.data, "known.docx", Options(limits)) for limits in (STREAMED, DEFAULT_LIMITS))
    assert streamed == parsed


@given(known_documents)
def test_every_stretch_leads_back_to_its_element(known: Known) -> None:
    """A second walk, over a tree, meets the same text at the same offsets: what a writer relies on."""
    document = read(known.data, "known.docx")
    with zipfile.ZipFile(io.BytesIO(known.data)) as archive:
        walked = {stream.name: again(archive.read(stream.name)) for stream in document.streams}
    for stream in document.streams:
        assert "".join(step.text for step in walked[stream.name]) == stream.text
    for block in document.blocks:
        for index, source in block.source_of(Span(0, len(block.text))):
            assert covered(walked[document.streams[index].name], source)


def again(part: bytes) -> list[Text]:
    """The text steps of a part, checked to follow each other without a gap and to stand in their elements."""
    steps = [step for step in walk_tree(etree.fromstring(part)) if isinstance(step, Text)]
    at = 0
    for step in steps:
        assert step.offset == at
        assert step.holds != "text" or "".join(step.element.itertext("{*}t")) == step.text
        at += len(step.text)
    return steps


def covered(steps: list[Text], source: Span) -> bool:
    """Whether the steps that touch a span of the stream hold all of it."""
    touched = [step for step in steps if step.offset < source.end and source.start < step.offset + len(step.text)]
    held = "".join(step.text for step in touched)
    return len(held) >= len(source) and touched[0].offset <= source.start


@settings(max_examples=20)
@given(st.integers())
def test_the_same_choices_make_the_same_file(seed: int) -> None:
    assert known_document(Random(seed)).blocks == known_document(Random(seed)).blocks
