"""Read reports back, each with an independent parser and held against the schema of its format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

from stigmalint.findings import Report
from stigmalint.reporters import render
from stigmalint.reporters.entries import NOT_CHECKED
from stigmalint.terminal import Look

SCHEMAS = Path(__file__).parent / "schemas"
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def parsed(report: Report, format: str) -> Any:
    """The report in ``format``, as a reader of it sees it; fails when it does not fit the schema."""
    text = render(report, format, Look())
    text.encode("utf-8")
    return _PARSERS[format](text)


def counted(report: Report, format: str) -> tuple[int, int]:
    """How many findings and how many files that were not checked a reader of the format sees."""
    return _COUNTS[format](parsed(report, format))


@cache
def _json_schema(name: str) -> Any:
    schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    return (Draft4Validator if "draft-04" in schema["$schema"] else Draft202012Validator)(schema)


def _json(name: str | None) -> Callable[[str], Any]:
    def parse(text: str) -> Any:
        value = json.loads(text, parse_constant=_refuse)
        if name:
            _json_schema(name).validate(value)
        return value

    return parse


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def _xml(schema: etree._Validator) -> Callable[[str], etree._Element]:
    def parse(text: str) -> etree._Element:
        root = etree.fromstring(text.encode("utf-8"))
        schema.assertValid(root)
        return root

    return parse


def _commands(text: str) -> tuple[list[tuple[str, dict[str, str], str]], list[str]]:
    """The workflow commands (level, properties, message), unescaped as GitHub does, and the other lines."""
    lines = text.split("\n")[:-1]
    commands = [line for line in lines if line.lstrip().startswith("::")]
    return [_command(line) for line in commands], [line for line in lines if line not in commands]


def _command(line: str) -> tuple[str, dict[str, str], str]:
    level, given, message = COMMAND.fullmatch(line).groups()
    properties = dict(pair.split("=", 1) for pair in given.split(","))
    return level, {key: _unescaped(value) for key, value in properties.items()}, _unescaped(message)


def _unescaped(text: str) -> str:
    for escape, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, sign)
    return text


_PARSERS: dict[str, Callable[[str], Any]] = {
    "concise": lambda text: text.split("\n")[:-1],
    "json": _json(None),
    "jsonl": lambda text: [json.loads(line, parse_constant=_refuse) for line in text.split("\n")[:-1]],
    "csv": lambda text: list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)),
    "github": _commands,
    "sarif": _json("sarif-schema-2.1.0.json"),
    "gitlab": _json("gitlab.schema.json"),
    "junit": _xml(etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))),
    "checkstyle": _xml(etree.RelaxNG(etree.parse(SCHEMAS / "checkstyle.rng"))),
    "rdjson": _json("rdf-DiagnosticResult.json"),
    "sonar": _json("sonar.schema.json"),
}


def _split(values: list[Any], is_skipped: Callable[[Any], bool]) -> tuple[int, int]:
    skipped = sum(map(is_skipped, values))
    return len(values) - skipped, skipped


def _count_github(parts: tuple[list[Any], list[str]]) -> tuple[int, int]:
    commands, lines = parts
    beyond = [line for line in lines if line.startswith(("error: ", "warning: ", "notice: "))]
    skipped = sum(given["title"] == "not-checked (not checked)" for _, given, _ in commands) + sum(
        ": Not fully checked: " in line for line in beyond
    )
    return len(commands) + len(beyond) - skipped, skipped


_COUNTS: dict[str, Callable[[Any], tuple[int, int]]] = {
    "json": lambda report: (len(report["findings"]), len(report["skipped"])),
    "jsonl": lambda lines: tuple(sum(line["type"] == type for line in lines) for type in ("finding", "skipped")),
    "csv": lambda rows: _split(rows, lambda row: row["kind"] == "not checked"),
    "github": _count_github,
    "sarif": lambda log: (len(log["runs"][0]["results"]), len(log["runs"][0]["invocations"][0]["toolExecutionNotifications"])),
    "gitlab": lambda issues: _split(issues, lambda issue: issue["check_name"] == NOT_CHECKED),
    "junit": lambda root: (len(root.findall(".//failure")) + len(root.findall(".//system-out")), len(root.findall(".//error"))),
    "checkstyle": lambda root: _split(root.findall(".//error"), lambda error: error.get("source") == f"stigmalint.{NOT_CHECKED}"),
    "rdjson": lambda result: _split(result["diagnostics"], lambda each: each["code"]["value"] == NOT_CHECKED),
    "sonar": lambda report: _split(report["issues"], lambda issue: issue["ruleId"] == NOT_CHECKED),
}
FOR_PROGRAMS = tuple(_COUNTS)
"""The formats whose entries a program can count."""
