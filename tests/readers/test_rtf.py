"""Rich Text: paragraphs, headings, cells, notes and headers with the places of a Word file, and every way to write a letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Document
from stigmalint.errors import Unreadable
from stigmalint.readers.rtf import read
from stigmalint.reporters.places import in_words
from tests.readers.found import block_with, source_of

HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}{\*\generator Some Word;}{\info{\title Old title}}"


def parse(body: str) -> Document:
    return read(f"{HEAD}{STYLES}{body}}}".encode("latin-1"), "rules.rtf")


def outline(body: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(body).blocks]


def test_paragraphs_stand_below_their_headings() -> None:
    document = parse(r"\pard\s1 Rules\par\pard One.\par Two.\par")
    assert [(block.kind.value, block.text, block.place.heading) for block in document.blocks] == [
        ("heading", "Rules", ()),
        ("paragraph", "One.", ("Rules",)),
        ("paragraph", "Two.", ("Rules",)),
    ]
    assert in_words(document.blocks[2].place) == "heading “Rules” › paragraph 3"


def test_every_way_to_write_a_letter() -> None:
    body = r"The {\b add}icts don\rquote t \'e9\'C9 \u8217?\u-4051? \uc1\u55357?\u56832? {\uc2\u8220 ab}end \{x\}\~y\_z\tab w"
    text = parse(body).blocks[0].text
    assert text == "The addicts don’t éÉ ’\uf02d \U0001f600 “end {x}\u00a0y\u2011z w"
    assert source_of(parse(body), "addicts") == ["add", "icts"]
    assert source_of(parse(body), "’t") == [r"\rquote t"]


def test_a_font_says_how_its_letters_are_encoded() -> None:
    assert parse(r"{\f1 \'e4\'e0} and {\f0 \'e4}").blocks[0].text == "да and ä"


def test_what_is_hidden_or_deleted_is_left_out() -> None:
    assert outline(r"Seen {\v hidden} and {\deleted old} new {\*\unknown nothing} {\pict 0123}here\par") == [
        ("paragraph", "Seen and new here")
    ]


def test_the_shown_text_of_a_field_is_read() -> None:
    assert outline(r'{\field{\*\fldinst HYPERLINK "https://x.org"}{\fldrslt our page}}\par') == [("paragraph", "our page")]


def test_items_know_what_introduces_them() -> None:
    item = r"\pard{\pntext\'b7\tab}"
    document = parse(rf"\pard Grounds:\par{item}late\par{item}rude\par\pard End.\par")
    assert [(block.kind.value, block.lead_in) for block in document.blocks] == [
        ("paragraph", ""), ("list item", "Grounds:"), ("list item", "Grounds:"), ("paragraph", ""),
    ]  # fmt: skip


def test_a_table_has_addresses_and_heads() -> None:
    def row(*cells: str) -> str:
        return r"\trowd\cellx100\cellx200" + "".join(rf"\pard\intbl {cell}\cell" for cell in cells) + r"\row"

    document = parse(
        f"{row('Who', 'What')}{row('Guests', f'Must{chr(92)}par go')}{chr(92)}pard After.{chr(92)}par{row('x', 'y')}"
    )
    cell = block_with(document, "Must go")
    assert (cell.place.cell, cell.column_head, cell.row_head) == ((1, 2, 2), "What", "Guests")
    assert block_with(document, "y").place.cell == (2, 1, 2)


def test_notes_headers_and_comments_stand_apart() -> None:
    document = parse(r"{\header Clean and sober}Begin{\footnote{\super 1} A note.} middle{\*\annotation Why?} end.\par")
    assert [(block.kind.value, block.text, block.place.part) for block in document.blocks] == [
        ("paragraph", "Begin middle end.", None),
        ("header", "Clean and sober", "header"),
        ("footnote", "1 A note.", "footnote 1"),
        ("comment", "Why?", "comment 1"),
    ]


def test_an_embedded_file_is_named_and_what_is_shown_of_it_is_read() -> None:
    held = r"{\object\objemb{\*\objclass %s}{\*\objdata 0105}{\result {\pict 0123}shown}} text\par"
    document = parse(held % "Excel.Sheet.8")
    assert document.blocks[0].text == "shown text"
    assert document.gaps == ("An embedded file (Excel.Sheet.8) was not read: check it as a file of its own.",)
    assert parse(held % "Equation.3").gaps == ()


def test_half_a_file_is_named() -> None:
    document = read(rb"{\rtf1 Some words and {\b more", "a.rtf")
    assert document.blocks[0].text == "Some words and more"
    assert "ends in the middle" in document.gaps[0]


def test_what_is_no_rich_text_is_named() -> None:
    with pytest.raises(Unreadable, match="not a Rich Text file"):
        read(b"Dear staff", "a.rtf")
    with pytest.raises(Unreadable, match="empty"):
        read(b"\n", "a.rtf")


def test_binary_data_is_passed_over() -> None:
    assert outline(r"One {\pict\bin5 }}}}}}two\par") == [("paragraph", "One two")]


PARTS = [
    "{",
    "}",
    "\\par",
    "\\cell",
    "\\row",
    "\\intbl ",
    "a ",
    "\\'e9",
    "\\u55357?",
    "\\u56832?",
    "\\footnote ",
    "\\*",
    "\\header ",
    "\\bin9 ",
    "é",
    "\\v ",
]


@given(st.lists(st.sampled_from(PARTS)))
def test_any_order_of_things_is_read(parts: list[str]) -> None:
    read(("{\\rtf1 " + "".join(parts)).encode("latin-1"), "a.rtf")
