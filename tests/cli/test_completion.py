"""``stigmalint completion``: the scripts, and what a shell is answered."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import Shell, run
from tests.tools import program


def asked(shell: str, *words: str, begun: str = "") -> list[list[str]]:
    """What a shell is told when these words stand before the cursor."""
    typed = ["stigmalint", *words, begun]
    variables = {"COMP_WORDS": " ".join(typed), "COMP_CWORD": str(len(words) + 1)}
    if shell == "powershell":
        variables = {"COMP_WORDS": "\n".join(typed if begun else typed[:-1]), "COMP_WORD": begun}
    ended = run(_STIGMALINT_COMPLETE=f"{shell}_complete", **variables)
    assert ended.returncode == 0, ended.stderr
    separator = "\t" if shell == "powershell" else ","
    return [line.split(separator) for line in ended.stdout.decode().splitlines() if line]


def test_commands_options_values_terms_and_files() -> None:
    assert asked("bash", begun="ba") == [["plain", "baseline"]]
    assert ["plain", "--fail-on"] in asked("bash", "check", begun="--fa")
    assert asked("bash", "check", "--fail-on", begun="w") == [["plain", "warning"]]
    assert ["plain", "addict"] in asked("bash", "explain", begun="addi")
    assert asked("bash", "check", begun="dra") == [["file", "dra"]], "the shell completes files"


def test_powershell_is_answered_with_a_word_and_its_meaning() -> None:
    assert asked("powershell", begun="bas") == [["baseline", "Write down what is found today, so that only what is new counts."]]
    assert [word for word, _ in asked("powershell", "packs")] == ["check", "diff", "export", "list", "pages"]
    assert asked("powershell", "check", begun="dra") == []


@pytest.mark.parametrize("name", ["bash", "zsh", "fish", "powershell"])
def test_each_script_asks_for_its_own_shell(shell: Shell, name: str) -> None:
    ended = shell("completion", name)
    assert (ended.status, ended.err) == (0, "")
    assert f"{name}_complete" in ended.out


@pytest.mark.skipif(sys.platform == "win32", reason="bash is not at home there")
def test_the_script_works_in_bash(tmp_path: Path) -> None:
    bash = program("bash")
    script = tmp_path / "complete.sh"
    script.write_bytes(run("completion", "bash").stdout)
    command = shutil.which("stigmalint", path=str(Path(sys.executable).parent))
    assert command
    typed = f"source {script}; COMP_WORDS=({command} config --fail-on w); COMP_CWORD=3; _stigmalint_completion {command}"
    ended = subprocess.run(
        [bash, "--norc", "-c", f'{typed}; printf "%s\\n" "${{COMPREPLY[@]}}"'], capture_output=True, check=True, text=True
    )
    assert ended.stdout.split() == ["warning"]
