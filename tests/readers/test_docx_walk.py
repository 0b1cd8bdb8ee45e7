"""The walk is the map: what it meets, in which order, and at which offset."""

from __future__ import annotations

import pytest
from lxml import etree

from stigmalint.readers.docx.steps import Closed, Mention, Opened, Step, Text, Unread, What
from stigmalint.readers.docx.walk import walk_tree
from stigmalint.readers.office.names import short
from tests.readers import docx_builder as made
from tests.readers.docx_builder import cell, paragraph, row, run, table


def walk(*body: str) -> list[Step]:
    return list(walk_tree(etree.fromstring(made.part("w:document", *body).encode())))


def said(*body: str) -> list[tuple[str, str, int, str]]:
    return [(short(step.element.tag), step.text, step.offset, step.holds) for step in walk(*body) if isinstance(step, Text)]


def test_each_stretch_of_text_is_told_with_its_element_and_offset() -> None:
    first = paragraph(run("one\ttwo"), made.deleted("gone"), run("\u00ad"), made.picture("A map"))
    assert said(first, paragraph(run("end"))) == [
        ("w:t", "one", 0, "text"),
        ("w:tab", "\t", 3, "sign"),
        ("w:t", "two", 4, "text"),
        ("w:softHyphen", "\u00ad", 7, "sign"),
        ("wp:docPr", "A map", 8, "descr"),
        ("w:t", "end", 13, "text"),
    ]


def test_hidden_text_is_in_the_stream_and_nothing_else_unshown_is() -> None:
    """So that a stream is the same whatever styles or settings say."""
    unshown = made.moved_away("x") + made.field(" X ") + made.hidden("hidden")
    assert [text for _, text, *_ in said(paragraph(unshown, made.text_box(paragraph(run("once")))))] == ["hidden", "once"]


def test_what_begins_ends() -> None:
    steps = walk(table(row(cell(paragraph(run("a"), made.old_text_box(paragraph(run("b"))))))), made.control(paragraph()))
    told = [f"{'+' if isinstance(step, Opened) else '-'}{step.what}" for step in steps if isinstance(step, Opened | Closed)]
    assert told == [
        "+table", "+row", "+cell", "+paragraph", "+box", "+paragraph", "-paragraph", "-box", "-paragraph", "-cell", "-row",
        "-table", "+paragraph", "-paragraph",
    ]  # fmt: skip


def test_an_element_is_complete_when_it_ends() -> None:
    ends = [step for step in walk(paragraph(run("a"), style="Quote")) if isinstance(step, Closed)]
    assert [(step.what, len(step.element)) for step in ends] == [(What.PARAGRAPH, 2)]


def test_links_are_told() -> None:
    fields = made.simple_field("HYPERLINK x", run("c")) + made.field(" hyperlink y ", run("d"))
    content = paragraph(made.link(run("a")), run("b"), fields, run("e"))
    assert {step.text: step.linked for step in walk(content) if isinstance(step, Text)} == {
        "a": True,
        "b": False,
        "c": True,
        "d": True,
        "e": False,
    }


def test_references_are_told_also_when_they_are_deleted() -> None:
    kept, gone = made.note_reference("footnote", 1), f"<w:del>{made.note_reference('endnote', 2)}</w:del>"
    found = [step for step in walk(paragraph(kept, gone), made.page_parts(header="rId1")) if isinstance(step, Mention)]
    assert [(short(step.element.tag), step.kept) for step in found] == [
        ("w:footnoteReference", True),
        ("w:endnoteReference", False),
        ("w:headerReference", True),
    ]


def test_what_cannot_be_reached_is_told() -> None:
    steps = walk('<w:altChunk r:id="rId1"/>', paragraph("<w:del><w:subDoc/></w:del>"))
    assert [short(step.element.tag) for step in steps if isinstance(step, Unread)] == ["w:altChunk"]


@pytest.mark.parametrize(
    ("code", "character"),
    [
        ("0041", "A"),
        ("F0B7", "\uf0b7"),
        ("1F600", "\U0001f600"),
        ("D800", "\ufffd"),
        ("no", "\ufffd"),
        ("", "\ufffd"),
        ("F" * 9, "\ufffd"),
    ],
)
def test_symbols_are_one_character_each(code: str, character: str) -> None:
    assert said(paragraph(f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>')) == [("w:sym", character, 0, "sign")]


def test_old_properties_delete_nothing() -> None:
    changed = '<w:tcPr><w:tcPrChange w:id="1"><w:tcPr><w:cellDel w:id="2"/></w:tcPr></w:tcPrChange></w:tcPr>'
    told = said(table(row(f"<w:tc>{changed}{paragraph(run('a'))}</w:tc>")), paragraph(run("b")))
    assert [text for _, text, *_ in told] == ["a", "b"]
