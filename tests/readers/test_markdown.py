"""Every construct of Markdown: what of it is prose, and on which line and column it stands."""

import pytest

from stigmalint.document import Block, BlockKind, MarkKind
from tests.readers.found import marked, source_of, where
from tests.readers.found import parse_markdown as parse


def only(text: str) -> Block:
    (block,) = parse(text).blocks
    return block


def texts(text: str) -> list[str]:
    return [block.text for block in parse(text).blocks]


@pytest.mark.parametrize(
    ("markdown", "words", "place", "source"),
    [
        ("A *plain word* here", "plain word", "1:4-1:14", ["plain word"]),
        ("A **plain** word", "plain word", "1:5-1:17", ["plain", " word"]),
        ("of sub**stance** use", "substance", "1:4-1:15", ["sub", "stance"]),
        ("a_snake_case b", "a_snake_case", "1:1-1:13", ["a_snake_case"]),
        ("[the *link* text](http://x.example 'a title') end", "link text end", "1:7-1:50", ["link", " text", " end"]),
        ("[one][r] two\n\n[r]: /x 'title'", "one two", "1:2-1:13", ["one", " two"]),
        ("> quoted\n> lines\nlazily", "quoted lines lazily", "1:3-3:7", ["quoted\n", "lines\nlazily"]),
        (">\tquoted\r\n>  lines", "quoted lines", "1:3-2:9", ["quoted\r\n", "lines"]),
        ("- item *one*\n  goes on", "one goes on", "1:9-2:10", ["one", "\n  goes on"]),
        ("1.\titem", "item", "1:4-1:8", ["item"]),
        ("a &amp; b", "a & b", "1:1-1:10", ["a &amp; b"]),
        ("x&nbsp;y &lt;b&gt;", "x\u00a0y <b>", "1:1-1:19", ["x&nbsp;y &lt;b&gt;"]),
        ("an &#x1F600; emoji", "\U0001f600 emoji", "1:4-1:19", ["&#x1F600; emoji"]),
        ("absti&shy;nence", "abstinence", "1:1-1:16", ["absti", "nence"]),
        (r"not \*marked\* \# up", "*marked* #", "1:6-1:18", ["*marked", "* ", "#"]),
        ("hard  \nbreak", "hard break", "1:1-2:6", ["hard  \nbreak"]),
        ("hard\\\nbreak", "hard break", "1:1-2:6", ["hard\\\nbreak"]),
        ("soft \t\n   break", "soft break", "1:1-2:9", ["soft \t\n   break"]),
        ("one\rtwo\r\rthree\rfour", "three four", "4:1-5:5", ["three\rfour"]),
        ("one\r\n\r\ntwo", "two", "3:1-3:4", ["two"]),
        ("\ttabs are code\n\na\tb *c*", "a b c", "3:1-3:7", ["a\tb ", "c"]),
        ("\U0001f600 \u0065\u0301 *caf\u00e9* word", "word", "1:13-1:17", ["word"]),
        ("a `code` word", "code word", "1:4-1:14", ["code", " word"]),
        ("a `` c`d `` b", "c`d b", "1:6-1:14", ["c`d", " b"]),
        ("a `c\nd` b", "c d b", "1:3-2:5", ["`c\nd` b"]),
        ("a <b>tag</b> b", "a tag b", "1:1-1:15", ["a ", "tag", " b"]),
        ("a<br>b <!-- no -->c", "a b c", "1:1-1:20", ["a<br>b ", "c"]),
        ("word<sup>1</sup> and 2<sup>nd</sup>", "word 1 and 2nd", "1:1-1:30", ["word<sup>1", " and 2", "nd"]),
        ("Heading *one*\n===", "Heading one", "1:1-1:13", ["Heading ", "one"]),
        ("## Closed heading ##", "Closed heading", "1:4-1:18", ["Closed heading"]),
        ("# With attributes {#id .class}", "With attributes", "1:3-1:18", ["With attributes"]),
        ("- [x] a task", "a task", "1:7-1:13", ["a task"]),
        ("word[^1] on\n\n[^1]: Note", "word on", "1:1-1:12", ["word", " on"]),
        ("\ufeff# Title\n\nText", "Title", "1:3-1:8", ["Title"]),
    ],
)
def test_the_place_and_the_source_of_words(markdown, words, place, source):
    document = parse(markdown)
    assert where(document, words) == place
    assert source_of(document, words) == source


