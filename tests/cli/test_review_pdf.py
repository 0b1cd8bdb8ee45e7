"""``stigmalint review draft.pdf``: a copy with marks beside the draft."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.shell import Shell
from tests.fixing.pdf.marked import marks
from tests.tools import ROOT


def test_the_copy_has_the_marks_and_the_draft_stays(shell: Shell) -> None:
    draft = ROOT / "examples" / "clinic-attendance-policy.pdf"
    shutil.copy(draft, "draft.pdf")
    ended = shell("review", "draft.pdf")
    assert ended.status == 1
    assert Path("draft.pdf").read_bytes() == draft.read_bytes()
    found = marks(Path("draft.reviewed.pdf").read_bytes())
    assert f"{len(found)} comments" in ended.out
    (told,) = (mark.contents.splitlines() for mark in found if mark.words == "An addict")
    assert told[0] == "To change: “An addict”"
    assert "Write: A person with a substance use disorder" in told


def test_changes_alone_cannot_be_had(shell: Shell) -> None:
    shutil.copy(ROOT / "examples" / "clinic-attendance-policy.pdf", "draft.pdf")
    ended = shell("review", "draft.pdf", "--changes-only")
    assert ended.status == 3
    assert "takes notes and no changes; leave out --changes-only" in " ".join(ended.out.split())
    assert not Path("draft.reviewed.pdf").exists()
