"""Addresses are found where they stand, and ordinary prose with slashes and full stops is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import BlockBuilder, BlockKind, MarkKind, Stream
from stigmalint.readers.addresses import address_spans, mark_addresses
from tests.readers.found import marked


def addresses(text: str) -> list[str]:
    return [text[span.start : span.end] for span in address_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a_b?c=d#e.", "https://example.org/a_b?c=d#e"),
        ("(see http://example.org/wiki/Recovery_(health))", "http://example.org/wiki/Recovery_(health)"),
        ("Go to www.example.org/help, then call.", "www.example.org/help"),
        ("“https://example.org/addict”", "https://example.org/addict"),
        ("Write to jo.neil+intake@clinic.example.org!", "jo.neil+intake@clinic.example.org"),
        ("<a.b@example.org>", "a.b@example.org"),
        ("doi:10.1000/xyz-1 and more", "doi:10.1000/xyz-1"),
        ("(10.1000/addict.2020)", "10.1000/addict.2020"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("Open Policy.docx now", "Policy.docx"),
        ("Open forms/intake-addict.PDF.", "forms/intake-addict.PDF"),
        ("in src/readers/text.py:", "src/readers/text.py"),
        ("under /srv/addict/list", "/srv/addict/list"),
        ("./addict and", "./addict"),
        ("C:\\Shared\\addict list", "C:\\Shared\\addict"),
        ("\\\\server\\abuser", "\\\\server\\abuser"),
        ("the field is_addict is", "is_addict"),
        ("app.user_id", "app.user_id"),
        ("client.abuser", "client.abuser"),
        ("call __init__", "__init__"),
        ("DrugFree.org helps", "DrugFree.org"),
        ("post to #drug-abuse", "#drug-abuse"),
        ("ask @addict_123, please", "@addict_123"),
        ("@scope/package-name", "@scope/package-name"),
        ("on\u00a0scheduler.example.org\u00a0now", "scheduler.example.org"),
    ],
)
def test_finds_an_address_without_the_punctuation_around_it(text, expected):
    assert addresses(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "he/she, his/her and they/them",
        "addict/abuser",
        "24/7, 1/2 and 12/31/2024",
        "HIV/AIDS",
        "n/a, w/o and km/h",
        "e.g. alcohol, i.e. drugs, etc.",
        "at 5 p.m./6 a.m. in the U.S.A. with Dr. Ph.D./M.D.",
        "He was called an addict.She left.",
        "Version 3.5 costs $1.50; section 4.2.",
        "Call 1.855.378.4373.",
        "C# and #1, 5 @ 3 dollars",
        "_emphasised_ words and a line: ____",
        "AT&T and R&D",
        "Grounds for dismissal:abuse",
        "and\\or",
        "either / or",
        "an addict...",
        "Tel: 555 1234",
        "hotel:motel",
    ],
)
def test_leaves_ordinary_prose_alone(text):
    assert addresses(text) == []


def test_gives_spans_in_order_that_do_not_overlap():
    text = "a@example.org, b.pdf/c_d (www.example.org) " * 3
    spans = list(address_spans(text))
    assert len(spans) == 9
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.text(alphabet="ab./@\\_#:-()’ \n\u00a0é", max_size=60))
def test_spans_lie_in_the_text_and_hold_no_white_space(text):
    last = 0
    for span in address_spans(text):
        assert last <= span.start < span.end <= len(text)
        assert not any(character.isspace() for character in text[span.start : span.end])
        last = span.end


@pytest.mark.parametrize("unit", ["/", "a.", "a_", "@", "x@", "http://", "(http://x)", "http://x).", "\\", "~/", "#a", "doi:"])
def test_reads_long_runs_to_their_end(unit):
    text = unit * 50_000 + " see www.example.org."
    assert addresses(text)[-1] == "www.example.org"


def test_marks_what_a_builder_holds():
    builder = BlockBuilder((Stream("x", "See  www.example.org or\nhelp."),))
    builder.keep(0, 0, 29)
    mark_addresses(builder)
    block = builder.build(BlockKind.PARAGRAPH)
    assert block is not None
    assert block.text == "See www.example.org or help."
    assert marked(block, MarkKind.ADDRESS) == ["www.example.org"]
