"""Turn what a run allows and asks for into one value that every reader is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stigmalint.limits import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read."""

    limits: Limits = DEFAULT_LIMITS
    hidden_text: bool = False
    """Whether text that its author hid is read like any other."""


DEFAULT_OPTIONS = Options()


def from_plain(plain: dict[str, Any]) -> Options:
    """The options again, from what ``dataclasses.asdict`` made of them."""
    return Options(**{**plain, "limits": Limits(**plain["limits"])})
