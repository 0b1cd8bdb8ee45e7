"""``stigmalint baseline``, and a check that has one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.shell import CLEAN, FINDING, Shell, run

SETTINGS = 'baseline = "stigmalint-baseline.json"\n'


@pytest.fixture(autouse=True)
def _not_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def test_only_what_is_new_fails(shell: Shell, here: Path) -> None:
    Path("a.md").write_text(FINDING, "utf-8")
    made = shell("baseline", "create")
    assert made.status == 0
    assert "wrote 1 finding to stigmalint-baseline.json" in made.err
    assert SETTINGS.strip() in made.err, "how to make check take notice of it"
    assert shell("check").status == 1, "nobody has told check of it"
    Path("stigmalint.toml").write_text(SETTINGS, "utf-8")
    Path("a.md").write_text(f"# Visits\n\nWelcome.\n\n{FINDING.replace(' ', chr(10))}", "utf-8")
    ended = run("check", "--format", "json", cwd=here)
    report = json.loads(ended.stdout)
    assert (ended.returncode, report["findings"], report["known"], report["stale"]) == (0, [], 1, [])
    Path("b.md").write_text(FINDING, "utf-8")
    ended = shell("check")
    assert ended.status == 1
    assert "1 finding is known from the baseline." in ended.out
    assert shell("check", "a.md", "--no-baseline").status == 1


def test_the_file_can_stand_anywhere(shell: Shell, here: Path) -> None:
    Path("docs").mkdir()
    Path("docs/a.md").write_text(FINDING, "utf-8")
    assert shell("baseline", "create", "docs", "--baseline", "docs/known.json").status == 0
    assert [each["path"] for each in json.loads(Path("docs/known.json").read_text("utf-8"))["known"]] == ["a.md"]
    assert shell("check", "--baseline", "docs/known.json").status == 0
    missing = shell("check", "--baseline", "nowhere.json")
    assert (missing.status, missing.out) == (2, "")
    assert "there is no baseline" in missing.err


def test_stale_entries_are_told_and_pruned(shell: Shell) -> None:
    Path("stigmalint.toml").write_text(SETTINGS, "utf-8")
    Path("a.md").write_text(f"{FINDING}\nNo junkie is let in.\n", "utf-8")
    shell("baseline", "create")
    Path("a.md").write_text(f"{FINDING}\nA new junkie is let in.\n", "utf-8")
    told = shell("check").out
    assert "1 finding of the baseline no longer there; to take them out: stigmalint baseline prune" in " ".join(told.split())
    assert "1 taken out; 1 finding known." in shell("baseline", "prune").err
    assert shell("check").status == 1, "what is new is not put in by pruning"


def test_update_may_grow_at_home_and_not_in_ci(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("stigmalint.toml").write_text(SETTINGS, "utf-8")
    Path("a.md").write_text(FINDING, "utf-8")
    shell("baseline", "create")
    Path("a.md").write_text(f"{FINDING}\nNo junkie is let in.\n", "utf-8")
    before = Path("stigmalint-baseline.json").read_bytes()
    monkeypatch.setenv("CI", "true")
    refused = shell("baseline", "update")
    assert refused.status == 2
    assert "would grow by 1 finding, and in CI it may only shrink" in refused.err
    assert Path("stigmalint-baseline.json").read_bytes() == before
    assert "1 put in, 0 taken out; 2 findings known." in shell("baseline", "update", "--allow-growth").err
    Path("a.md").write_text(CLEAN, "utf-8")
    assert "0 put in, 2 taken out; 0 findings known." in shell("baseline", "update").err


def test_what_exists_is_not_made_again_and_what_is_not_read_is_said(shell: Shell) -> None:
    Path("a.md").write_text(FINDING, "utf-8")
    Path("b.docx").write_bytes(b"not a Word file")
    made = shell("baseline", "create")
    assert made.status == 3
    assert "; 1 document could not be checked." in made.err
    again = shell("baseline", "create")
    assert again.status == 2
    assert "there is a baseline already" in again.err
