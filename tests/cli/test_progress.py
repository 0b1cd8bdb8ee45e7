"""The bar: on a terminal, for many documents, on standard error, and gone at the end."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from stigmalint.cli.progress import with_progress
from stigmalint.discover import Source

MANY = [Source(f"a\x1b[2J\u202e{number}.md", Path("a")) for number in range(20)]


class Screen(io.TextIOWrapper):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True

    @property
    def shown(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)


@pytest.fixture
def screen() -> Screen:
    return Screen(io.BytesIO(), encoding="utf-8")


def test_on_a_terminal_it_counts_and_goes(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", screen)
    with with_progress(MANY, wanted=True) as counted:
        assert list(counted) == MANY
    assert "Checking" in screen.shown
    assert "20/20" in screen.shown
    assert screen.shown.endswith("\x1b[1A\r\x1b[2K")
    assert "\x1b[2J" not in screen.shown
    assert "\u202e" not in screen.shown


def stopped(sources: list[Source]) -> None:
    with with_progress(sources, wanted=True) as counted:
        for _ in counted:
            raise KeyboardInterrupt


def test_it_goes_also_when_the_work_is_stopped(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", screen)
    with pytest.raises(KeyboardInterrupt):
        stopped(MANY)
    assert screen.shown.endswith("\x1b[2K")


@pytest.mark.parametrize(("sources", "wanted"), [(MANY[:3], True), (MANY, False)])
def test_for_a_few_documents_or_unwanted_there_is_none(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, sources: list[Source], wanted: bool
) -> None:
    monkeypatch.setattr("sys.stderr", screen)
    with with_progress(sources, wanted=wanted) as counted:
        assert list(counted) == sources
    assert screen.shown == ""


def test_in_a_pipe_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    with with_progress(MANY, wanted=True) as counted:
        assert list(counted) == MANY
    assert capsys.readouterr().err == ""
