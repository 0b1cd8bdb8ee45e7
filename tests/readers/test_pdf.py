"""PDF files as an office makes them: what is read, where it stands, and what is said of files that cannot be read."""

from __future__ import annotations

import pytest

from stigmalint.document import BlockKind, Box, Document, MarkKind
from stigmalint.errors import Unreadable
from stigmalint.limits import Limits
from stigmalint.readers import pdf
from stigmalint.readers.options import Options
from stigmalint.readers.pdf.reading import read_here
from tests.readers import pdf_builder as made
from tests.readers.found import block_with, marked, span_of
from tests.readers.pdf_builder import Part, Setting

HOUSE = (
    "Every applicant is offered a first meeting within ten working days. A tenant who asks for support is put in touch with a "
    "key worker of the service, and the two of them agree a plan with small and realistic steps. Nobody loses a place because "
    "of a lapse; the plan is looked at again instead."
)
VISITS = (
    "Visitors sign the book at the entrance and leave by eleven in the evening. The night staff may ask a visitor to leave "
    "when other tenants are disturbed, and they write down what happened in plain words."
)
RECORDS = (
    "Records describe what was seen and heard. They are kept for six years, and the tenant may read them at any time and add "
    "a note where an entry is wrong or leaves out something that matters."
)


def read(data: bytes) -> Document:
    return read_here(data, "policy.pdf")


def texts(document: Document, kind: BlockKind | None = None) -> list[str]:
    return [block.text for block in document.blocks if kind in (None, block.kind)]


