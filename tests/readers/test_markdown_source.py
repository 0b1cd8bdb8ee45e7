"""What is in a Markdown file but is not Markdown: front matter, template tags, the expressions of MDX."""

import re

import pytest

from stigmalint.document import BlockKind, MarkKind, Span
from tests.readers.found import marked, where
from tests.readers.found import parse_markdown as parse


def texts(text: str, name: str = "policy.md") -> list[str]:
    return [block.text for block in parse(text, name).blocks]


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("---\ntitle: A plain title # comment\nlayout: x\n---\n", [("A plain title", "2:8-2:21")]),
        ("---\r\ntitle: 'It''s'\r\n---\r\n", [("It's", "2:9-2:14")]),
        ('---\ndescription: "Say \\"no\\" \\u00e9"\n---\n', [('Say "no" é', "2:15-2:32")]),
        ("---\nsummary: >-\n  Two\n  lines\n\n  more\nother: x\n---\n", [("Two lines more", "3:3-6:7")]),
        ("---\ntitle: two\n  lines\ntags: [a]\n...\n", [("two lines", "2:8-3:8")]),
        ("---\nhero:\n  - subtitle: Deep\n    alt: Low\n---\n", [("Deep", "3:15-3:19"), ("Low", "4:10-4:13")]),
        ("---\nmetaDescription: Yes\nseo_title: Also\n---\n", [("Yes", "2:18-2:21"), ("Also", "3:12-3:16")]),
        ("---\nlayout: abuser\nintro:\n  key: no\ntitle: {{ x }}\ndescription: [a, b]\nsummary:\nabstract: &a text\n---\n", []),
        ('+++\ntitle = "TOML \\t title"\ndescription = \'raw \\n\'\nsummary = """\ntwo\nlines"""\nlead = no\n+++\n', [
            ("TOML title", "2:10-2:23"), ("raw \\n", "3:16-3:22"), ("two lines", "5:1-6:6"),
        ]),
    ],
)  # fmt: skip
def test_front_matter_gives_its_titles_and_summaries(front_matter, expected):
    document = parse(f"{front_matter}\n# Body\n")
    assert [(block.text, where(document, block.text)) for block in document.blocks[:-1]] == expected
    assert document.blocks[-1].text == "Body"
    assert {block.kind for block in document.blocks[:-1]} <= {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("---\n\nText\n\n---\n\nMore", ["Text", "More"]),
        ("Text\n\n---\ntitle: no\n---\n\nMore", ["Text", "title: no", "More"]),
        ("---\ntitle: never closed\n\nMore", ["title: never closed", "More"]),
        ("---\nWords without a key\n---\nMore", ["Words without a key", "More"]),
        (" ---\ntitle: no\n---\n", ["title: no"]),
    ],
)
def test_two_rules_are_not_always_front_matter(markdown, expected):
    assert texts(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("A {{ x | y }} b | c", ["A {{ x | y }} b | c"]),
        ("| {{ a | b }} | c |\n|-|-|\n| {% d | e %} | f |", ["c", "f"]),
        ("[text]({{ site.url }}/a b)", ["[text]({{ site.url }}/a b)"]),
        ("[text]({{ site.url }}/ab)", ["text"]),
        ("{% if x %}\n- item\n{% endif %}", ["item {% endif %}"]),
        ("{{< quote >}}\nIn between\n{{< /quote >}}", ["{{< quote >}} In between {{< /quote >}}"]),
        ("{{\n\nnot a tag\n\n}}", ["{{", "not a tag", "}}"]),
        ("`{{` opens\n\n```\n{{ x\n```\n\nafter }}", ["{{ opens", "after }}"]),
        ("{% comment %}gone{% endcomment %}\n\nkept", ["kept"]),
        ("{% highlight x %}\n\nkept", ["kept"]),
        ("a {{ b {{ c }} d", ["a {{ b {{ c }} d"]),
    ],
)
def test_template_tags_do_not_upset_the_rest(markdown, expected):
    assert texts(markdown) == expected


def test_a_template_tag_hides_no_markup_after_it():
    (block,) = parse("{{ a * b }} and *c* {{ d }}").blocks
    assert marked(block, MarkKind.EMPHASIS) == ["c"]
    assert marked(block, MarkKind.MARKUP) == ["{{ a * b }}", "{{ d }}"]


def test_mdx_has_imports_expressions_and_components():
    text = (
        "import X from './abuser'\nexport const meta = {\n  abuser: {}\n}\n\n# Rules {props.abuser}\n\n"
        "<Card a={abuser} b='abuser'>\n\nText {abuser}\n\n</Card>\n\nimport taxes\n"
    )
    blocks = parse(text, "page.mdx").blocks
    assert [block.text for block in blocks][-2:] == ["Text {abuser}", "import taxes"]
    for block in blocks:
        for found in re.finditer("abuser", block.text):
            assert block.is_opaque(Span(*found.span()))
    assert not parse(text).blocks[0].is_opaque(Span(0, 6))


def test_mdx_keeps_text_whose_braces_never_close():
    assert texts("one { two\n\nthree } four {x}", "a.MDX") == ["one { two", "three } four {x}"]
