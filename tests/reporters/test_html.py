"""The report as a page: what stands in it, and that nothing in it can do anything but be read."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.findings import Report, Skipped
from stigmalint.reporters import render
from stigmalint.terminal import Look, visible
from tests.cli.shell import FINDING, run
from tests.reporters.drafts import PAYLOADS, WHOLE, hostile
from tests.reporters.made import EVERYTHING
from tests.tools import ROOT

Golden = Callable[[str, str], None]
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def page(report: Report) -> str:
    return render(report, "html", Look())


class Reading(HTMLParser):
    """What a browser makes of a page: its tags, its text, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_as_a_whole(golden: Golden) -> None:
    body = page(WHOLE).partition("</head>")[2]
    golden("page.html", re.sub(r"stigmalint [\d.]+\S*", "stigmalint VERSION", body))


def test_without_their_documents_findings_stand_with_their_sentences() -> None:
    words = Reading(page(EVERYTHING)).words
    assert "The sentences found" in words
    assert "says the leaflet" in words


def test_the_same_report_gives_the_same_page() -> None:
    assert page(WHOLE) == page(WHOLE)


def test_it_allows_a_browser_its_own_style_and_nothing_else() -> None:
    text = page(WHOLE)
    (style,) = _STYLE.findall(text)
    assert style.isascii(), "however a page is mailed, its style keeps the sum that allows it"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    assert html.unescape(policy) == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    reading = Reading(text)
    assert reading.tags.isdisjoint({"script", "img", "link", "iframe", "object", "form", "base"})
    assert not [name for name in reading.attributes if name.startswith("on") or name in ("style", "src", "srcset", "action")]


def test_links_lead_to_the_page_itself_or_to_a_source() -> None:
    reading = Reading(page(WHOLE))
    assert len(reading.ids) == len(set(reading.ids))
    inside = {link[1:] for link in reading.links if link.startswith("#")}
    assert inside <= set(reading.ids)
    assert {link for link in reading.links if not link.startswith("#")} == {"https://example.org/words"}


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_hostile_text_can_only_be_read(payload: str) -> None:
    ours, theirs = Reading(page(WHOLE)), Reading(page(hostile(payload)))
    assert theirs.tags <= ours.tags
    assert theirs.attributes <= ours.attributes
    assert theirs.words.count(visible(payload)) >= 20
    assert all(link.startswith("#") for link in theirs.links)
    page(hostile(payload)).encode("utf-8")


@given(st.text(st.characters(codec=None), min_size=1, max_size=60))
@settings(max_examples=30)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    reading = Reading(page(Report(0, (), (Skipped("a.pdf", text),))))
    assert visible(text) in reading.words


def test_what_was_not_checked_stands_before_everything_else() -> None:
    words = Reading(page(WHOLE)).words
    assert words.index("house/scan.pdf") < words.index("In numbers")


def test_a_clean_report_says_so_and_no_more() -> None:
    words = Reading(page(Report(3))).words
    assert "Checked 3 documents: nothing to change." in words
    assert "Show" not in words
    assert "Who says so" not in words


def test_no_template_escapes_from_escaping() -> None:
    for template in (ROOT / "stigmalint" / "reporters" / "page").glob("*.html"):
        text = template.read_text("utf-8").replace("<style>{{ style | safe }}</style>", "")
        assert not re.search(r"\|\s*safe|autoescape|=\{\{|=\s*'[^']*\{\{", text), template.name


def test_the_command_saves_the_page_with_the_text_of_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Visits\n\n{FINDING}\nA sentence without a finding.\n", "utf-8")
    ended = run("check", "--format", "html", "-o", "report.html", "a.md", cwd=tmp_path)
    assert ended.returncode == 1
    assert ended.stdout == b""
    words = Reading((tmp_path / "report.html").read_text("utf-8")).words
    assert "A sentence without a finding." in words
    assert "Checked 1 document: 1 wording to change." in words
