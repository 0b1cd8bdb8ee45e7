"""One run feeds several readers: what is shown, and what is saved in which format."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from stigmalint.cli.delivery import Plan, Target, plan_of
from stigmalint.errors import UsageError
from tests.cli.shell import CLEAN, FINDING, Shell, run


def test_a_plain_file_takes_the_place_of_what_is_shown() -> None:
    assert plan_of(["report.json"], "json") == Plan(None, (Target("json", Path("report.json")),))


def test_files_with_a_format_come_in_addition() -> None:
    plan = plan_of(["sarif=a.sarif", "csv=b=c.csv"], "text")
    assert plan == Plan("text", (Target("sarif", Path("a.sarif")), Target("csv", Path("b=c.csv"))))


def test_both_together() -> None:
    assert plan_of(["a.txt", "json=a.json"], "concise") == Plan(
        None, (Target("concise", Path("a.txt")), Target("json", Path("a.json")))
    )


def test_a_path_with_a_sign_of_equality_is_a_path() -> None:
    assert plan_of(["./a=b.txt"], "text").targets == (Target("text", Path("a=b.txt")),)


def test_whoever_has_a_page_on_the_screen_is_told_how_to_save_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text(FINDING, "utf-8")
    assert shell("check", "--format", "html", "a.md").err == ""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ended = shell("check", "--format", "html", "a.md")
    assert "this page is for a browser; to have it in a file, add -o report.html" in ended.err


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (["sarfi=a"], r"there is no format “sarfi”; did you mean “sarif”\? To save in a file of this name, write ./sarfi=a"),
        (["bmp=a"], r"there is no format “bmp”; there are text, concise, "),
        (["-"], "--output saves a report in a file; to see a report, choose its --format"),
        (["json="], "--output saves a report in a file"),
        (["json=a", "csv=./a"], "--output names a twice, and one report would replace the other"),
    ],
)
def test_what_does_not_fit_is_refused(outputs: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        plan_of(outputs, "text")


def test_for_real(here: Path) -> None:
    (here / "policy.md").write_text(FINDING, "utf-8")
    ended = run("check", "-o", "json=r.json", "--output", "sarif=r.sarif", "--format", "concise", "--no-progress", cwd=here)
    assert ended.returncode == 1
    assert ended.stdout.decode().startswith("policy.md:1:5: error addict “addicts”")
    assert json.loads((here / "r.json").read_text("utf-8"))["checked"] == 1
    assert json.loads((here / "r.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_a_clean_file_is_a_test_that_passed(shell: Shell) -> None:
    Path("clean.md").write_text(CLEAN, "utf-8")
    assert '<testcase name="nothing to change" classname="clean.md" />' in shell("check", "--format", "junit").out


def test_a_document_is_never_overwritten(shell: Shell) -> None:
    Path("policy.md").write_text(FINDING, "utf-8")
    ended = shell("check", "policy.md", "-o", "json=policy.md")
    assert (ended.status, "would overwrite the document policy.md" in ended.err) == (2, True)
    assert Path("policy.md").read_text("utf-8") == FINDING


@pytest.mark.skipif(os.name == "nt", reason="there is no /dev/null")
def test_a_device_may_be_named_twice() -> None:
    assert len(plan_of([f"json={os.devnull}", f"csv={os.devnull}"], "text").targets) == 2


def test_formats_for_a_forge_have_paths_from_the_root_of_the_repository(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".git").mkdir()
    Path("policies").mkdir()
    Path("policies/a.md").write_text(FINDING, "utf-8")
    monkeypatch.chdir("policies")
    assert "file=policies/a.md,line=1" in shell("check", "--format", "github", "a.md").out
    assert shell("check", "--format", "concise", "a.md").out.startswith("a.md:1:5")


class TestStepSummary:
    """What GitHub shows of a step, beside the annotations."""

    @pytest.fixture(autouse=True)
    def summary(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (here / "policy.md").write_text(FINDING, "utf-8")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary"))
        return here / "summary"

    @pytest.mark.parametrize("arguments", [["--format", "github"], ["-o", "github=annotations.txt"]])
    def test_it_is_added_to_what_is_there(self, shell: Shell, summary: Path, arguments: list[str]) -> None:
        summary.write_text("before\n", "utf-8")
        assert shell("check", "policy.md", *arguments).status == 1
        text = summary.read_text("utf-8")
        assert text.startswith("before\n")
        assert "addicts" in text

    def test_only_for_github(self, shell: Shell, summary: Path) -> None:
        shell("check", "policy.md", "--format", "json")
        assert not summary.exists()

    def test_no_run_fails_over_it(self, shell: Shell, summary: Path) -> None:
        summary.mkdir()
        ended = shell("check", "policy.md", "--format", "github")
        assert (ended.status, "the summary for GitHub could not be written" in ended.err) == (1, True)
