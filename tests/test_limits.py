"""Every limit can be set, is documented with its default, and is above zero."""

from __future__ import annotations

import pytest

from stigmalint.limits import DEFAULT_LIMITS, MEBIBYTE, SAYS, Limits, keys, limits_from
from tests.tools import ROOT


def test_no_limit_is_zero() -> None:
    assert all(limit > 0 for limit in DEFAULT_LIMITS)


def test_sizes_are_set_in_megabytes() -> None:
    assert limits_from({"file-mb": 2, "pages": 7}) == Limits(file_bytes=2 * MEBIBYTE, pages=7)
    assert limits_from({}) == DEFAULT_LIMITS


@pytest.mark.parametrize("key", keys())
def test_every_limit_has_its_line_in_the_documentation(key: str) -> None:
    name = keys()[key]
    default = getattr(DEFAULT_LIMITS, name) // (MEBIBYTE if key.endswith("-mb") else 1)
    row = f"| `{key}` | {default:,} | {SAYS[name]} |\n"
    assert row in (ROOT / "docs" / "limits.md").read_text("utf-8"), row
