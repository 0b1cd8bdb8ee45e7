"""``stigmalint terms``: what it looks for, for people and for programs."""

from __future__ import annotations

import json

import pytest

from stigmalint.cli import terms
from tests.cli.shell import Shell
from tests.small_wordlists import ADDICT, term, wordlists_of


@pytest.fixture(autouse=True)
def small_wordlists(monkeypatch: pytest.MonkeyPatch) -> None:
    mild = term('phrase = ["hooked on"]\nprefer = ["using"]', "hooked").replace('"error"', '"advice"')
    wordlists = wordlists_of(mild, term(ADDICT, "addict"))
    monkeypatch.setattr(terms, "load_wordlists", lambda packs: wordlists)


def test_a_line_for_each_term(shell: Shell) -> None:
    assert shell("terms").out.splitlines() == [
        "addict  error    small  addict",
        "hooked  advice   small  hooked on",
        "",
        "2 terms. To read about one: stigmalint explain NAME",
    ]


def test_filters(shell: Shell) -> None:
    assert shell("terms", "--severity", "advice", "--pack", "small").out.splitlines()[::2] == [
        "hooked  advice   small  hooked on",
        "1 term. To read about one: stigmalint explain NAME",
    ]
    assert shell("terms", "--severity", "warning").out == "0 terms. To read about one: stigmalint explain NAME\n"


def test_json(shell: Shell) -> None:
    record = json.loads(shell("terms", "--format", "json").out)
    assert record["format"] == 1
    first, second = record["terms"]
    assert (first["id"], second["id"]) == ("addict", "hooked")
    assert list(first) == [
        *["id", "pack", "kind", "severity", "wordings", "why", "sources", "rewrite", "prefer", "instead", "disputed"],
    ]
    assert first["sources"] == ["A clinic, A guide to words (2020)"]


def test_an_unknown_wordlist_is_answered_with_the_nearest(shell: Shell) -> None:
    ended = shell("terms", "--pack", "smal")
    assert ended.status == 2
    assert ended.err == "stigmalint: there is no wordlist “smal”; did you mean “small”? (there are small).\n"
