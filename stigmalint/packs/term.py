"""Turn one ``[[term]]`` block into a term, refusing whatever an editor may have mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from stigmalint.document import BlockKind
from stigmalint.errors import PackError, nearest
from stigmalint.findings import Kind, Rewrite, Severity
from stigmalint.packs.model import Conditions, Example, Grammar, Part, PartOfSpeech, Role, Term

WORDING_FIELDS = tuple(part.value for part in PartOfSpeech)
_PART_FIELDS = ("id", "role", "about", *WORDING_FIELDS)
_LISTS = (*WORDING_FIELDS, "needs", "prefer", "attributive", "sources", "pass")
_TEXTS = ("id", "kind", "severity", "possessive", "rewrite", "why", "instead", "disputed", "principle")
PRINCIPLES = (
    "respect for the individual",
    "safety first",
    "reduce stigma",
    "no one-size-fits-all",
    "not enabling",
    "evidence-based treatment",
    "patient-centred, non-punitive care",
    "evidence-based policy, no barriers to research and funding",
    "equity",
)
"""The principles of the harm-reduction position statement, as reports name them."""
_FLAGS = ("exact_case", "identity_first")
_FIELDS = (*_LISTS, *_TEXTS, *_FLAGS, "only_if", "not_if", "flag")
_CONDITIONS = ("before", "after", "near", "within", "cue", "grammar", "part")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARKED = re.compile(r"\[([^\]]+)\]")

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Entry:
    """A ``[[term]]`` block as read, with where it stands (``line`` from 1 in ``lines``)."""

    data: Mapping[str, Any]
    pack: str
    file: str
    line: int
    lines: Sequence[str]

    def error(self, field: str, problem: str) -> PackError:
        """The error that names this term's field and its line."""
        return PackError(problem, file=self.file, line=self._line_of(field), term=str(self.data.get("id", "")), field=field)

    def _line_of(self, field: str) -> int:
        wanted = re.compile(rf"\s*{re.escape(field)}\s*[=.]")
        for number in range(self.line, len(self.lines)):
            if self.lines[number].startswith("[["):
                break
            if wanted.match(self.lines[number]):
                return number + 1
        return self.line


def read_term(entry: Entry) -> Term:
    """The term, or a ``PackError`` that names the field and the remedy."""
    _check_fields(entry)
    data, wording = entry.data, _wording_field(entry)
    _members(entry, "principle", filter(None, [data.get("principle")]), PRINCIPLES)
    return Term(
        id=data["id"],
        pack=entry.pack,
        kind=_choice(entry, "kind", Kind, "term"),
        severity=_choice(entry, "severity", Severity, ""),
        part_of_speech=PartOfSpeech(wording),
        wordings=tuple(data.get(wording, ())),
        why=data["why"],
        sources=tuple(data["sources"]),
        prefer=tuple(data.get("prefer", ())),
        attributive=tuple(data.get("attributive", ())),
        possessive=data.get("possessive", ""),
        rewrite=_choice(entry, "rewrite", Rewrite, "wording"),
        instead=data.get("instead", ""),
        disputed=data.get("disputed", ""),
        exact_case=data.get("exact_case", False),
        identity_first=data.get("identity_first", False),
        only_if=_conditions(entry, "only_if"),
        not_if=_conditions(entry, "not_if"),
        flag=tuple(_flag(entry, example) for example in _needed(entry, "flag")),
        passes=tuple(Example(text) for text in _needed(entry, "pass")),
        needs=tuple(data.get("needs", ())),
        principle=data.get("principle", ""),
        line=entry.line,
    )


def read_part(entry: Entry) -> Part:
    """One part of rules, or a ``PackError``."""
    for field in entry.data:
        if field not in _PART_FIELDS:
            raise entry.error(field, f"unknown field{nearest(field, _PART_FIELDS)}")
    wordings = {PartOfSpeech(field): _texts(entry, field, entry.data[field]) for field in WORDING_FIELDS if field in entry.data}
    if not wordings or not isinstance(entry.data.get("id"), str):
        raise entry.error("id", "a part needs an id and at least one of noun, verb, adjective and phrase")
    return Part(entry.data["id"], _choice(entry, "role", Role, ""), wordings, entry.line)