@pytest.mark.parametrize(
    "markdown",
    [
        "```\nabuser\n```",
        "~~~ abuser\nabuser",
        "    abuser",
        "- item\n\n      abuser",
        "[r]: /abuser 'abuser'",
        "![](abuser.png 'abuser')",
        "<!-- abuser -->",
        "<script>abuser</script>",
        "<style>\n\nabuser\n</style>",
        "<pre>abuser\n\nabuser</pre>",
        "<div class='abuser'\n  data-note=\"a > abuser\"></div>",
        "~~abuser~~",
        "x <del>abuser</del> <s>abuser</s> ~abuser~",
        "x <script>abuser</script>",
        "x <span class='abuser'>y</span>",
        "[x](abuser 'abuser')",
        "x[^abuser]\n\n[^abuser]: y",
        "{% highlight abuser %}\nabuser\n\nabuser\n{% endhighlight %}",
        "{{< abuser >}}",
        "{% include abuser.md %}",
        "<?php abuser ?>",
        "<![CDATA[ abuser ]]>",
        "<!DOCTYPE abuser>",
    ],
)
def test_what_is_no_prose_is_in_no_block(markdown):
    assert not [text for text in texts(f"before\n\n{markdown}\n") if "abuser" in text]


@pytest.mark.parametrize(
    ("markdown", "mark", "stretches"),
    [
        ("An *emphasised* word", MarkKind.EMPHASIS, ["emphasised"]),
        ("A **strong _and_ long** word", MarkKind.STRONG, ["strong and long"]),
        ("A <strong>strong</strong> and <b>bold</b> word", MarkKind.STRONG, ["strong", "bold"]),
        ("The [link `x`](/y) word", MarkKind.LINK, ["link x"]),
        ("Run `is_addict` or <kbd>Enter</kbd>", MarkKind.CODE, ["is_addict", "Enter"]),
        ("He said <q>no</q>", MarkKind.QUOTE, ["no"]),
        ("See https://x.example/a_b*c*, please", MarkKind.ADDRESS, ["https://x.example/a_bc"]),
        ("Write to <irc:abuser> now", MarkKind.ADDRESS, ["irc:abuser"]),
        ("Write to me@x.example or read Policy_2.docx", MarkKind.ADDRESS, ["me@x.example", "Policy_2.docx"]),
        ("Ask {{ site.abuser | x: 'y' }} and {% link a %} now", MarkKind.MARKUP, ["{{ site.abuser | x: 'y' }}", "{% link a %}"]),
        ("A word{:.abuser} and <%= abuser %>", MarkKind.MARKUP, ["{:.abuser}", "<%= abuser %>"]),
        ("::: warning\nA word", MarkKind.MARKUP, ["::: warning"]),
    ],
)
def test_marks_say_what_is_special(markdown, mark, stretches):
    (block,) = parse(markdown).blocks
    assert marked(block, mark) == stretches


