"""The second run says what the first said, byte for byte, without judging anew; and no word of a document is kept."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from stigmalint.api import check_bytes
from stigmalint.cache import store
from stigmalint.config import Allowed, Config, HouseStyle
from stigmalint.findings import Report, Severity
from stigmalint.limits import DEFAULT_LIMITS
from tests.cli.shell import run
from tests.cli.test_formats_read import FILES
from tests.tools import ROOT

LOADED = """
import sys
from stigmalint.cli import main
status = main(sys.argv[1:])
print(sorted({"stigmalint.judging", "stigmalint.matching.phrases", "spacy"} & sys.modules.keys()), file=sys.stderr)
sys.exit(status)
"""
JUDGING = "['stigmalint.judging', 'stigmalint.matching.phrases']"
VISITS = """
format = 1
pack = "visits"
title = "How we speak of visits"

[[term]]
id = "may-visit"
severity = "warning"
phrase = ["may visit"]
rewrite = "describe"
instead = "Say who may come."
why = "Sounds grudging."
sources = ["va-sud"]
flag = [["They [may visit] on Mondays.", "They are welcome on Mondays."]]
pass = ["They may come."]
"""
POLICY = """# Visits

The addicts may visit on Sundays. As required by statute, any addict who fails a drug test will be discharged.

> “I am an addict,” she said, and the drunk stayed.

Grounds for dismissal:

- a positive drug test
- heroin 30 days after
"""


def loaded_by(*arguments: str, cwd: Path) -> str:
    """Which of the modules that judge a run of the command has loaded."""
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    return done.stderr.strip()


def anew(*arguments: str, cwd: Path) -> bytes:
    return run("check", "--no-cache", "--format", "json", *arguments, cwd=cwd).stdout


def once_more(*arguments: str, cwd: Path) -> bytes:
    return run("check", "--format", "json", *arguments, cwd=cwd).stdout


def reported(config: Config) -> Report:
    """The report on the policy, by a checker that knows nothing but what is kept."""
    return check_bytes(POLICY.encode(), "policy.md", config)


@pytest.fixture
def folder(tmp_path: Path, warm: Path) -> Path:
    """A folder with a document in every format, and a cache of its own."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, (data, _) in FILES.items():
        (documents / name).write_bytes(data)
    (documents / "policy.md").write_text(POLICY, "utf-8")
    return documents


def test_the_second_run_judges_nothing_and_says_the_same(folder: Path, warm: Path) -> None:
    fresh = anew(".", cwd=folder)
    assert not (warm / store.FILE).exists()
    assert loaded_by("check", cwd=folder) == JUDGING
    assert loaded_by("check", cwd=folder) == "[]"
    assert loaded_by("check", "--format", "json", cwd=folder) == "[]"
    assert loaded_by("check", "--no-cache", cwd=folder) == JUDGING
    assert once_more(".", cwd=folder) == fresh


def test_what_has_candidates_and_no_finding_is_known_too(folder: Path) -> None:
    (folder / "policy.md").write_text("Avoid the word “addict”.\n", "utf-8")
    assert loaded_by("check", "policy.md", "b.md", cwd=folder) == JUDGING
    assert loaded_by("check", "policy.md", "b.md", cwd=folder) == "[]"


def test_the_examples_are_reported_the_same(warm: Path) -> None:
    fresh = anew("examples", cwd=ROOT)
    assert [once_more("examples", cwd=ROOT) for _ in range(2)] == [fresh] * 2


@pytest.mark.parametrize(
    "config",
    [
        Config(),
        Config(style=HouseStyle(ignore=("advice",))),
        Config(style=HouseStyle(severity=(("addict", Severity.ADVICE),))),
        Config(style=HouseStyle(allow=(Allowed("The addicts", "a band"),))),
        Config(limits=DEFAULT_LIMITS._replace(findings=2)),
        Config(ignores=False),
        Config(full=True),
    ],
)
def test_other_settings_are_other_findings(config: Config, place: Path) -> None:
    reported(Config(cache=True))
    assert reported(replace(config, cache=True)) == reported(config)
    assert reported(replace(config, cache=True)) == reported(config)


def test_a_changed_file_is_judged_anew_and_a_moved_one_is_known(folder: Path) -> None:
    once_more("policy.md", cwd=folder)
    (folder / "policy.md").write_text(POLICY.replace("The addicts may", "A junkie may"), "utf-8")
    assert b"junkie" in once_more("policy.md", cwd=folder)
    (folder / "policy.md").rename(folder / "moved.md")
    assert loaded_by("check", "moved.md", cwd=folder) == "[]"
    assert b'"path": "moved.md"' in once_more("moved.md", cwd=folder)


def test_a_changed_wordlist_is_heard(folder: Path) -> None:
    (folder / "house.toml").write_text(VISITS, "utf-8")
    (folder / "stigmalint.toml").write_text('packs = ["house.toml"]\n', "utf-8")
    first = once_more("policy.md", cwd=folder)
    assert b"Say who may come" in first
    assert once_more("policy.md", cwd=folder) == first
    (folder / "house.toml").write_text(VISITS.replace("may visit", "may call"), "utf-8")
    changed = once_more("policy.md", cwd=folder)
    assert b"Say who may come" not in changed


@pytest.mark.parametrize("step", [7, 997, 4096])
def test_a_damaged_file_changes_nothing(step: int, place: Path) -> None:
    fresh = reported(Config(cache=True))
    damaged = bytearray((place / store.FILE).read_bytes())
    damaged[::step] = bytes(each ^ 4 for each in damaged[::step])
    (place / store.FILE).write_bytes(damaged)
    assert [reported(Config(cache=True)) for _ in range(3)] == [fresh] * 3


def test_runs_at_the_same_time_say_the_same(folder: Path) -> None:
    fresh = anew(".", cwd=folder)
    with ThreadPoolExecutor(4) as pool:
        assert {*pool.map(lambda _: once_more(".", cwd=folder), range(4))} == {fresh}
    assert once_more(".", cwd=folder) == fresh


def test_no_word_of_a_document_is_kept(folder: Path, warm: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    words = "Quopplewick zarnithal 73519246 addicts brimblefex, who tested positive, will, as required by statute, be discharged."
    (folder / "snorvelgate.md").write_text(f"# Plimborough\n\n{words}\n", "utf-8")
    (folder / "other.txt").write_text(f"73519246 days clean, {words}", "utf-8")
    assert b"addicts" in once_more(".", cwd=folder)
    assert loaded_by("check", cwd=folder) == "[]"
    kept = (warm / store.FILE).read_bytes()
    for word in re.findall(r"\w{6,}", f"{words} Plimborough snorvelgate"):
        assert word.lower().encode() not in kept.lower()
    base = sqlite3.connect(warm / store.FILE)
    rows = base.execute("SELECT key, numbers, seal FROM judged").fetchall()
    base.close()
    assert len(rows) == 2
    for key, numbers, seal in rows:
        assert (len(key), len(seal)) == (20, 16)
        assert re.fullmatch(rb"[\d ]+", numbers)
