"""``stigmalint packs``: an overview, and a second pair of eyes for whoever edits a wordlist."""

from __future__ import annotations

from pathlib import Path

import pytest

from stigmalint.cli import packs
from tests.cli.shell import Shell, run
from tests.small_wordlists import ADDICT, term, wordlists_of

PACK = """
format = 1
pack = "house-words"
language = "en"
title = "Words of our house"

[[term]]
id = "house-inmate"
severity = "warning"
noun = ["house inmate"]
prefer = ["resident/residents"]
why = "Somebody who lives here is not locked up."
sources = ["va-sud"]
flag = [["A [house inmate] called.", "A resident called."]]
pass = ["The inmates of the prison called."]
"""


def test_the_list(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    wordlists = wordlists_of(term(ADDICT))
    monkeypatch.setattr(packs, "load_wordlists", lambda packs: wordlists)
    assert shell("packs", "list").out == "small     1 term   Small\n"


def test_alone_it_shows_its_help(shell: Shell) -> None:
    ended = shell("packs")
    assert ended.status == 2
    assert "packs check" in ended.err


def test_a_sound_wordlist(here: Path) -> None:
    (here / "house.toml").write_text(PACK, "utf-8")
    ended = run("packs", "check", "house.toml", cwd=here)
    assert ended.stdout.decode() == "✓ house.toml is sound; every example holds.\n"
    assert ended.returncode == 0


def test_every_problem_is_named_for_every_file(here: Path) -> None:
    (here / "a.toml").write_text(PACK.replace("severity =", "severty ="), "utf-8")
    (here / "b.toml").write_text(PACK.replace("The inmates of the prison", "Our house inmates"), "utf-8")
    (here / "c.toml").write_text(PACK, "utf-8")
    ended = run("packs", "check", "a.toml", "b.toml", "c.toml", "no.toml", cwd=here)
    text = ended.stdout.decode()
    assert ended.returncode == 2
    assert ended.stderr == b""
    assert "✗ a.toml: 1 to put right" in text
    assert "severity" in text
    assert "✗ b.toml: 1 to put right" in text
    assert "must pass" in text
    assert "✓ c.toml is sound" in text
    assert "✗ no.toml: 1 to put right" in text
