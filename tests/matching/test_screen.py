"""What the screen calls clean holds nothing that the parsed document could show."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stigmalint import readers
from stigmalint.api import Checker
from stigmalint.errors import Unreadable
from stigmalint.matching.regions import Regions
from stigmalint.matching.screen import is_screened, may_match
from stigmalint.packs import load_vocabulary
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.packs.wording import Word
from tests.small_wordlists import ADDICT, term, vocabulary_of

VOCABULARY = load_vocabulary()
SMALL = vocabulary_of(term(ADDICT), term('phrase = ["tough love"]\nprefer = ["care"]', "love"))

FORMS = sorted({form for each in VOCABULARY.patterns for part in each.elements if isinstance(part, Word) for form in part.forms})
WORDS = st.sampled_from(
    ["addict", "addicts", "heroin addict", "drug abuser", "tough", "love", "clean", "the", "café", *FORMS[::40]]
)
SPACES = [*" \n\r\f-/…$@#\u00a0\u3000", " ", "\n\n", "\r\n", "\n\f\n", ". ", "’s", "\ttext", "://"]
INLINE = [
    "_",
    "*",
    "**",
    "`",
    " `",
    "` ",
    "``",
    "~",
    "~~",
    "[",
    "]",
    "](u)",
    "](u) ",
    "][r]",
    "[^1]",
    "![",
    "(",
    ")",
    "\\",
    "\\*",
]
HTML = ["<", "<b>", "</b>", "<!--", "-->", "&amp;", "&#97;", "&shy;", "\u00ad", "\u200b", "\ufb01", "{{ x }}", "{: x}", "{", "}"]
BLOCKS = ["|", "\n|", "\n- ", "\n> ", "\n1. ", "# ", "\n    ", "```\n", "\n---\n", "---\n", "+++\n", "title: ", '"', "\\u0061"]
GLUE = st.sampled_from([*SPACES, *INLINE, *HTML, *BLOCKS])


def torn(word: str, at: int, glue: str) -> str:
    """A word with something in its middle."""
    return word[: at % len(word)] + glue + word[at % len(word) :]


PIECE = st.one_of(WORDS, GLUE, st.builds(torn, WORDS, st.integers(0, 20), GLUE))
MOSTLY_TORN = st.builds(
    torn, st.sampled_from(["addict", "tough love", "heroin addict"]), st.integers(0, 20), st.lists(GLUE, max_size=3).map("".join)
)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@given(parts=st.lists(PIECE, min_size=1, max_size=24))
@example(parts=[" do drugs", "\n- ", "substance use disorder"])
@settings(max_examples=120, deadline=None)
def test_nothing_that_can_be_read_is_called_clean(name: str, parts: list[str]) -> None:
    for vocabulary in (SMALL, VOCABULARY):
        assert_not_called_clean_wrongly("".join(parts), name, vocabulary)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@given(parts=st.lists(st.one_of(GLUE, MOSTLY_TORN), min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_no_word_is_torn_so_that_it_is_missed(name: str, parts: list[str]) -> None:
    assert_not_called_clean_wrongly("".join(parts), name, SMALL)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_no_character_hides_the_word_it_stands_in(name: str) -> None:
    texts = (f"An ad{chr(code)}dict." for code in range(0x10000) if not 0xD800 <= code < 0xE000)
    clean = [text for text in texts if not may_match(text, name[1:], SMALL.anchors)]
    assert len(clean) > 60_000
    assert not list(Regions(readers.read("\n\n".join(clean).encode(), name), SMALL))


def assert_not_called_clean_wrongly(text: str, name: str, vocabulary: Vocabulary) -> None:
    if not may_match(text, name[1:], vocabulary.anchors):
        try:
            document = readers.read(text.encode(), name)
        except Unreadable:
            return
        if list(Regions(document, vocabulary)):  # of what stands above a block, it asks less
            assert not list(Checker(vocabulary).findings(document)), text
        assert (document.remarks, document.gaps) == ((), ()), text


@pytest.mark.parametrize(
    "text",
    [
        "An addict.",
        "An ad**dict**.",
        "An a*dd*i**ct**.",
        "An *ad*_dict_.",
        "An ad![dict](u).",
        "An [ad][dict](u).",
        "An un\\*ad*dict*.",
        "An *ad*dict\\*x.",
        "An [ad](u)*dict*.",
        "An ad[^1]*dict*.\n\n[^1]: x",
        "An ad{{ x }}*dict*.",
        "An ad<br>dict.",
        "An ad\\\\dict.",
        "An `add\n> ` `ict`.",
        "An `add\u2003\n`ict.",
        "An add`\n\u00a0ict`.",
        "A *heroin* __addict__.",
        "An `add`ict.",
        "An add` ict `.",
        "An [add](u)ict.",
        "An [add][u]ict.",
        "An add[^1]ict.",
        "An ad<b>dict</b>.",
        "An &#97;ddict.",
        "An ad\u00addict.",
        "An add~~ed~~ict.",
        '---\ntitle: "An \\x61ddict"\n---\n',
        "---\ntitle: >\n  Tough\n\n  love\n---\n",
        "---\ntitle: >\n  Tough\n\n  love\n...\n",
        "---\rtitle: >\n  Tough\n\n  love\n---\n",
        "---\ntitle: >\n  Tough\n\n  love\r---\r",
        "Tough [^1]love.",
        "Tough [^1] love.\n\n[^1]: x",
        "[Tough][r] love.\n\n[r]: u",
        "Tough ~~(x)~~ love.",
        "Tough {{ x }} love.",
        "To**ugh** love.",
        "Tough [x](y) love.",
        "Tough\n> love.",
        "<!-- stigmalint: ignore-file -->",
        "A bell \x07 rings.",
        "It is 300 \u212a warm.",
    ],
)
def test_markup_hides_nothing(text: str) -> None:
    assert may_match(text, ".md", SMALL.anchors)


@pytest.mark.parametrize("text", ["Tough\n\f\nlove.", "<!-- stigmalint: ignore-file -->", "An addict\u00adion, an addict."])
def test_plain_text_hides_nothing_either(text: str) -> None:
    assert may_match(text, ".txt", SMALL.anchors)


@pytest.mark.parametrize(
    "text",
    [
        "The clinic opens at nine.",
        "A **bold** word, a [link](https://example.org/a_b) and `code`.",
        "Tough. Not\n\nlove.",
        "Love is tough.",
        "- one\n- two\n\n```py\na = b\n```\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "---\ntitle: Opening hours\n---\n\nNine to five.",
        "---\ntitle: Opening hours\n---\n\n5 \\* 5",
        "addictive_value and some-thing/else (really)",
        "The guest(s) (and their friends) pay 5 < 6 & go; “café” – fünf…",
        "See [tough](https://example.org).\n\n![love](picture.png)",
    ],
)
def test_ordinary_markdown_needs_no_parser(text: str) -> None:
    assert not may_match(text, ".md", SMALL.anchors)
    assert not may_match(text, ".txt", SMALL.anchors)


def test_only_formats_that_are_text_are_screened() -> None:
    assert is_screened(".md")
    assert is_screened(".txt")
    assert not any(map(is_screened, (".mdx", ".docx", ".pdf", ".html")))


LONG = "Nine to five.\n\n" * 20_000
"""More than is split at once."""


@pytest.mark.parametrize("text", ["An addict.", "An ad**dict**.", "Tough\nlove."])
def test_a_long_text_is_looked_at_everywhere(text: str) -> None:
    assert not may_match(LONG, ".md", SMALL.anchors)
    assert may_match(f"{text}\n\n{LONG}", ".md", SMALL.anchors)
    assert may_match(f"{LONG}{text}\n\n{LONG}", ".md", SMALL.anchors)
    assert may_match(f"{LONG}{text}", ".md", SMALL.anchors)


def test_a_conditional_term_needs_its_condition_somewhere_in_the_document() -> None:
    vocabulary = vocabulary_of(term('noun = ["user"]\nprefer = ["person"]\nonly_if.cue = ["cue"]'))
    assert not may_match("A user.\n\nA methane pump.", ".md", vocabulary.anchors)
    assert may_match("A user.\n\nMethadone.", ".md", vocabulary.anchors)
    assert may_match(f"A user.\n\n{LONG}Methadone.", ".md", vocabulary.anchors)


def test_a_rule_needs_all_its_parts() -> None:
    assert not may_match("Residents will be discharged.", ".md", VOCABULARY.anchors)
    assert may_match("# Positive drug tests\n\nResidents will be discharged.", ".md", VOCABULARY.anchors)


@pytest.mark.parametrize("sign", ")]}*_`~&![(\\\n")
def test_a_wall_of_signs_is_no_obstacle(sign: str) -> None:
    assert not may_match(sign * 500_000 + "\n\nNine to five.", ".md", SMALL.anchors)


@pytest.mark.parametrize("text", ["a*" * 5_000, "a*b " * 10_000, ("a" * 500 + "*") * 40])
def test_what_would_join_to_too_many_words_is_read(text: str) -> None:
    assert may_match(text + "a", ".md", SMALL.anchors)
    assert not may_match(text + "a", ".txt", SMALL.anchors)
