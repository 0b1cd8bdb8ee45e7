"""The command itself: help everywhere, nothing loaded for nothing, and a kind answer to a wrong word."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from stigmalint import __version__
from stigmalint.cli.commands import COMMANDS
from tests.cli.shell import Shell, run

EVERY_COMMAND = [[], *([name] for name in COMMANDS), ["packs", "list"], ["packs", "check"]]


def test_help_shows_the_line_each_command_has_for_itself() -> None:
    for module, line in COMMANDS.values():
        command = import_module(module).command
        assert isinstance(command, click.Command)
        assert command.short_help == line


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_everywhere(shell: Shell, command: list[str], flag: str) -> None:
    ended = shell(*command, flag)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Usage: stigmalint")
    assert "Example" in ended.out or command == ["packs", "list"]


@pytest.mark.parametrize("command", [command for command in EVERY_COMMAND if command], ids=" ".join)
def test_every_option_says_what_it_does(command: list[str]) -> None:
    found: click.Command = import_module(COMMANDS[command[0]][0]).command
    if command[1:]:
        assert isinstance(found, click.Group)
        found = found.commands[command[1]]
    assert found.help
    assert all(option.help and option.help.endswith(".") for option in found.params if isinstance(option, click.Option))


def test_help_fits_a_console_that_knows_no_curly_quotes() -> None:
    ended = run("check", "--help", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b'"-" stands' in ended.stdout


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["check", "--help"], ["terms"], ["explain", "addict"]], ids=" ".join
)
def test_what_needs_no_engine_loads_none(arguments: list[str], tmp_path: Path) -> None:
    code = f"import sys; from stigmalint.cli import main; status = main({arguments!r}); print(*sys.modules); sys.exit(status)"
    ended = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    loaded = set(ended.stdout.decode(errors="replace").splitlines()[-1].split())
    assert loaded & {"spacy", "docx", "pypdfium2_raw", "pdfplumber", "lxml", "pyromark", "numpy"} == set()
    if arguments[0].startswith("--"):
        assert {name for name in loaded if name.startswith("stigmalint.")} <= {
            *["stigmalint.cli", "stigmalint.cli.guarded", "stigmalint.cli.commanded", "stigmalint.cli.commands"],
            *["stigmalint.cli.options", "stigmalint.cli.status", "stigmalint.errors", "stigmalint.terminal"],
        }
    if arguments == ["--version"]:
        assert not loaded & {"click", "dataclasses", "pathlib", "typing"}


def test_only_a_process_of_its_own_is_left_without_looking_for_garbage(shell: Shell) -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    shell("--version")
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
    code = "import gc, sys; from stigmalint.cli import main; sys.argv[1:] = ['--version']; main(); print(gc.get_freeze_count())"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert int(ended.stdout.split()[-1]) > 1_000


def test_the_version(shell: Shell) -> None:
    assert shell("--version").out == f"stigmalint {__version__}\n"
    assert shell("--debug", "--version") == shell("--version")


def test_alone_it_shows_its_help_and_fails_so_that_no_script_takes_it_for_a_check(shell: Shell) -> None:
    ended = shell()
    assert (ended.status, ended.out) == (2, "")
    assert "Commands:" in ended.err


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["chek"], "there is no command “chek”; did you mean “check”?"),
        (["packs", "chck"], "there is no command “chck”; did you mean “check”?"),
        (["frobnicate"], "there is no command “frobnicate”."),
        (["check", "--formt", "json"], "--format"),
        (["check", "--format", "jsn"], "did you mean “json”?"),
        (["check", "--fail-on", "Warnings"], "did you mean “warning”?"),
        (["check", "--fail-on", "zzz"], "“zzz” is not one of error, warning, advice, never."),
        (["check", "--color", "allways"], "did you mean “always”?"),
        (["terms", "--severity", "errors"], "did you mean “error”?"),
        (["explain"], "TERM"),
        (["--verison"], "--version"),
    ],
)
def test_a_wrong_word_is_answered_with_the_nearest(shell: Shell, arguments: list[str], answer: str) -> None:
    ended = shell(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert re.fullmatch(r"stigmalint: [^\n]+\n", ended.err), "one line"
    assert answer in ended.err
    assert "--help” says more." in ended.err


def test_whoever_leaves_the_command_out_is_told(shell: Shell, here: Path) -> None:
    (here / "policy.md").touch()
    assert "to check policy.md, write: stigmalint check policy.md." in shell("policy.md").err


def test_a_wrong_word_cannot_act_on_the_terminal(shell: Shell) -> None:
    assert "“␛[2J⟦U+202E⟧x”" in shell("\x1b[2J\u202ex").err


def test_python_m_runs_the_same_command() -> None:
    ended = run("--version")
    assert (ended.returncode, ended.stdout.decode()) == (
        0,
        f"stigmalint {__version__}\n".replace("\n", "\r\n" * (sys.platform == "win32") or "\n"),
    )
