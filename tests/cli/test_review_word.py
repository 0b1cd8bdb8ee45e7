"""``stigmalint review`` on Word files, as it is really run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell, run
from tests.fixing.docx import independent
from tests.readers import docx_builder as made
from tests.tools import ROOT

EXAMPLE = (ROOT / "examples" / "shelter-guest-agreement.docx").read_bytes()
PROTECTED = made.docx(
    made.paragraph(made.run("The addicts may visit on Sundays.")),
    parts={"settings.xml": ("settings", made.part("w:settings", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'))},
)


def test_a_draft_comes_back_marked_up(here: Path) -> None:
    (here / "draft.docx").write_bytes(EXAMPLE)
    ended = run("review", "draft.docx", cwd=here)
    assert ended.returncode == 1
    assert (here / "draft.docx").read_bytes() == EXAMPLE
    copy = (here / "draft.reviewed.docx").read_bytes()
    told = " ".join(ended.stdout.decode("utf-8").split())
    assert f"{len(independent.comments(copy))} comments" in told
    assert "copy draft.reviewed.docx" in told
    assert "comment 1: “former addicts” The words stand in a comment" in told
    assert "Marked up 1 document." in told


def test_once_all_is_accepted_only_what_needs_an_author_is_found(shell: Shell) -> None:
    Path("draft.docx").write_bytes(EXAMPLE)
    before = json.loads(shell("check", "--format", "json", "draft.docx").out)["findings"]
    shell("review", "draft.docx")
    after = json.loads(shell("check", "--format", "json", "draft.reviewed.docx").out)["findings"]
    assert len(before) - len(after) >= 10
    assert not [each for each in after if each["suggestions"] and not str(each["place"]["part"]).startswith("comment")]


@pytest.mark.parametrize("suffix", [".docx", ".DOCX", ".docm", ".dotx", ".dotm"])
def test_every_kind_of_word_file(shell: Shell, suffix: str) -> None:
    Path(f"draft{suffix}").write_bytes(EXAMPLE)
    assert shell("review", f"draft{suffix}").status == 1
    assert independent.revisions(Path(f"draft.reviewed{suffix}").read_bytes())


def test_in_place(shell: Shell) -> None:
    Path("draft.docx").write_bytes(EXAMPLE)
    assert shell("review", "--in-place", "--changes-only", "draft.docx").status == 1
    marked = Path("draft.docx").read_bytes()
    assert independent.revisions(marked)
    assert not independent.comments(marked)
    assert [path.name for path in Path().iterdir()] == ["draft.docx"]


def test_comments_only(shell: Shell) -> None:
    Path("draft.docx").write_bytes(EXAMPLE)
    assert shell("review", "--comments-only", "draft.docx", "--out", "for-anna.docx").status == 1
    copy = Path("for-anna.docx").read_bytes()
    assert independent.comments(copy)
    assert not independent.revisions(copy)


def test_a_protected_document_is_left_alone(shell: Shell) -> None:
    Path("draft.docx").write_bytes(PROTECTED)
    ended = shell("review", "draft.docx", "--color", "never")
    assert ended.status == 3
    assert "it is protected against changes; in Word, choose Review" in " ".join(ended.out.split())
    assert [path.name for path in Path().iterdir()] == ["draft.docx"]


def test_what_a_baseline_knows_is_not_marked(shell: Shell) -> None:
    Path("draft.docx").write_bytes(EXAMPLE)
    assert shell("baseline", "create", "draft.docx").status == 0
    Path("stigmalint.toml").write_text('baseline = "stigmalint-baseline.json"\n', "utf-8")
    assert shell("review", "draft.docx").status == 0
    assert not Path("draft.reviewed.docx").exists()
