"""Whatever is written, in whatever columns, is read word for word, and every phrase stands where it is printed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stigmalint.document import BlockKind, Document, Span
from stigmalint.errors import Unreadable
from stigmalint.readers.pdf.frame import Frame, shown, turns_of
from stigmalint.readers.pdf.reading import read_here
from stigmalint.readers.wire import packed, unpacked
from tests.readers import pdf_builder as made
from tests.readers.pdf_builder import Part, Setting

WORDS = (
    "house people rule offer support tenant meeting worker evening kitchen garden letter reason member service recovery "
    "treatment alcohol record window morning doctor family question answer summer winter corner friend number paper"
).split()

sentences = st.lists(st.sampled_from(WORDS), min_size=9, max_size=24).map(lambda words: f"{' '.join(words).capitalize()}.")
paragraphs = st.lists(sentences, min_size=3, max_size=6).map(" ".join)
looks = st.builds(
    Setting,
    columns=st.integers(1, 3),
    size=st.sampled_from([9.0, 10.5, 12.0]),
    after=st.sampled_from([0.0, 6.0]),
    hyphens=st.booleans(),
    across=st.booleans(),
    words=st.booleans(),
    foot=st.sampled_from(["", "{page}", "– {page} –"]),
    rotate=st.sampled_from([0, 90, 180, 270]),
)
few = settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
"""Always the same examples: two lines in a second column may as well be a table, so not every page can be told."""


def running_text(document: Document) -> str:
    aside = (BlockKind.HEADER, BlockKind.FOOTER)
    return " ".join(block.text for block in document.blocks if block.kind not in aside)


@few
@given(written=st.lists(paragraphs, min_size=4, max_size=14), look=looks)
def test_every_word_is_read_in_its_order(written: list[str], look: Setting):
    document = read_here(made.pdf(written, look), "any.pdf")
    assert running_text(document) == " ".join(written)
    assert document.gaps == ()


@few
@given(written=st.lists(paragraphs, min_size=4, max_size=10), hyphens=st.booleans())
def test_paragraphs_with_space_between_are_told_apart(written: list[str], hyphens: bool):
    document = read_here(made.pdf(written, Setting(hyphens=hyphens)), "any.pdf")
    assert [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == written


@few
@given(written=st.lists(paragraphs, min_size=2, max_size=8), look=looks, data=st.data())
def test_a_word_stands_in_its_box(written: list[str], look: Setting, data: st.DataObject):
    marked = [f"{text} Zebra." for text in written]
    document = read_here(made.pdf(marked, look), "any.pdf")
    block = data.draw(st.sampled_from([block for block in document.blocks if "Zebra" in block.text]))
    at = block.text.index("Zebra")
    place = document.place_of(block, Span(at, at + 5))
    (box,) = place.boxes
    assert place.page is not None
    size = look.size
    width, height = box.right - box.left, box.bottom - box.top
    if look.rotate % 180:
        width, height = height, width
    assert 2.0 * size < width < 3.0 * size
    assert 0.4 * size < height < 1.1 * size
    assert 0 < box.left < box.right < (made.WIDTH if look.rotate % 180 == 0 else made.HEIGHT)


@few
@given(items=st.lists(sentences, min_size=2, max_size=8), mark=st.sampled_from(["•", "{}.", "({})", "–"]))
def test_items_are_items(items: list[str], mark: str):
    parts = ["The following is offered:", *(Part(item, "item", mark.format(number)) for number, item in enumerate(items, 1))]
    document = read_here(made.pdf(parts), "any.pdf")
    assert [block.text for block in document.blocks if block.kind is BlockKind.LIST_ITEM] == items


@few
@given(written=st.lists(paragraphs, min_size=1, max_size=6), look=looks)
def test_a_document_survives_the_wire(written: list[str], look: Setting):
    document = read_here(made.pdf(written, look), "any.pdf")
    again = unpacked(packed(document))
    assert (again.blocks, again.streams, again.gaps) == (document.blocks, document.streams, document.gaps)


@given(cut=st.integers(0, 3000), junk=st.binary(max_size=40))
@settings(max_examples=40, deadline=None)
def test_a_damaged_file_is_read_or_refused_with_a_reason(cut: int, junk: bytes):
    whole = made.pdf(["Nobody is turned away at night."])
    data = whole[:cut] + junk + whole[cut + len(junk) :]
    try:
        assert read_here(data, "any.pdf").blocks
    except Unreadable:
        with pytest.raises(Unreadable, match=r"\.$"):
            read_here(data, "any.pdf")


numbers = st.floats(0, 1000)


@given(st.tuples(numbers, numbers, numbers, numbers), st.integers(0, 3))
def test_a_frame_keeps_sizes_and_stays_on_the_page(corners: tuple[float, float, float, float], turns: int):
    left, right = sorted(corners[:2])
    bottom, top = sorted(corners[2:])
    frame = Frame((0, 0, 1000, 1000), turns)
    placed = frame.place((left, bottom, right, top))
    assert placed[0] <= placed[2]
    assert placed[1] <= placed[3]
    sizes = sorted((placed[2] - placed[0], placed[3] - placed[1]))
    assert sizes == pytest.approx(sorted((right - left, top - bottom)), abs=1e-6)


def test_a_frame_undoes_the_turn_of_a_page():
    bounds = (0.0, 0.0, 600.0, 800.0)
    assert [shown(bounds, quarter).turns for quarter in range(4)] == [0, 3, 2, 1]
    assert [turns_of(across) for across in ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 1))] == [0, 3, 2, 1, None]
    assert shown(bounds, 1).place((0, 790, 10, 800)) == (790, 0, 800, 10)
    assert (shown(bounds, 1).width, shown(bounds, 1).height) == (800, 600)
