"""Turn the TOML files of a folder into wordlists, or say file, line, term, field and remedy.

The surprise: the TOML library gives no line numbers, so they are found by counting ``[[term]]`` headers.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from stigmalint.errors import PackError, nearest
from stigmalint.findings import Source
from stigmalint.packs.model import Names, Pack, Term, WordClass, Wordlists
from stigmalint.packs.term import Entry, read_part, read_term

FORMAT = 1
SUPPORT_FILES = ("classes.toml", "names.toml", "sources.toml")

_PACK_FIELDS = ("format", "pack", "language", "title", "source", "part", "term")
_SOURCE_FIELDS = {"title": str, "publisher": str, "year": int, "url": str, "read": str}


def read_wordlists(folder: Path, extra: Iterable[Path] = ()) -> Wordlists:
    """Everything in ``folder``, and packs from elsewhere (``extra``). Raises ``PackError`` for the first thing that is wrong."""
    sources = read_sources(folder / "sources.toml")
    files = [file for file in sorted(folder.glob("*.toml")) if file.name not in SUPPORT_FILES]
    packs = tuple(read_pack(file) for file in (*files, *extra))
    for pack in packs:
        sources |= _new_sources(pack, sources)
    _check_terms(packs, sources)
    return Wordlists(packs, read_classes(folder / "classes.toml"), read_names(folder / "names.toml"), sources)


def read_pack(file: Path) -> Pack:
    """One pack with its terms."""
    text, data = _read(file)
    for key in data:
        if key not in _PACK_FIELDS:
            raise PackError(f"unknown field{nearest(key, _PACK_FIELDS)}", file=file.name, line=_line_of(text, key), field=key)
    for key in ("pack", "title"):
        if not isinstance(data.get(key), str):
            raise PackError(f'the file needs a line {key} = "…" at its top', file=file.name, line=1, field=key)
    if data.get("format") != FORMAT:
        raise PackError(f"the file needs the line format = {FORMAT} at its top", file=file.name, line=1, field="format")
    parts = tuple(read_part(entry) for entry in _entries("part", data, file, text))
    terms = tuple(read_term(entry) for entry in _entries("term", data, file, text))
    sources = _own_sources(data.get("source", {}), file)
    return Pack(data["pack"], data["title"], str(data.get("language", "en")), file.name, terms, parts, sources)


def _own_sources(data: Any, file: Path) -> dict[str, Source]:
    """The publications in a pack, each field checked."""
    if not isinstance(data, dict) or not all(isinstance(entry, dict) for entry in data.values()):
        raise PackError("write a source as a table: [source.its-id]", file=file.name, field="source")
    for id, entry in data.items():
        for key in ("title", "publisher", *entry):
            kind = _SOURCE_FIELDS.get(key)
            if kind is None:
                raise PackError(f"unknown field{nearest(key, _SOURCE_FIELDS)}", file=file.name, term=id, field=key)
            if not isinstance(entry.get(key), kind):
                needs = "a year in figures" if kind is int else "a text in double quotes"
                raise PackError(f"the source needs {needs} here", file=file.name, term=id, field=key)
    return _sources(data)


def _new_sources(pack: Pack, known: Mapping[str, Source]) -> Mapping[str, Source]:
    """The publications of a pack, none of which may be another's."""
    for id in pack.sources:
        if id in known:
            raise PackError(f"there is a source “{id}” already; choose another id", file=pack.file, term=id, field="source")
    return pack.sources


def _entries(kind: str, data: Mapping[str, Any], file: Path, text: str) -> list[Entry]:
    """The ``[[term]]`` or ``[[part]]`` blocks with their lines."""
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines, 1) if line.strip().startswith(f"[[{kind}]]")]
    return [Entry(entry, data["pack"], file.name, start, lines) for entry, start in zip(data.get(kind, []), starts, strict=True)]


def read_sources(file: Path) -> dict[str, Source]:
    """The publications, by id."""
    _, data = _read(file)
    return _sources(data)


def _sources(data: Mapping[str, Any]) -> dict[str, Source]:
    return {
        id: Source(id, entry["title"], entry["publisher"], entry.get("year"), entry.get("url", "")) for id, entry in data.items()
    }


def read_names(file: Path) -> Names:
    """The official names and the words that make a name."""
    if not file.exists():
        return Names()
    _, data = _read(file)
    names = tuple(sorted({name for group in data.get("names", {}).values() for name in group}))
    heads = data.get("heads", {})
    return Names(names, tuple(heads.get("end", ())), tuple(heads.get("of", ())))


def read_classes(file: Path) -> dict[str, WordClass]:
    """The word classes, by name, with the words of the classes they include."""
    text, data = _read(file)
    return {name: _word_class(name, data, file, text) for name in data}


def _word_class(name: str, data: Mapping[str, Any], file: Path, text: str) -> WordClass:
    entry, words = data[name], tuple(_class_words(name, data, file, text))
    figures = bool(entry.get("figures", False))
    return WordClass(name, words, entry.get("inflect"), entry.get("default", ""), _properties(name, data), figures)


def _properties(name: str, data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """``{slot.property}`` for each word, those of the included classes first."""
    entry = data[name]
    merged: dict[str, dict[str, str]] = {}
    for other in entry.get("includes", ()):
        for key, values in _properties(other, data).items():
            merged.setdefault(key, {}).update(values)
    for key, groups in entry.items():
        if isinstance(groups, dict):
            merged.setdefault(key, {}).update({word: result for result, words in groups.items() for word in words})
    return merged


def _class_words(name: str, data: Mapping[str, Any], file: Path, text: str) -> list[str]:
    entry = data[name]
    words = list(entry.get("words", ()))
    for other in entry.get("includes", ()):
        if other not in data:
            raise PackError(
                f"the class “{other}” does not exist{nearest(other, data)}",
                file=file.name,
                line=_line_of(text, f"[{name}]"),
                term=name,
                field="includes",
            )
        words += _class_words(other, data, file, text)
    left_out = set(entry.get("leave_out", ()))
    return [word for word in dict.fromkeys(words) if word not in left_out]


def _check_terms(packs: Iterable[Pack], sources: Mapping[str, Source]) -> None:
    """Refuse unknown sources and ids that are used twice."""
    seen: dict[str, Term] = {}
    for pack in packs:
        for term in pack.terms:
            for source in term.sources:
                if source not in sources:
                    problem = f"“{source}” is not in sources.toml{nearest(source, sources)}"
                    raise PackError(problem, file=pack.file, line=term.line, term=term.id, field="sources")
            if term.id in seen:
                problem = f"the id is used twice, also in pack {seen[term.id].pack}; choose another"
                raise PackError(problem, file=pack.file, line=term.line, term=term.id, field="id")
            seen[term.id] = term


def _read(file: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = file.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except OSError as error:
        raise PackError(f"the file cannot be read ({error.strerror}); check its name", file=str(file)) from error
    except UnicodeDecodeError as error:
        raise PackError("the file is not UTF-8 text; save it as UTF-8", file=file.name) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        problem = f"this is not valid TOML: {error}; look for a missing quote, comma or bracket"
        raise PackError(problem, file=file.name, line=int(found[1]) if found else None) from error


def _line_of(text: str, start: str) -> int | None:
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(start)), None)
