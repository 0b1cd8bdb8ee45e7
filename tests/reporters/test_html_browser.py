"""The page in a real browser: no barrier, no request, no script, nothing wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from stigmalint.findings import Report
from stigmalint.reporters import render
from stigmalint.terminal import Look, visible
from tests.browser import chromium
from tests.reporters.drafts import PAYLOADS, WHOLE, draft, found, hostile
from tests.reporters.made import EVERYTHING

WIDTHS = (320, 1280)
_LONG = draft("\n\n".join([*(f"Paragraph {number}." for number in range(100)), "An addict asks."]))
FOLDED = Report(1, (found(_LONG, "addict"),), documents=(_LONG,))
_ALL_RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def opened(browser: Browser, folder: Path, report: Report, width: int = 1280, **wishes: str | bool) -> Page:
    """The page on a screen of this width. Whatever it asks for, says or complains of ends up in ``page.heard``."""
    file = folder / "report.html"
    file.write_text(render(report, "html", Look()), "utf-8")
    page = browser.new_context(viewport={"width": width, "height": 900}, **wishes).new_page()
    heard: list[str] = []
    page.on("request", lambda request: heard.append(f"request {request.url}"))
    page.on("console", lambda message: heard.append(f"console {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"error {error}"))
    page.on("dialog", lambda dialog: (heard.append("dialog"), dialog.dismiss()))
    page.goto(file.as_uri())
    assert heard.pop(0) == f"request {file.as_uri()}"
    assert heard == []
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced colours"],
)
def test_axe_finds_no_barrier(browser: Browser, tmp_path: Path, width: int, look: dict[str, str]) -> None:
    seen = Axe().run(opened(browser, tmp_path, WHOLE, width, **look), options=_ALL_RULES).response
    assert len(seen["passes"]) > 30
    assert [(each["id"], each["nodes"][0]["html"]) for each in seen["violations"]] == []


@pytest.mark.parametrize("report", [EVERYTHING, FOLDED, Report(3)], ids=["without documents", "folded", "clean"])
def test_axe_finds_none_in_other_pages(browser: Browser, tmp_path: Path, report: Report) -> None:
    seen = Axe().run(opened(browser, tmp_path, report), options=_ALL_RULES).response
    assert [(each["id"], each["nodes"][0]["html"]) for each in seen["violations"]] == []


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_hostile_text_shows_as_text(browser: Browser, tmp_path: Path, payload: str) -> None:
    page = opened(browser, tmp_path, hostile(payload))
    assert visible(payload) in page.locator(".unchecked dt").text_content()
    assert visible(payload) in page.locator(".card .why").first.text_content()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.context.close()


@pytest.mark.parametrize("width", [320, 400, 768, 1024, 1280])
def test_nothing_is_wider_than_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    assert opened(browser, tmp_path, WHOLE, width).evaluate("document.documentElement.scrollWidth") == width


def test_it_gives_way_to_wider_spacing_of_text(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, WHOLE, 320)
    page.evaluate("document.body.style.cssText = 'line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em'")
    assert page.evaluate("getComputedStyle(document.querySelector('.why')).letterSpacing") != "normal"
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_scripts_it_can_be_read_and_filtered(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, WHOLE, java_script_enabled=False)
    cards, rules = page.locator(".card"), page.locator(".card.is-rule")
    assert cards.filter(visible=True).count() == 7
    assert rules.filter(visible=True).count() == 1
    page.get_by_label("rules").uncheck()
    assert rules.filter(visible=True).count() == 0
    page.get_by_label("errors").uncheck()
    page.get_by_label("strengths").uncheck()
    assert {text.split()[0] for text in cards.filter(visible=True).all_inner_texts()} == {"4", "5", "6"}


def test_a_number_in_the_text_leads_to_its_card(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, WHOLE)
    page.get_by_role("link", name="finding 5", exact=True).click()
    assert page.locator(".card:target .words").text_content() == "“clean”"


def test_it_prints_on_paper_without_its_filters(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, WHOLE, color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert page.locator("#card-6").is_visible()
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper, prefer_css_page_size=True).startswith(b"%PDF")