def _check_fields(entry: Entry) -> None:
    """Every field is known and has its type, and none that is needed is missing."""
    for field in entry.data:
        if field not in _FIELDS:
            raise entry.error(field, f"unknown field{nearest(field, _FIELDS)}")
    _check_presence(entry)
    _check_types(entry)


def _check_presence(entry: Entry) -> None:
    for field in ("id", "severity", "why", "sources"):
        if not entry.data.get(field):
            raise entry.error(field, f"the term needs a line “{field} = …”")
    if not entry.data.get("prefer") and not entry.data.get("instead") and entry.data.get("kind") != Kind.SUPPORT:
        raise entry.error("prefer", "say what to write: a wording in “prefer”, or how to put it in “instead”")


def _check_types(entry: Entry) -> None:
    for field in _TEXTS:
        if not isinstance(entry.data.get(field, ""), str):
            raise entry.error(field, "write one text in double quotes")
    for field in _LISTS:
        _texts(entry, field, entry.data.get(field, []))
    if not _ID.fullmatch(entry.data["id"]):
        raise entry.error("id", "use small letters, digits and single hyphens")
    for field in _FLAGS:
        if not isinstance(entry.data.get(field, False), bool):
            raise entry.error(field, "write true or false")


def _wording_field(entry: Entry) -> str:
    found = [field for field in WORDING_FIELDS if entry.data.get(field)]
    if entry.data.get("needs") and not found:
        return PartOfSpeech.PHRASE.value
    if len(found) != 1:
        raise entry.error("noun", "write exactly one of noun, verb, adjective and phrase; where two are needed make two terms")
    return found[0]


def _needed(entry: Entry, field: str) -> Sequence[Any]:
    examples = entry.data.get(field)
    if not examples or not isinstance(examples, list):
        what = "flagged" if field == "flag" else "left alone"
        raise entry.error(field, f"give at least one sentence that is {what}")
    return examples


def _flag(entry: Entry, example: object) -> Example:
    """``["The [addict] left.", "The person … left."]``, or only the first of the two."""
    texts = [example] if isinstance(example, str) else _texts(entry, "flag", example)
    if not 1 <= len(texts) <= 2:
        raise entry.error("flag", 'write ["sentence with [brackets]", "the sentence put right"]')
    matched = tuple(_MARKED.findall(texts[0]))
    if not matched:
        raise entry.error("flag", f"put the words to be found in [brackets]: {texts[0]}")
    return Example(_MARKED.sub(r"\1", texts[0]), matched, texts[1] if len(texts) == 2 else "")


def _conditions(entry: Entry, field: str) -> Conditions:
    data = entry.data.get(field, {})
    if not isinstance(data, dict):
        raise entry.error(field, f'write {field}.cue = ["…"] or another condition')
    for name in data:
        if name not in _CONDITIONS:
            known = ", ".join(_CONDITIONS)
            raise entry.error(field, f"“{name}” is not a condition{nearest(name, _CONDITIONS)}; known are {known}")
    values = {name: _texts(entry, field, value) for name, value in data.items()}
    _members(entry, field, values.get("grammar", ()), [item.value for item in Grammar])
    _members(entry, field, values.get("part", ()), [kind.value for kind in BlockKind])
    grammar = tuple(Grammar(item) for item in values.pop("grammar", ()))
    return Conditions(grammar=grammar, **values)


def _members(entry: Entry, field: str, values: Iterable[str], known: Sequence[str]) -> None:
    for value in values:
        if value not in known:
            raise entry.error(field, f"“{value}” is not known{nearest(value, known)}; write one of {', '.join(known)}")


def _texts(entry: Entry, field: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise entry.error(field, 'write a list of texts: ["…", "…"]')
    return tuple(value)


def _choice(entry: Entry, field: str, kind: type[Choice], default: str) -> Choice:
    value = entry.data.get(field, default)
    _members(entry, field, [value], [item.value for item in kind])
    return kind(value)
