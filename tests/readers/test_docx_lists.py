"""Items know what introduces them, and headings the numbers their author sees."""

from __future__ import annotations

import pytest

from stigmalint.document import Block, BlockKind
from stigmalint.readers.docx import read
from stigmalint.readers.docx.numbering import written
from tests.readers import docx_builder as made
from tests.readers.docx_builder import paragraph, run

LISTS = made.numbering(
    made.levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), style_of_first="Heading1"),
    made.levels(("bullet", "•"), ("bullet", "–")),
    made.levels(("lowerLetter", "(%1)"), ("lowerRoman", "(%2)")),
)
NUMBERS, BULLETS, LETTERS = 1, 2, 3


def say(text: str, **looks: object) -> str:
    return paragraph(run(text), **looks)


def item(text: str, list_id: int = BULLETS, level: int = 0) -> str:
    return say(text, item=(list_id, level))


def blocks(*body: str, lists: str = LISTS, **options: object) -> dict[str, Block]:
    data = made.docx(*body, parts={"numbering.xml": ("numbering", lists)}, **options)
    return {block.text: block for block in read(data, "a.docx").blocks}


def lead_ins(*body: str) -> dict[str, str]:
    return {text: block.lead_in for text, block in blocks(*body).items() if block.kind is BlockKind.LIST_ITEM}


def test_items_know_the_paragraph_before_their_list() -> None:
    assert lead_ins(say("Grounds for dismissal:"), item("theft"), item("relapse"), say("Also:"), item("other")) == {
        "theft": "Grounds for dismissal:",
        "relapse": "Grounds for dismissal:",
        "other": "Also:",
    }


def test_an_inner_item_knows_the_outer_one() -> None:
    found = lead_ins(say("Staff:"), item("may not"), item("punish", level=1), item("shame", level=1), item("may"))
    assert found == {"may not": "Staff:", "punish": "may not", "shame": "may not", "may": "Staff:"}


def test_a_list_of_another_kind_may_stand_inside_an_item() -> None:
    found = lead_ins(say("Rules"), item("We end care for:", NUMBERS), item("missed visits"), item("Care goes on.", NUMBERS))
    assert found == {"We end care for:": "Rules", "missed visits": "We end care for:", "Care goes on.": "Rules"}


def test_a_numbered_list_goes_on_after_a_paragraph_and_bullets_begin_anew() -> None:
    numbered = lead_ins(say("We ask:"), item("for rent", NUMBERS), say("Rent is due in May."), item("for quiet", NUMBERS))
    bulleted = lead_ins(say("We ask:"), item("for rent"), say("Residents may"), item("have guests"))
    assert (numbered["for quiet"], bulleted["have guests"]) == ("We ask:", "Residents may")


def test_a_heading_ends_a_list_and_does_not_introduce_one() -> None:
    assert lead_ins(say("Staff:"), item("one", NUMBERS), say("Fees", style="Heading2"), item("two", NUMBERS))["two"] == ""


def test_lists_in_cells_and_boxes_are_their_own() -> None:
    inside = made.table(made.row(made.cell(say("In the cell:"), item("theft"))))
    found = blocks(
        say("Before:"), inside, paragraph(run("Anchor"), made.text_box(say("In the box:"), item("noise"))), item("after")
    )
    assert {text: block.lead_in for text, block in found.items() if block.lead_in} == {
        "theft": "In the cell:",
        "noise": "In the box:",
        "after": "Anchor",
    }
    assert found["theft"].place.cell == (1, 1, 1)


def test_a_paragraph_can_be_taken_out_of_the_list_of_its_style() -> None:
    styles = (made.style("Item", "List Bullet", '<w:numPr><w:numId w:val="2"/></w:numPr>'),)
    found = blocks(say("in", style="Item"), say("out", style="Item", item=(0, 0)), styles=styles)
    assert (found["in"].kind, found["out"].kind) == (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)


def test_headings_carry_their_numbers() -> None:
    styles = (
        made.style("Heading1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'),
        made.style("Heading2", "heading 2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', based_on="Heading1"),
    )
    found = blocks(
        say("Purpose", style="Heading1"),
        say("Scope", style="Heading1"),
        say("Who", style="Heading2", properties='<w:outlineLvl w:val="1"/>'),
        say("Eligibility", style="Heading2", properties='<w:outlineLvl w:val="1"/>'),
        say("People who use drugs."),
        styles=styles,
    )
    assert found["People who use drugs."].place.heading == ("2. Scope", "2.2 Eligibility")
    assert found["Eligibility"].text == "Eligibility"


def labels(lists: str, *items: tuple[int, int]) -> list[str]:
    """What stands before paragraphs that are items of these lists, at these levels, and headings."""
    body = [say(f"h{n}", item=at, properties='<w:outlineLvl w:val="0"/>') + say(f"p{n}") for n, at in enumerate(items)]
    found = blocks(*body, lists=lists)
    return [found[f"p{n}"].place.heading[-1].removesuffix(f"h{n}").strip() for n in range(len(items))]


def test_numbers_are_counted_by_level() -> None:
    assert labels(LISTS, (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)) == [
        "1.", "1.1", "(a)", "(b)", "1.2", "(a)", "2.", "2.1",
    ]  # fmt: skip
    assert labels(LISTS, (3, 1), (2, 0), (9, 0)) == ["(i)", "", ""]


def test_a_list_may_begin_anew_or_share_its_count() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    anew = f'<w:num w:numId="3"><w:abstractNumId w:val="1"/>{restart}</w:num>'
    lists = made.numbering(made.levels(("decimal", "%1."))).replace("</w:numbering>", f"{again}{anew}</w:numbering>")
    assert labels(lists, (1, 0), (2, 0), (3, 0), (3, 0)) == ["1.", "2.", "5.", "6."]


def test_a_list_may_be_lent_by_a_list_style() -> None:
    lender = made.levels(("upperRoman", "%1)")) + '<w:styleLink w:val="Laws"/>'
    lists = made.numbering('<w:numStyleLink w:val="Laws"/>', lender)
    assert labels(lists, (1, 0), (2, 0)) == ["I)", "II)"]


def test_legal_numbering_writes_all_levels_in_digits() -> None:
    levels = made.levels(("upperRoman", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvlText w:val="%1.%2"', '<w:isLgl/><w:lvlText w:val="%1.%2"'
    )
    assert labels(made.numbering(levels), (1, 0), (1, 1)) == ["I", "1.1"]


def test_an_item_has_the_number_its_author_sees() -> None:
    items = [item("adults", LETTERS), item("others", LETTERS), item("all", BULLETS)]
    found = blocks(say("Eligibility", style="Heading1", item=(NUMBERS, 0)), *items)
    numbers = {text: block.place.item for text, block in found.items()}
    assert numbers == {"Eligibility": None, "adults": "(a)", "others": "(b)", "all": None}
    assert found["others"].place.heading == ("1. Eligibility",)


@pytest.mark.parametrize(
    ("count", "format", "shown"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (1994, "lowerRoman", "mcmxciv"),
        (9, "upperRoman", "IX"),
        (2, "ordinalText", "2"),
        (0, "lowerRoman", "0"),
        (10**6, "lowerLetter", "1000000"),
        (3, "none", ""),
    ],
)
def test_numbers_are_written_in_words_formats(count: int, format: str, shown: str) -> None:
    assert written(count, format) == shown
