import pytest

from stigmalint.document import BlockKind, Mark, MarkKind, Place, Span
from tests.small_wordlists import ADDICT, document_of, matched, term


@pytest.mark.parametrize(
    "text",
    [
        "The term addict has had its day.",
        "Nurses were asked to stop using the word “addict” on charts.",
        "She dislikes labels such as addict.",
        "Say person with an addiction, not addict.",
        "Write “person with an addiction” instead of addict.",
        "Avoid: addict, heroin addict.",
        "Say it kindly. Not: addict.",
        "He was branded an addict by the press.",
    ],
)
def test_words_that_are_talked_about_pass(text: str) -> None:
    assert matched(text, term(ADDICT)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Staff should avoid addicts in the lobby.",
        "We treat patients rather than addicts.",
        "“We will not have addicts sleeping by the door of this clinic,” the manager said.",
    ],
)
def test_words_that_are_used_are_found(text: str) -> None:
    assert [word.lower() for word in matched(text, term(ADDICT))] == ["addicts"]


def test_the_avoid_column_of_a_table_passes_and_the_other_does_not() -> None:
    cell = {"kind": BlockKind.TABLE_CELL, "place": Place(cell=(1, 2, 1))}
    assert matched(document_of("addict", column_head="Avoid", **cell), term(ADDICT)) == []
    assert matched(document_of("addict", column_head="Role", **cell), term(ADDICT)) == ["addict"]


def test_items_of_a_list_of_words_to_avoid_pass() -> None:
    item = {"kind": BlockKind.LIST_ITEM}
    assert matched(document_of("addict", lead_in="Words to avoid:", **item), term(ADDICT)) == []
    assert matched(document_of("addicts", lead_in="Who comes to us:", **item), term(ADDICT)) == ["addicts"]


def test_italics_are_a_mention_only_where_words_are_discussed() -> None:
    def italic(text: str) -> list[str]:
        at = text.index("addict")
        return matched(document_of(text, marks=[Mark(Span(at, at + 6), MarkKind.EMPHASIS)]), term(ADDICT))

    assert italic("The style guide drops addict.") == []
    assert italic("Replace addict with person with an addiction.") == []
    assert italic("Each addict was turned away.") == ["addict"]


def test_entries_of_a_language_guide_pass() -> None:
    entry = "addict: see person with an addiction"
    assert matched(document_of(entry, kind=BlockKind.LIST_ITEM), term(ADDICT)) == ["addict"]
    guide = document_of("Words matter: our language guide", entry, kinds=[BlockKind.HEADING, BlockKind.LIST_ITEM])
    assert matched(guide, term(ADDICT)) == []


@pytest.mark.parametrize(
    "text",
    ["A long-term addict programme.", "“Addict” means a person who uses a drug.", "He was described as an addict."],
)
def test_what_only_looks_like_a_mention_is_found(text: str) -> None:
    assert matched(text, term(ADDICT))


def test_a_quoted_title_passes() -> None:
    assert matched("They closed with “Not Even the Last Addict on Earth”.", term(ADDICT)) == []


def test_a_glossary_elsewhere_in_the_document_hides_nothing() -> None:
    kinds = [BlockKind.HEADING, BlockKind.TABLE_CELL, BlockKind.HEADING]
    assert matched(document_of("House rules", "One addict a night", "Glossary", kinds=kinds), term(ADDICT)) == ["addict"]
    below = document_of("One addict a night", kind=BlockKind.TABLE_CELL, place=Place(heading=("House rules", "Glossary")))
    assert matched(below, term(ADDICT)) == []
