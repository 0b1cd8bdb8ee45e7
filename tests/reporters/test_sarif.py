"""SARIF 2.1.0, and what GitHub's code scanning wants beyond the schema."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from stigmalint.document import Place
from stigmalint.findings import Report, Severity, Skipped
from stigmalint.reporters import sarif
from stigmalint.reporters.sarif_terms import text_message
from tests.reporters.made import EVERYTHING, LABEL, VERB, finding
from tests.reporters.parsing import parsed


def run_of(report: Report) -> dict[str, Any]:
    (run,) = parsed(report, "sarif")["runs"]
    return run


def test_what_github_requires_is_there_and_not_empty() -> None:
    log = parsed(EVERYTHING, "sarif")
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["id"]
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert "security-severity" not in rule["properties"]
        assert len(rule["properties"]["tags"]) <= 10
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"]
        assert {"startLine", "startColumn", "endLine", "endColumn"} <= set(place["region"])
        assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_columns_are_in_the_unit_that_is_stated() -> None:
    run = run_of(Report(1, (replace(VERB, place=replace(VERB.place, utf16=(13, 27))),)))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert (region["startColumn"], region["endColumn"]) == (13, 27)


def test_levels() -> None:
    run = run_of(EVERYTHING)
    assert [result["level"] for result in run["results"]] == ["warning", "error", "error", "error", "note"]


def test_word_and_pdf_findings_carry_place_sentence_and_page() -> None:
    *_, advice = run_of(EVERYTHING)["results"]
    (location,) = advice["locations"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "page 4, paragraph 2"}]
    assert location["physicalLocation"]["region"]["snippet"]["text"].startswith("“He has stayed clean")
    assert advice["properties"]["page"] == 4


def test_fingerprints_stay_as_lines_move() -> None:
    moved = replace(VERB, place=Place(line=90, column=1, end_line=90, end_column=15))
    before, after = (run_of(Report(1, (each,)))["results"][0]["partialFingerprints"] for each in (VERB, moved))
    assert before == after


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("drafts/Draft one é.md", {"uri": "drafts/Draft%20one%20%C3%A9.md", "uriBaseId": "%SRCROOT%"}),
        ("c:d.md", {"uri": "c%3Ad.md", "uriBaseId": "%SRCROOT%"}),
        ("50%.md", {"uri": "50%25.md", "uriBaseId": "%SRCROOT%"}),
        ("odd\udcff\ud800.md", {"uri": "odd%FF%EF%BF%BD.md", "uriBaseId": "%SRCROOT%"}),
        ("/srv/a b.md", {"uri": "file:///srv/a%20b.md"}),
        ("C:/a b.md", {"uri": "file:///C:/a%20b.md"}),
    ],
)
def test_paths_are_uris_relative_to_the_repository(path: str, location: dict[str, str]) -> None:
    (result,) = run_of(Report(1, (finding("an addict", "addict", path=path),)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_wordings_that_can_be_put_in_are_fixes() -> None:
    (result,) = run_of(Report(1, (replace(VERB, suggestions=("used alcohol", "drank")),)))["results"]
    replaced = [fix["artifactChanges"][0]["replacements"][0] for fix in result["fixes"]]
    assert [each["insertedContent"]["text"] for each in replaced] == ["used alcohol", "drank"]
    assert replaced[0]["deletedRegion"] == result["locations"][0]["physicalLocation"]["region"]
    assert "fixes" not in run_of(Report(1, (LABEL,)))["results"][0]


def test_a_file_that_was_not_checked_makes_the_run_unsuccessful() -> None:
    (invocation,) = run_of(Report(0, (), (Skipped("a b.pdf", "it is empty"),)))["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert (notification["level"], notification["message"]["text"]) == ("error", "Not fully checked: it is empty")
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.pdf"
    assert run_of(Report(1))["invocations"][0] == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_more_than_github_takes_is_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 2)
    advice = replace(VERB, severity=Severity.ADVICE, path="a.md")
    run = run_of(Report(1, (advice, VERB, LABEL)))
    assert [result["ruleId"] for result in run["results"]] == ["abuse-substances", "addict"]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["level"] == "warning"
    assert notification["message"]["text"].startswith("Left out here: 1 finding, since")


def test_what_a_message_would_take_for_a_placeholder_or_a_link_is_escaped() -> None:
    assert text_message("{0} [x](1) [y] {}").text == r"{{0}} \[x](1) [y] {{}}"
