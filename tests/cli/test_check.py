"""``stigmalint check``, as it is really run: what it prints, where, and what status it ends with."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from stigmalint import many
from stigmalint.findings import Report, Severity, Skipped
from stigmalint.reporters import FORMATS
from tests.cli.shell import CLEAN, FINDING, Shell, run
from tests.readers import docx_builder as made
from tests.reporters.made import finding
from tests.tools import ROOT

ADVICE = finding("He stayed clean.", "clean", severity=Severity.ADVICE)
WARNING = finding("He abused alcohol.", "abused alcohol", severity=Severity.WARNING)
ERROR = finding("An addict left.", "addict")
HALF = (Skipped("b.pdf", "page 4 has no text layer"),)


def reporting(monkeypatch: pytest.MonkeyPatch, report: Report) -> None:
    """Let the engine report this."""
    monkeypatch.setattr(many, "check", lambda sources, config, count, **options: list(sources) and report)


@pytest.mark.parametrize("settings", ["", 'ignore = ["advice"]\nexclude = ["b.md"]\n'], ids=["no settings", "settings"])
@pytest.mark.parametrize("format", FORMATS)
def test_a_format_and_paths_say_without_click_what_they_say_with_it(format: str, settings: str, here: Path, shell: Shell) -> None:
    (here / "a.md").write_text(FINDING, "utf-8")
    (here / "b.md").write_text(CLEAN, "utf-8")
    (here / "stigmalint.toml").write_text(settings, "utf-8")
    for flags in ([], ["--force-exclude"]):
        with_click = shell("check", "--no-progress", "--format", format, *flags, "a.md", "b.md", "c.md")
        assert with_click.status == 3
        assert shell("check", "--format", format, *flags, "a.md", "b.md", "c.md") == with_click
        assert shell("check", *flags, "a.md", "b.md", "c.md", "--format", format) == with_click


@pytest.mark.parametrize(
    "arguments", [["a.md", "--format"], ["--format", "a.md"], ["--format", "jsn", "a.md"], ["--format", "-", "a.md"]]
)
def test_a_format_that_there_is_not_is_refused(arguments: list[str], here: Path, shell: Shell) -> None:
    (here / "a.md").write_text(CLEAN, "utf-8")
    ended = shell("check", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert "--format" in ended.err


STATUSES = [
    (Report(1), [], 0),
    (Report(1, (ADVICE,)), [], 0),
    (Report(1, (ADVICE,)), ["--fail-on", "advice"], 1),
    (Report(1, (WARNING,)), [], 1),
    (Report(1, (WARNING,)), ["--fail-on", "error"], 0),
    (Report(1, (ERROR,)), ["--fail-on", "error"], 1),
    (Report(1, (ADVICE, WARNING, ERROR)), ["--fail-on", "never"], 0),
    (Report(1, (ERROR,), HALF), [], 3),
    (Report(1, (ERROR,), HALF), ["--fail-on", "never"], 3),
    (Report(0, (), HALF), [], 3),
]


@pytest.mark.parametrize(("report", "arguments", "status"), STATUSES)
def test_the_exit_status_is_the_same_for_each_format(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, report: Report, arguments: list[str], status: int
) -> None:
    reporting(monkeypatch, report)
    Path("a.md").write_text(CLEAN, "utf-8")
    assert {format: shell("check", "--format", format, *arguments).status for format in FORMATS} == dict.fromkeys(FORMATS, status)


class TestForReal:
    """The whole way, in a process of its own."""

    def test_a_finding(self, here: Path) -> None:
        (here / "policy.md").write_text(f"# Visits\n\n{FINDING}", "utf-8")
        ended = run("check", cwd=here)
        text = ended.stdout.decode()
        assert (ended.returncode, ended.stderr) == (1, b"")
        assert "── policy.md ──" in text
        assert "line 3, column 5" in text
        assert "\x1b" not in text

    def test_nothing_to_report(self, here: Path) -> None:
        (here / "policy.md").write_text(CLEAN, "utf-8")
        ended = run("check", "policy.md", cwd=here)
        assert (ended.returncode, ended.stderr) == (0, b"")
        assert ended.stdout.decode().splitlines() == ["✓ Checked 1 document: nothing to change."]

    def test_json(self, here: Path) -> None:
        (here / "b").mkdir()
        (here / "b" / "policy.md").write_text(FINDING, "utf-8")
        (here / "a.txt").write_text(FINDING, "utf-8")
        ended = run("check", "--format", "json", "b", "a.txt", "missing.pdf", cwd=here)
        report = json.loads(ended.stdout)
        assert ended.returncode == 3
        assert report["checked"] == 2
        assert [(each["path"], each["term"], each["matched"]) for each in report["findings"]] == [
            ("a.txt", "addict", "addicts"),
            ("b/policy.md", "addict", "addicts"),
        ]
        assert [each["path"] for each in report["skipped"]] == ["missing.pdf"]

    @pytest.mark.parametrize("format", ["text", "json"])
    def test_an_empty_folder_is_no_green_tick(self, here: Path, format: str) -> None:
        ended = run("check", "--format", format, cwd=here)
        assert ended.returncode == 3
        assert b"it holds no document to check" in ended.stdout

    def test_a_file_of_an_unknown_format_is_named_with_those_that_are_known(self, here: Path) -> None:
        (here / "policy.xyz").write_text(FINDING, "utf-8")
        ended = run("check", "policy.xyz", cwd=here)
        assert ended.returncode == 3
        assert b".docx" in ended.stdout

    def test_standard_input(self, here: Path) -> None:
        ended = run(
            "check",
            "-",
            "--stdin-filename",
            "docs/page.md",
            "--format",
            "json",
            cwd=here,
            stdin=b"> `addict`\n>\n> " + FINDING.encode(),
        )
        (only,) = json.loads(ended.stdout)["findings"]
        assert (only["path"], only["place"]["line"]) == ("docs/page.md", 3)

    def test_hostile_names_and_text(self, here: Path) -> None:
        name = "::error::a\u202e\x1b[2J.md" if os.name != "nt" else "\u202e.md"
        (here / name).write_text(f"::add-mask::x \x1b[2J\u202e ##[group] {FINDING}", "utf-8")
        text = run("check", cwd=here).stdout
        assert b"\x1b" not in text
        assert b"##[" not in text
        assert "\u202e" not in text.decode()
        assert not any(line.lstrip().startswith("::") for line in text.decode().splitlines())
        report = json.loads(run("check", "--format", "json", cwd=here).stdout)
        assert {each["path"] for each in report["findings"]} == {name}

    @pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
    def test_a_console_that_does_not_speak_utf_8(self, here: Path, encoding: str) -> None:
        (here / "日本.md").write_text(f"“日本” {FINDING}", "utf-8")
        plain = run("check", cwd=here, PYTHONUTF8="0", PYTHONIOENCODING=encoding)
        assert plain.returncode == 1
        assert plain.stderr == b""
        assert "-- ??.md --" in plain.stdout.decode(encoding)
        exact = run("check", "--format", "json", cwd=here, PYTHONUTF8="0", PYTHONIOENCODING=encoding)
        assert json.loads(exact.stdout.decode("utf-8"))["findings"][0]["path"] == "日本.md"

    def test_the_same_bytes_whatever_the_hash_seed(self, here: Path) -> None:
        for name in "abc":
            (here / f"{name}.md").write_text(FINDING * 2, "utf-8")
        texts = {run("check", "--format", "json", cwd=here, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
        assert len(texts) == 1

    @pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
    @pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["terms"], ["--help"]], ids=" ".join)
    def test_a_reader_that_leaves_is_no_error(self, here: Path, arguments: list[str]) -> None:
        (here / "policy.md").write_text(FINDING, "utf-8")
        with subprocess.Popen(
            [sys.executable, "-m", "stigmalint", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=here
        ) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(60) == (1 if arguments[0] in ("check", "--help") else 0)

    @pytest.mark.skipif(os.name == "nt", reason="there Ctrl-C is no signal to one process")
    def test_ctrl_c_ends_with_one_line(self, here: Path) -> None:
        read, write = os.pipe()  # standard input that never ends
        os.write(write, b"." * 4096)
        with subprocess.Popen(
            [sys.executable, "-m", "stigmalint", "check", "-", "-o", "report.txt"],
            stdin=read,
            stderr=subprocess.PIPE,
            cwd=here,
        ) as process:
            try:
                while unread(read):
                    time.sleep(0.05)
                process.send_signal(signal.SIGINT)
                assert process.wait(20) == 130
                assert process.stderr
                assert process.stderr.read().decode().strip() == "stigmalint: stopped before it was done; nothing was written."
            finally:
                process.kill()
        os.close(read)
        os.close(write)
        assert list(here.iterdir()) == []


def unread(pipe: int) -> bool:
    """Whether a pipe holds something that nobody has read yet."""
    return bool(select.select([pipe], [], [], 0)[0])


@pytest.mark.parametrize(
    ("environment", "arguments", "colour"),
    [
        ("", [], False),
        ("FORCE_COLOR", [], True),
        ("FORCE_COLOR NO_COLOR", [], False),
        ("", ["--color", "always"], True),
        ("FORCE_COLOR", ["--color", "never"], False),
    ],
)
def test_colour(shell: Shell, monkeypatch: pytest.MonkeyPatch, environment: str, arguments: list[str], colour: bool) -> None:
    for name in environment.split():
        monkeypatch.setenv(name, "1")
    reporting(monkeypatch, Report(1, (ERROR,)))
    Path("a.md").touch()
    assert ("\x1b[" in shell("check", *arguments).out) is colour


class TestStandardInput:
    """“-” among the paths."""

    def test_a_name_without_the_dash_is_a_mistake(self, shell: Shell) -> None:
        ended = shell("check", "--stdin-filename", "page.md")
        assert ended.status == 2
        assert "write “-” among the paths" in ended.err

    def test_the_name_has_to_tell_the_format(self, shell: Shell) -> None:
        ended = shell("check", "-", "--stdin-filename", "page.xyz")
        assert ended.status == 2
        assert ".docx" in ended.err

    def test_a_word_file_through_a_pipe(self, here: Path) -> None:
        ended = run(
            "check", "-", "--stdin-filename", "broken.docx", "--format", "json", cwd=here, stdin=b"PK\x03\x04\xff\x00\r\n\x1a"
        )
        assert ended.returncode == 3
        assert json.loads(ended.stdout)["skipped"][0]["path"] == "broken.docx"


class TestOutput:
    """``--output``."""

    @pytest.fixture(autouse=True)
    def document(self, here: Path) -> Path:
        (here / "policy.md").write_text(FINDING, "utf-8")
        return here / "policy.md"

    def test_the_report_goes_into_the_file_and_is_not_checked_itself(self, here: Path) -> None:
        for _ in range(2):
            ended = run("check", "-o", "report.txt", cwd=here)
            assert (ended.returncode, ended.stdout) == (1, b"")
            text = (here / "report.txt").read_text("utf-8")
            assert "Checked 1 document" in text
            assert "‾" in text
            assert "\x1b" not in text
        assert sorted(path.name for path in here.iterdir()) == ["policy.md", "report.txt"]

    def test_a_document_is_never_overwritten(self, shell: Shell, document: Path) -> None:
        ended = shell("check", "./policy.md", "-o", "policy.md")
        assert ended.status == 2
        assert "would overwrite the document policy.md" in ended.err
        assert document.read_text("utf-8") == FINDING

    def test_a_place_that_does_not_exist(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        reporting(monkeypatch, Report(1))
        ended = shell("check", "-o", "no/such/report.txt")
        assert ended.status == 2
        assert "could not be saved in no/such/report.txt (no such file or directory)" in ended.err


class TestDefects:
    """A defect of ours is one sentence; the rest is for those who ask."""

    @pytest.fixture(autouse=True)
    def defect(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(sources: object, config: object, count: int, **options: object) -> Report:
            raise ZeroDivisionError("with words of the document")

        monkeypatch.setattr(many, "check", fail)
        (here / "a.md").touch()

    def test_without_debug(self, shell: Shell) -> None:
        ended = shell("check")
        assert (ended.status, ended.out) == (2, "")
        assert ended.err.count("\n") == 1
        assert "ZeroDivisionError" in ended.err
        assert "--debug" in ended.err
        assert "words of the document" not in ended.err

    @pytest.mark.parametrize("arguments", [["--debug", "check"], ["check", "--debug"]])
    def test_with_debug(self, shell: Shell, arguments: list[str]) -> None:
        ended = shell(*arguments)
        assert ended.status == 2
        assert "Traceback" in ended.err
        assert "ZeroDivisionError: with words of the document" in ended.err


def test_a_package_that_is_missing_is_no_defect(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(sources: object, config: object, count: int, **options: object) -> Report:
        raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

    monkeypatch.setattr(many, "check", fail)
    ended = shell("check")
    assert ended.status == 2
    assert ended.err.startswith("stigmalint: the package pypdfium2, which it needs, is not installed; install stigmalint again")


class TestIgnores:
    """What documents ask to pass over, as ``check`` obeys it."""

    def test_a_comment_and_a_file_beside(self, here: Path) -> None:
        (here / "a.md").write_text(f"<!-- stigmalint: ignore-next-line[addict] our choir -->\n{FINDING}", "utf-8")
        (here / "b.txt").write_text(FINDING, "utf-8")
        (here / "b.txt.stigmalint.toml").write_text('[[ignore]]\nnames = ["addict"]\nreason = "a form of 1990"\n', "utf-8")
        ended = run("check", "--format", "json", cwd=here)
        report = json.loads(ended.stdout)
        assert (ended.returncode, report["findings"], report["ineffective"]) == (0, [], [])
        assert [(each["path"], each["reason"], each["said"]) for each in report["suppressed"]] == [
            ("a.md", "our choir", "line 1"),
            ("b.txt", "a form of 1990", "b.txt.stigmalint.toml"),
        ]
        assert run("check", "--no-ignores", cwd=here).returncode == 1

    def test_a_page_of_a_pdf(self, shell: Shell) -> None:
        shutil.copy(ROOT / "examples" / "clinic-attendance-policy.pdf", "a.pdf")
        before = json.loads(shell("check", "--format", "json").out)["findings"]
        beside = Path("a.pdf.stigmalint.toml")
        beside.write_text('[[ignore]]\nnames = ["clean-urine"]\npage = 1\n[[ignore]]\npage = 99\nreason = "x"\n', "utf-8")
        report = json.loads(shell("check", "--format", "json").out)
        assert {each["term"] for each in report["suppressed"]} == {"clean-urine"}
        assert {each["place"]["page"] for each in report["suppressed"]} == {1}
        assert len(report["findings"]) + len(report["suppressed"]) == len(before)
        assert [each["reason"] for each in report["ineffective"]] == ["nothing is found there, so this can go."]

    def test_one_without_effect_is_told_and_fails_only_if_advice_does(self, here: Path) -> None:
        (here / "a.md").write_text(f"{CLEAN}<!-- stigmalint: ignore[adict] -->\n", "utf-8")
        ended = run("check", cwd=here)
        assert ended.returncode == 0
        assert "did you mean “addict”?" in " ".join(ended.stdout.decode().split())
        assert run("check", "--fail-on", "advice", cwd=here).returncode == 1


@pytest.mark.parametrize("format", ["text", "concise"])
def test_statistics(shell: Shell, format: str) -> None:
    Path("policy.md").write_text(FINDING, "utf-8")
    Path("clean.md").write_text(CLEAN, "utf-8")
    out = shell("check", "--statistics", "--format", format).out
    assert "1 finding in 12 words, 83.3 per 1,000 words." in out
    assert re.search(r"^ +1 +6 +166\.7 +policy\.md$", out, re.MULTILINE)
    assert re.search(r"^ +0 +6 +0\.0 +clean\.md$", out, re.MULTILINE)


@pytest.mark.parametrize(("flags", "status"), [((), 0), (("--hidden-text",), 1), (("--config", "hidden-text=true"), 1)])
def test_hidden_text_is_checked_when_that_is_wished(here: Path, flags: tuple[str, ...], status: int) -> None:
    body = made.paragraph(made.run("Visitors are welcome."), made.hidden(FINDING))
    (here / "draft.docx").write_bytes(made.docx(body))
    assert run("check", "draft.docx", *flags, cwd=here).returncode == status
