"""Turn the file beside a document (``draft.pdf.stigmalint.toml``) into rules for that document.

The surprise: this is for every format. Only PDF, which cannot be written in, has no other way.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from stigmalint.config import BESIDE
from stigmalint.directives.grammar import Directive, Misunderstood, Verb, check_names
from stigmalint.directives.names import EVERYTHING, Names
from stigmalint.directives.rules import MOST, Rule, ineffective
from stigmalint.document import Place
from stigmalint.errors import nearest
from stigmalint.findings import Ineffective

_KEYS = {"names": list, "reason": str, "page": int, "matched": str}
_EXAMPLE = '[[ignore]] with names = ["…"] and reason = "…"'


def rules_beside(data: bytes, document: str, names: Names) -> tuple[list[Rule], list[Ineffective]]:
    """The rules in the file beside ``document`` (a path), and what of it makes none."""
    path = document + BESIDE
    rules: list[Rule] = []
    wrong: list[Ineffective] = []
    try:
        entries = _entries(data)
    except Misunderstood as error:
        return [], [Ineffective(path, Place(), PurePath(path).name, f"{error}.", unused=False)]
    for entry in entries:
        try:
            rules.append(_rule(entry, path, names))
        except Misunderstood as error:
            wrong.append(ineffective(_shown(entry, path), str(error)))
    return rules, wrong


def _entries(data: bytes) -> list[Any]:
    """The entries, each whatever it may be. Raises ``Misunderstood``."""
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Misunderstood("it is not UTF-8 text; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Misunderstood(f"it is not valid TOML ({error}); look for a missing quote, comma or bracket") from None
    if not isinstance(table.get("ignore"), list) or len(table) > 1:
        raise Misunderstood(f"it may hold nothing but {_EXAMPLE}")
    entries: list[Any] = table["ignore"]
    if len(entries) > MOST:
        raise Misunderstood(f"it holds more than {MOST} entries; name wordlists instead of single terms")
    return entries


def _rule(entry: Any, path: str, names: Names) -> Rule:
    if not isinstance(entry, Mapping):
        raise Misunderstood(f"an entry is written as {_EXAMPLE}")
    for key, value in entry.items():
        if key not in _KEYS:
            hint = nearest(key, _KEYS) or f"; there are {', '.join(_KEYS)}"
            raise Misunderstood(f"there is no key “{key}”{hint}")
        if type(value) is not _KEYS[key] or (isinstance(value, list) and not all(isinstance(each, str) for each in value)):
            raise Misunderstood(f"“{key}” has to be {_SORTS[key]}")
    rule = _shown(entry, path)
    check_names(rule.directive.names, names.known)
    if not (rule.directive.names or rule.directive.reason):
        raise Misunderstood('it would pass over everything, so say why: reason = "…"')
    return rule


_SORTS = {"names": 'a list of names: ["addict"]', "reason": "a text", "page": "a number", "matched": "a text"}


def _shown(entry: Any, path: str) -> Rule:
    """The rule as far as an entry says one."""
    said: Mapping[str, Any] = entry if isinstance(entry, Mapping) else {}
    chosen = tuple(map(str, said["names"])) if isinstance(said.get("names"), list) else ()
    page = said.get("page") if type(said.get("page")) is int else None
    directive = Directive(Verb.IGNORE, chosen, str(said.get("reason", "")).strip())
    matched = " ".join(str(said.get("matched", "")).lower().split())
    return Rule(directive, path, Place(), PurePath(path).name, dict.fromkeys(chosen or (EVERYTHING,), None), None, page, matched)
