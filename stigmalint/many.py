"""Turn many sources into one report, on several cores from the moment on when that pays.

The surprise: it begins on one core. Only when the first files have shown that the rest will take longer than other processes
need to start are any started, so a hook with three hundred clean files never pays for them. The report is the same either way.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from stigmalint.api import Checker, check_source, checker_for, merged
from stigmalint.config import Config
from stigmalint.discover import Source
from stigmalint.findings import Report, Skipped

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    _Batch = Sequence[Source | Skipped]
    _Numbered = tuple[int, _Batch]
    _Waiting = dict[Future[list[Report]], _Numbered]

_SETTLED = 0.3
"""Seconds after which the pace of the first files tells how long the rest will take."""
_PAYS = 1.0
"""Seconds of work left from which on more processes pay."""
_TOGETHER = 8
"""Sources handed to a process at once, and fewer towards the end, where one slow file would keep the rest waiting."""
_BROKE = "the process that checked it ended; it may take too much memory: check it alone, or in parts"


def check(
    sources: Iterable[Source | Skipped], config: Config, count: int, *, jobs: int | None = None, keep: bool = False
) -> Report:
    """The report on ``count`` sources, with at most ``jobs`` processes (``None``: as many as there are cores).

    With ``keep`` the report holds the documents, which cannot be handed from one process to another.
    """
    checker, rest, reports = checker_for(config, keep=keep), iter(sources), list[Report]()
    most, begun = 1 if keep else jobs or _cores(), time.monotonic()
    for source in rest:
        reports.append(check_source(source, checker, config))
        taken, left = time.monotonic() - begun, count - len(reports)
        if most > 1 and taken > _SETTLED and taken / len(reports) * left > _PAYS:
            reports += _on_many(_batches(rest, left, most), config, checker, min(most, left))
    return merged(reports)


def _cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(sources: Iterator[Source | Skipped], left: int, jobs: int) -> Iterator[_Batch]:
    """The sources, ``left`` of them, a few at a time; each is taken when a process is free for it."""
    while batch := list(islice(sources, max(1, min(_TOGETHER, left // (4 * jobs))))):
        left -= len(batch)
        yield batch


def _on_many(batches: Iterator[_Batch], config: Config, checker: Checker, jobs: int) -> list[Report]:
    """The reports in the order of the sources."""
    from concurrent.futures import FIRST_COMPLETED, wait  # noqa: PLC0415  slow to load, and most runs are small

    done: dict[int, list[Report]] = {}
    waiting: _Waiting = {}
    lost: list[_Numbered] = []
    with _pool(config, checker, jobs) as pool:
        numbered = enumerate(batches)
        while True:
            while len(waiting) < 2 * jobs and not lost and (following := next(numbered, None)):
                _submit(pool, following, waiting, lost)
            if not waiting:
                break
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                _collect(future, waiting.pop(future), done, lost)
    for number, batch in (*lost, *numbered):
        done[number] = [_check_alone(source, config, checker) for source in batch]
    return [report for number in sorted(done) for report in done[number]]


def _submit(pool: ProcessPoolExecutor, numbered: _Numbered, waiting: _Waiting, lost: list[_Numbered]) -> None:
    """Give a batch to the pool, or note that it is broken."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  as above

    try:
        waiting[pool.submit(_check, numbered[1])] = numbered
    except BrokenProcessPool:
        lost.append(numbered)


def _collect(future: Future[list[Report]], numbered: _Numbered, done: dict[int, list[Report]], lost: list[_Numbered]) -> None:
    """Note the reports, or that the processes broke before there were any."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  as above

    try:
        done[numbered[0]] = future.result()
    except BrokenProcessPool:
        lost.append(numbered)


def _check_alone(source: Source | Skipped, config: Config, checker: Checker) -> Report:
    """The report on a source that may have broken a process: in one of its own, so that it costs itself only."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  as above

    try:
        with _pool(config, checker, 1) as pool:
            return pool.submit(_check, [source]).result()[0]
    except BrokenProcessPool:
        return Report(0, skipped=(Skipped(source.path, _BROKE),))


# -- in the processes

_do: Callable[[Source | Skipped], Report]


def _pool(config: Config, checker: Checker, jobs: int) -> ProcessPoolExecutor:
    """Processes that can check. Where they are copies of this one, they have all that it has loaded; else they load it."""
    import multiprocessing  # noqa: PLC0415  as above
    import threading  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    copies = hasattr(os, "fork") and os.uname().sysname == "Linux" and threading.active_count() == 1
    how = multiprocessing.get_context("fork" if copies else "spawn")
    return ProcessPoolExecutor(jobs, how, _begin, (config, checker if copies else None))


def _begin(config: Config, checker: Checker | None) -> None:
    """Make a process ready. Ctrl-C ends it at once; the one that started it says so."""
    import signal  # noqa: PLC0415  as above

    global _do  # noqa: PLW0603  a process of the pool has one checker and no other way to keep it
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    ready = checker or checker_for(config)
    _do = lambda source: check_source(source, ready, config)  # noqa: E731


def _check(batch: _Batch) -> list[Report]:
    return [_do(source) for source in batch]
