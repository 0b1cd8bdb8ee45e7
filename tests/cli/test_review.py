"""``stigmalint review``: which drafts get a copy, where it goes, what is never overwritten, and what is told."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

from stigmalint import fixing
from stigmalint.errors import Refused
from stigmalint.findings import Report
from stigmalint.fixing import Declined, Reviewed, Reviewer, Wishes
from tests.cli.shell import CLEAN, FINDING, Shell

LATER = b"somebody's later work"


def marker(data: bytes, report: Report, wishes: Wishes) -> Reviewed:
    """A reviewer for text files that writes what it was asked for behind the text."""
    if b"locked" in data:
        raise Refused("it is locked; unlock it")
    if b"defect" in data:
        raise ZeroDivisionError
    declined = (Declined(report.findings[0], "The words stand in a picture."),) if b"picture" in data else ()
    marks = f"changes {wishes.changes}, comments {wishes.comments}, {wishes.when.tzinfo}".encode()
    return Reviewed(data + marks, len(report.findings), len(report.findings), declined, ("The signature is gone.",))


@pytest.fixture(autouse=True)
def marked_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("marker_by_hand")
    module.review = marker  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "marker_by_hand", module)
    monkeypatch.setattr(
        fixing, "REVIEWERS", {".txt": Reviewer("marker_by_hand:review"), ".md": Reviewer("marker_by_hand:review", ".html")}
    )


def write(*names: str, text: str = FINDING) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")


def files() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())


def test_the_copy_stands_beside_the_draft_which_stays(shell: Shell) -> None:
    write("in/draft.txt")
    ended = shell("review", "in/draft.txt")
    assert ended.status == 1
    assert files() == ["in/draft.reviewed.txt", "in/draft.txt"]
    assert Path("in/draft.txt").read_text("utf-8") == FINDING
    assert Path("in/draft.reviewed.txt").read_text("utf-8") == f"{FINDING}changes True, comments True, UTC"
    for told in ("in/draft.txt", "1 wording to change", "1 change, 1 comment", "in/draft.reviewed.txt", "The signature is gone."):
        assert told in ended.out
    assert "Marked up 1 document." in ended.out


def test_a_clean_draft_gets_no_copy(shell: Shell) -> None:
    write("draft.txt", text=CLEAN)
    ended = shell("review", "draft.txt")
    assert (ended.status, files()) == (0, ["draft.txt"])
    assert "Found nothing to change in 1 document (no copy)." in ended.out


def test_a_copy_that_is_there_is_replaced_only_by_force(shell: Shell) -> None:
    write("draft.txt", "other.txt")
    Path("draft.reviewed.txt").write_bytes(LATER)
    ended = shell("review", "other.txt", "draft.txt")
    assert ended.status == 2
    assert "draft.reviewed.txt is there already" in ended.err
    assert "--force" in ended.err
    assert not Path("other.reviewed.txt").exists()
    assert Path("draft.reviewed.txt").read_bytes() == LATER
    assert shell("review", "draft.txt", "--force").status == 1
    assert Path("draft.reviewed.txt").read_bytes() != LATER


@pytest.mark.parametrize("out", ["marked/", "marked"])
def test_copies_go_to_a_folder_and_keep_their_places(shell: Shell, out: str) -> None:
    write("policies/a.txt", "policies/deep/a.txt", "policies/deep/b.md")
    assert shell("review", "policies", "--out", out).status == 1
    copies = {"marked/a.reviewed.txt", "marked/deep/a.reviewed.txt", "marked/deep/b.reviewed.html"}
    assert copies <= set(files())
    assert len(files()) == 6


def test_out_is_a_file_for_one_draft(shell: Shell) -> None:
    write("draft.txt")
    assert shell("review", "draft.txt", "-o", "for-anna.txt").status == 1
    assert files() == ["draft.txt", "for-anna.txt"]
    Path("shelf").mkdir()
    assert shell("review", "draft.txt", "-o", "shelf").status == 1
    assert "shelf/draft.reviewed.txt" in files()


def test_in_place_marks_up_the_draft(shell: Shell) -> None:
    write("draft.txt")
    assert shell("review", "--in-place", "draft.txt").status == 1
    assert files() == ["draft.txt"]
    assert Path("draft.txt").read_text("utf-8").startswith(f"{FINDING}changes")


@pytest.mark.parametrize(
    ("option", "marks"), [("--comments-only", "changes False, comments True"), ("--changes-only", "changes True, comments False")]
)
def test_comments_or_changes_can_be_left_out(shell: Shell, option: str, marks: str) -> None:
    write("draft.txt")
    assert shell("review", option, "draft.txt").status == 1
    assert marks in Path("draft.reviewed.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--comments-only", "--changes-only", "draft.txt"], "leave nothing to do"),
        (["--in-place", "--out", "a.txt", "draft.txt"], "leave one of them out"),
        (["-"], "it needs a file"),
        (["draft.txt", "--out", "draft.pdf"], "the copy of draft.txt is a .txt file"),
        (["draft.txt", "--out", "draft.txt"], "give --in-place if it is to be replaced"),
        (["page.md", "--in-place"], "page.md is marked up as a .html file"),
        ([], "Missing argument"),
    ],
)
def test_what_does_not_fit_together_is_refused_before_anything_is_written(shell: Shell, arguments: list[str], said: str) -> None:
    write("draft.txt", "page.md")
    ended = shell("review", *arguments)
    assert ended.status == 2
    assert said in ended.err
    assert files() == ["draft.txt", "page.md"]


def test_what_cannot_be_marked_up_is_named_and_the_others_are_done(shell: Shell) -> None:
    write("a.txt", text=f"{FINDING}\nlocked\n")
    write("b.txt", text=f"{FINDING}\ndefect\n")
    write("c.xls", "d.txt")
    ended = shell("review", "a.txt", "b.txt", "c.xls", "d.txt", "missing.txt")
    assert ended.status == 3
    assert [name for name in files() if "reviewed" in name] == ["d.reviewed.txt"]
    for told in (
        "it is locked; unlock it",
        "(ZeroDivisionError)",
        "--debug",
        "cannot be marked up",
        "there is no file or folder",
    ):
        assert told in " ".join(ended.out.split())


def test_a_defect_shows_itself_with_debug(shell: Shell) -> None:
    write("a.txt", text=f"{FINDING}\ndefect\n")
    ended = shell("review", "a.txt", "--debug")
    assert ended.status == 2
    assert "ZeroDivisionError" in ended.err


def test_a_change_that_was_declined_is_told_with_its_place_and_reason(shell: Shell) -> None:
    write("draft.txt", text=f"{FINDING}\nA picture.\n")
    ended = shell("review", "draft.txt")
    assert "line 1, column 5: “addicts”" in ended.out
    assert "The words stand in a picture." in ended.out


def test_earlier_copies_in_a_folder_are_no_drafts(shell: Shell) -> None:
    write("draft.txt")
    assert shell("review", ".").status == 1
    assert shell("review", ".", "--force").status == 1
    assert files() == ["draft.reviewed.txt", "draft.txt"]
    assert shell("review", "draft.reviewed.txt").status == 1


def test_a_place_that_cannot_be_written_to_is_named(shell: Shell) -> None:
    write("draft.txt", "shelf")
    ended = shell("review", "draft.txt", "--out", "shelf/")
    assert ended.status == 3
    assert "shelf" in ended.out
    assert files() == ["draft.txt", "shelf"]
