"""spaCy's rules are followed as spaCy follows them, in whatever people write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint import keeping
from stigmalint.matching import kept_rules
from stigmalint.matching.kept_rules import tokenizer_rules
from stigmalint.matching.spacy_tokens import spacy_cut, spacy_rules
from stigmalint.matching.tokens import Tokenizer

CUT, TOKENS = spacy_cut(), Tokenizer(spacy_rules())
EXCEPTIONS = sorted(spacy_rules().exceptions)
PARTS = [
    *"aAzZ09.,:;!?'\"()[]-/*_<>=@#$%&+~^|{}\\–—…’“€°éßм中xDpo3v",
    *(
        "word",
        "Word",
        "n't",
        "'s",
        "...",
        "am",
        "mg",
        "km",
        "US$",
        "https://",
        "www.",
        ".org",
        "e.g.",
        "24/7",
        "1,000.5",
        "and/or",
    ),
]


@given(st.lists(st.sampled_from([*PARTS, *EXCEPTIONS]), min_size=1, max_size=7).map("".join))
@settings(max_examples=3000, deadline=None)
def test_stretches_made_of_what_the_rules_speak_of(run: str) -> None:
    for each in run.split():
        assert list(TOKENS(each)) == list(CUT(each))


@given(st.text(min_size=1, max_size=20))
@settings(max_examples=1000, deadline=None)
def test_any_stretch(run: str) -> None:
    for each in run.split():
        assert list(TOKENS(each)) == list(CUT(each))


def test_every_exception_alone_and_between_signs() -> None:
    for text in EXCEPTIONS:
        for run in (text, f"({text})", f"“{text},", f"{text}.", f"x{text}", f"{text}-{text}"):
            for each in run.split():
                assert list(TOKENS(each)) == list(CUT(each)), each


def test_the_documents_of_this_project() -> None:
    """They hold addresses, code, quotations, abbreviations and tables."""
    text = " ".join(path.read_text("utf-8") for path in sorted(Path(__file__).parents[2].glob("docs/**/*.md")))
    runs = set(text.split())
    assert len(runs) > 1_000
    for run in runs:
        assert list(TOKENS(run)) == list(CUT(run)), run


def test_a_stretch_is_cut_alone_as_in_its_sentence() -> None:
    sentence = "She said: “I can't (won't) pay the U.S. $5 co-pay, e.g. at 5pm.” It's and/or, w/o. :) ok"
    whole = [token.text for token in spacy.blank("en")(sentence) if not token.is_space]
    assert [token for run in sentence.split() for token in TOKENS(run)] == whole


def test_rules_are_read_from_spacy_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path))
    keeping.folder.cache_clear()
    try:
        first = tokenizer_rules()
        (kept,) = tmp_path.glob("tokens-*")
        monkeypatch.setattr(kept_rules, "_read", lambda: pytest.fail("read again"))
        assert [list(each) for each in map(Tokenizer(tokenizer_rules()), ("can't", "(e.g."))] == [["ca", "n't"], ["(", "e.g."]]
        monkeypatch.setattr(kept_rules, "_read", lambda: first)
        kept.write_text("[1, 2]", "utf-8")
        assert tokenizer_rules() == first
        assert kept.read_text("utf-8") != "[1, 2]"
    finally:
        keeping.folder.cache_clear()


@pytest.mark.parametrize(("options", "loads"), [("full=False", False), ("full=True", True)])
def test_only_the_full_engine_loads_spacy(options: str, loads: bool) -> None:
    tokenizer_rules()  # kept for the other process
    code = (
        "import sys\nfrom stigmalint import api\nfrom stigmalint.config import Config\n"
        f"report = api.check_bytes(b'An \"addict\" can\\'t come, e.g. (at 5pm).', 'a.txt', Config({options}))\n"
        "print(len(report.checked and [report]), 'spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["1", str(loads)], done.stderr
