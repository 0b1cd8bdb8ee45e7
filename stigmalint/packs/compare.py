"""Turn two versions of a pack into what changed for the people who use it: terms added, taken out and changed.

The surprise: a term is known by its id alone, so one that moved to another pack is changed, not taken out and added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from pathlib import Path
from typing import Any

from stigmalint.errors import PackError
from stigmalint.packs.load import SUPPORT_FILES, read_pack
from stigmalint.packs.model import Conditions, Example, Part, Term

_NAMES = {"passes": "pass", "part_of_speech": "form"}
_QUIET = ("id", "line")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference in a field: a list gains (``added``) and loses (``removed``) entries, anything else is replaced."""

    field: str
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    reordered: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions compared, each entry by its id; ``changed`` gives the fields."""

    added: tuple[Term | Part, ...]
    removed: tuple[Term | Part, ...]
    changed: Mapping[str, tuple[Change, ...]]


def compare(old: Path, new: Path) -> Difference:
    """What changed from one pack file, or folder of packs, to another. Raises ``PackError``."""
    before, after = _entries(old), _entries(new)
    changes = {id: tuple(_changes(before[id], after[id])) for id in sorted(before.keys() & after.keys())}
    return Difference(
        tuple(after[id] for id in sorted(after.keys() - before.keys())),
        tuple(before[id] for id in sorted(before.keys() - after.keys())),
        {id: found for id, found in changes.items() if found},
    )


def _entries(path: Path) -> dict[str, Term | Part]:
    """All terms and parts of rules in a file or folder, by id."""
    files = sorted(file for file in path.glob("*.toml") if file.name not in SUPPORT_FILES) if path.is_dir() else [path]
    if not files:
        raise PackError("the folder holds no pack; name another", file=str(path))
    packs = [read_pack(file) for file in files]
    entries: list[Term | Part] = [entry for pack in packs for entry in pack.terms]
    entries += [part for pack in packs for part in pack.parts]
    return {entry.id: entry for entry in entries}


def _changes(before: Term | Part, after: Term | Part) -> Iterator[Change]:
    if type(before) is not type(after):
        yield Change("kind", (type(before).__name__.lower(),), (type(after).__name__.lower(),))
        return
    old, new = _flat(before), _flat(after)
    for name in dict.fromkeys((*old, *new)):
        change = _change(name, old.get(name, ()), new.get(name, ()))
        if change:
            yield change


def _change(name: str, old: tuple[str, ...], new: tuple[str, ...]) -> Change | None:
    if old == new:
        return None
    removed = tuple(each for each in old if each not in new)
    added = tuple(each for each in new if each not in old)
    return Change(name, removed, added, reordered=not (removed or added))


def _flat(entry: Term | Part) -> dict[str, tuple[str, ...]]:
    """Every field as a list of texts; conditions and wordings by part of speech as fields of their own."""
    flat: dict[str, tuple[str, ...]] = {}
    for item in fields(entry):
        value, name = getattr(entry, item.name), _NAMES.get(item.name, item.name)
        if isinstance(value, Conditions):
            flat |= {f"{name}.{each.name}": _texts(getattr(value, each.name)) for each in fields(value)}
        elif isinstance(value, Mapping):
            flat |= {str(key): _texts(each) for key, each in value.items()}
        elif item.name not in _QUIET:
            flat[name] = _texts(value)
    return flat


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(text for each in value for text in _texts(each))
    if isinstance(value, Example):
        found = f" [{'] ['.join(value.matched)}]" if value.matched else ""
        return (f"{value.text}{found} → {value.rewritten}" if value.rewritten else f"{value.text}{found}",)
    if isinstance(value, Enum):
        return (str(value.value),)
    if isinstance(value, bool):
        return ("yes",) if value else ()
    return (str(value),) if value else ()
