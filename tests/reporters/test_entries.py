"""Findings, directives without effect and files that were not checked, in one shape."""

from __future__ import annotations

from dataclasses import replace

from stigmalint.document import Place
from stigmalint.findings import Report, Skipped
from stigmalint.reporters.entries import Level, entries
from tests.reporters.made import EVERYTHING, IDLE, VERB


def test_everything_is_an_entry_and_has_its_own_fingerprint() -> None:
    found = entries(Report(3, EVERYTHING.findings[-1:], EVERYTHING.skipped, ineffective=(IDLE,)))
    assert [(entry.level, entry.term) for entry in found] == [
        (Level.WARNING, "abuse-substances"),
        (Level.ADVICE, "directive-without-effect"),
        (Level.NOT_CHECKED, "not-checked"),
    ]
    assert len({entry.fingerprint for entry in found}) == 3
    assert found[1].message == "“ignore[adict]” has no effect: there is no “adict”."
    assert found[2].message.startswith("Not fully checked: page 4")


def test_a_finding_keeps_what_it_has() -> None:
    (entry,) = entries(Report(1, (VERB,)))
    assert (entry.fingerprint, entry.replacements, entry.url) == (
        VERB.fingerprint,
        ("used alcohol",),
        "https://example.org/words",
    )


def test_each_reason_is_an_entry_of_its_own() -> None:
    skipped = (Skipped("a.pdf", "page 1 has no text"), Skipped("a.pdf", "page 2 has no text"))
    again = replace(IDLE, place=Place(line=9, column=1))
    found = entries(Report(1, (), skipped, ineffective=(IDLE, again)))
    assert len({entry.fingerprint for entry in found}) == 4
    moved = entries(Report(1, (), skipped, ineffective=(again, IDLE)))
    assert [entry.fingerprint for entry in moved] == [entry.fingerprint for entry in found]
