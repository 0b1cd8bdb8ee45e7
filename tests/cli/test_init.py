"""``stigmalint init``: shows first, asks, writes what is missing, and leaves alone what is there."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_config

from stigmalint import readers
from stigmalint.cli.proposing import Kind, Note, Proposal, detected, document_pattern, proposals
from tests.cli.shell import FINDING, Shell, run
from tests.tools import script

EVERYTHING = ("--pre-commit", "--github", "--gitlab", "--docker")
WRITTEN = {
    *["stigmalint.toml", ".pre-commit-config.yaml", ".github/workflows/stigmalint.yml", ".gitlab/stigmalint.yml"],
    *[".gitlab-ci.yml", "stigmalint.Dockerfile"],
}


@pytest.fixture(autouse=True)
def repository(here: Path) -> Path:
    (here / ".git").mkdir()
    return here


def written(where: Path) -> set[str]:
    return {path.relative_to(where).as_posix() for path in where.rglob("*") if path.is_file()}


def test_everything_is_written_after_it_was_shown(shell: Shell, repository: Path) -> None:
    ended = shell("init", *EVERYTHING, "--yes")
    assert (ended.status, ended.err) == (0, "")
    assert written(repository) == WRITTEN
    for name in WRITTEN:
        assert f"+++ {name}" in ended.out
        shown = [line for line in (repository / name).read_text("utf-8").splitlines() if line]
        assert all(f"+{line}" in ended.out for line in shown)


def test_twice_is_once(shell: Shell, repository: Path) -> None:
    shell("init", *EVERYTHING, "--yes")
    before = {name: (repository / name).read_bytes() for name in WRITTEN}
    assert shell("init", *EVERYTHING, "--yes").out == "There is nothing to write: what was asked for is there.\n"
    assert {name: (repository / name).read_bytes() for name in WRITTEN} == before


@pytest.mark.parametrize(("answer", "files"), [("y\n", {"stigmalint.toml"}), ("n\n", set()), ("\n", set())])
def test_it_asks(shell: Shell, repository: Path, monkeypatch: pytest.MonkeyPatch, answer: str, files: set[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    ended = shell("init")
    assert ended.status == 0
    assert "Write this? (y/n)" in ended.out
    assert written(repository) == files


def test_nobody_answers(repository: Path) -> None:
    ended = run("init", cwd=repository)
    assert ended.returncode == 2
    assert b"nothing was written; --yes writes without asking" in ended.stderr
    assert written(repository) == set()


def test_without_options_it_sees_what_is_used(repository: Path) -> None:
    assert detected(repository) == []
    (repository / ".github").mkdir()
    (repository / ".pre-commit-config.yaml").touch()
    (repository / ".gitlab-ci.yml").touch()
    assert detected(repository) == [Kind.PRE_COMMIT, Kind.GITHUB, Kind.GITLAB]


def test_it_writes_at_the_root_of_the_repository(shell: Shell, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "policies").mkdir()
    monkeypatch.chdir("policies")
    assert "Written: ../stigmalint.toml, ../stigmalint.Dockerfile." in shell("init", "--docker", "--yes").out
    assert written(repository) == {"stigmalint.toml", "stigmalint.Dockerfile"}


def test_settings_that_are_there_are_enough(shell: Shell, repository: Path) -> None:
    (repository / "pyproject.toml").write_text("[tool.stigmalint]\n", "utf-8")
    assert "There is nothing to write" in shell("init", "--yes").out


def test_the_settings_file_can_be_read(shell: Shell) -> None:
    shell("init", "--yes")
    assert shell("config").status == 0
    text = re.sub(r"^# (?=\S+ = |\[\[)", "", Path("stigmalint.toml").read_text("utf-8"), flags=re.MULTILINE)
    Path("stigmalint.toml").write_text(text, "utf-8")
    ended = shell("config")
    assert (ended.status, "Sober Living Center" in ended.out) == (0, True)


class TestWhatSomebodyWrote:
    """It is added to where that is plainly right, and else left alone with a note."""

    @pytest.mark.parametrize(
        "before",
        [
            "repos:\n  - repo: https://example.org/a\n    rev: v1\n    hooks:\n      - id: a\n",
            "# ours\nfail_fast: true\nrepos:\n- repo: https://example.org/a\n  rev: v1\n  hooks:\n  - id: a",
            "repos:\r\n    # first\r\n    - repo: https://example.org/a\r\n      rev: v1\r\n      hooks:\r\n        - id: a\r\n",
        ],
    )
    def test_a_hook_comes_last_and_every_byte_stays(self, shell: Shell, repository: Path, before: str) -> None:
        file = repository / ".pre-commit-config.yaml"
        file.write_bytes(before.encode())
        shell("init", "--pre-commit", "--yes")
        assert file.read_bytes().startswith(before.encode())
        assert (b"\r\n" in file.read_bytes()) == ("\r\n" in before)
        repos = load_config(file)["repos"]
        assert [hook["id"] for repo in repos for hook in repo["hooks"]] == ["a", "stigmalint"]
        assert "nothing to write" in shell("init", "--pre-commit", "--yes").out

    @pytest.mark.parametrize(
        "before",
        ["repos: []\n", "repos:\n- repo: x\n  hooks: []\nci:\n  skip: []\n", "---\nrepos:\n- repo: x\n...\n", "\xff", ""],
    )
    def test_a_list_of_another_shape_is_left_alone(self, shell: Shell, repository: Path, before: str) -> None:
        file = repository / ".pre-commit-config.yaml"
        file.write_bytes(before.encode("latin-1"))
        ended = shell("init", "--pre-commit", "--yes")
        assert "add to its list under “repos:”" in ended.err
        assert "is there" not in shell("init", "--pre-commit", "--yes").out
        assert file.read_bytes() == before.encode("latin-1")

    def test_a_pipeline_is_left_alone(self, shell: Shell, repository: Path) -> None:
        file = repository / ".gitlab-ci.yml"
        file.write_text("build:\n  script: make\n", "utf-8")
        ended = shell("init", "--gitlab", "--yes")
        assert "- local: .gitlab/stigmalint.yml" in ended.err
        assert file.read_text("utf-8") == "build:\n  script: make\n"
        assert (repository / ".gitlab" / "stigmalint.yml").exists()

    def test_an_older_file_of_ours_is_renewed_only_when_asked(self, shell: Shell, repository: Path) -> None:
        file = repository / "stigmalint.Dockerfile"
        file.write_text("FROM scratch\n", "utf-8")
        assert "--renew replaces it" in shell("init", "--docker", "--yes").err
        assert file.read_text("utf-8") == "FROM scratch\n"
        assert "-FROM scratch" in shell("init", "--docker", "--renew", "--yes").out
        assert "USER reader" in file.read_text("utf-8")


class TestWhatIsWritten:
    """Other programs accept it."""

    def test_the_package_is_quoted_data(self, shell: Shell, repository: Path) -> None:
        package = "git+https://example.org/a/stigmalint@v1#egg=stigmalint"
        shell("init", *EVERYTHING, "--yes", "--package", package)
        (job,) = yaml.safe_load((repository / ".github/workflows/stigmalint.yml").read_text("utf-8"))["jobs"].values()
        assert job["steps"][2]["env"] == {"STIGMALINT": package}
        gitlab = yaml.safe_load((repository / ".gitlab/stigmalint.yml").read_text("utf-8"))
        assert gitlab["stigmalint"]["variables"] == {"STIGMALINT": package}
        assert f'ARG STIGMALINT="{package}"' in (repository / "stigmalint.Dockerfile").read_text("utf-8")

    @pytest.mark.parametrize("package", ['a"b', "a b", "$(x)", "--upgrade", "a\nb", "`x`", "a\\b"])
    def test_what_could_break_out_is_refused(self, shell: Shell, repository: Path, package: str) -> None:
        ended = shell("init", "--github", "--yes", f"--package={package}")
        assert (ended.status, "without spaces and quotes" in ended.err) == (2, True)
        assert written(repository) == set()

    def test_every_format_that_is_read_is_hooked(self) -> None:
        assert all(re.search(document_pattern(), f"a/B{suffix.upper()}") for suffix in readers.suffixes())
        assert not re.search(document_pattern(), "a.docx.bak")

    def test_the_job_for_gitlab_runs_a_command_that_exists(self, shell: Shell, repository: Path) -> None:
        shell("init", "--gitlab", "--yes")
        job = yaml.safe_load((repository / ".gitlab/stigmalint.yml").read_text("utf-8"))["stigmalint"]
        (repository / "policy.md").write_text(FINDING, "utf-8")
        arguments = job["script"][0].split()
        assert arguments[0] == "stigmalint"
        assert shell(*arguments[1:]).status == 1
        assert all((repository / report).exists() for report in job["artifacts"]["reports"].values())
        assert all((repository / path).exists() for path in job["artifacts"]["paths"])

    def test_the_container_has_no_rights(self) -> None:
        (docker,) = (each for each in proposals(Path("no-such-folder"), [Kind.DOCKER], "x", renew=False) if "Docker" in str(each))
        assert isinstance(docker, Proposal)
        assert docker.after.index("USER reader") < docker.after.index("ENTRYPOINT")
        for flag in ("--network none", "--read-only", "--cap-drop ALL"):
            assert flag in docker.after

    def test_the_workflow_passes_zizmor(self, shell: Shell, repository: Path) -> None:
        shell("init", "--github", "--yes")
        ended = subprocess.run(
            [script("zizmor"), "--offline", "--pedantic", "--no-progress", "."],
            cwd=repository, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stdout + ended.stderr


def test_notes_and_proposals_are_told_apart(repository: Path) -> None:
    (repository / "stigmalint.Dockerfile").touch()
    found = list(proposals(repository, [Kind.DOCKER, Kind.DOCKER], "x", renew=False))
    assert [type(each) for each in found] == [Proposal, Note]


@pytest.mark.skipif(sys.platform == "win32", reason="anything can be written there")
def test_a_folder_that_cannot_be_written_to_is_named(shell: Shell, repository: Path) -> None:
    (repository / ".github").write_text("a file, not a folder", "utf-8")
    ended = shell("init", "--github", "--yes")
    assert (ended.status, ".github/workflows/stigmalint.yml could not be written" in ended.err) == (2, True)
