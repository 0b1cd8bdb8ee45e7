"""The JSON report: the published keys in the published order, exact text, and nothing a terminal could obey."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from stigmalint import __version__
from stigmalint.document import Box, Place
from stigmalint.findings import Report, Skipped, Suppressed
from stigmalint.reporters import render
from stigmalint.terminal import Look
from tests.reporters.made import EVERYTHING, LABEL, UNUSED, finding


def record(report: Report) -> dict[str, object]:
    return json.loads(render(report, "json", Look()))


def test_the_keys_and_their_order_are_the_published_ones() -> None:
    everything = record(EVERYTHING)
    assert list(everything) == [
        *["format", "tool", "checked", "findings", "skipped", "strengths", "profile"],
        *["suppressed", "ineffective", "known", "stale"],
    ]
    assert everything["tool"] == {"name": "stigmalint", "version": __version__}
    for each in everything["findings"]:
        assert list(each) == [
            *["path", "term", "pack", "kind", "severity", "matched", "why", "sources", "rewrite", "suggestions", "sentence"],
            *["place", "fingerprint", "instead", "disputed", "note"],
        ]
        assert list(each["place"]) == [
            *["line", "column", "end_line", "end_column", "part", "paragraph", "heading", "page", "boxes", "table", "item"],
        ]


def test_a_finding_in_a_text_file() -> None:
    place = Place(line=1, column=5, end_line=1, end_column=12)
    each = record(Report(1, (finding("The addicts left.", "addicts", place),)))["findings"][0]
    assert (each["kind"], each["severity"], each["rewrite"]) == ("term", "error", "wording")
    assert each["sources"] == [
        "Council of Nurses, A guide to words (2021)",
        "Journal of Careful Writing, Names and what they do: a review of forty studies (2019)",
    ]
    assert each["place"] == {
        "line": 1, "column": 5, "end_line": 1, "end_column": 12,
        "part": None, "paragraph": None, "heading": None, "page": None, "boxes": None, "table": None, "item": None,
    }  # fmt: skip


def test_places_in_word_and_pdf() -> None:
    place = Place(
        part="header", heading=("A", "B › C"), paragraph=2, cell=(1, 2, 3), page=4, boxes=(Box(1.005, 2.129, 1 / 3, 4),)
    )
    each = record(Report(1, (finding("an addict", "addict", place),)))["findings"][0]["place"]
    assert each["heading"] == "A › B › C"
    assert each["table"] == {"table": 1, "row": 2, "column": 3}
    assert each["boxes"] == [[1.0, 2.13, 0.33, 4]]
    assert (each["part"], each["paragraph"], each["page"], each["line"]) == ("header", 2, 4, None)


def test_files_are_sorted() -> None:
    skipped = (Skipped("z", "late"), Skipped("y", "early"))
    report = record(Report(2, (finding("b", "b", path="b"), finding("a", "a", path="a")), skipped))
    assert [each["path"] for each in report["findings"]] == ["a", "b"]
    assert report["skipped"] == [{"path": "y", "reason": "early"}, {"path": "z", "reason": "late"}]


def test_only_what_no_encoding_carries_is_replaced() -> None:
    each = record(Report(1, (finding("é \u202e \x1b[2J \U0001f600 an addict", "addict", path="odd\udcff.md"),)))["findings"][0]
    assert each["sentence"] == "é \u202e \x1b[2J \U0001f600 an addict"
    assert each["path"] == "odd\ufffd.md"


@given(st.text(st.characters(codec=None), min_size=1))
def test_arbitrary_text_is_exact_and_harmless(sentence: str) -> None:
    text = render(Report(1, (finding(sentence, sentence),)), "json", Look())
    assert json.loads(text)["findings"][0]["sentence"] == re.sub("[\ud800-\udfff]", "\ufffd", sentence)
    assert text.encode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]|##", text)
    assert not re.search(r"^\s*::", text, re.MULTILINE)


def test_what_is_passed_over_comes_with_its_reason_and_what_is_without_effect_with_its_own() -> None:
    report = record(Report(1, suppressed=(Suppressed(LABEL, "our choir", "line 2"),), ineffective=(UNUSED,)))
    (suppressed,), (ineffective,) = report["suppressed"], report["ineffective"]
    assert suppressed == {**record(Report(1, (LABEL,)))["findings"][0], "reason": "our choir", "said": "line 2"}
    assert ineffective == {
        "path": "a.md",
        "place": ineffective["place"],
        "directive": "ignore[addict]",
        "reason": "nothing of “addict” is found there, so this can go.",
        "unused": True,
    }
    assert ineffective["place"]["line"] == 7
