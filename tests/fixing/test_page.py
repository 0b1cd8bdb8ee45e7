"""The page that is handed back where a format has no comments: by the function, and by the real command."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from stigmalint.fixing import PAGE, Wishes, review, reviewer_for
from tests.cli.shell import FINDING, run
from tests.reporters.drafts import WHOLE
from tests.tools import ROOT

WORD = ROOT / "examples" / "shelter-guest-agreement.docx"


def test_every_finding_has_its_card() -> None:
    reviewed = review(b"", WHOLE, Wishes(datetime.now(UTC)), PAGE)
    assert (reviewed.changed, reviewed.commented, reviewed.declined) == (0, 6, ())
    page = reviewed.data.decode("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert 'id="card-6"' in page


def test_a_page_is_made_where_it_is_wished_and_where_nothing_else_can_be() -> None:
    assert reviewer_for("draft.md") == reviewer_for("draft.docx", page=True) == PAGE


def test_the_command_hands_back_pages(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(FINDING, "utf-8")
    (tmp_path / "guests.docx").write_bytes(WORD.read_bytes())
    ended = run("review", "--html", "draft.md", "guests.docx", cwd=tmp_path)
    assert ended.returncode == 1, ended.stderr
    assert "may visit on Sundays." in (tmp_path / "draft.reviewed.html").read_text("utf-8")
    assert "Lantern House offers a bed" in (tmp_path / "guests.reviewed.html").read_text("utf-8")
    assert (tmp_path / "draft.md").read_text("utf-8") == FINDING


def test_pages_of_drafts_with_one_name_do_not_replace_each_other(tmp_path: Path) -> None:
    for name in ("draft.md", "draft.txt", "other.md"):
        (tmp_path / name).write_text(f"{name}: {FINDING}", "utf-8")
    run("review", ".", cwd=tmp_path)
    pages = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.html")}
    assert set(pages) == {"draft.md.reviewed.html", "draft.txt.reviewed.html", "other.reviewed.html"}
    assert all(f"{name.removesuffix('.reviewed.html').removesuffix('.md')}" in page for name, page in pages.items())
