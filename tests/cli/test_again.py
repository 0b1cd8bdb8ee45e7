"""What is said a second time is what was said the first time, and only where all is as it was."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stigmalint import keeping, many
from stigmalint.cli import again
from stigmalint.cli.again import note, question, said_before
from stigmalint.packs import load_vocabulary
from tests.cli.shell import CLEAN, FINDING, Shell, run
from tests.cli.test_quick import NEVER
from tests.tools import ROOT

TERMS = [compiled.term for compiled in load_vocabulary().terms]
SENTENCES = [example.text for term in TERMS for example in (*term.flag, *term.passes)]

windows = pytest.mark.skipif(sys.platform == "win32", reason="on Windows Click takes paths apart, so it is always asked")
pytestmark = windows


@pytest.fixture
def told(page: Path, here: Path, shell: Shell) -> Callable[[], str]:
    """A check of two files that was made before; gives what is known of it now, nothing if nothing is."""
    (here / "a.md").write_text(FINDING, "utf-8")
    said = shell("check", "a.md", "page.md")
    assert (said.status, said.err) == (1, "")
    assert said_before(["a.md", "page.md"]) == (1, said.out)
    return lambda: (said_before(["a.md", "page.md"]) or (0, ""))[1]


@pytest.mark.parametrize("flags", [[], ["--force-exclude"]], ids=["check", "as a hook"])
def test_the_second_time_loads_next_to_nothing(flags: list[str], told: Callable[[], str], here: Path) -> None:
    code = (
        f"import sys\nfrom stigmalint.cli import main\nstatus = main(['check', *{flags}, 'a.md', 'page.md'])\n"
        f"print(*({set(NEVER)} | {{'hashlib', 'sqlite3', 'json'}}) & sys.modules.keys(), status, file=sys.stderr)"
    )
    script = f"import sys; sys.path[:0] = {sys.path!r}\n{code}"
    how = {"cwd": here, "env": dict(os.environ), "capture_output": True, "encoding": "utf-8"}
    done = subprocess.run([sys.executable, "-S", "-c", script], **how, check=False)
    assert (done.returncode, done.stderr.split()) == (0, ["1"])
    assert done.stdout == run("check", "--no-cache", "a.md", "page.md", cwd=here).stdout.decode()


def test_it_says_the_same_by_any_name(told: Callable[[], str], shell: Shell) -> None:
    anew = shell("check", "--no-cache", "a.md", "page.md")
    assert shell("check", "a.md", "page.md") == shell("check", "--force-exclude", "page.md", "a.md") == anew
    assert shell("check", "./a.md", "page.md") == anew


def test_whatever_changes_makes_it_another_question(told: Callable[[], str], here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in {
        "page.md": f"{CLEAN}\n",
        "a.md": FINDING.upper(),
        "stigmalint.toml": 'ignore = ["advice"]\n',
        ".stigmalint.toml": 'ignore = ["addict"]\n',
        "pyproject.toml": "[tool.stigmalint]\nfail-on = 'never'\n",
        "a.md.stigmalint.toml": "",
    }.items():
        before = (here / name).read_text("utf-8") if (here / name).exists() else None
        (here / name).write_text(content, "utf-8")
        assert not told(), name
        (here / name).unlink()
        if before is not None:
            (here / name).write_text(before, "utf-8")
        assert told(), name
    for variable, value in {"COLUMNS": "60", "FORCE_COLOR": "1", "STIGMALINT_CACHE": str(here)}.items():
        with monkeypatch.context() as patched:
            patched.setenv(variable, value)
            assert bool(told()) == (variable == "STIGMALINT_CACHE"), variable  # where the cache is has been settled by now
    with monkeypatch.context() as patched:
        patched.setattr(again, "program", lambda: "another")
        assert not told()
    with monkeypatch.context() as patched:
        patched.setattr(again, "program", lambda: "")
        assert not told()
    (here / "sub").mkdir()
    monkeypatch.chdir(here / "sub")
    assert said_before(["../a.md", "../page.md"]) is None


@pytest.mark.parametrize(
    "paths", [["a.md", "./a.md"], ["a.html"], ["."], ["nowhere.md"], ["empty.md"], [".a.md"], ["a.md"] * 1001], ids=str
)
def test_what_is_not_plain_is_not_asked(paths: list[str], here: Path) -> None:
    for name in ("a.md", "a.html", ".a.md"):
        (here / name).write_text(FINDING, "utf-8")
    (here / "empty.md").touch()
    assert question(paths) is None


def test_no_word_of_a_document_is_kept(page: Path, here: Path, shell: Shell) -> None:
    words = "Quopplewick zarnithal 73519246 addicts brimblefex Übersnorvelé"
    (here / "plimborough.md").write_text(f"# Snorvelgate\n\n{words} left.\n", "utf-8")
    said = shell("check", "plimborough.md")
    asked = question(["plimborough.md"])
    assert asked
    assert "73519246" in said.out
    assert said_before(["plimborough.md"]) == (1, said.out)
    kept = keeping.kept(f"told-{asked.key}") or ""
    assert re.fullmatch(r"[0-9a-f]{32}\n[-\d ]+", kept)
    assert "73519246" not in kept
    letters = "".join(chr(~int(code)) for code in kept.split()[1:] if int(code) < 0)
    assert not set(re.findall(r"[\w]{2,}", letters)) & {*words.split(), "plimborough", "Snorvelgate"}


def test_settings_that_name_other_files_are_not_asked(here: Path) -> None:
    (here / "a.md").write_text(FINDING, "utf-8")
    for line in ('packs = ["x.toml"]', 'extend = "x.toml"', 'baseline = "x.json"', 'exclude = ["a.md"]', "no = 1", "not TOML"):
        (here / "stigmalint.toml").write_text(line, "utf-8")
        assert question(["a.md"]) is None, line
    (here / "stigmalint.toml").write_text('fail-on = "never"', "utf-8")
    assert question(["a.md"])


def test_settings_count(told: Callable[[], str], here: Path, shell: Shell) -> None:
    (here / "stigmalint.toml").write_text('fail-on = "never"', "utf-8")
    said = [shell("check", "a.md") for _ in range(2)]
    assert said[0] == said[1] == shell("check", "--no-cache", "a.md")
    assert said_before(["a.md"]) == (0, said[0].out)


def test_what_was_not_read_completely_is_not_kept(told: Callable[[], str], here: Path) -> None:
    (here / "a.md").write_text(f"{FINDING} More.", "utf-8")
    asked = question(["a.md"])
    assert asked
    note(asked, 3, FINDING)
    assert said_before(["a.md"]) is None
    note(asked, 1, FINDING)
    assert said_before(["a.md"]) == (1, FINDING)


def test_a_file_that_changes_meanwhile_is_not_kept(page: Path, here: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def checked_late(*arguments: object, **how: object) -> object:
        (here / "a.md").write_text(FINDING.replace("Sundays", "Mondays"), "utf-8")
        report = check(*arguments, **how)  # type: ignore[arg-type]
        (here / "a.md").write_text(FINDING, "utf-8")
        return report

    (here / "a.md").write_text(FINDING, "utf-8")
    check = many.check
    monkeypatch.setattr(many, "check", checked_late)
    assert "Mondays" in shell("check", "a.md").out
    assert said_before(["a.md"]) is None


@pytest.mark.parametrize("file", sorted((ROOT / "examples").glob("*.md")), ids=lambda file: file.name)
def test_the_examples_are_told_again(file: Path, page: Path, here: Path, shell: Shell) -> None:
    (here / file.name).write_bytes(file.read_bytes())
    anew = shell("check", "--no-cache", file.name)
    assert shell("check", file.name) == anew
    assert said_before([file.name]) == (anew.status, anew.out)


@given(
    sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
    glue=st.sampled_from([" ", "\n", "\n\n", "\n- ", "**"]),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_document_is_told_again(sentences: list[str], glue: str, page: Path, here: Path, shell: Shell) -> None:
    (here / "b.md").write_text(glue.join(sentences), "utf-8")
    anew = shell("check", "--no-cache", "b.md")
    assert shell("check", "b.md") == anew
    assert said_before(["b.md"]) in (None, (anew.status, anew.out))
    assert shell("check", "b.md") == anew
