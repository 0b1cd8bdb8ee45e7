"""The pages say what the wordlists say, in Markdown that shows it as it is; the committed ones are up to date."""

from __future__ import annotations

import pytest

from stigmalint import readers
from stigmalint.packs import load_wordlists
from stigmalint.packs.pages import INDEX, pages
from tests.small_wordlists import wordlists_of
from tests.tools import ROOT

FOLDER = ROOT / "docs" / "terms"

TERM = """
[[term]]
id = "addict"
severity = "advice"
noun = ["addict", "{degree?} {substance} addict"]
prefer = ["person/people with an addiction"]
only_if.cue = ["cue"]
identity_first = true
why = "Names a person by *one* condition_of_theirs <here>."
sources = ["guide"]
disputed = "Some people keep the word."
flag = [["Two [addicts] met an [addict] in [1].", "Two people."], ["An [addict] left."]]
pass = ["The word “addict” | `addict` is avoided."]

[[term]]
id = "moral-failing"
kind = "framing"
severity = "error"
rewrite = "reframe"
noun = ["moral failing"]
instead = "Say what helps."
why = "Blames."
sources = ["guide"]
flag = ["It is a [moral failing]."]
pass = ["It is no failing."]
"""

PAGE = r"""
# Small

The wordlist `small`. [All wordlists](README.md) · [Settings](../settings.md)

- [addict](#addict)
- [moral-failing](#moral-failing)

## addict

Names a person by \*one\* condition\_of\_theirs \<here\>.

- Wordings: addict; [degree] ‹substance› addict
- Only where the words around it give it this sense; the examples show which.
- Severity: **advice**: guides differ, or it depends
- Left alone with the setting `identity-first = true`.
- Write: person with an addiction
- Who says so: A clinic (2020) advises against it. Some people keep the word.
  - A clinic, A guide to words (2020)

Flagged:

- Two **addicts** met an **addict** in **1**. → Two people.
- An **addict** left.

Not flagged:

- The word “addict” \| \`addict\` is avoided.

## moral-failing

Blames.

- Wordings: moral failing
- Severity: **error**: every guide advises against it
- Instead: Say what helps.
- Who says so: A clinic (2020) advises against it.
  - A clinic, A guide to words (2020)

Flagged:

- It is a **moral failing**.

Not flagged:

- It is no failing.
"""


def test_a_page_and_the_list_of_pages() -> None:
    made = pages(wordlists_of(TERM))
    assert set(made) == {INDEX, "small.md"}
    assert made["small.md"].split("-->\n", 1)[1].replace(r"\[", "[").replace(r"\]", "]") == PAGE
    assert "| [small](small.md) | 2 | Small |" in made[INDEX]


def test_what_a_reader_sees_is_what_the_wordlist_says() -> None:
    wordlists = wordlists_of(TERM)
    document = readers.read(pages(wordlists)["small.md"].encode(), "small.md")
    seen = [block.text for block in document.blocks]
    for term in wordlists.packs[0].terms:
        assert term.why in seen
        assert all(example.text in seen for example in term.passes)
        assert all(any(text.startswith(example.text) for text in seen) for example in term.flag)


def test_the_committed_pages_are_made_from_the_wordlists_as_they_are(pytestconfig: pytest.Config) -> None:
    made = pages(load_wordlists())
    if pytestconfig.getoption("--update-golden"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        for old in FOLDER.glob("*.md"):
            old.unlink()
        for name, text in made.items():
            (FOLDER / name).write_text(text, "utf-8", newline="\n")
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted(name for name in there.keys() | made.keys() if there.get(name) != made.get(name))
    assert stale == [], "the wordlists changed; write the pages anew: pytest tests/packs/test_pages.py --update-golden"
