"""``stigmalint fix``: files changed in place, a diff, a dialogue, standard input; nothing is changed that was not asked for."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

import pytest

from stigmalint.cli import fixer
from stigmalint.errors import Unsaved
from stigmalint.fixing import text as fixing
from tests.cli.shell import FINDING, Shell, run
from tests.tools import ROOT

FIXED = "The people with a substance use disorder may visit on Sundays.\n"
RULE = "Residents who test positive will be discharged.\n"
DISPUTED = "People in methadone treatment who have a relapse are seen at once.\n"


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person types, a line each; then there is nobody."""
    given: list[str] = []

    class Keyboard(io.StringIO):
        def readline(self, *_: object) -> str:
            return f"{given.pop(0)}\n" if given else ""

    monkeypatch.setattr(sys, "stdin", Keyboard())
    return given


def write(name: str, text: str) -> Path:
    file = Path(name)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())
    return file


class TestFiles:
    def test_a_file_is_changed_in_place_and_what_was_done_is_told(self, shell: Shell) -> None:
        file = write("a.md", f"\ufeff{FINDING}")
        ended = shell("fix", "a.md")
        assert file.read_bytes() == f"\ufeff{FIXED}".encode()
        assert ended.status == 0
        assert "✓ line 1, column 5: addicts → people with a substance use disorder" in ended.out
        assert "✓ 1 wording changed in 1 document." in ended.out

    def test_twice_is_as_once(self, shell: Shell) -> None:
        shutil.copy(ROOT / "examples" / "workplace-drug-policy.md", "a.md")
        shell("fix", "a.md")
        once = Path("a.md").read_bytes()
        ended = shell("fix", "a.md")
        assert Path("a.md").read_bytes() == once
        assert "Nothing was changed." in ended.out

    def test_what_was_fixed_is_not_found_again_and_the_rest_is(self, shell: Shell) -> None:
        write("a.md", FINDING + "\n" + RULE)
        ended = shell("fix", "a.md")
        assert ended.status == 1
        assert "1 finding needs a decision of yours" in ended.out
        again = shell("check", "a.md")
        assert "addict" not in again.out
        assert "discharge-for-use" in again.out

    def test_a_folder_with_what_fix_cannot_edit(self, shell: Shell) -> None:
        shutil.copytree(ROOT / "examples", "examples")
        before = {file: file.read_bytes() for file in Path("examples").iterdir()}
        ended = shell("fix", "examples")
        changed = [file.name for file in sorted(before) if file.read_bytes() != before[file]]
        assert changed == ["workplace-drug-policy.md"]
        assert "Passed over 2 documents other than text; “stigmalint review”" in " ".join(ended.out.split())

    @pytest.mark.parametrize("name", ["shelter-guest-agreement.docx", "clinic-attendance-policy.pdf"])
    def test_a_word_or_pdf_document_that_is_named(self, shell: Shell, name: str) -> None:
        shutil.copy(ROOT / "examples" / name, name)
        ended = shell("fix", name)
        assert ended.status == 3
        assert "fix edits only text files" in " ".join(ended.out.split())
        assert Path(name).read_bytes() == (ROOT / "examples" / name).read_bytes()

    def test_a_copy_that_review_has_made_and_a_message_that_was_sent(self, shell: Shell) -> None:
        page = write("policies/draft.reviewed.html", f"<p>{FINDING}</p>")
        message = write("policies/a.eml", f"From: a@example.org\nSubject: Visits\n\n{FINDING}")
        before = page.read_bytes(), message.read_bytes()
        ended = shell("fix", "policies")
        assert (page.read_bytes(), message.read_bytes()) == before
        assert "Passed over 1 document other than text" in ended.out
        shell("fix", "policies/draft.reviewed.html")
        assert page.read_text("utf-8") == f"<p>{FIXED}</p>"

    def test_advice_is_changed_only_when_asked_for(self, shell: Shell) -> None:
        file = write("a.md", DISPUTED)
        ended = shell("fix", "a.md")
        assert file.read_text("utf-8") == DISPUTED
        assert (ended.status, "On 1 wording guides differ; --advice" in ended.out) == (0, True)
        shell("fix", "--advice", "a.md")
        assert file.read_text("utf-8") != DISPUTED

    def test_another_suggestion(self, shell: Shell) -> None:
        file = write("a.md", FINDING)
        assert shell("fix", "--suggestion", "2", "a.md").status == 0
        assert file.read_text("utf-8") == "The people with an addiction may visit on Sundays.\n"

    def test_a_suggestion_that_there_is_not(self, shell: Shell) -> None:
        file = write("a.md", FINDING)
        ended = shell("fix", "--suggestion", "99", "a.md")
        assert (ended.status, file.read_text("utf-8")) == (1, FINDING)
        assert "There is no alternative 99, only" in ended.out

    def test_settings_say_what_is_changed(self, shell: Shell) -> None:
        file = write("a.md", FINDING)
        assert shell("fix", "--ignore", "addict", "a.md").status == 0
        assert file.read_text("utf-8") == FINDING

    def test_what_cannot_be_read_or_found(self, shell: Shell) -> None:
        write("a.md", "")
        ended = shell("fix", "a.md", "b.md")
        assert ended.status == 3
        assert "The file is empty." in ended.out
        assert "there is no file or folder of this name" in ended.out

    def test_a_read_only_file_and_a_link(self, shell: Shell) -> None:
        file = write("a.md", FINDING)
        file.chmod(0o444)
        Path("link.md").symlink_to("a.md")
        assert "it was not changed: it is read-only" in shell("fix", "a.md").out
        ended = shell("fix", "link.md")
        assert ended.status == 3
        assert "it was not changed: it is a link; name the file that it leads to" in " ".join(ended.out.split())
        assert file.read_text("utf-8") == FINDING

    def test_a_full_disk_costs_one_file(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        files = [write(name, FINDING) for name in ("a.md", "b.md")]
        real = fixer.save

        def save(file: Path, data: bytes, *, instead_of: bytes | None = None) -> None:
            if file.name == "a.md":
                raise Unsaved("no space left on device")
            real(file, data, instead_of=instead_of)

        monkeypatch.setattr(fixer, "save", save)
        ended = shell("fix", "a.md", "b.md")
        assert ended.status == 3
        assert "it was not changed: no space left on device" in ended.out
        assert [file.read_text("utf-8") for file in files] == [FINDING, FIXED]

    def test_a_defect_costs_one_file(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        write("a.md", FINDING)
        monkeypatch.setattr(fixing, "rewordings", lambda *_: 1 / 0)
        ended = shell("fix", "a.md")
        assert ended.status == 3
        assert "a defect of its own here (ZeroDivisionError)" in ended.out
        with pytest.raises(AssertionError):
            assert "ZeroDivisionError" not in shell("fix", "--debug", "a.md").err

    def test_ctrl_c_leaves_whole_files(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        files = [write(name, FINDING) for name in ("a.md", "b.md")]
        real = fixer.save

        def save(file: Path, data: bytes, *, instead_of: bytes | None = None) -> None:
            if file.name == "b.md":
                raise KeyboardInterrupt
            real(file, data, instead_of=instead_of)

        monkeypatch.setattr(fixer, "save", save)
        ended = shell("fix", "a.md", "b.md")
        assert (ended.status, ended.err) == (130, "stigmalint: stopped before it was done. 1 wording changed in 1 document.\n")
        assert [file.read_text("utf-8") for file in files] == [FIXED, FINDING]


class TestDiff:
    def test_it_shows_what_would_change_and_changes_nothing(self, shell: Shell) -> None:
        file = write("a.md", FINDING)
        ended = shell("fix", "--diff", "a.md")
        assert ended.status == 1
        assert ended.out == f"--- a.md\n+++ a.md\n@@ -1 +1 @@\n-{FINDING}+{FIXED}"
        assert ended.err == "stigmalint: 1 wording would be changed in 1 document.\n"
        assert file.read_text("utf-8") == FINDING

    def test_without_anything_to_change_it_is_empty(self, shell: Shell) -> None:
        write("a.md", RULE)
        ended = shell("fix", "--diff", "a.md")
        assert (ended.status, ended.out) == (0, "")
        assert "Nothing would change. 1 finding needs a decision of yours" in ended.err

    def test_what_stays_is_told_beside_it(self, shell: Shell) -> None:
        write("a.md", "A *drug* **addict**.")
        ended = shell("fix", "--diff", "a.md", "b.md")
        assert ended.status == 3
        assert "a.md: line 1, column 4: “drug addict” stays. Markup stands" in ended.err
        assert "b.md: there is no file" in ended.err

    def test_it_is_coloured_when_asked(self, shell: Shell) -> None:
        write("a.md", FINDING)
        assert f"\x1b[31m-{FINDING.rstrip()}\x1b[0m\n" in shell("fix", "--diff", "--color", "always", "a.md").out


class TestStandardInput:
    def test_the_fixed_text_goes_to_standard_output(self, tmp_path: Path) -> None:
        ended = run("fix", "-", "--stdin-filename", "a.md", cwd=tmp_path, stdin=b"\xef\xbb\xbfCaf\xc3\xa9: the addict.\r\n")
        assert ended.stdout == "\ufeffCafé: the person with a substance use disorder.\r\n".encode()
        assert ended.returncode == 0
        assert b"1 wording changed in 1 document." in ended.stderr

    def test_other_encodings_come_out_as_they_went_in(self, tmp_path: Path) -> None:
        ended = run("fix", "-", cwd=tmp_path, stdin="Café: the addict’s dog.".encode("cp1252"))
        assert ended.stdout == "Café: the person’s dog.".encode("cp1252")

    def test_what_cannot_be_fixed_comes_out_as_it_went_in(self, tmp_path: Path) -> None:
        data = (ROOT / "examples" / "clinic-attendance-policy.pdf").read_bytes()
        ended = run("fix", "-", "--stdin-filename", "a.pdf", cwd=tmp_path, stdin=data)
        assert (ended.returncode, ended.stdout) == (3, data)
        assert b"fix edits only text files" in ended.stderr

    def test_as_a_diff(self, tmp_path: Path) -> None:
        ended = run("fix", "-", "--diff", cwd=tmp_path, stdin=FINDING.encode())
        assert ended.returncode == 1
        assert ended.stdout.startswith(b"--- stdin.txt\n")


class TestInteractive:
    def test_each_wording_is_shown_and_decided(self, shell: Shell, answers: list[str]) -> None:
        file = write("a.md", FINDING + "\nThe junkies and the addict.\n")
        answers += ["", "hm", "2", "s", "1"]
        ended = shell("fix", "--interactive", "a.md")
        assert file.read_text("utf-8") == (
            "The people with an addiction may visit on Sundays.\n\nThe junkies and the person with a substance use disorder.\n"
        )
        assert ended.out.count("put in 1") == 5
        assert "│ The addicts may visit on Sundays." in ended.out
        assert "  2           people with an addiction" in ended.out
        assert ended.status == 1

    @pytest.mark.parametrize("end", [["q"], []])
    def test_to_stop_keeps_what_was_decided(self, shell: Shell, answers: list[str], end: list[str]) -> None:
        first, second = write("a.md", FINDING + "\n" + FINDING), write("b.md", FINDING)
        answers += ["1", *end]
        assert shell("fix", "-i", "a.md", "b.md").status == 1
        assert first.read_text("utf-8") == FIXED + "\n" + FINDING
        assert second.read_text("utf-8") == FINDING

    def test_always_ignore_here(self, shell: Shell, answers: list[str]) -> None:
        file = write("a.md", f"{FINDING.rstrip()} An addict too.\n")
        answers += ["i", "the name of our choir"]
        ended = shell("fix", "-i", "a.md")
        comment = "<!-- stigmalint: ignore[addict] the name of our choir -->"
        assert file.read_text("utf-8") == f"{FINDING.rstrip()} An addict too. {comment}\n"
        assert (ended.status, ended.out.count("put in 1")) == (0, 1)
        assert "1 wording marked to be ignored in 1 document." in ended.out
        assert shell("check", "a.md").status == 0

    def test_advice_is_asked_about_too(self, shell: Shell, answers: list[str]) -> None:
        file = write("a.md", DISPUTED)
        answers += ["1"]
        shell("fix", "-i", "a.md")
        assert file.read_text("utf-8") != DISPUTED


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("-", "a.md"), "stands alone"),
        (("-i", "-"), "needs standard input for your answers"),
        (("-i", "--diff"), "lets you decide about each wording"),
        (("-i", "--suggestion", "1"), "lets you decide about each wording"),
        (("--suggestion", "0"), "--suggestion"),
        (("--stdin-filename", "a.md"), "--stdin-filename names the text from standard input"),
    ],
)
def test_contradictions(shell: Shell, arguments: tuple[str, ...], why: str) -> None:
    ended = shell("fix", *arguments)
    assert ended.status == 2
    assert why in ended.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_mode_of_a_file_stays(shell: Shell) -> None:
    file = write("a.md", FINDING)
    file.chmod(0o640)
    shell("fix", "a.md")
    assert file.stat().st_mode & 0o777 == 0o640


