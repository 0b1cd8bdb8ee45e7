"""Turn a word in its base form into all its forms, each with a tag.

The surprise: the library that knows the forms (lemminflect) is slow to load, so what it says about every word of the
curated wordlists is kept in ``forms.json``; only a word that somebody just added asks the library. ``python -m
stigmalint.packs.forms`` writes the file anew. Tags: ``sg`` and ``pl`` for nouns; ``VB VBZ VBD VBN VBG`` for verbs, and
for *be* the form itself.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("forms.json")

PLURALS = {"person": ("people", "persons")}
"""Where the library's first plural is not what the guides write."""

BE = {"be": "VB", "am": "VB", "is": "VBZ", "are": "VB", "was": "VBD", "were": "VBD", "been": "VBN", "being": "VBG"}
"""The forms of *be* and the tag another verb takes in their place."""

VERB_TAGS = ("VB", "VBZ", "VBD", "VBN", "VBG")


@cache
def noun_forms(word: str) -> dict[str, str]:
    """``addict`` → ``{"addict": "sg", "addicts": "pl"}``, every spelling of the plural; of several words the last inflects."""
    before, head = _before_and_head(word)
    return {word: "sg", **{f"{before}{form}": "pl" for form in plurals(head)}}


def plurals(word: str) -> tuple[str, ...]:
    """The plurals of a singular noun, the best first; an abbreviation in capitals takes a plain *s*."""
    if any(letter.isupper() for letter in word[1:]):
        return (f"{word}s",)
    return PLURALS.get(word) or tuple(form for form in _inflections(word, "NNS") if form != word)


def _before_and_head(words: str) -> tuple[str, str]:
    at = max(words.rfind(" "), words.rfind("-")) + 1
    return words[:at], words[at:]


@cache
def verb_forms(word: str) -> dict[str, str]:
    """``abuse`` → ``{"abuse": "VB", "abuses": "VBZ", "abused": "VBD", "abusing": "VBG"}``.

    A form that is both past tense and participle is tagged ``VBD``; the words before it decide when it is used.
    """
    if " " in word:
        verb, _, rest = word.partition(" ")
        return {f"{form} {rest}": tag for form, tag in verb_forms(verb).items()}
    before, verb = _before_and_head(word)  # self-medicate
    if verb == "be":
        return {form: form for form in BE}
    forms = {word: "VB"}
    for tag in VERB_TAGS[1:]:
        for form in _inflections(verb, tag):
            forms.setdefault(f"{before}{form}", tag)
    return forms


@cache
def verb_form(word: str, tag: str) -> str:
    """One form of a verb: ``verb_form("take", "VBN")`` → ``taken``."""
    if tag == "VB":
        return word
    if word == "be":
        return {"VBZ": "is", "VBD": "was", "VBN": "been", "VBG": "being"}[tag]
    return _inflections(word, tag)[0]


@cache
def all_forms(word: str) -> dict[str, str]:
    """Every form a word of a condition stands for, as noun and as verb, without tags."""
    if not word.isalpha() or not word.islower() or len(word) < 3:
        return dict.fromkeys(BE, "") if word == "be" else {word: ""}
    return {form: "" for forms in (verb_forms(word), noun_forms(word)) for form in forms}


@cache
def table() -> dict[str, list[str]]:
    """``word/tag`` → forms, the best first."""
    table: dict[str, list[str]] = json.loads(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
    return table


def _inflections(word: str, tag: str) -> list[str]:
    key = f"{word}/{tag}"
    if key not in table():
        table()[key] = _ask_library(word, tag)
    return table()[key]


def _ask_library(word: str, tag: str) -> list[str]:
    from lemminflect import getInflection  # noqa: PLC0415  slow to import, and needed only for a word not in the table

    return [str(form) for form in getInflection(word, tag=tag)] or [word]
