"""Every limit can be set, is documented with its default, and is above zero."""

from __future__ import annotations

from dataclasses import fields

import pytest

from stigmalint.limits import DEFAULT_LIMITS, MEBIBYTE, Limits, keys, limits_from
from tests.tools import ROOT

FIELDS = {field.name: field for field in fields(Limits)}


def test_no_limit_is_zero() -> None:
    assert all(getattr(DEFAULT_LIMITS, name) > 0 for name in FIELDS)


def test_sizes_are_set_in_megabytes() -> None:
    assert limits_from({"file-mb": 2, "pages": 7}) == Limits(file_bytes=2 * MEBIBYTE, pages=7)
    assert limits_from({}) == DEFAULT_LIMITS


@pytest.mark.parametrize("key", keys())
def test_every_limit_has_its_line_in_the_documentation(key: str) -> None:
    field = FIELDS[keys()[key]]
    default = field.default // MEBIBYTE if key.endswith("-mb") else field.default
    row = f"| `{key}` | {default:,} | {field.metadata['says']} |\n"
    assert row in (ROOT / "docs" / "limits.md").read_text("utf-8"), row
