"""The text report: approved as a whole at several widths, and in its promises one by one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.document import Place
from stigmalint.findings import Report, Severity, Skipped, Suppressed
from stigmalint.reporters import render
from stigmalint.reporters.layout import columns
from stigmalint.terminal import Look
from tests.reporters.made import EVERYTHING, LABEL, UNUSED, finding

Golden = Callable[[str, str], None]
SGR = re.compile(r"\x1b\[[\d;]*m")

HOSTILE = Report(
    1,
    (
        finding(
            "::add-mask::x \x1b]8;;http://e\x07Some addicts\x9b2J\u202e ##vso[task.complete]\u200b\x00 remain.",
            "addicts",
            path="::error::a\nb\x1b[2J\u202ecod.\udcff.md",
            place=Place(heading=("\x1b[31mHead\u2066",), paragraph=1),
            suggestions=("peo\x08ple",),
        ),
    ),
    (Skipped("::stop-commands::x", "the part word/\x1b[2J.xml is \u2067broken"),),
)


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("text-80.txt", Look(80)),
        ("text-100-colour.txt", Look(100, colour=True)),
        ("text-60-cp1252.txt", Look(60, encoding="cp1252")),
        ("text-60-ascii.txt", Look(60, encoding="ascii")),
    ],
)
def test_the_report_as_people_see_it(golden: Golden, name: str, look: Look) -> None:
    golden(name, render(EVERYTHING, "text", look))


def test_a_hostile_document_can_only_be_read(golden: Golden) -> None:
    golden("text-hostile.txt", render(HOSTILE, "text", Look()))


@pytest.mark.parametrize(
    ("report", "last"),
    [
        (Report(3), "✓ Checked 3 documents: nothing to change."),
        (Report(1), "✓ Checked 1 document: nothing to change."),
        (Report(0), "✗ There was no document to check."),
        (Report(0, (), (Skipped("a.pdf", "it is empty"),)), "✗ No document could be checked."),
        (
            Report(1, (), (Skipped("a.pdf", "page 4"), Skipped("a.pdf", "page 5"))),
            "✗ Checked 1 document: nothing to change in what was read; 1 document not fully checked.",
        ),
    ],
)
def test_without_findings_it_says_so_plainly(report: Report, last: str) -> None:
    assert render(report, "text", Look(100)).splitlines()[-1] == last


def test_advice_alone_is_to_be_considered() -> None:
    advice = finding("He stayed clean.", "clean", severity=Severity.ADVICE)
    assert "○ advice" in (text := render(Report(1, (advice,)), "text", Look()))
    assert "Checked 1 document: 1 wording to consider." in text


def test_what_is_passed_over_is_counted_and_what_has_no_effect_is_told() -> None:
    text = render(Report(1, suppressed=(Suppressed(LABEL, "", "line 3"),), ineffective=(UNUSED,)), "text", Look(100))
    assert "nothing to change.\n  1 finding is passed over as the authors ask.\n" in text
    assert "stigmalint check --no-ignores" in text
    assert "○ a.md, line 7, column 3\n    ignore[addict]: nothing of “addict” is found there, so this can go.\n" in text


def test_a_term_is_explained_once_in_each_file() -> None:
    again = [finding("The addict left.", "addict", path=path) for path in ("a.md", "a.md", "b.md")]
    text = render(Report(2, tuple(again)), "text", Look())
    assert text.count("Names a person by a condition.") == text.count("Council of Nurses") == 2
    assert text.count("see above") == 1


def test_files_stand_in_order_and_findings_in_the_order_of_reading() -> None:
    text = render(Report(2, (finding("b two", "two", path="b.md"), finding("a one", "one", path="a.md"))), "text", Look())
    assert text.index("a.md") < text.index("b.md")


def test_colour_changes_nothing_but_colour() -> None:
    def words(look: Look) -> list[str]:
        lines = SGR.sub("", render(EVERYTHING, "text", look)).splitlines()
        return [line for line in lines if not re.fullmatch(r"[ │‾]+", line)]

    assert words(Look(80, colour=True)) == words(Look(80))


anything = st.text(st.characters(codec=None), min_size=1, max_size=60)


@given(anything, anything, anything, st.booleans())
def test_arbitrary_text_never_acts_on_the_terminal(before: str, matched: str, path: str, colour: bool) -> None:
    report = Report(1, (finding(before + matched, matched, Place(heading=(before,)), path=path),), (Skipped(path, before),))
    text = render(report, "text", Look(colour=colour))
    bare = SGR.sub("", text) if colour else text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]", bare)
    assert not re.search(r"##\w*\[|^\s*::", bare, re.MULTILINE | re.ASCII)


@given(anything, anything, st.integers(40, 100))
def test_no_line_is_wider_than_the_page(before: str, matched: str, width: int) -> None:
    text = render(Report(1, (finding(f"{before} {matched}", matched),)), "text", Look(width))
    assert max(columns(line) for line in text.splitlines()) <= width
