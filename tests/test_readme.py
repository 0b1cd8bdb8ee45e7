"""What the README shows is what the program does: the report, the commands, the numbers and the links.

``--update-golden`` writes the report in the README anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from stigmalint.api import check_bytes
from stigmalint.cli.commands import COMMANDS
from stigmalint.cli.status import ExitStatus
from stigmalint.config import Config
from stigmalint.settings import read_settings
from tests.tools import ROOT

README = ROOT / "README.md"
PAGES = (README, ROOT / "CONTRIBUTING.md", ROOT / "wordlists" / "README.md")
LEFT_OUT = "  ⋮"

_REPORT = re.compile(r"<!-- output of stigmalint (.+?), in part: (.+?) -->\n```text\n(.*?)```\n", re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:]+)(#[^)]*)?\)")


def real_report(arguments: str) -> str:
    """What the command prints, without colour."""
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR")}
    environment["PYTHONIOENCODING"] = "utf-8"
    done = subprocess.run(
        [sys.executable, "-m", "stigmalint", *arguments.split()],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == ExitStatus.FINDINGS, done.stderr
    return done.stdout


def excerpt(report: str, terms: list[str]) -> str:
    """The first finding of each of these terms, under the name of its document, and whatever does not belong to one document."""
    *parts, summary = report.strip("\n").split("\n\n")
    wanted, shown, in_document = [*terms], list[str](), False
    for part in parts:
        term = part.split("\n")[0].split()[-1]
        if part.startswith("──"):
            in_document = part.startswith("── examples/")
            shown.append(part)
        elif not in_document or term in wanted:
            shown.append(part)
            wanted = [each for each in wanted if each != term]
        elif shown[-1] != LEFT_OUT:
            shown.append(LEFT_OUT)
    assert wanted == []
    return "\n\n".join([*shown, summary]) + "\n"


def test_the_report_shown_is_the_real_one(request: pytest.FixtureRequest) -> None:
    page = README.read_text(encoding="utf-8")
    found = _REPORT.search(page)
    assert found is not None
    real = excerpt(real_report(found[1]), found[2].split())
    if request.config.getoption("--update-golden"):
        README.write_text(page[: found.start(3)] + real + page[found.end(3) :], encoding="utf-8")
    else:
        assert found[3] == real


def test_the_report_shown_has_a_finding_in_every_format() -> None:
    found = _REPORT.search(README.read_text(encoding="utf-8"))
    assert found is not None
    assert {Path(name).suffix for name in re.findall(r"examples/\S+", found[3])} == {".docx", ".pdf", ".md"}
    assert {"page 1", "heading “", "line "} <= set(re.findall(r"page 1|heading “|line ", found[3]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [target for target, _ in _LINK.findall(page.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_command_named_exists() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"\bstigmalint ([a-z]+)\b(?=[ `])", "".join(re.findall(r"`[^`\n]+`|```.*?```", text, re.DOTALL))))
    assert named - set(COMMANDS) == set()
    assert "check" in named


def test_what_is_said_to_pass_passes() -> None:
    section = README.read_text(encoding="utf-8").split("## What it will not flag")[1].split("\n## ")[0]
    rows = [row.split("|") for row in section.splitlines() if row.startswith("| ")]
    passing = "\n\n".join(cell.strip() for _, _, cell, _ in rows)
    assert "alcoholic beverages" in passing
    report = check_bytes(passing.encode(), "page.md", Config())
    assert [finding.matched for finding in report.findings] == []


def test_the_settings_shown_are_accepted(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    file = tmp_path / "stigmalint.toml"
    file.write_text(shown[1], encoding="utf-8")
    config = read_settings({}, file).config()
    assert (config.fail_on, config.exclude, config.style.allow[0].phrase) == ("error", ("minutes/",), "Sober Living Center")


def test_every_exit_status_is_explained() -> None:
    rows = re.findall(r"^\| (\d) \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(row) for row in rows] == [status for status in ExitStatus if status is not ExitStatus.STOPPED]


@pytest.mark.parametrize(("name", "ends_in"), [("first", "stigmalint check examples"), ("tests", "pytest -n auto")])
def test_the_two_commands_stand_where_ci_takes_them_from(name: str, ends_in: str) -> None:
    page = README.read_text(encoding="utf-8")
    command = re.search(rf"^<!-- {name} -->\n```sh\n(.+)\n```$", page, re.MULTILINE)
    assert command is not None
    assert re.fullmatch(rf"python3 -m venv \.venv && \.venv/bin/pip install .+ && \.venv/bin/{ends_in}", command[1])
