"""What other tools get: words they can look for, texts they cannot misread, and the truth about the rest."""

from __future__ import annotations

import csv
import io
import re

import pytest
import yaml

from stigmalint.packs import load_vocabulary, load_wordlists
from stigmalint.packs.compile import compile_vocabulary
from stigmalint.packs.export import LOST, export
from stigmalint.packs.export.csv import COLUMNS
from tests.small_wordlists import ADDICT, term, wordlists_of

FIEND = ADDICT.replace('addict"', 'fiend"')
WORDLISTS = wordlists_of(
    term('noun = ["addict", "drug-pushing addict"]\nprefer = ["person/people with an addiction"]', "addict"),
    term(FIEND, "fiend"),
    term('noun = ["{substance} lover"]\nprefer = ["person/people who uses/use {substance}"]', "lover"),
    term('verb = ["get clean"]\nprefer = ["enter recovery"]\nonly_if.cue = ["cue"]', "clean"),
    term('phrase = ["driver\'s MAT (now)?"]\nprefer = ["medication: =1+1"]\nexact_case = true\nnot_if.near = ["yoga"]', "mat"),
    term('phrase = ["moral failing"]\nrewrite = "reframe"\ninstead = "Say 100% of it."', "failing"),
)
VOCABULARY = compile_vocabulary(WORDLISTS)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


class TestCsv:
    def test_a_row_for_each_term(self) -> None:
        exported = export("csv", VOCABULARY, ["small"])
        table = rows(exported.files["terms.csv"])
        assert [row["id"] for row in table] == ["addict", "fiend", "lover", "clean", "mat", "failing"]
        assert tuple(table[0]) == COLUMNS
        assert table[0]["wordings"] == "addict\ndrug-pushing addict"
        assert table[0]["sources"] == "A clinic, A guide to words (2020)"
        assert exported.files["terms.csv"].startswith("\ufeff"), "or a spreadsheet takes it for another encoding"

    def test_only_what_a_table_has_no_column_for_is_lost(self) -> None:
        exported = export("csv", VOCABULARY, ["small"])
        assert {loss.term for loss in exported.losses} == {"clean", "mat"}
        assert exported.summary == "6 terms: 4 whole, 2 in part, 0 not at all"


class TestVale:
    FILES = export("vale", VOCABULARY, ["small"]).files

    def rule(self, id: str) -> dict[str, object]:
        found: dict[str, object] = yaml.safe_load(self.FILES[f"stigmalint/{id}.yml"])
        return found

    def test_a_label_is_a_substitution_in_every_form_the_longest_first(self) -> None:
        rule = self.rule("addict")
        assert rule["extends"] == "substitution"
        assert rule["level"] == "error"
        assert rule["action"] == {"name": "replace"}, "Vale wants it where there are several words to write"
        assert rule["swap"] == {
            r"drug[-\s]+pushing[-\s]+addicts": "people with an addiction",
            r"drug[-\s]+pushing[-\s]+addict": "person with an addiction",
            "addicts": "people with an addiction",
            "addict": "person with an addiction",
        }
        assert list(rule["swap"])[-1] == "addict"  # type: ignore[call-overload]

    def test_several_words_to_write_are_parted_by_bars(self) -> None:
        swap = self.rule("fiend")["swap"]
        assert swap == {
            "fiends": "people with an addiction|individuals with an addiction",
            "fiend": "person with an addiction|individual with an addiction",
        }

    def test_what_depends_on_the_words_around_it_is_a_mere_suggestion(self) -> None:
        rule = self.rule("clean")
        assert (rule["extends"], rule["level"]) == ("existence", "suggestion")
        assert set(rule["tokens"]) == {rf"{form}[-\s]+clean" for form in ("get", "gets", "got", "gotten", "getting")}  # type: ignore[call-overload]

    def test_abbreviations_keep_their_capitals_and_apostrophes_may_be_curly(self) -> None:
        rule = self.rule("mat")
        assert rule["ignorecase"] is False
        assert list(rule["swap"]) == [r"driver['’]s[-\s]+MAT[-\s]+now", r"driver['’]s[-\s]+MAT"]  # type: ignore[call-overload]

    def test_a_percent_sign_is_none_of_vales(self) -> None:
        assert self.rule("failing")["message"] == "'%s': Because. Say 100%% of it."

    def test_what_needs_a_word_class_stays_behind_and_is_said_to(self) -> None:
        assert "stigmalint/lover.yml" not in self.FILES
        gone, part = self.FILES[LOST].split("## Carried over in part")
        assert "- `lover`: 1 of 1 wordings, which need word classes or gaps; 1 of 1 suggestions, which repeat" in gone
        assert "- `fiend`: 1 of 2 wordings" not in part
        assert "- `fiend`: words of a class that may stand inside the wording" in part
        assert "- `clean`: the condition that makes it this sense (only_if)" in part
        assert "- `mat`: the conditions under which it passes (not_if)" in part
        assert "`addict`" not in gone + part
        assert "Of 6 terms: 2 whole, 3 in part, 1 not at all." in gone


class TestPrh:
    EXPORTED = export("prh", VOCABULARY, ["small"])
    RULES = yaml.safe_load(EXPORTED.files["stigmalint.prh.yml"])["rules"]

    def replaced(self, text: str) -> str:
        for rule in self.RULES:
            body, flags = re.fullmatch(r"/(.*)/(i?)", rule["pattern"]).groups()  # type: ignore[union-attr]
            text = re.sub(body, rule["expected"], text, flags=re.IGNORECASE if flags else 0)
        return text

    def test_its_rules_replace_whole_words(self) -> None:
        assert self.replaced("Drug-pushing\naddicts and ADDICTS.") == "people with an addiction and people with an addiction."
        assert self.replaced("The addictive non-addict mat, driver’s MAT") == "The addictive non-addict mat, medication: =1+1"

    def test_what_it_cannot_replace_for_sure_is_left_out_and_said_to_be(self) -> None:
        assert {loss.term for loss in self.EXPORTED.losses if loss.whole} == {"lover", "clean", "failing"}
        assert not any("clean" in rule["pattern"] for rule in self.RULES)
        assert "words for which there is no replacement" in self.EXPORTED.files[LOST]


def test_only_the_packs_asked_for_are_written() -> None:
    assert export("vale", VOCABULARY, ["other"]).terms == 0


@pytest.mark.parametrize("format", ["csv", "vale", "prh"])
def test_the_curated_packs_can_be_written_and_every_term_is_accounted_for(format: str) -> None:
    names = [pack.name for pack in load_wordlists().packs]
    exported = export(format, load_vocabulary(), names)
    assert exported.terms > 100
    assert len({loss.term for loss in exported.losses}) == len(exported.losses) <= exported.terms
    for name, text in exported.files.items():
        if name.endswith(".yml"):
            assert yaml.load(text, yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
