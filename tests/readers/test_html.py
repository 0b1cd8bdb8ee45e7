"""Web pages: what a reader of the page sees, with its exact place; scripts, styles and code are no prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Document, MarkKind
from stigmalint.readers.html import read
from tests.readers.found import block_with, marked, source_of, where

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>House rules</title>
<meta name="description" content="For guests &amp; staff"><meta name="viewport" content="width=device-width">
<style>p { color: red }</style><script>var addict = "<p>no</p>";</script></head>
<body>
<h1>Rules</h1>
<p>The <b>add</b>icts <code>user_id</code> don&rsquo;t
   stay.</p>
<ul><li>late<li>rude</ul>
<table><tr><th>Who</th><th>What</th></tr><tr><td>Guests</td><td title="And at once">Must go</td></tr></table>
<img src="x.png" alt="A closed door"><input placeholder="Your name">
<blockquote>Somebody said so.</blockquote>
<pre>addict = 1</pre>
</body></html>
"""


def parse(text: str) -> Document:
    return read(text.encode(), "page.html")


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(text).blocks]


def test_a_page_is_read_as_it_is_seen() -> None:
    assert kinds(PAGE) == [
        ("paragraph", "House rules"),
        ("alt text", "For guests & staff"),
        ("heading", "Rules"),
        ("paragraph", "The addicts user_id don’t stay."),
        ("list item", "late"),
        ("list item", "rude"),
        ("table cell", "Who"),
        ("table cell", "What"),
        ("table cell", "Guests"),
        ("alt text", "And at once"),
        ("table cell", "Must go"),
        ("alt text", "A closed door"),
        ("alt text", "Your name"),
        ("quotation", "Somebody said so."),
    ]


def test_places_are_exact() -> None:
    document = parse(PAGE)
    assert where(document, "addicts") == "7:11-7:22"
    assert source_of(document, "addicts") == ["add", "icts"]
    assert source_of(document, "don’t stay") == ["don&rsquo;t\n   stay"]
    assert block_with(document, "Must go").column_head == "What"
    assert block_with(document, "late").place.heading == ("Rules",)
    assert marked(block_with(document, "addicts"), MarkKind.CODE) == ["user_id"]


def test_template_tags_are_masked() -> None:
    document = parse("<p>Dear {{ guest.name }}, {% if addict %}welcome{% endif %}.</p>")
    assert marked(document.blocks[0], MarkKind.MARKUP) == ["{{ guest.name }}", "{% if addict %}", "{% endif %}"]


@pytest.mark.parametrize("charset", ["iso-8859-2", "windows-1251", "shift_jis"])
def test_a_page_says_how_it_is_encoded(charset: str) -> None:
    word = {"iso-8859-2": "zażółć", "windows-1251": "зависимый", "shift_jis": "依存症"}[charset]
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>{word}</p>'
    assert read(page.encode(charset), "page.htm").blocks[0].text == word


def test_an_encoding_that_does_not_exist_is_passed_over() -> None:
    assert read(b"<meta charset=rot13><p>caf\xe9</p>", "page.html").blocks[0].text == "café"


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<td>", "<table>", "<li", ">", "<!--", "&amp;", "a ", "\n", '"', "<ul title='x", "</", "é"]
        )
    )
)
def test_broken_pages_lose_no_step(parts: list[str]) -> None:
    parse("x" + "".join(parts))
