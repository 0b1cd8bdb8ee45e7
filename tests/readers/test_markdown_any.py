"""Whatever the Markdown, words stand at their places, nothing is lost, and nothing escapes but ``Unreadable``."""

import re

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Span
from stigmalint.errors import Unreadable
from stigmalint.readers.markdown import read
from tests.readers.found import parse_markdown as parse

WORDS = ["word", "w\u00f6rd", "\U0001f600", "e\u0301", "\u6f22", "o\ufb03ce", "don\u2019t"]
PIECES = [
    ("{}", "{}"),
    ("**{}**", "{}"),
    ("*{}*", "{}"),
    ("`{}`", "{}"),
    ("[{}](/u 't')", "{}"),
    ("<b>{}</b>", "{}"),
    ("{}&amp;", "{}&"),
    ("\\*{}", "*{}"),
    ("~~{}~~", ""),
    ("c<!-- {} -->", "c"),
    ("{}<br>b", "{} b"),
    ("![{}](/i)", ""),
    ("sub**w{}**stance", "subw{}stance"),
    ("{}&nbsp;x", "{}\u00a0x"),
    ("{{{{ {} }}}}", "{{{{ {} }}}}"),
    ("absti\u00ad{}", "absti{}"),
]
CONTAINERS = [
    ("", ""),
    ("> ", "> "),
    ("- ", "  "),
    ("> - ", ">   "),
    ("1. ", "   "),
    ("- > ", "  > "),
    ("[^n]: ", "    "),
    ("## ", None),
    ("| x | ", None),
]


@st.composite
def composed(draw):
    """Markdown made of one block with marked-up words in it, and the words that are shown."""
    first, following = draw(st.sampled_from(CONTAINERS))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    source, shown = "", []
    for number, (markdown, text) in enumerate(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))):
        if number:
            breaks = following is not None and draw(st.booleans())
            source += (
                draw(st.sampled_from(["", "  ", "\\"])) + end + following if breaks else draw(st.sampled_from([" ", "  ", "\t"]))
            )
        word = draw(st.sampled_from(WORDS)) + str(number)
        source += markdown.format(word)
        shown += text.format(word).replace("\u00ad", "").replace("\ufb03", "ffi").split(" ")
    table = f" |{end}|-|-|{end}| y | z |" if first.startswith("|") else ""
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return f"{mark}start[^n]{end}{end}{first}x {source}{table}{end}{end}done{end}", " ".join(
        word for word in ["x", *shown] if word
    )


@given(composed())
def test_any_composition_shows_its_words_at_their_places(made):
    markdown, shown = made
    document = parse(markdown)
    block = next(block for block in document.blocks if block.text == shown or block.text.startswith("x "))
    assert block.text == shown
    text = document.streams[0].text
    lines = re.split(r"\r\n|\n|\r", text)
    for found in re.finditer(r"\w*\d", block.text):
        place = document.place_of(block, Span(found.end() - 1, found.end()))
        assert lines[place.line - 1][place.column - 1] == found.group()[-1]
        assert (place.end_line, place.end_column) == (place.line, place.column + 1)


@given(composed())
def test_what_is_not_copied_as_it_is_stands_for_something_known(made):
    for block in (document := parse(made[0])).blocks:
        for piece in block.pieces:
            if not piece.verbatim:
                source = document.streams[0].text[piece.source.start : piece.source.end]
                shown = block.text[piece.span.start : piece.span.end]
                assert (source, shown) in {("&amp;", "&"), ("&nbsp;", "\u00a0"), ("\ufb03", "ffi"), ("<br>", " ")} or (
                    shown == " " and not source.strip("\\ \t\r\n")
                )


@given(st.text(alphabet="ab *_`~[]()<>!&;#-|\\{}%:'\"/=\n\r\t\u00e9\U0001f600", max_size=120))
def test_any_text_is_read_and_every_letter_belongs_to_one_block(text):
    if not text.strip():
        return
    document = parse(text)
    taken: set[int] = set()
    for block in document.blocks:
        for piece in block.pieces:
            if piece.verbatim:
                assert taken.isdisjoint(range(piece.source.start, piece.source.end))
                taken.update(range(piece.source.start, piece.source.end))


UNITS = [
    "[",
    ">",
    "> ",
    "- ",
    "* ",
    "*",
    "**a ",
    "![",
    "[](",
    "<",
    "<a ",
    "<b>",
    "<ul>",
    "<table><tr><td>",
    "&#1;",
    "~",
    "|",
    "`",
]
UNITS += ["{{", "{{ a }} ", "{% highlight %}", "{:", ":::\n", "![a](b) ", "[^1]: ", "a\n", "- a\n", "# a\n", "\\", "\u00e9*a* "]
UNITS += ["<!--", '<div><a ="', "---\n", "title: a\n", "http://"]


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_run_of_anything_is_read(unit):
    document = parse("x\n\n" + unit * 4_000)
    assert document.blocks[0].text.startswith("x")
    assert sum(len(block.text) for block in document.blocks) <= len(document.streams[0].text)


def test_a_large_table_is_read():
    blocks = parse("|a|b|\n|-|-|\n" + "|c|d|\n" * 2_000).blocks
    assert blocks[-1].place.cell == (1, 2_001, 2)


def test_a_panic_of_the_parser_is_named(monkeypatch):
    class PanicException(BaseException):
        """Like the one the parser raises, outside ``Exception``."""

    def panic(*_, **__):
        raise PanicException("index out of bounds")
        yield

    monkeypatch.setattr(pyromark, "events_with_range", panic)
    with pytest.raises(Unreadable, match=r"save it as plain text"):
        parse("text")


def test_an_interruption_is_no_panic(monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(pyromark, "events_with_range", interrupt)
    with pytest.raises(KeyboardInterrupt):
        parse("text")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"PK\x03\x04", b"a\0b"])
def test_what_is_no_text_is_unreadable(data):
    with pytest.raises(Unreadable):
        read(data, "x.md")


def test_a_file_without_prose_has_no_blocks():
    document = parse("```\ncode\n```\n")
    assert (document.blocks, document.gaps, document.format, document.name) == ((), (), "markdown", "policy.md")
