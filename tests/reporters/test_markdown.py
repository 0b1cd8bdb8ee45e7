"""The report as Markdown: approved as a whole, within its bounds, and harmless."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.document import Place
from stigmalint.findings import Report, Skipped
from stigmalint.reporters import render
from stigmalint.reporters.markdown import MOST
from stigmalint.terminal import Look, visible
from tests.cli.shell import FINDING, run
from tests.reporters.drafts import PAYLOADS, WHOLE, hostile
from tests.reporters.made import EVERYTHING, LABEL, finding
from tests.reporters.test_inline import Shown

Golden = Callable[[str, str], None]


def markdown(report: Report) -> str:
    return render(report, "markdown", Look())


def test_the_report_as_a_whole(golden: Golden) -> None:
    golden("markdown.md", markdown(WHOLE))
    golden("markdown-formats.md", markdown(EVERYTHING))


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (Report(3), "## Wording and rules\n\nChecked 3 documents: nothing to change.\n"),
        (
            Report(0, (), (Skipped("a_b.pdf", "it is empty"),)),
            "## Wording and rules\n\nNo document could be checked.\n\n### Not fully checked\n\n- **a\\_b.pdf** it is empty\n",
        ),
    ],
)
def test_without_findings_it_is_short(report: Report, text: str) -> None:
    assert markdown(report) == text


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_hostile_text_can_only_be_read(payload: str) -> None:
    shown = Shown(markdown(hostile(payload)))
    known = {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "em", "blockquote", "code"}
    assert {tag.removeprefix("/") for tag in shown.tags} <= known
    assert shown.words.replace("\u200b", "").count(visible(payload)[:250]) > 10


def test_a_report_too_long_for_github_says_how_many_findings_are_left_out() -> None:
    many = tuple(finding(f"Sentence {number} calls them addicts.", "addicts") for number in range(1000))
    text = markdown(Report(1, many))
    assert MOST - 2_000 < len(text.encode("utf-8")) <= MOST
    (left_out,) = re.findall(r"\n\n([\d,]+) more findings would not fit here; `stigmalint check` shows them all\.\n$", text)
    assert text.count("\n> Sentence") + int(left_out.replace(",", "")) == 1000


@given(st.text(st.characters(codec=None), min_size=1, max_size=300))
@settings(max_examples=20, deadline=None)
def test_whatever_it_holds_it_stays_within_what_github_takes(text: str) -> None:
    long = 40 * text
    place = Place(heading=(long,), paragraph=1)
    findings = [replace(LABEL, path=f"{number}{long}", why=long, place=place) for number in range(80)]
    skipped = [Skipped(f"{number}{long}", long) for number in range(80)]
    made = markdown(Report(80, tuple(findings), tuple(skipped)))
    assert len(made.encode("utf-8")) <= MOST
    assert "### Not fully checked" in made
    left_out = re.search(r"(\d+) more findings? would not fit here", made)
    assert len(re.findall(r"^\*\*\d+\. error\*\*", made, re.MULTILINE)) + int(left_out[1] if left_out else 0) == 80
    (unnamed,) = re.findall(r"^- … and (\d+) more\.$", made, re.MULTILINE)
    assert 30 <= int(unnamed) <= 80


def test_the_command_prints_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FINDING, "utf-8")
    ended = run("check", "--format", "markdown", "a.md", cwd=tmp_path)
    assert ended.returncode == 1
    assert "\n> The **addicts** may visit on Sundays.\n" in ended.stdout.decode("utf-8")