def test_kinds_and_headings():
    document = parse(
        "# One\n\nText\n\n## Two\n\n> Quote\n>\n> # Inside\n\n- item\n\n# Three\n\nEnd[^x]\n\n[^x]: Note\n\n    > in it\n"
    )
    assert [(block.kind.value, block.text, block.place.heading, block.place.part) for block in document.blocks] == [
        ("heading", "One", (), None),
        ("paragraph", "Text", ("One",), None),
        ("heading", "Two", ("One",), None),
        ("quotation", "Quote", ("One", "Two"), None),
        ("quotation", "Inside", ("One", "Two"), None),
        ("list item", "item", ("One", "Two"), None),
        ("heading", "Three", (), None),
        ("paragraph", "End", ("Three",), None),
        ("footnote", "Note", ("Three",), "footnote x"),
        ("quotation", "in it", ("Three",), "footnote x"),
    ]
    assert [block.place.paragraph for block in document.blocks] == list(range(1, 11))


def test_an_alert_is_the_author_speaking():
    assert only("> [!WARNING]\n> Come in").kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("markdown", "lead_ins"),
    [
        ("Reasons:\n\n- a\n- b", ["", "Reasons:", "Reasons:"]),
        ("Reasons:\n- a\n\n  more\n- b", ["", "Reasons:", "Reasons:", "Reasons:"]),
        ("Reasons:\n\n- Being *here*:\n  1. a\n- b", ["", "Reasons:", "Being here:", "Reasons:"]),
        ("Reasons:\n\n- one\n\n  two:\n\n  - a", ["", "Reasons:", "Reasons:", "two:"]),
        ("Reasons:\n\n- - a", ["", "Reasons:"]),
        ("Reasons:\n\n- a\n\n1. b", ["", "Reasons:", "Reasons:"]),
        ("Reasons:\n\n<!-- x -->\n- a", ["", "Reasons:"]),
        ("Reasons:\n\n# Heading\n\n- a", ["", "", ""]),
        ("Reasons:\n\n```\nx\n```\n- a", ["", ""]),
        ("Reasons:\n\n---\n\n- a", ["", ""]),
        ("> Reasons:\n> - a\n\n- b", ["", "Reasons:", ""]),
        ("- a", [""]),
        ("---\ntitle: Rules\n---\n- a", ["", ""]),
    ],
)
def test_list_items_know_what_introduces_them(markdown, lead_ins):
    assert [block.lead_in for block in parse(markdown).blocks] == lead_ins


def test_cells_know_their_heads():
    document = parse("Intro\n\n| Name | Not *this* |\n|--|:-:|\n| a\\|b | `c\\|d` e |\n| f | |\n| | g |\n\n|x|\n|-|\n|y|\n")
    cells = [block for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert [(cell.text, cell.place.cell, cell.column_head, cell.row_head) for cell in cells] == [
        ("Name", (1, 1, 1), "", ""),
        ("Not this", (1, 1, 2), "", ""),
        ("a|b", (1, 2, 1), "Name", ""),
        ("c|d e", (1, 2, 2), "Not this", "a|b"),
        ("f", (1, 3, 1), "Name", ""),
        ("g", (1, 4, 2), "Not this", ""),
        ("x", (2, 1, 1), "", ""),
        ("y", (2, 2, 1), "x", ""),
    ]
    assert where(document, "a|b") == "5:3-5:7"
    assert source_of(document, "d e") == ["`c\\|d` e"]
    assert where(document, "g") == "7:5-7:6"


def test_alternative_texts_follow_the_block_they_stand_in():
    document = parse(
        "See ![a *sad* man](x.png 'not') and [![icon](i.png)](y) here\n\n"
        "<img src=x alt='one &amp; two'>\n\nx <img alt=\"three\"> y"
    )
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("paragraph", "See and here"),
        ("alt text", "a sad man"),
        ("alt text", "icon"),
        ("alt text", "one & two"),
        ("paragraph", "x y"),
        ("alt text", "three"),
    ]
    assert where(document, "sad man") == "1:10-1:18"
    assert where(document, "one & two") == "3:17-3:30"
    assert texts("~~![gone](x)~~") == []


def test_titles_of_html_elements_are_shown_and_so_read():
    assert texts("x <span title='one &amp; two'>y</span>") == ["x y", "one & two"]
