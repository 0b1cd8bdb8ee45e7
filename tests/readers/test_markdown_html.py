"""HTML in Markdown: tags are never prose, the text between them is, at its exact place."""

import pytest

from stigmalint.document import BlockKind
from tests.readers.found import block_with, source_of, where
from tests.readers.found import parse_markdown as parse


def texts(text: str) -> list[str]:
    return [block.text for block in parse(text).blocks]


def test_html_blocks_are_read_as_html():
    document = parse(
        "<div>\n<h2 id='x'>Rules</h2>\n<p>Some <b>bo</b>ld &amp; plain\n   text<br>here</p>\n"
        "<p>Reasons:<ul><li>one<li>two</ul>\n<blockquote>Quoted</blockquote>\n"
        "<table><caption>Fees</caption><tr><th>Who<th>What</tr><tr><td>You<td>Nothing</table>\n"
        "<script>if (a < b) abuser()</script><figure><figcaption>Below</figcaption></figure></div>\n\nAfter"
    )
    assert [(block.kind.value, block.text, block.lead_in) for block in document.blocks] == [
        ("heading", "Rules", ""),
        ("paragraph", "Some bold & plain text here", ""),
        ("paragraph", "Reasons:", ""),
        ("list item", "one", "Reasons:"),
        ("list item", "two", "Reasons:"),
        ("quotation", "Quoted", ""),
        ("caption", "Fees", ""),
        ("table cell", "Who", ""),
        ("table cell", "What", ""),
        ("table cell", "You", ""),
        ("table cell", "Nothing", ""),
        ("caption", "Below", ""),
        ("paragraph", "After", ""),
    ]
    assert where(document, "bold & plain text here") == "3:12-4:16"
    assert source_of(document, "bold & plain text") == ["bo", "ld &amp; plain\n   text"]
    nothing = block_with(document, "Nothing")
    assert (nothing.place.cell, nothing.column_head, nothing.row_head) == ((1, 2, 2), "What", "You")
    assert nothing.place.heading == ("Rules",)


def test_html_in_a_quote_has_no_quote_signs_in_it():
    document = parse("> <p>\n> one\n> two &gt; three\n> </p>\n\n- <p>\n  four\n  five</p>")
    assert texts("> <p>\n> one\n> two &gt; three\n> </p>") == ["one two > three"]
    assert where(document, "one two > three") == "2:3-3:17"
    assert where(document, "four five") == "7:3-8:7"
    assert block_with(document, "four").kind is BlockKind.LIST_ITEM


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<ul><li>one<ul><li>two</ul><li>three", ["one", "two", "three"]),
        ("<td>one<td>two</tr></table></ul>three", ["one", "two", "three"]),
        ("<table><tr><td><table><tr><td>in</table>out</table>", ["in", "out"]),
        ("<p>one</h1></blockquote>two", ["one", "two"]),
        ("<p a='1>2' b=\"3>4\">one</p>", ["one"]),
        ("<p don't>one</p>", ["one"]),
        ("<p>one < two & three &bogus; <", ["one < two & three &bogus; <"]),
        ("<p>one <b class='two", ["one <b class='two"]),
        ("<p>one <!-- two", ["one"]),
        ("<div>one</div><SCRIPT>two</Script >three", ["one", "three"]),
        ("<p>one<sup>2</sup> H<sub>2</sub>O", ["one 2 H2O"]),
        ("<p>one <img src=x> two", ["one two"]),
        ("> <p>\n> <img alt='one\n>   two'>\n> </p>", ["one two"]),
        ("> x <img\n> alt='one'> y", ["x y", "one"]),
        ("<h1>one<h2>two</h2>three", ["one", "two", "three"]),
    ],
)
def test_html_may_be_untidy(html, expected):
    assert texts(html) == expected
