"""Turn frozen records into the plain values that JSON holds, leaving out what is ``None``."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any


def plain(record: Any, *, camel: bool = False) -> dict[str, Any]:
    """The record (a dataclass) and those inside it as dictionaries; ``camel`` writes ``start_line`` as ``startLine``."""
    made: dict[str, Any] = asdict(record, dict_factory=_camel if camel else _as_named)
    return made


def _as_named(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: value for key, value in pairs if value is not None}


def _camel(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {re.sub("_([a-z])", lambda found: found[1].upper(), key): value for key, value in _as_named(pairs).items()}
