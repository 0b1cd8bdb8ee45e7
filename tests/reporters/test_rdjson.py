"""reviewdog: columns in bytes, and one wording to put in."""

from __future__ import annotations

from dataclasses import replace

from stigmalint.findings import Report
from tests.reporters.made import LABEL, VERB
from tests.reporters.parsing import parsed

WIDE = replace(VERB, place=replace(VERB.place, utf8=(15, 29)))
RANGE = {"start": {"line": 12, "column": 15}, "end": {"line": 12, "column": 29}}


def test_a_finding_with_its_suggestion() -> None:
    (diagnostic,) = parsed(Report(1, (replace(WIDE, suggestions=("used alcohol", "drank")),)), "rdjson")["diagnostics"]
    assert diagnostic["location"] == {"path": "docs/visits.md", "range": RANGE}
    assert diagnostic["suggestions"] == [{"range": RANGE, "text": "used alcohol"}]
    assert diagnostic["severity"] == "WARNING"
    assert diagnostic["code"] == {"value": "abuse-substances", "url": "https://example.org/words"}
    assert "“drank”" in diagnostic["message"]


def test_a_word_file_has_a_path_only() -> None:
    (diagnostic,) = parsed(Report(1, (LABEL,)), "rdjson")["diagnostics"]
    assert (diagnostic["location"], diagnostic["suggestions"]) == ({"path": "policies/admission.docx"}, [])
