"""Turn what a run allows and asks for into one value that every reader is given."""

from __future__ import annotations

from typing import Any, NamedTuple

from stigmalint.limits import DEFAULT_LIMITS, Limits


class Options(NamedTuple):
    """How a file is to be read."""

    limits: Limits = DEFAULT_LIMITS
    hidden_text: bool = False
    """Whether text that its author hid is read like any other."""


DEFAULT_OPTIONS = Options()


def plain(options: Options) -> dict[str, Any]:
    """The options as JSON can hold them."""
    return {**options._asdict(), "limits": options.limits._asdict()}


def from_plain(plain: dict[str, Any]) -> Options:
    """The options again."""
    return Options(**{**plain, "limits": Limits(**plain["limits"])})
