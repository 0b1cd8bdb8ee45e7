"""Inflection of our words: what the library says is checked on those where it could go wrong."""

import subprocess
import sys

import pytest

from stigmalint.packs import inflect


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("addict", "addicts"), ("junkie", "junkies"), ("wino", "winos"), ("crackhead", "crackheads"), ("child", "children"),
        ("thief", "thieves"), ("IVDU", "IVDUs"), ("lush", "lushes"),
        ("baby", "babies"), ("person", "people"), ("urine", "urines"),
        ("drug abuser", "drug abusers"), ("ex-con", "ex-cons"), ("woman", "women"),
        ("diabetic", "diabetics"), ("felon", "felons"),
    ],
)  # fmt: skip
def test_plurals(word: str, plural: str) -> None:
    forms = inflect.noun_forms(word)
    assert next(form for form, tag in forms.items() if tag == "pl") == plural
    assert forms[word] == "sg"


def test_every_spelling_of_a_plural_is_found() -> None:
    assert {"people", "persons"} <= inflect.noun_forms("person").keys()


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("abuse", ["abuse", "abuses", "abused", "abusing"]),
        ("commit", ["commits", "committed", "committing"]),
        ("take", ["took", "taken"]),
        ("self-medicate", ["self-medicates", "self-medicating"]),
        ("drop out", ["dropped out", "dropping out"]),
        ("be", ["am", "is", "are", "was", "were", "been", "being"]),
    ],
)
def test_tenses(verb: str, forms: list[str]) -> None:
    assert set(forms) <= inflect.verb_forms(verb).keys()


def test_the_tag_of_a_form_gives_the_form_of_another_verb() -> None:
    assert inflect.verb_form("take", inflect.verb_forms("abuse")["abused"]) == "took"
    assert inflect.verb_form("have", inflect.BE["was"]) == "had"


def test_the_table_holds_every_word_of_the_curated_wordlists() -> None:
    """Otherwise each start would load the slow library; `python -m stigmalint.packs.forms` writes the table anew."""
    code = (
        "import sys\nfrom stigmalint.packs import load_vocabulary\nload_vocabulary()\n"
        "sys.exit('lemminflect' in sys.modules and 'run: python -m stigmalint.packs.forms')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
