"""The GitHub action: its script as GitHub runs it, with an environment like GitHub's, and what zizmor says of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.shell import CLEAN, FINDING
from tests.tools import ROOT, program, script

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SCRIPT = ROOT / "stigmalint" / "integrations" / "github" / "check.sh"

PYTHON = """#!/usr/bin/env bash
# Stands for the Python of a build server: makes an environment in which stigmalint is installed already.
set -euo pipefail
if [ "$1 $2" = "-m venv" ]; then
  mkdir -p "$3/bin"
  printf '#!/bin/sh\\n[ "$1 $2" = "-m pip" ] && {{ echo "$@" > "$0.asked"; exit 0; }}\\nexec {python} "$@"\\n' > "$3/bin/python"
  printf '#!/bin/sh\\nexec {python} -m stigmalint "$@"\\n' > "$3/bin/stigmalint"
  chmod +x "$3/bin/python" "$3/bin/stigmalint"
fi
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout with a Markdown file that has a finding and one, in a folder with a space, that has none."""
    there = tmp_path / "workspace"
    (there / "clean files").mkdir(parents=True)
    (there / "policy.md").write_text(FINDING, "utf-8")
    (there / "clean files" / "welcome.md").write_text(CLEAN, "utf-8")
    (there / ".git").mkdir()
    return there


def act(workspace: Path, paths: str = ".", fail_on: str = "") -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run the script; what it says, and its outputs."""
    bash, at = program("bash"), workspace.parent
    (at / "bin").mkdir()
    (at / "bin" / "python").write_text(PYTHON.format(python=sys.executable), "utf-8")
    (at / "bin" / "python").chmod(0o755)
    (at / "output").touch()
    environment = os.environ | {
        "PATH": f"{at / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(at / "temp of runner"),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(at / "output"),
        "GITHUB_STEP_SUMMARY": str(at / "summary.md"),
        "STIGMALINT_PATHS": paths,
        "STIGMALINT_FAIL_ON": fail_on,
    }
    ended = subprocess.run([bash, str(SCRIPT)], cwd=workspace, env=environment, capture_output=True, text=True, check=False)
    lines = (at / "output").read_text("utf-8").splitlines()
    return ended, dict(line.split("=", 1) for line in lines)


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


def test_findings_fail_the_step_and_annotate_the_lines(workspace: Path) -> None:
    ended, outputs = act(workspace)
    assert ended.returncode == 1, ended.stderr
    assert "::error file=policy.md,line=1,endLine=1,col=5,endColumn=12" in ended.stdout
    assert (outputs["status"], outputs["findings"], outputs["not-checked"]) == ("1", "1", "0")
    assert json.loads(Path(outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"
    assert Path(outputs["report"]).read_text("utf-8").startswith("<!DOCTYPE html>")


def test_clean_documents_pass(workspace: Path) -> None:
    ended, outputs = act(workspace, "clean files\r\n\nclean files/welcome.md")
    assert (ended.returncode, outputs["status"], outputs["findings"]) == (0, "0", "0"), ended.stderr


def test_a_file_that_was_not_checked_fails_the_step(workspace: Path) -> None:
    ended, outputs = act(workspace, "missing.docx")
    assert (ended.returncode, outputs["status"], outputs["not-checked"]) == (3, "3", "1")
    assert "::error file=missing.docx,title=not-checked" in ended.stdout


def test_what_fails_is_an_input(workspace: Path) -> None:
    ended, outputs = act(workspace, fail_on="never")
    assert (ended.returncode, outputs["findings"]) == (0, "1")


@pytest.mark.parametrize("paths", ["--version", "$(touch hacked)", "`touch hacked`", "a; touch hacked", '*.md"; touch hacked'])
def test_an_input_is_a_name_and_nothing_else(workspace: Path, paths: str) -> None:
    ended, outputs = act(workspace, paths)
    assert (ended.returncode, outputs["status"]) == (3, "3")
    assert not list(workspace.rglob("hacked*"))


def test_wrong_use_leaves_no_numbers(workspace: Path) -> None:
    ended, outputs = act(workspace, fail_on="sometimes")
    assert (ended.returncode, outputs) == (2, {"status": "2"})


def test_the_action_and_its_script_agree() -> None:
    python, check, upload = ACTION["runs"]["steps"]
    assert python["uses"].startswith("actions/setup-python@")
    assert check["run"] == 'bash "$GITHUB_ACTION_PATH/stigmalint/integrations/github/check.sh"'
    assert set(check["env"]) == {"STIGMALINT_PATHS", "STIGMALINT_FAIL_ON"}
    assert "inputs.upload-sarif == 'true'" in upload["if"]
    text = SCRIPT.read_text("utf-8")
    assert all(f"{name}=" in text for name in ACTION["outputs"])
    assert "${{" not in text


def test_the_documented_inputs_and_outputs_are_those_of_the_action() -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in (*ACTION["inputs"], *ACTION["outputs"]))


def test_it_passes_zizmor() -> None:
    ended = subprocess.run(
        [script("zizmor"), "--offline", "--pedantic", "--no-progress", str(ROOT / "action.yml")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_step_gets_a_summary(workspace: Path) -> None:
    act(workspace)
    assert "addicts" in (workspace.parent / "summary.md").read_text("utf-8")


def test_every_action_is_pinned_to_one_commit_wherever_it_is_named() -> None:
    texts = [(ROOT / name).read_text("utf-8") for name in ("action.yml", "docs/ci.md")]
    texts.append((SCRIPT.parent / "workflow.yml").read_text("utf-8"))
    pins = re.findall(r"uses: ((?:actions|github)/\S+)@(\S+) # v\S+", "\n".join(texts))
    assert len(pins) == len({*pins}) + 2, "checkout and setup-python stand in two places each"
    assert len({name for name, _ in pins}) == len({*pins}) == 3
    assert all(re.fullmatch("[0-9a-f]{40}", commit) for _, commit in pins)