class TestUnusedIgnores:
    def test_they_are_taken_out_and_nothing_else_is_changed(self, shell: Shell) -> None:
        kept = f"{FINDING.strip()} <!-- stigmalint: ignore[addict] our choir -->\n"
        text = "First.\n<!-- stigmalint: ignore-file[suicide] -->\nSecond. <!-- stigmalint: ignore[addict] -->\n\n"
        text += f"{kept}\n{FINDING}"
        file = write("a.md", text.replace("\n", "\r\n"))
        assert "-Second. <!-- stigmalint" in shell("fix", "--unused-ignores", "--diff").out
        ended = shell("fix", "--unused-ignores")
        assert file.read_bytes().decode() == f"First.\n\nSecond.\n\n{kept}\n{FINDING}".replace("\n", "\r\n")
        assert "✓ line 3, column 9: ignore[addict]" in ended.out
        assert "✓ 2 directives without use taken out in 1 document." in ended.out
        assert ended.status == 1, "a finding is left"
        assert "Nothing was changed." in shell("fix", "--unused-ignores").out

    def test_a_name_can_go_alone_and_a_wrong_directive_stays(self, shell: Shell) -> None:
        wrong = "<!-- stigmalint: ignore[adict] -->\n"
        file = write("a.txt", f"{wrong}{FINDING.strip()} <!-- stigmalint: ignore[suicide,addict] our choir -->\n")
        assert shell("fix", "--unused-ignores", "a.txt").status == 0
        assert file.read_text("utf-8") == f"{wrong}{FINDING.strip()} <!-- stigmalint: ignore[addict] our choir -->\n"

    def test_it_changes_no_wording(self, shell: Shell) -> None:
        assert "--unused-ignores changes no wording" in shell("fix", "--unused-ignores", "--advice").err
