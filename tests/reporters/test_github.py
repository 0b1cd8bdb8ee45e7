"""Workflow commands: escaped, the gravest first, never more than GitHub shows, and nothing lost."""

from __future__ import annotations

from dataclasses import replace

from stigmalint.document import Place
from stigmalint.findings import Report, Severity
from stigmalint.reporters import render
from stigmalint.terminal import Look
from tests.reporters.made import EVERYTHING, LABEL, VERB, finding
from tests.reporters.parsing import parsed


def test_a_finding_in_a_text_file() -> None:
    text = render(Report(1, (VERB,)), "github", Look())
    assert text.splitlines()[0] == (
        "::warning file=docs/visits.md,line=12,endLine=12,col=12,endColumn=26,title=abuse-substances (warning)"
        "::“abused alcohol”: “Abuse” carries the sense of wrongdoing; “use” says what happens. Write “used alcohol”."
    )


def test_a_word_file_is_annotated_as_a_whole() -> None:
    commands, _ = parsed(Report(1, (LABEL,)), "github")
    ((level, properties, message),) = commands
    assert (level, properties) == ("error", {"file": "policies/admission.docx", "title": "addict (error)"})
    assert message.startswith("heading “Visits” › paragraph 3:")


def test_columns_only_within_one_line() -> None:
    place = Place(line=1, column=5, end_line=2, end_column=3)
    commands, _ = parsed(Report(1, (finding("an addict", "addict", place),)), "github")
    assert commands[0][1] == {"file": "policy.md", "line": "1", "endLine": "2", "title": "addict (error)"}


def test_the_gravest_come_first() -> None:
    commands, _ = parsed(EVERYTHING, "github")
    assert [level for level, _, _ in commands] == ["error"] * 4 + ["warning", "notice"]
    assert commands[0][1]["title"] == "not-checked (not checked)"


def test_what_github_would_drop_is_told_in_the_log() -> None:
    many = tuple(replace(VERB, place=Place(line=line, column=1, end_line=line, end_column=2)) for line in range(1, 14))
    commands, lines = parsed(Report(1, (*many, LABEL)), "github")
    assert [level for level, _, _ in commands] == ["error"] + ["warning"] * 10
    assert lines[0] == "3 more not shown as annotations, because GitHub shows 10 of each level:"
    assert [line.split(": “")[0] for line in lines[1:4]] == [
        f"warning: docs/visits.md:{line}: abuse-substances" for line in (11, 12, 13)
    ]
    assert lines[4:] == ["Checked 1 document: 14 wordings to change."]


def test_what_ends_a_command_or_a_parameter_is_escaped() -> None:
    path, why = "a,b:c%0A.md", "100% ::error:: of\nguides"
    commands, lines = parsed(Report(1, (finding("an addict", "addict", path=path, why=why),)), "github")
    assert commands[0][1]["file"] == path
    assert "100% ::error:: of␊guides" in commands[0][2]
    assert lines == ["Checked 1 document: 1 wording to change."]


def test_advice_is_a_notice() -> None:
    commands, _ = parsed(Report(1, (replace(VERB, severity=Severity.ADVICE),)), "github")
    assert commands[0][0] == "notice"