def why_not(data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        read(data)
    return str(raised.value)


class TestText:
    def test_lines_form_paragraphs(self):
        assert texts(read(made.pdf([HOUSE, VISITS]))) == [HOUSE, VISITS]

    def test_paragraphs_without_space_between_begin_with_an_indent(self):
        assert texts(read(made.pdf([HOUSE, VISITS, RECORDS], Setting(after=0)))) == [HOUSE, VISITS, RECORDS]

    @pytest.mark.parametrize("words", [False, True])
    def test_every_word_may_be_an_object_of_its_own(self, words: bool):
        assert texts(read(made.pdf([HOUSE, VISITS], Setting(words=words)))) == [HOUSE, VISITS]

    @pytest.mark.parametrize("across", [False, True])
    @pytest.mark.parametrize("columns", [2, 3])
    def test_columns_are_read_one_after_the_other_however_they_were_written(self, columns: int, across: bool):
        written = [HOUSE, VISITS, RECORDS] * 5
        setting = Setting(columns=columns, across=across, hyphens=True)
        assert " ".join(texts(read(made.pdf(written, setting)))) == " ".join(written)

    def test_a_title_over_two_columns_does_not_part_them(self):
        def page(canvas):
            made.lines("A title that stands over both of the columns of this page", top=760, size=18)(canvas)
            for left in (72, 310):
                made.lines(*["the first line of a column", "goes on with more words and"] * 4, top=700, left=left)(canvas)

        first, *rest = texts(read(made.drawn(page)))
        assert first.startswith("A title")
        assert [text.count("the first line") for text in rest] == [8]

    def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(self):
        long = " ".join([HOUSE, VISITS, RECORDS] * 12)
        document = read(made.pdf([long], Setting(columns=2, head="The Trust", foot="Page {page}")))
        assert texts(document, BlockKind.PARAGRAPH) == [long]
        assert len(document.streams) == 2
        assert {piece.stream for piece in block_with(document, "Every applicant").pieces} == {0, 1}

    def test_no_sentence_goes_on_overleaf_from_a_page_that_is_not_full(self):
        document = read(made.drawn(made.lines("what is said on the first page"), made.lines("what is said on the second page")))
        assert texts(document) == ["what is said on the first page", "what is said on the second page"]

    def test_small_raised_numbers_are_no_part_of_the_words_before(self):
        def page(canvas):
            made.lines("The rule on alcohol misuse")(canvas)
            canvas.setFont("Times-Roman", 6)
            canvas.drawString(made.MARGIN + 121, made.HEIGHT - 116, "12")
            canvas.setFont("Times-Roman", 10.5)
            canvas.drawString(made.MARGIN + 131, made.HEIGHT - 120, "was changed in spring.")

        assert texts(read(made.drawn(page))) == ["The rule on alcohol misuse was changed in spring."]

    def test_what_is_below_the_line_stays(self):
        def page(canvas):
            made.lines("Levels of CO")(canvas)
            canvas.setFont("Times-Roman", 6)
            canvas.drawString(made.MARGIN + 57, made.HEIGHT - 122, "2")

        assert texts(read(made.drawn(page))) == ["Levels of CO2"]

    def test_italics_and_bold_are_marked_where_they_stand_out(self):
        def page(canvas):
            x = made.MARGIN
            for font, text in (
                ("Times-Roman", "The word "),
                ("Times-Italic", "junkie "),
                ("Times-Roman", "is "),
                ("Times-Bold", "not "),
            ):
                canvas.setFont(font, 10.5)
                canvas.drawString(x, 700, text)
                x += canvas.stringWidth(text, font, 10.5)
            canvas.setFont("Times-Roman", 10.5)
            canvas.drawString(x, 700, "used in our letters to anyone.")

        (block,) = read(made.drawn(page)).blocks
        assert marked(block, MarkKind.EMPHASIS) == ["junkie"]
        assert marked(block, MarkKind.STRONG) == ["not"]

    def test_addresses_are_marked(self):
        (block,) = read(made.drawn(made.lines("Write to desk@trust.example at any time."))).blocks
        assert marked(block, MarkKind.ADDRESS) == ["desk@trust.example"]

    def test_a_letter_outside_the_basic_plane_is_one_character(self):
        data = made.handmade(b"BT /F 12 Tf 72 700 Td (Help is A here for you) Tj ET", letters={0x41: "\U0001f600"})
        document = read(data)
        assert document.streams[0].text == "Help is \U0001f600 here for you"
        block = document.blocks[0]
        place = document.place_of(block, span_of(block, "here"))
        whole = document.place_of(block, span_of(block, "Help"))
        assert place.boxes[0].left > whole.boxes[0].right + 20


class TestBrokenWords:
    @pytest.mark.parametrize(
        ("before", "after", "joined"),
        [
            ("People who are absti-", "nent from alcohol", "People who are abstinent from alcohol"),
            ("A tenant who is non-", "compliant with a plan", "A tenant who is non-compliant with a plan"),
            ("Support for all sub-", "stance use disorders", "Support for all substance use disorders"),
            ("The rule asks for a drug-", "free household", "The rule asks for a drug-free household"),
            ("Words like ex-", "offender say little", "Words like ex-offender say little"),
            ("The needle ex-", "change is open daily", "The needle exchange is open daily"),
            ("Care for co-", "occurring conditions", "Care for co-occurring conditions"),
            ("Relapse pre-", "vention groups meet", "Relapse prevention groups meet"),
            ("People living with HIV-", "positive status", "People living with HIV-positive status"),
            ("It offers state-of-", "the-art treatment", "It offers state-of-the-art treatment"),
            ("The guide by Smith-", "Jones was used", "The guide by Smith-Jones was used"),
        ],
    )
    def test_at_a_line_end(self, before: str, after: str, joined: str):
        assert texts(read(made.drawn(made.lines(before, after)))) == [joined]

    @pytest.mark.parametrize("written", ["codependent", "co-dependent"])
    def test_the_document_itself_is_asked_first(self, written: str):
        data = made.drawn(made.lines(f"Groups for {written} people", "meet on Mondays and for co-", "dependent families too"))
        assert texts(read(data)) == [f"Groups for {written} people meet on Mondays and for {written} families too"]

    def test_a_hyphen_in_an_address_stays(self):
        data = made.drawn(made.lines("Write to help@river-", "side.example at any time"))
        assert texts(read(data)) == ["Write to help@river-side.example at any time"]

    @pytest.mark.parametrize("hyphen", ["\u2010", "\u00ad", "-"])
    def test_whatever_sign_breaks_it(self, hyphen: str):
        data = made.handmade(b"BT /F 12 Tf 72 700 Td (She is abstiZ) Tj 0 -14 Td (nent for a year) Tj ET", letters={0x5A: hyphen})
        assert texts(read(data)) == ["She is abstinent for a year"]

    def test_words_broken_at_the_foot_of_a_page_are_whole(self):
        long = " ".join([HOUSE, VISITS, RECORDS] * 12)
        document = read(made.pdf([long], Setting(columns=2, hyphens=True, size=11)))
        assert " ".join(texts(document)) == long


class TestParts:
    def test_headings_make_a_path(self):
        parts = [Part("House rules", "title"), Part("1 Visits", "heading"), VISITS, Part("2 Records", "heading"), RECORDS]
        document = read(made.pdf(parts))
        assert texts(document, BlockKind.HEADING) == ["House rules", "1 Visits", "2 Records"]
        assert block_with(document, "Visitors sign").place.heading == ("House rules", "1 Visits")
        assert block_with(document, "Records describe").place.heading == ("House rules", "2 Records")
        assert block_with(document, "Records describe").place.paragraph == 5

    def test_a_broken_heading_is_one(self):
        parts = [Part("What tenants and their guests may expect from the staff of the house at night", "title"), HOUSE]
        assert texts(read(made.pdf(parts)), BlockKind.HEADING) == [parts[0].text]

    @pytest.mark.parametrize("marks", [["•", "•"], ["1.", "2."], ["(a)", "(b)"], ["–", "–"]])
    def test_items_know_what_introduces_them(self, marks: list[str]):
        items = [
            "a first meeting with a key worker, on a day that suits the tenant and the worker alike, within ten days;",
            "a plan.",
        ]
        lead_in = "Every tenant is offered the following:"
        parts = [lead_in, *(Part(item, "item", mark) for item, mark in zip(items, marks, strict=True)), RECORDS]
        document = read(made.pdf(parts))
        assert texts(document, BlockKind.LIST_ITEM) == items
        assert {block.lead_in for block in document.blocks if block.kind is BlockKind.LIST_ITEM} == {lead_in}
        assert texts(document, BlockKind.PARAGRAPH) == [lead_in, RECORDS]

    def test_notes_do_not_cut_the_sentence_above_them(self):
        note = "The guidance for hosts was published by the Trust in 2019 and is kept at the front desk."
        long = " ".join([HOUSE, VISITS, RECORDS] * 6)
        document = read(made.pdf([Part(note, "note", "1"), long], Setting(notes=40, foot="{page}")))
        assert texts(document, BlockKind.FOOTNOTE) == [note]
        assert texts(document, BlockKind.PARAGRAPH) == [long]
        assert block_with(document, "guidance for hosts").place.part == "footnote 1"

    def test_running_heads_and_feet_are_told_once(self):
        document = read(
            made.pdf(
                [f"{chr(97 + at) * 5} {HOUSE} {VISITS}" for at in range(22)],
                Setting(head="House rules, draft {page}", foot="Page {page} of 3"),
            )
        )
        assert len(document.streams) == 3
        assert texts(document, BlockKind.HEADER) == ["House rules, draft 1"]
        assert texts(document, BlockKind.FOOTER) == []
        assert "Page" not in " ".join(texts(document))

    def test_a_heading_that_changes_with_its_page_number_is_furniture_too(self):
        heads = ["Visits", "Meals", "Records"]
        pages = [
            lambda canvas, at=at: (
                made.lines(f"{heads[at]}   {at + 4}", top=800)(canvas),
                made.lines(*[(HOUSE, VISITS, RECORDS)[at][:70]] * 50, top=700)(canvas),
            )
            for at in range(3)
        ]
        assert texts(read(made.drawn(*pages)), BlockKind.HEADER) == ["Visits 4", "Meals 5", "Records 6"]

    def test_what_is_all_there_is_on_the_pages_is_no_furniture(self):
        document = read(made.drawn(*[made.lines("Nobody is turned away.", top=800)] * 4))
        assert texts(document) == ["Nobody is turned away."] * 4

    def test_captions_and_references_are_known(self):
        data = made.pdf(
            [
                HOUSE,
                "Figure 2. Places offered in each quarter.",
                Part("References", "heading"),
                "Lowe, A. B. (2016). Stigma in housing. Journal of Homes, 12(3), 44-51.",
            ]
        )
        document = read(data)
        assert texts(document, BlockKind.CAPTION) == ["Figure 2. Places offered in each quarter."]
        assert len(texts(document, BlockKind.REFERENCE)) == 1

    def test_references_without_a_heading_are_known_by_their_company(self):
        listed = [f"Lowe, A. B. (201{number}). Stigma in housing. Journal of Homes, 12(3), 44-51." for number in range(1, 5)]
        numbered = [f"{number}. {text}" for number, text in enumerate(listed, 1)]
        document = read(made.pdf([HOUSE, "Lowe, A. B. (2016) wrote the first guide for the Trust.", *numbered]))
        assert texts(document, BlockKind.REFERENCE) == listed

    def test_text_that_runs_another_way_stays_apart(self):
        def page(canvas):
            made.lines(*VISITS.split(". "))(canvas)
            canvas.translate(40, 300)
            canvas.rotate(90)
            canvas.setFont("Times-Roman", 9)
            canvas.drawString(0, 0, "Draft of spring, not for use")

        document = read(made.drawn(page))
        assert texts(document)[-1] == "Draft of spring, not for use"
        place = document.place_of(document.blocks[-1], span_of(document.blocks[-1], "spring"))
        (box,) = place.boxes
        assert box.bottom - box.top > 2 * (box.right - box.left)


class TestNotes:
    """What is laid over the pages."""

    def test_comments_boxes_and_fields_are_read_with_their_places(self):
        def page(canvas):
            made.lines(HOUSE[:60])(canvas)
            canvas.textAnnotation("Is this fair to everyone?", Rect=[100, 600, 120, 620])
            canvas.freeTextAnnotation("Typed over the page", DA="/Helv 9 Tf", Rect=[200, 500, 300, 520])
            canvas.acroForm.textfield(name="who", value="The night staff", x=72, y=400, width=200, height=20)

        document = read(made.drawn(page, made.blank))
        found = {block.text: block for block in document.blocks[1:]}
        assert [(block.kind, block.place.part) for block in found.values()] == [
            (BlockKind.COMMENT, "comment 1"),
            (BlockKind.TEXT_BOX, "text box 1"),
            (BlockKind.TEXT_BOX, "text box 2"),
        ]
        assert list(found) == ["Is this fair to everyone?", "Typed over the page", "The night staff"]
        comment = found["Is this fair to everyone?"]
        place = document.place_of(comment, span_of(comment, "fair"))
        assert (place.page, place.boxes) == (1, (Box(100, 222, 120, 242),))

    def test_a_page_with_nothing_but_notes_is_read(self):
        document = read(made.drawn(lambda canvas: canvas.textAnnotation("Nothing here yet", Rect=[10, 10, 20, 20])))
        assert texts(document) == ["Nothing here yet"]


class TestTables:
    ROWS = (
        ("Substance", "What the staff do", "Who decides"),
        ("Alcohol", "A talk with the key worker about what would help the tenant most", "The tenant"),
        ("Cannabis", "A talk; smoke stays outside", "The house meeting"),
    )

    def test_cells_have_addresses_and_heads(self):
        document = read(made.drawn(made.table(self.ROWS, [90, 150, 110])))
        cell = block_with(document, "what would help")
        assert cell.kind is BlockKind.TABLE_CELL
        assert cell.text == self.ROWS[1][1]
        assert cell.place.cell == (1, 2, 2)
        assert (cell.column_head, cell.row_head) == ("What the staff do", "Alcohol")
        assert [block.text for block in document.blocks] == [text for row in self.ROWS for text in row]

    def test_a_table_stands_between_the_paragraphs_around_it(self):
        def page(canvas):
            made.lines("Before the table there is a line.", top=740)(canvas)
            made.table(self.ROWS, [90, 150, 110], top=700)(canvas)
            made.lines("After the table there is another.", top=560)(canvas)

        found = texts(read(made.drawn(page)))
        assert (found[0], found[-1]) == ("Before the table there is a line.", "After the table there is another.")

    def test_a_table_that_goes_on_overleaf_is_one(self):
        rest = (self.ROWS[0], ("Opioids", "Treatment is offered at once", "The doctor"))
        document = read(made.drawn(made.table(self.ROWS, [90, 150, 110]), made.table(rest, [90, 150, 110])))
        cell = block_with(document, "offered at once")
        assert cell.place.cell == (1, 4, 2)
        assert cell.column_head == "What the staff do"
        assert cell.place.page == 2
        assert texts(document).count("Substance") == 1

    def test_a_box_around_text_is_no_table(self):
        def page(canvas):
            canvas.rect(60, 600, 400, 200)
            made.lines(*HOUSE.split(". "))(canvas)

        assert {block.kind for block in read(made.drawn(page)).blocks} == {BlockKind.PARAGRAPH}

    def test_rows_without_rulings_stay_rows(self):
        def page(canvas):
            for row, cells in enumerate([("Mondays", "Open house"), ("Tuesdays", "Breakfast"), ("Fridays", "Cinema evening")]):
                for left, text in zip((72, 300), cells, strict=True):
                    made.lines(text, left=left, top=700 - 14 * row)(canvas)

        assert texts(read(made.drawn(page))) == ["Mondays", "Open house", "Tuesdays", "Breakfast", "Fridays", "Cinema evening"]


class TestPlaces:
    def test_a_phrase_over_a_line_break_has_a_box_on_each_line(self):
        document = read(made.drawn(made.lines("People with a substance", "use disorder are welcome")))
        place = document.place_of(document.blocks[0], span_of(document.blocks[0], "substance use"))
        first, second = place.boxes
        assert place.page == 1
        assert first.left > 120
        assert second.left == pytest.approx(made.MARGIN, abs=1)
        assert (first.top + first.bottom) / 2 == pytest.approx(118, abs=3)
        assert second.top > first.bottom

    def test_a_broken_word_has_a_box_for_each_half(self):
        document = read(made.drawn(made.lines("She has been absti-", "nent for a year")))
        boxes = document.place_of(document.blocks[0], span_of(document.blocks[0], "abstinent")).boxes
        assert len(boxes) == 2

    def test_a_phrase_over_a_page_break_stands_on_the_first_page(self):
        long = " ".join(f"word{number}" for number in range(2000))
        document = read(made.pdf([long]))
        block = document.blocks[0]
        break_at = next(number for number in range(2000) if f"word{number} " in document.streams[1].text)
        place = document.place_of(block, span_of(block, f"word{break_at - 1} word{break_at} "))
        assert (place.page, place.paragraph, len(place.boxes)) == (1, 1, 1)
        after = document.place_of(block, span_of(block, f"word{break_at + 30} "))
        assert (after.page, after.paragraph) == (2, 1)

    @pytest.mark.parametrize("rotate", [0, 90, 180, 270])
    def test_boxes_are_those_of_the_page_as_shown(self, rotate: int):
        data = made.pdf(["Nobody is turned away at night."], Setting(rotate=rotate))
        document = read(data)
        (box,) = document.place_of(document.blocks[0], span_of(document.blocks[0], "away")).boxes
        x, y = 150, 103  # from the top left of the page before it was turned
        seen = {0: (x, y), 90: (842 - y, x), 180: (595 - x, 842 - y), 270: (y, 595 - x)}[rotate]
        assert box.left - 6 < seen[0] < box.right + 30
        assert box.top - 30 < seen[1] < box.bottom + 30

    def test_boxes_count_from_the_corner_of_a_cropped_page(self):
        text = ["Nobody is turned away at night."]
        whole, cropped = (read(made.pdf(text, Setting(crop=crop))) for crop in (None, (50, 60, 500, 800)))
        boxes = [one.place_of(one.blocks[0], span_of(one.blocks[0], "away")).boxes[0] for one in (whole, cropped)]
        assert boxes[0].left - boxes[1].left == pytest.approx(50, abs=0.1)
        assert boxes[0].top - boxes[1].top == pytest.approx(842 - 800, abs=0.1)


class TestWhatIsNotRead:
    def test_a_page_without_a_text_layer_is_named(self):
        document = read(made.drawn(made.lines(HOUSE[:60]), made.picture, made.picture, made.lines(VISITS[:60]), made.picture))
        assert document.gaps == ("pages 2 to 3 and 5 have no text layer",)

    def test_a_blank_page_is_no_gap(self):
        assert read(made.drawn(made.lines(HOUSE[:60]), made.blank)).gaps == ()

    def test_a_stamp_on_a_scan_is_not_its_text(self):
        def stamped(canvas):
            made.picture(canvas)
            made.lines("COPY", top=800)(canvas)

        (gap,) = read(made.drawn(stamped, made.lines(HOUSE[:60]))).gaps
        assert gap.startswith("page 1 is a picture with little text")

    def test_a_running_head_on_scans_is_not_their_text(self):
        def scanned(canvas):
            made.picture(canvas)
            made.lines("Court of the town, case 12, filed in spring and read aloud in the summer of that year", top=810)(canvas)

        gaps = read(
            made.drawn(made.lines(HOUSE[:60]), *[scanned] * 3, made.lines(VISITS[:60]), *[made.lines(VISITS[:60])] * 3)
        ).gaps
        assert gaps == ("pages 2 to 4 are a picture with little text of its own: what the picture says was not read",)

    def test_words_over_a_picture_are_text(self):
        def slide(canvas):
            made.picture(canvas)
            made.lines("Everyone who asks for help", "is offered a first meeting")(canvas)

        assert read(made.drawn(slide)).gaps == ()

    def test_fonts_that_do_not_say_their_letters_are_named(self):
        data = made.handmade(b"BT /F 12 Tf 72 700 Td (Nobody is turned away at night.) Tj ET", named=False)
        (gap,) = read(data).gaps
        assert gap.startswith("page 1 uses fonts")

    def test_a_file_with_its_end_missing_is_named(self):
        whole = made.drawn(made.lines(HOUSE[:60]), made.lines(VISITS[:60]))
        cut = whole[: whole.rindex(b"startxref")]
        assert any("end of the file is missing" in gap for gap in read(cut).gaps)

    def test_pages_beyond_the_limit_are_named(self):
        data = made.drawn(*[made.lines(HOUSE[:60])] * 4)
        document = read_here(data, "long.pdf", Options(Limits(pages=3)))
        assert document.gaps == ("page 4 is beyond what is read of one file: split it",)

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "is empty"),
            (b"\n \n", "is empty"),
            (b"just words", "looks like plain text"),
            (b"PK\x03\x04 word/document.xml", "looks like a Word file"),
            (b"PK\x03\x04 something", "looks like a zip archive"),
            (b"{\\rtf1 words}", "looks like a Rich Text file"),
            (b"\x89PNG\r\n", "looks like a picture"),
            (b"<!DOCTYPE html><p>words", "looks like a web page"),
            (b"\x00\x01\x02", "looks like something else"),
            (b"%PDF-1.7\n", "damaged or cut off"),
        ],
    )
    def test_what_is_no_pdf_is_called_by_its_name(self, data: bytes, reason: str):
        assert reason in why_not(data)

    def test_a_password_is_asked_for_elsewhere(self):
        assert "protected with a password" in why_not(made.drawn(made.lines("Secret"), password="a"))

    def test_a_password_for_the_owner_only_does_not_matter(self):
        assert texts(read(made.drawn(made.lines("Open to all"), owner="a"))) == ["Open to all"]

    def test_a_file_without_pages_is_no_empty_success(self):
        empty = made.handmade(b"").replace(b"/Kids [3 0 R] /Count 1", b"/Kids [     ] /Count 0")
        assert "has no pages" in why_not(empty)

    def test_scans_and_blank_files_are_no_empty_success(self):
        assert "probably a scan" in why_not(made.drawn(made.picture))
        assert "its pages are blank" in why_not(made.drawn(made.blank))


def test_the_package_reads_in_a_worker_and_asks_it_for_boxes():
    data = made.drawn(made.lines("People with a substance", "use disorder are welcome"))
    here, there = read(data), pdf.read(data, "policy.pdf")
    assert (there.blocks, there.streams, there.gaps) == (here.blocks, here.streams, here.gaps)
    pdf.read(made.drawn(made.lines("Another file")), "other.pdf")
    block, span = there.blocks[0], span_of(there.blocks[0], "substance use")
    assert there.place_of(block, span) == here.place_of(block, span)
    assert len(there.place_of(block, span).boxes) == 2
