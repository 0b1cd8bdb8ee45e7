"""reStructuredText: sections, lists, notes, directives and tables, with exact places and without code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Document, MarkKind
from stigmalint.readers.rst import read
from tests.readers.found import block_with, marked, source_of, where


def parse(text: str) -> Document:
    return read(text.encode(), "page.rst")


def outline(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(text).blocks]


def test_sections_nest_by_the_order_of_their_signs() -> None:
    document = parse("=====\nRules\n=====\n\nOne.\n\nWho\n---\n\nTwo.\n\nWhat\n----\n\nThree.\n")
    assert [(block.text, block.place.heading) for block in document.blocks] == [
        ("Rules", ()), ("One.", ("Rules",)), ("Who", ("Rules",)), ("Two.", ("Rules", "Who")),
        ("What", ("Rules",)), ("Three.", ("Rules", "What")),
    ]  # fmt: skip


def test_inline_markup_is_no_text_and_places_are_exact() -> None:
    document = parse(
        "The **add**\\ icts, *not*\nour ``user_id``, stay_ [1]_ with `a page <https://x.org>`_ and :ref:`the rule <r>`.\n"
    )
    block = document.blocks[0]
    assert block.text == "The addicts, not our user_id, stay with a page and the rule."
    assert source_of(document, "addicts") == ["add", "icts"]
    assert where(document, "stay") == "2:18-2:22"
    assert marked(block, MarkKind.STRONG) == ["add"]
    assert marked(block, MarkKind.CODE) == ["user_id"]
    assert marked(block, MarkKind.LINK) == ["a page", "the rule"]


def test_roles_that_name_things_are_code() -> None:
    block = parse("Call :func:`addict.get` or :guilabel:`Save now`, see |logo|.\n").blocks[0]
    assert block.text == "Call addict.get or Save now, see logo."
    assert marked(block, MarkKind.CODE) == ["addict.get", "logo"]


def test_lists_know_what_introduces_them() -> None:
    document = parse(
        "Grounds:\n\n* being late\n  again\n* being rude\n\n  More of it.\n\n  - nested\n\n1. one\n#. two\n\nThe end.\n"
    )
    assert [(block.kind.value, block.text, block.lead_in) for block in document.blocks] == [
        ("paragraph", "Grounds:", ""),
        ("list item", "being late again", "Grounds:"),
        ("list item", "being rude", "Grounds:"),
        ("list item", "More of it.", "Grounds:"),
        ("list item", "nested", "More of it."),
        ("list item", "one", "Grounds:"),
        ("list item", "two", "Grounds:"),
        ("paragraph", "The end.", ""),
    ]


def test_literal_blocks_and_code_are_left_out() -> None:
    text = (
        "So::\n\n    addict = 1\n\n.. code-block:: python\n   :caption: How\n\n   addict = 2\n\n>>> addict\n"
        "3\n\nQuoted::\n\n> addict\n\nEnd.\n"
    )
    assert outline(text) == [("paragraph", "So:"), ("alt text", "How"), ("paragraph", "Quoted:"), ("paragraph", "End.")]


def test_directives_let_their_text_through() -> None:
    text = (
        ".. note:: Be kind\n   to people.\n\n   - Always.\n\n.. figure:: x.png\n   :alt: A door\n"
        "   :width: 3\n\n   The door.\n\n.. epigraph::\n\n   Said.\n"
    )
    assert outline(text) == [
        ("paragraph", "Be kind to people."),
        ("list item", "Always."),
        ("alt text", "A door"),
        ("paragraph", "The door."),
        ("quotation", "Said."),
    ]


def test_comments_and_targets_are_left_out_and_notes_are_notes() -> None:
    text = ".. a comment on addicts\n   and more\n\n.. _target: https://x.org\n\n.. [#n] A note\n   on people.\n\n:Author: Kim\n"
    document = parse(text)
    assert outline(text) == [("footnote", "A note on people."), ("paragraph", "Kim")]
    assert document.blocks[0].place.part == "footnote n"


def test_definitions_quotations_and_lines() -> None:
    assert outline("term\n    Its meaning.\n\nText.\n\n    Quoted words.\n\n| One line\n| and another\n") == [
        ("paragraph", "term"),
        ("paragraph", "Its meaning."),
        ("paragraph", "Text."),
        ("quotation", "Quoted words."),
        ("paragraph", "One line and another"),
    ]


GRID = (
    "+--------+---------+\n| Who    | What    |\n+========+=========+\n| Guests | Must go |\n"
    "|        | away    |\n+--------+---------+\n"
)
SIMPLE = "======  =======\nWho     What\n======  =======\nGuests  Must go\n        away\n======  =======\n"


@pytest.mark.parametrize("table", [GRID, SIMPLE], ids=["grid", "simple"])
def test_tables_have_addresses_and_heads(table: str) -> None:
    document = parse(f"Before.\n\n{table}\nAfter.\n")
    cell = block_with(document, "Must go away")
    assert (cell.place.cell, cell.column_head, cell.row_head) == ((1, 2, 2), "What", "Guests")
    assert [block.text for block in document.blocks] == ["Before.", "Who", "What", "Guests", "Must go away", "After."]


def test_what_is_indented_without_end_is_read_all_the_same() -> None:
    deep = "\n".join(" " * n + f"* item {n}\n" for n in range(0, 200, 2))
    assert {f"item {n}" for n in range(0, 200, 2)} <= {block.text.strip("* ") for block in parse(deep).blocks}


PARTS = [
    "* a\n",
    "  b\n",
    "\n",
    "===\n",
    "x\n",
    ".. note:: y\n",
    "   :alt: z\n",
    "+--+\n",
    "| c |\n",
    "`d <e>`_",
    "**",
    "::\n\n",
    "== ==\n",
    "1. ",
    ":f: ",
]


@given(st.lists(st.sampled_from(PARTS)))
def test_any_order_of_things_is_read(parts: list[str]) -> None:
    parse("x" + "".join(parts))
