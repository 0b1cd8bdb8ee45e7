"""One frozen value holds the settings of a run."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from stigmalint.config import Config
from stigmalint.findings import Severity


def test_by_default_warnings_fail_and_gitignore_is_obeyed() -> None:
    assert Config() == Config(fail_on=Severity.WARNING, gitignore=True)


def test_it_cannot_be_changed_on_the_way_down() -> None:
    with pytest.raises(FrozenInstanceError):
        Config().fail_on = None  # type: ignore[misc]
