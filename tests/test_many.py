"""Several processes say what one says, in the same order, whatever becomes of one of them."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint import api, many
from stigmalint.config import Config
from stigmalint.discover import Source
from stigmalint.findings import Report, Skipped
from tests.cli.shell import run

TEXTS = ["An addict.", "Fine.", "", "Two junkies, and a drug abuser.", "# Rules\n\nNo junkies."]
SOURCES: list[Source | Skipped] = [
    *(Source(f"{number:02}.md", None, text.encode()) for number, text in enumerate(TEXTS * 4)),
    Skipped("x.md", "there is no file of this name"),
]


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """More processes from the second file on."""
    monkeypatch.setattr(many, "_SETTLED", 0)
    monkeypatch.setattr(many, "_PAYS", 0)


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_processes_gives_the_same_report(jobs: int) -> None:
    assert many.check(iter(SOURCES), Config(), len(SOURCES), jobs=jobs) == api.check(SOURCES, Config())


@given(st.integers(0, 300), st.integers(2, 9))
def test_batches_hold_every_source_once_and_end_small(count: int, jobs: int) -> None:
    sources = [Source(f"{number}.md") for number in range(count)]
    batches = list(many._batches(iter(sources), count, jobs))
    assert [source for batch in batches for source in batch] == sources
    sizes = list(map(len, batches))
    assert sizes == sorted(sizes, reverse=True)
    assert all(1 <= size <= many._TOGETHER for size in sizes)
    assert set(sizes[-jobs:]) <= {1}


def test_a_few_files_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_pool", None)
    assert many.check(SOURCES, Config(), len(SOURCES), jobs=4) == api.check(SOURCES, Config())


@pytest.mark.usefixtures("always")
def test_documents_to_keep_stay_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_pool", None)
    assert len(many.check(SOURCES, Config(), len(SOURCES), jobs=4, keep=True).documents) == 16


@pytest.mark.usefixtures("always")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="only a copy of this process has what the test put in its place")
def test_a_file_that_ends_its_process_costs_itself_only(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = many.check_source

    def deadly(source: Source | Skipped, checker: api.Checker, config: Config) -> Report:
        if source.path == "08.md":
            os.kill(os.getpid(), signal.SIGKILL)
        return checked(source, checker, config)

    monkeypatch.setattr(many, "check_source", deadly)
    report = many.check(iter(SOURCES), Config(), len(SOURCES), jobs=2)
    whole = api.check(SOURCES, Config())
    assert report.checked == whole.checked - 1
    assert [skipped.path for skipped in report.skipped if skipped not in whole.skipped] == ["08.md"]


@pytest.mark.usefixtures("always")
def test_a_defect_in_another_process_is_shown_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: Source | Skipped, checker: api.Checker, config: Config) -> Report:
        if source.path == "08.md":
            raise ZeroDivisionError
        return Report(1)

    monkeypatch.setattr(many, "check_source", broken)
    with pytest.raises(ZeroDivisionError):
        many.check(iter(SOURCES), Config(debug=True), len(SOURCES), jobs=2)


def test_the_command_takes_a_number_of_processes(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.md").write_text(text, "utf-8")
    one, two = (run("check", "--jobs", jobs, "--format", "json", ".", cwd=tmp_path) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode == 3
    assert run("check", "--jobs", "0", cwd=tmp_path).returncode == 2


def test_the_full_engine_finds_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\n\n".join(TEXTS), "utf-8")
    fast, full = (run("check", "--engine", engine, "--format", "json", ".", cwd=tmp_path) for engine in ("fast", "full"))
    assert fast.stdout == full.stdout
    assert fast.returncode == full.returncode == 1
