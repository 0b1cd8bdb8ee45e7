"""Turn the records of a vocabulary into lines of JSON and back, each line by itself, so that one term can be read alone.

The surprise: it is JSON and not pickle, because what lies in a cache may have been put there by somebody else, and must
never be able to run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from stigmalint.findings import Kind, Rewrite, Severity, Source
from stigmalint.packs.compiled import ClassWords, CompiledPart, CompiledTerm, Pattern
from stigmalint.packs.model import Conditions, Example, Grammar, Names, Part, PartOfSpeech, Role, Term
from stigmalint.packs.wording import Gap, Slot, Word

_RECORDS = (
    *(CompiledTerm, CompiledPart, Pattern, ClassWords, Term, Part, Conditions, Example, Names, Source, Word, Slot, Gap),
    *(Kind, Severity, Rewrite, PartOfSpeech, Grammar, Role),
)
_MAKE: Mapping[str, Callable[..., Any]] = {
    **{record.__name__: record for record in _RECORDS},
    "tuple": lambda *items: items,
    "set": lambda *items: frozenset(items),
    "map": lambda *items: dict(zip(items[::2], items[1::2], strict=True)),
}


def line(record: Any) -> str:
    """A record as one line of ASCII. Whatever is made of parts becomes a list that begins with the name of what it is."""
    return json.dumps(_flat(record), separators=(",", ":"))


def record(line: str) -> Any:
    """The record in a line that ``line`` made. Raises ``ValueError`` or ``KeyError`` for any other."""
    return _made(json.loads(line))


def _flat(value: Any) -> Any:
    if isinstance(value, Enum):
        return [type(value).__name__, value.value]
    if is_dataclass(value):
        return [type(value).__name__, *(_flat(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, tuple):
        return ["tuple", *map(_flat, value)]
    if isinstance(value, frozenset):
        return ["set", *sorted(value)]
    if isinstance(value, Mapping):
        return ["map", *(_flat(each) for pair in value.items() for each in pair)]
    return value


def _made(value: Any) -> Any:
    return _MAKE[value[0]](*map(_made, value[1:])) if isinstance(value, list) else value
