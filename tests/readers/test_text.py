"""Plain text: what is a paragraph, an item or a heading, and where its words stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import BlockKind, Document, MarkKind
from stigmalint.errors import Unreadable
from stigmalint.readers.text import read
from tests.readers.found import block_with, marked, source_of, where

SAMPLE = Path(__file__).parents[2] / ".." / "shared" / "samples" / "position-statement.txt"


def parse(text: str) -> Document:
    return read(text.encode(), "policy.txt")


def outline(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(text).blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_part_paragraphs_and_wrapped_lines_join(end):
    document = parse(end.join(["We help people", "who use", "drugs here.", " \t", "", "Come in now."]))
    assert [block.text for block in document.blocks] == ["We help people who use drugs here.", "Come in now."]
    assert where(document, "use drugs") == "2:5-3:6"
    assert source_of(document, "use drugs") == [f"use{end}drugs"]
    assert where(document, "Come") == "6:1-6:5"
    assert [block.place.paragraph for block in document.blocks] == [1, 2]


def test_columns_count_characters_but_no_mark():
    document = read("\ufeffé😀 a\u0301 word\n".encode(), "x.txt")
    assert where(document, "word") == "1:7-1:11"
    assert read("\ufeffA word".encode("utf-16"), "x.txt").blocks[0].text.endswith("A word")


def test_indentation_and_tabs_are_no_code():
    document = parse("    Indented by four,\n\tthen by a tab.\n")
    assert outline("    Indented by four,\n\tthen by a tab.\n") == [("paragraph", "Indented by four, then by a tab.")]
    assert where(document, "then") == "2:2-2:6"


def test_list_items_know_the_paragraph_that_introduces_them():
    document = parse(
        "Grounds for leaving:\n- being late\n- being\n  rude\n* missing\n• two\n1. one\n(a) a thing\niv) four\n\n"
        "The end of it.\n\n- alone"
    )
    items = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [item.text for item in items] == ["being late", "being rude", "missing", "two", "one", "a thing", "four", "alone"]
    assert [item.lead_in for item in items] == ["Grounds for leaving:"] * 7 + ["The end of it."]
    assert where(document, "being rude") == "3:3-4:7"
    assert where(document, "a thing") == "8:5-8:12"


def test_items_may_stand_apart_and_go_on_in_deeper_paragraphs():
    document = parse("Do this:\n\n1. First\n\n   More of it\n\n2. Second\n\nThat is all.\n")
    assert [(block.kind.value, block.text, block.lead_in) for block in document.blocks] == [
        ("paragraph", "Do this:", ""),
        ("list item", "First", "Do this:"),
        ("list item", "More of it", "Do this:"),
        ("list item", "Second", "Do this:"),
        ("paragraph", "That is all.", ""),
    ]


def test_nested_items_are_introduced_by_the_item_above():
    blocks = parse("Staff must not:\n- exclude people who\n  * arrive late\n  * look tired\n- shout\n").blocks
    assert [block.lead_in for block in blocks] == [
        "",
        "Staff must not:",
        "exclude people who",
        "exclude people who",
        "Staff must not:",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody is turned away over\n18. That is all.",
        "We met in\n2004. It rained.",
        "A pause\n– like this – is no list.",
        "This was\na. m. time",
        "See page\n12) for more.",
        "The law of\nA. Smith stands.",
    ],
)
def test_a_wrapped_line_that_looks_like_an_item_reads_on(text):
    assert outline(text) == [("paragraph", text.replace("\n", " "))]


def test_headings_stand_above_what_follows():
    document = parse(
        "HOUSE RULES\n===========\n\nGuests And Visitors\n\nCome in peace.\n\n2.1 Quiet Hours\n\nSleep well.\n\n"
        "MEALS\n-----\nEat well.\n"
    )
    assert [(block.kind.value, block.text, block.place.heading) for block in document.blocks] == [
        ("heading", "HOUSE RULES", ()),
        ("heading", "Guests And Visitors", ("HOUSE RULES",)),
        ("paragraph", "Come in peace.", ("HOUSE RULES", "Guests And Visitors")),
        ("heading", "2.1 Quiet Hours", ("HOUSE RULES", "Guests And Visitors")),
        ("paragraph", "Sleep well.", ("HOUSE RULES", "Guests And Visitors", "2.1 Quiet Hours")),
        ("heading", "MEALS", ("HOUSE RULES",)),
        ("paragraph", "Eat well.", ("HOUSE RULES", "MEALS")),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Recommendations for families:",
        "We welcome all people",
        "Stay Safe.",
        "Yours Sincerely,",
        "Is It Safe?",
        "12",
        "A",
        "Word " * 20,
    ],
)
def test_a_short_line_is_not_always_a_heading(line):
    assert outline(f"{line}\n\nMore text here.\n")[0] == ("paragraph", line.strip())


def test_the_last_line_and_a_line_of_a_paragraph_are_no_headings():
    assert [kind for kind, _ in outline("Dear Colleagues\nwe write to you.\n\nJo Doe\n")] == ["paragraph", "paragraph"]


def test_rules_are_no_text_and_end_what_introduces_a_list():
    document = parse("One line:\nand another\n-----\n\n* * *\n\n- item\n\n____________\nSigned\n")
    assert [block.text for block in document.blocks] == ["One line: and another", "item", "Signed"]
    assert block_with(document, "item").lead_in == ""


def test_a_page_break_does_not_cut_a_sentence():
    assert outline("The rule goes\n\f\non here.\n\f\nA new page.") == [
        ("paragraph", "The rule goes on here."),
        ("paragraph", "A new page."),
    ]
    assert outline("The rule\n\fgoes on.") == [("paragraph", "The rule goes on.")]
    assert where(parse("The rule\n\fgoes on."), "goes") == "2:2-2:6"


def test_addresses_and_machine_names_are_marked():
    document = parse("See www.example.org/addict and the field is_addict.")
    assert marked(document.blocks[0], MarkKind.ADDRESS) == ["www.example.org/addict", "is_addict"]


def test_characters_without_width_vanish_and_ligatures_are_spelled_out():
    document = parse("absti\u00adnence o\ufb03ce zero\u200bwidth\n")
    assert document.blocks[0].text == "abstinence office zerowidth"
    assert where(document, "abstinence") == "1:1-1:12"
    assert source_of(document, "office") == ["o\ufb03ce"]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"%PDF-1.4", b"a\0b"])
def test_what_is_no_text_is_unreadable(data):
    with pytest.raises(Unreadable):
        read(data, "x.txt")


@given(st.text(alphabet="KQ.:\n\r\t \f-*1=\u00ad\ufb01\u00a0", min_size=1, max_size=80))
def test_every_letter_of_the_file_is_in_a_block_in_order(text):
    if not text.strip():
        return
    document = parse(text)
    assert [letter for block in document.blocks for letter in block.text if letter in "KQ"] == [x for x in text if x in "KQ"]
    assert [block.place.paragraph for block in document.blocks] == list(range(1, len(document.blocks) + 1))


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared samples are not here")
def test_the_position_statement_has_its_list_and_no_headings():
    blocks = read(SAMPLE.read_bytes(), SAMPLE.name).blocks
    assert [block.kind for block in blocks].count(BlockKind.LIST_ITEM) == 3
    assert not [block for block in blocks if block.kind is BlockKind.HEADING]
    assert all("following set of principles" in block.lead_in for block in blocks if block.kind is BlockKind.LIST_ITEM)
