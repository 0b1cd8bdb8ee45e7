"""``stigmalint config``, and the settings as ``check`` obeys them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.shell import FINDING, Shell, run

OURS = """
format = 1
pack = "ours"
title = "Words of our house"

[[term]]
id = "house-ghost"
severity = "error"
noun = ["house ghost"]
prefer = ["resident/residents"]
why = "Somebody who lives here is a person with a key."
sources = ["va-sud"]
flag = [["A [house ghost] called.", "A resident called."]]
pass = ["A resident called."]
"""


def found(here: Path, *arguments: str) -> list[tuple[str, str]]:
    """Term and severity of each finding of a check."""
    report = json.loads(run("check", "--format", "json", *arguments, cwd=here).stdout)
    return [(finding["term"], finding["severity"]) for finding in report["findings"]]


def test_each_value_and_where_it_came_from(shell: Shell) -> None:
    Path("stigmalint.toml").write_text('fail-on = "error"\n[severity]\naddict = "off"\n', "utf-8")
    lines = shell("config", "--ignore", "suicide,advice", "--ignore", "housing").out.splitlines()
    assert lines[0] == "Settings file: stigmalint.toml"
    rows = dict(line.split("  # ") for line in lines if "  # " in line)
    assert {row.rstrip(): origin for row, origin in rows.items()} == {
        'fail-on = "error"': "stigmalint.toml",
        "select = []": "default",
        'ignore = ["suicide", "advice", "housing"]': "--ignore",
        'severity = { addict = "off" }': "stigmalint.toml",
        "guides = []": "default",
        "identity-first = false": "default",
        "packs = []": "default",
        "allow = []": "default",
        "exclude = []": "default",
        "per-file-ignores = {}": "default",
        'baseline = ""': "default",
        'extend = ""': "default",
        "limits = {}": "default",
        "hidden-text = false": "default",
    }


def test_without_a_file_it_says_so(shell: Shell) -> None:
    assert shell("config").out.startswith("No settings file")


@pytest.mark.parametrize("command", ["config", "check"])
def test_what_does_not_fit_is_wrong_use(shell: Shell, command: str) -> None:
    Path("stigmalint.toml").write_text('ingore = ["suicide"]', "utf-8")
    ended = shell(command)
    assert ended.status == 2
    assert ended.err == "stigmalint: stigmalint.toml: there is no setting “ingore”; did you mean “ignore”?\n"
    assert "leave one of them out" in shell(command, "--isolated", "--config", "stigmalint.toml").err


def test_a_setting_can_be_given_on_the_command_line(shell: Shell) -> None:
    Path("other.toml").write_text('ignore = ["suicide"]', "utf-8")
    out = shell("config", "--config", "other.toml", "--config", "fail-on=error", "--config", "severity={addict='off'}").out
    assert "Settings file: other.toml" in out
    rows = dict(line.split("  # ") for line in out.splitlines() if "  # " in line)
    assert {row.rstrip(): origin for row, origin in rows.items() if origin != "default"} == {
        'fail-on = "error"': "--config",
        'ignore = ["suicide"]': "other.toml",
        'severity = { addict = "off" }': "--config",
    }
    assert "is not a setting as the file has it" in shell("config", "--config", "ignore=[advice").err
    assert "let one “extend” the other" in shell("config", "--config", "other.toml", "--config", "more.toml").err


def test_names_can_be_ignored_in_some_files(here: Path, shell: Shell) -> None:
    Path("minutes").mkdir()
    for name in ("minutes/a.md", "b.md"):
        Path(name).write_text(FINDING, "utf-8")
    Path("stigmalint.toml").write_text('[per-file-ignores]\n"minutes/" = ["substance-use"]\n"b.*" = ["suicide"]\n', "utf-8")
    report = json.loads(shell("check", "--format", "json").out)
    assert (report["checked"], [finding["path"] for finding in report["findings"]]) == (2, ["b.md"])
    assert shell("check", "minutes/a.md").status == 0


def test_check_obeys_the_file_and_the_flags(here: Path) -> None:
    (here / "a.md").write_text(f"{FINDING}\nThe junkie choir sings. House ghosts cook.\n", "utf-8")
    (here / "old.md").write_text(FINDING, "utf-8")
    (here / "ours.toml").write_text(OURS, "utf-8")
    assert [term for term, _ in found(here)] == ["addict", "junkie", "addict"]
    (here / "stigmalint.toml").write_text(
        'fail-on = "error"\nexclude = ["old.md"]\npacks = ["ours.toml"]\n'
        'allow = [{ phrase = "junkie choir", reason = "Its name." }]\n'
        '[severity]\naddict = "advice"\nhouse-ghost = "warning"\n',
        "utf-8",
    )
    assert found(here) == [("addict", "advice"), ("house-ghost", "warning")]
    assert run("check", cwd=here).returncode == 0
    assert run("check", "--fail-on", "warning", cwd=here).returncode == 1
    assert found(here, "--select", "ours") == [("house-ghost", "warning")]
    assert found(here, "--isolated") == [("addict", "error"), ("junkie", "error"), ("addict", "error")]
    assert found(here, "old.md") == [("addict", "advice")]
    assert run("check", "--force-exclude", "old.md", cwd=here).returncode == 0


def test_a_pack_of_ones_own_is_held_to_the_rules_of_all(here: Path) -> None:
    (here / "ours.toml").write_text(OURS.replace('sources = ["va-sud"]\n', ""), "utf-8")
    (here / "stigmalint.toml").write_text('packs = ["ours.toml"]', "utf-8")
    (here / "a.md").write_text(FINDING, "utf-8")
    ended = run("check", cwd=here)
    assert ended.returncode == 2
    assert "ours.toml:6: term “house-ghost”, field “sources”" in ended.stderr.decode()


def test_a_pack_of_ones_own_is_known_everywhere(here: Path, shell: Shell) -> None:
    Path("ours.toml").write_text(OURS, "utf-8")
    assert shell("explain", "house-ghost").status == 2
    Path("stigmalint.toml").write_text('packs = ["ours.toml"]\n[severity]\nhouse-ghost = "off"', "utf-8")
    assert "Somebody who lives here" in shell("explain", "house ghosts").out
    assert "house-ghost  error" in shell("terms", "--pack", "ours").out
    assert "ours " in shell("packs", "list").out
