"""A wordlist that somebody mistyped is refused with its file, line, term, field and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from stigmalint.errors import PackError
from stigmalint.findings import Kind, Rewrite, Severity
from stigmalint.packs.load import read_classes, read_pack, read_wordlists
from stigmalint.packs.model import Grammar, PartOfSpeech
from tests.small_wordlists import ADDICT, CLASSES, HEADER, NAMES, SOURCES, TERM_TAIL, term, wordlists_of


def refused(text: str, tmp_path: Path) -> str:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    for name, content in (("sources.toml", SOURCES), ("classes.toml", CLASSES), ("names.toml", NAMES)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(PackError) as error:
        read_wordlists(tmp_path)
    return str(error.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("severity", "severty"), "mine.toml:11: term “t”, field “severty”: unknown field; did you mean “severity”?"),
        (('"error"', '"eror"'), "field “severity”: “eror” is not known; did you mean “error”?"),
        (('why = "Because."', ""), "the term needs a line “why = …”"),
        (('why = "Because."', "why = 3"), "write one text in double quotes"),
        (('["guide"]', '"guide"'), "write a list of texts"),
        (('["guide"]', '["gide"]'), "“gide” is not in sources.toml; did you mean “guide”?"),
        (('id = "t"', 'id = "T one"'), "use small letters, digits and single hyphens"),
        (('pass = ["Nothing."]', ""), "give at least one sentence that is left alone"),
        (('flag = ["A [word]."]', 'flag = ["A word."]'), "put the words to be found in [brackets]"),
        (('noun = ["addict"', 'verb = ["addict"]\nnoun = ["addict"'), "write exactly one of noun, verb, adjective and phrase"),
        (('why = "Because."', 'why = "Because."\nnot_if.bfore = ["x"]'), "“bfore” is not a condition; did you mean “before”?"),
        (('why = "Because."', 'why = "Because.'), "this is not valid TOML"),
        (("format = 1", "format = 2"), "the file needs the line format = 1"),
        (('why = "Because."', 'why = "Because."\nprinciple = "be kind"'), "field “principle”: “be kind” is not known"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_remedy(change: tuple[str, str], said: str, tmp_path: Path) -> None:
    text = HEADER + term(ADDICT)
    assert change[0] in text
    assert said in refused(text.replace(*change, 1), tmp_path)


def test_an_id_is_used_once(tmp_path: Path) -> None:
    assert "the id is used twice" in refused(HEADER + term(ADDICT) + term(ADDICT), tmp_path)


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read"):
        read_pack(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'title = "caf\xe9"')
    with pytest.raises(PackError, match="save it as UTF-8"):
        read_pack(tmp_path / "latin.toml")


def test_a_term_is_read_with_all_its_fields() -> None:
    body = ADDICT + (
        'kind = "framing"\nrewrite = "reframe"\ninstead = "Say it so."\ndisputed = "Some."\nexact_case = true\n'
        'attributive = ["x"]\npossessive = "y/z"\nonly_if.cue = ["cue"]\nnot_if.grammar = ["negated"]\n'
    )
    found = wordlists_of(term(body)).term("t")
    assert found is not None
    assert (found.kind, found.severity, found.rewrite) == (Kind.FRAMING, Severity.ERROR, Rewrite.REFRAME)
    assert found.part_of_speech is PartOfSpeech.NOUN
    assert (found.only_if.cue, found.not_if.grammar) == (("cue",), (Grammar.NEGATED,))
    assert (found.instead, found.disputed) == ("Say it so.", "Some.")
    assert (found.exact_case, found.attributive, found.possessive) == (True, ("x",), "y/z")
    assert found.flag[0].matched == ("word",)
    assert found.flag[0].text == "A word."
    assert TERM_TAIL.count("\n") == 5


def test_a_class_includes_others_with_their_properties_and_can_leave_words_out() -> None:
    classes = CLASSES + '\n[both]\nincludes = ["substance", "degree"]\nleave_out = ["drug"]\nwords = ["mint"]\n'
    both = wordlists_of(term(ADDICT), classes=classes).classes["both"]
    assert {"mint", "heroin", "chronic"} <= set(both.words)
    assert "drug" not in both.words
    assert both.properties["disorder"]["heroin"] == "opioid use disorder"


def test_an_unknown_class_is_named_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "classes.toml").write_text('[a]\nincludes = ["substence"]\n[substance]\nwords = []\n', encoding="utf-8")
    with pytest.raises(PackError, match="did you mean “substance”"):
        read_classes(tmp_path / "classes.toml")


OWN_SOURCE = '\n[source.handbook]\ntitle = "Handbook"\npublisher = "Our house"\nyear = 2024\n'


def own(text: str) -> str:
    """A pack with a source of its own, which its term cites."""
    return HEADER + text + term(ADDICT).replace('["guide"]', '["handbook"]')


def test_a_pack_may_bring_its_own_sources() -> None:
    wordlists = wordlists_of(own(OWN_SOURCE).removeprefix(HEADER))
    assert wordlists.sources["handbook"].label == "Our house, Handbook (2024)"
    assert wordlists.packs[0].terms[0].sources == ("handbook",)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("publisher =", "publsher ="), "term “handbook”, field “publisher”: the source needs a text"),
        (("year =", "yaer ="), "term “handbook”, field “yaer”: unknown field; did you mean “year”?"),
        (("2024", '"2024"'), "the source needs a year in figures"),
        (("[source.handbook]", "[source]"), "write a source as a table: [source.its-id]"),
        (("source.handbook", "source.guide"), "there is a source “guide” already; choose another id"),
    ],
)
def test_a_mistake_in_a_source_is_named(change: tuple[str, str], said: str, tmp_path: Path) -> None:
    assert said in refused(own(OWN_SOURCE).replace(*change, 1), tmp_path)
