"""The probe tells a worker that is confined from a process that is not."""

from __future__ import annotations

from stigmalint.readers.probe import Probe, not_refused


def test_a_worker_is_kept_from_everything_it_has_no_business_with() -> None:
    assert not_refused() == []


def test_this_process_is_not() -> None:
    assert Probe().answer("what is refused") == ["the network", "other programs", "writing files"]
