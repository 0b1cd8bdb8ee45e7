"""Markdown that shows a text and does nothing else, as a Markdown parser reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stigmalint.reporters.inline import line, link, marked, plain
from stigmalint.terminal import visible

O = pyromark.Options  # noqa: E741  it is written six times in a row
ALL = (
    O.ENABLE_TABLES | O.ENABLE_FOOTNOTES | O.ENABLE_STRIKETHROUGH | O.ENABLE_TASKLISTS | O.ENABLE_HEADING_ATTRIBUTES
    | O.ENABLE_GFM | O.ENABLE_MATH | O.ENABLE_DEFINITION_LIST | O.ENABLE_SUPERSCRIPT | O.ENABLE_SUBSCRIPT | O.ENABLE_WIKILINKS
)  # fmt: skip
NO_WIDTH = "\u200b"

anything = st.text(st.characters(codec=None), max_size=30)
signs = st.text("*_`~[](){}<>#@!|\\&;:=+-.1a $^\"'", max_size=30)


class Shown(HTMLParser):
    """The tags of a text laid out, its words, and those in bold."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = self.bold = ""
        self.feed(pyromark.html(markdown, options=ALL))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.tags.count("strong") > self.tags.count("/strong"):
            self.bold += data


def words(shown: Shown) -> str:
    return shown.words.replace(NO_WIDTH, "").strip()


@given(anything | signs)
@example("# not a heading")
@example("- not a list")
@example("1. nor this")
@example("    not code")
@example(": no definition")
def test_a_line_shows_its_text_and_is_a_paragraph(text: str) -> None:
    shown = Shown(line(text))
    assert words(shown) == visible(text).strip()
    assert shown.tags in ([], ["p", "/p"])


@given(anything | signs)
@example("docs/a.md {#id}")
@example("C #")
def test_in_a_heading_a_cell_and_a_quotation_it_stays_text(text: str) -> None:
    assert Shown(f"### x{plain(text)}").tags == ["h3", "/h3"]
    assert Shown(f"> x{plain(text)}").tags == ["blockquote", "p", "/p", "/blockquote"]
    assert Shown(f"| a | b |\n|---|---|\n| x{plain(text)} | y |").tags.count("td") == 2


@given(anything | signs, anything | signs, anything | signs)
@example("un", "(x)", "y")
@example("", "*", "a")
@example("a ", " addict ", "b")
@example("1", ". x", "")
def test_what_was_found_is_bold_and_nothing_else(before: str, match: str, after: str) -> None:
    shown = Shown(marked(before, match, after))
    assert words(shown) == visible(before + match + after).strip()
    assert shown.bold.replace(NO_WIDTH, "") == visible(match).strip()
    assert set(shown.tags) <= {"p", "/p", "strong", "/strong"}


@given(signs)
@example("@someone")
@example("a@b.example")
@example("octo/repo#12, GH-12, !7, $9, ~bug, %next")
@example("https://evil.example www.evil.example ftp://x")
@example(":tada:")
def test_nobody_is_notified_and_nothing_is_linked(text: str) -> None:
    shown = Shown(f"x {plain(text)}").words
    assert not re.search(r"@[\w-]|[#!$&]\d|[~%][\w\"]|://|www\.\w|GH-\d|:\w+:", shown)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a?b=1#c", '<a href="https://example.org/a?b=1#c">'),
        ("https://example.org/(a) <b>\n", '<a href="https://example.org/%28a%29%20%3Cb%3E%0A">'),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_link_leads_into_the_web_or_nowhere(address: str, shown: str) -> None:
    html = pyromark.html(link("A [guide](x)", address), options=ALL)
    assert html.count("<a ") == bool(shown)
    assert shown in html
    assert "A [guide](x)" in html
