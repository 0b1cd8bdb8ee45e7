"""E-mail: subject and text in every packing, quoted replies as quotations, attachments named."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Document
from stigmalint.errors import Unreadable
from stigmalint.readers.eml import read
from stigmalint.reporters.places import in_words
from tests.readers.found import block_with, source_of, span_of, where

LETTER = "Dear all,\n\nthe “addicts” are naïve.\n\nOn Monday Kim wrote:\n> Addicts must\n> leave now.\n\nBye\n"


def message(text: str = LETTER, subject: str = "House rules", **how: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "a@example.org"
    made.set_content(text, **how)
    return made


def parse(made: EmailMessage) -> Document:
    return read(made.as_bytes(), "mail.eml")


EXPECTED = [
    ("heading", "House rules", "subject"),
    ("paragraph", "Dear all,", "message"),
    ("paragraph", "the “addicts” are naïve.", "message"),
    ("paragraph", "On Monday Kim wrote:", "message"),
    ("quotation", "Addicts must leave now.", "quoted message"),
    ("paragraph", "Bye", "message"),
]


@pytest.mark.parametrize("packing", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_every_packing_says_the_same(packing: str, line_end: bytes) -> None:
    document = read(message(cte=packing).as_bytes().replace(b"\n", line_end), "mail.eml")
    assert [(block.kind.value, block.text, block.place.part) for block in document.blocks] == EXPECTED


def test_places_are_those_of_the_file() -> None:
    document = parse(message(cte="quoted-printable"))
    assert source_of(document, "naïve") == ["na=C3=AFve"]
    assert where(document, "leave now") == "13:3-13:12"
    block = block_with(document, "naïve")
    assert in_words(document.place_of(block, span_of(block, "naïve"))) == "message (line 9, column 35)"


def test_lines_that_go_on_are_joined_with_their_space() -> None:
    long = "A line that is " + "rather " * 20 + "long."
    assert block_with(parse(message(long, cte="quoted-printable")), "long").text == long


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "iso-8859-15"])
@pytest.mark.parametrize("packing", ["quoted-printable", "base64", "8bit"])
def test_every_part_says_how_it_is_encoded(charset: str, packing: str) -> None:
    assert block_with(parse(message("caf\u00e9 people", charset=charset, cte=packing)), "people").text == "café people"


def test_a_packed_subject_is_read() -> None:
    document = parse(message(subject="Règles “nouvelles” for everybody who comes to stay with us in the house this winter"))
    assert document.blocks[0].text == "Règles “nouvelles” for everybody who comes to stay with us in the house this winter"


def test_of_alternatives_the_text_is_read() -> None:
    made = message("Plain words.")
    made.add_alternative("<p>Web words.</p>", subtype="html")
    assert [block.text for block in parse(made).blocks][1:] == ["Plain words."]


def test_a_web_page_alone_is_read_as_one() -> None:
    document = parse(message("<h1>Rules</h1><p>caf\u00e9 <b>add</b>icts</p>", subtype="html", cte="quoted-printable"))
    assert [(block.kind.value, block.text) for block in document.blocks][1:] == [
        ("heading", "Rules"),
        ("paragraph", "café addicts"),
    ]
    assert source_of(document, "café") == ["caf=C3=A9"]


def test_attachments_are_named_but_not_pictures_and_signatures() -> None:
    made = message()
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="rules.pdf")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment("text", filename="notes.txt")
    gaps = parse(made).gaps
    assert [gap.split("”")[0] for gap in gaps] == ["The attachment “rules.pdf", "The attachment “notes.txt"]


def test_a_message_that_was_passed_on_is_read() -> None:
    outer = EmailMessage()
    outer["Subject"] = "Fwd"
    outer.set_content("See below.")
    outer.make_mixed()
    outer.attach(message("Inner words."))
    inner = block_with(parse(outer), "Inner words")
    assert inner.place.part == "message"


def test_what_is_no_message_is_named() -> None:
    with pytest.raises(Unreadable, match="not an e-mail"):
        read(b"just words\n", "a.eml")
    with pytest.raises(Unreadable, match="empty"):
        read(b"", "a.eml")


PARTS = [
    "--b\n",
    "--b--\n",
    "Content-Type: text/plain\n",
    "Content-Transfer-Encoding: base64\n",
    "\n",
    "YWJj",
    "=C3",
    "> q\n",
    "é",
    "=\n",
]


@given(st.lists(st.sampled_from(PARTS)))
def test_any_order_of_things_is_read(parts: list[str]) -> None:
    with suppress(Unreadable):
        read(("Content-Type: multipart/mixed; boundary=b\n" + "".join(parts)).encode(), "a.eml")
