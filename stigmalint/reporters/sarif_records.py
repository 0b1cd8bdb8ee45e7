"""Turn the objects of SARIF 2.1.0 that stigmalint writes into frozen records, named and nested as in the standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Properties = Mapping[str, object]
"""What the standard leaves to each tool."""


@dataclass(frozen=True, slots=True)
class Message:
    """Plain text. Braces stand double and an opening bracket that could begin a link has a backslash, as the standard asks."""

    text: str


@dataclass(frozen=True, slots=True)
class ArtifactLocation:
    """A file: a URI, relative to the root of the repository unless it has a scheme."""

    uri: str
    uri_base_id: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Text of a file."""

    text: str


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, the end column excluded."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    snippet: Content | None = None


@dataclass(frozen=True, slots=True)
class PhysicalLocation:
    """A stretch of a file."""

    artifact_location: ArtifactLocation
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class LogicalLocation:
    """A place in words: “page 4, paragraph 2”."""

    fully_qualified_name: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where it is, for programs and for people."""

    physical_location: PhysicalLocation
    logical_locations: tuple[LogicalLocation, ...] | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """Text in place of a region."""

    deleted_region: Region
    inserted_content: Content


@dataclass(frozen=True, slots=True)
class ArtifactChange:
    """Replacements in one file."""

    artifact_location: ArtifactLocation
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to put it right."""

    description: Message
    artifact_changes: tuple[ArtifactChange, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A finding."""

    rule_id: str
    rule_index: int
    level: str
    message: Message
    locations: tuple[Location, ...]
    partial_fingerprints: Mapping[str, str]
    properties: Properties
    fixes: tuple[Fix, ...] | None = None


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A term, or a kind of notification; its id is its name as well."""

    id: str
    short_description: Message
    full_description: Message
    help: Message
    help_uri: str | None = None
    properties: Properties | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """The program."""

    name: str
    version: str
    semantic_version: str
    rules: tuple[Descriptor, ...]
    notifications: tuple[Descriptor, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """The program and, were there any, its extensions."""

    driver: Driver


@dataclass(frozen=True, slots=True)
class Reference:
    """Which kind of notification it is."""

    id: str
    index: int


@dataclass(frozen=True, slots=True)
class Notification:
    """Something to know about the run itself."""

    descriptor: Reference
    level: str
    message: Message
    locations: tuple[Location, ...] | None = None


@dataclass(frozen=True, slots=True)
class Invocation:
    """How the run went; it is successful when every file was checked wholly."""

    execution_successful: bool
    tool_execution_notifications: tuple[Notification, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program."""

    tool: Tool
    invocations: tuple[Invocation, ...]
    results: tuple[Result, ...]
    column_kind: str = "utf16CodeUnits"
    newline_sequences: tuple[str, ...] = ("\r\n", "\n", "\r")


@dataclass(frozen=True, slots=True)
class Log:
    """The whole report."""

    version: str
    runs: tuple[Run, ...]
