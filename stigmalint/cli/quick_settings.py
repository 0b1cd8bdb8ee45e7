"""Turn the values of a settings file into whether a check of clean files goes on as if there were none.

The surprise: only such keys are known here as can take findings away, or say what becomes of them. All else, mistakes among it,
is left to the ordinary way, which can explain it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence

from stigmalint.matching.screen import is_screened

TYPE_CHECKING = False  # as in ``cli.quick``
if TYPE_CHECKING:
    from stigmalint.packs.anchors import Anchors

SEVERITIES = ("error", "warning", "advice")
_PLAIN = re.compile(r"[\w./*-]+", re.ASCII).fullmatch
"""A pattern in which nothing but stars stands for other signs."""


def changes_nothing(settings: Mapping[str, object], anchors: Anchors, paths: Sequence[str]) -> bool:
    """Whether the settings are in order and neither add to what is found nor leave out one of the paths."""
    return all(_is_harmless(key, value, anchors, paths) for key, value in settings.items())


def _is_harmless(key: str, value: object, anchors: Anchors, paths: Sequence[str]) -> bool:
    harmless = False
    match key, value:
        case "fail-on", str():
            harmless = value in (*SEVERITIES, "never")
        case "identity-first", bool():
            harmless = True
        case "hidden-text", bool():
            harmless = not value or all(is_screened(os.path.splitext(path)[1].lower()) for path in paths)  # noqa: PTH122
        case "select" | "ignore", list():
            harmless = _are_names(value, anchors)
        case "severity", dict():
            ids = {entry.id for entry in anchors.index.terms}
            harmless = value.keys() <= ids and all(each in (*SEVERITIES, "off") for each in value.values())
        case "per-file-ignores", dict():
            harmless = all(map(_PLAIN, value)) and all(
                isinstance(each, list) and _are_names(each, anchors) for each in value.values()
            )
        case "exclude", list():
            harmless = all(isinstance(each, str) and _PLAIN(each) for each in value) and not _may_leave_out(value, paths)
        case "allow", list():
            harmless = all(isinstance(each, dict) and _is_allowed(each) for each in value)
    return harmless


def _are_names(names: Iterable[object], anchors: Anchors) -> bool:
    """Whether all are names of terms, packs, kinds or severities."""
    terms, packs, _ = anchors.index
    known = {*packs, *SEVERITIES, *(entry.id for entry in terms), *(entry.kind for entry in terms)}
    return all(isinstance(name, str) and name in known for name in names)


def _may_leave_out(patterns: Iterable[str], paths: Iterable[str]) -> bool:
    """Whether one of the paths has in it what a pattern ends in, without which it cannot fit."""
    ends = (pattern.rstrip("/").rpartition("/")[2] for pattern in patterns)
    fits = re.compile("|".join(re.escape(end).replace(r"\*", ".*") for end in ends)).fullmatch
    names = {name for path in paths for name in os.path.realpath(path).split(os.sep) if name}  # noqa: PTH206  slow to load
    return any(map(fits, names))


def _is_allowed(entry: Mapping[str, object]) -> bool:
    """Whether it is a phrase with its reason."""
    texts = [each for each in entry.values() if isinstance(each, str) and each.strip()]
    return entry.keys() == {"phrase", "reason"} and len(texts) == len(entry)
