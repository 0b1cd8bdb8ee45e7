"""Notebooks: Markdown cells with their place in the file; code and output are no prose."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Document
from stigmalint.errors import Unreadable
from stigmalint.readers.ipynb import read
from stigmalint.reporters.places import in_words
from tests.readers.found import block_with, source_of, span_of, where


def cell(kind: str, source: str | list[str], **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {"tags": ["x, y"]}, "source": source, **more}


def notebook(*cells: dict[str, Any], **how: Any) -> bytes:
    return json.dumps({"cells": cells, "metadata": {"cells": ["no"]}, "nbformat": 4}, **how).encode()


def parse(*cells: dict[str, Any], **how: Any) -> Document:
    return read(notebook(*cells, **how), "notes.ipynb")


def test_markdown_is_read_and_code_is_not() -> None:
    document = parse(
        cell("markdown", ["# Rules\n", "\n", "The **add**icts.\n"]),
        cell("code", "addict = 1", outputs=[{"text": ["addict"]}], execution_count=1),
        cell("markdown", "More."),
        cell("raw", "Raw words."),
    )
    assert [(block.kind.value, block.text, block.place.part, block.place.heading) for block in document.blocks] == [
        ("heading", "Rules", "cell 1", ()),
        ("paragraph", "The addicts.", "cell 1", ("Rules",)),
        ("paragraph", "More.", "cell 3", ("Rules",)),
        ("paragraph", "Raw words.", "cell 4", ("Rules",)),
    ]


def test_places_are_those_of_the_file() -> None:
    document = parse(cell("markdown", ["One.\n", "\n", 'Two "three" é \U0001f600 four.']), indent=1)
    assert where(document, "three") == "13:12-13:17"
    assert source_of(document, '"three"') == ['\\"three\\"']
    assert source_of(document, "é \U0001f600") == ["\\u00e9 \\ud83d\\ude00"]
    block = block_with(document, "four")
    assert in_words(document.place_of(block, span_of(block, "four"))) == "cell 1 (line 13, column 40)"


@pytest.mark.parametrize("data", [b"no", b"[1]", b'{"a": 1}', b'{"cells"', b"[" * 100_000])
def test_what_is_no_notebook_is_named(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not a Jupyter notebook"):
        read(data, "a.ipynb")


def test_an_old_notebook_is_named() -> None:
    with pytest.raises(Unreadable, match="before 2015"):
        read(b'{"worksheets": [], "nbformat": 3}', "a.ipynb")


def test_half_a_character_does_no_harm() -> None:
    assert read(b'{"cells": [{"cell_type": "markdown", "source": "a \\ud800 word"}]}', "a.ipynb").blocks[0].text == "a ? word"


@given(st.lists(st.text()), st.booleans())
def test_every_text_comes_back(texts: list[str], ascii_only: bool) -> None:
    """Raw cells are read as plain text, whose blocks hold all of it but white space and what has no width."""
    document = parse(*(cell("raw", text) for text in texts), ensure_ascii=ascii_only)
    for number, text in enumerate(texts, 1):
        shown = "".join(block.text for block in document.blocks if block.place.part == f"cell {number}")
        assert all(letter in shown or not letter.isalpha() for letter in text if letter.isascii())
