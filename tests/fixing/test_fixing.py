"""Reviewers are found by suffix, and a format that cannot be marked is refused."""

from __future__ import annotations

import sys
import types
from datetime import UTC, datetime
from importlib import import_module

import pytest

from stigmalint import fixing
from stigmalint.errors import Refused
from stigmalint.findings import Report
from stigmalint.fixing import PAGE, REVIEWERS, Reviewed, Reviewer, Wishes, copy_name, review, reviewer_for

WISHES = Wishes(datetime(2024, 5, 1, 12, tzinfo=UTC))


def test_a_reviewer_is_found_by_the_suffix_whatever_its_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = Reviewer("odd:review")
    monkeypatch.setattr(fixing, "REVIEWERS", {".odd": odd})
    assert reviewer_for("a/Draft.ODD") is odd


def test_other_formats_are_refused_with_those_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixing, "REVIEWERS", {".odd": Reviewer("odd:review")})
    with pytest.raises(Refused, match=r"this kind of file cannot be marked up; stigmalint marks up .*\.md.*\.odd"):
        reviewer_for("draft.xls")


@pytest.mark.parametrize(
    ("name", "suffix", "copy"),
    [
        ("draft.docx", "", "draft.reviewed.docx"),
        ("in/the/Draft v1.2.DOCX", "", "Draft v1.2.reviewed.DOCX"),
        ("draft.md", ".html", "draft.reviewed.html"),
    ],
)
def test_a_copy_is_called_after_its_draft(name: str, suffix: str, copy: str) -> None:
    assert copy_name(name, Reviewer("odd:review", suffix)) == copy


def test_the_reviewer_is_loaded_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("odd_reviewer")
    module.review = lambda data, report, wishes: Reviewed(data.upper(), changed=report.checked)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "odd_reviewer", module)
    assert review(b"draft", Report(1), WISHES, Reviewer("odd_reviewer:review")) == Reviewed(b"DRAFT", changed=1)


@pytest.mark.parametrize("place", sorted({reviewer.place for reviewer in (*REVIEWERS.values(), PAGE)}))
def test_every_reviewer_is_there(place: str) -> None:
    module, function = place.split(":")
    assert callable(getattr(import_module(module), function))
