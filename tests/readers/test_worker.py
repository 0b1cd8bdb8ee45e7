"""Whatever a file makes its reader do, it costs that file only."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from stigmalint import api
from stigmalint.cli.status import ExitStatus, status_of
from stigmalint.config import Config
from stigmalint.discover import Source
from stigmalint.errors import Unreadable
from stigmalint.limits import Limits
from stigmalint.readers.options import Options
from stigmalint.readers.pdf import opened
from stigmalint.readers.worker import Asking, Reading, asking, read_in_worker

ROOT = Path(__file__).parents[2]
UNRULY = "tests.readers.unruly"
SHORT = Limits(seconds=1, silent_seconds=10, memory_bytes=400 * 1024 * 1024)


def read(name: str = "file", data: bytes = b"words", limits: Limits = Limits()) -> Reading:  # noqa: B008  a frozen record
    return read_in_worker(UNRULY, data, name, Options(limits))


def why_not(name: str, limits: Limits = SHORT) -> str:
    with pytest.raises(Unreadable) as raised:
        read(name, limits=limits)
    return str(raised.value)


def test_a_document_comes_back_as_it_was():
    reading = read(data="“words” \U0001f600".encode())
    (block,) = reading.document.blocks
    assert (block.text, block.place.page, reading.document.format) == ("“words” \U0001f600", 1, "unruly")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("hang", "took longer than 1 seconds"),
        ("spin", "took longer than 1 seconds"),
        ("pretend", "took longer than 1 seconds"),
        ("abort", "breaks its reader"),
        ("leave", "breaks its reader"),
        ("stumble", "breaks its reader"),
        ("half", "breaks its reader"),
        ("babble", "breaks its reader"),
        ("announce", "breaks its reader"),
        ("nonsense", "makes no sense"),
        ("refuse", "The file is too odd."),
    ],
)
def test_misbehaviour_costs_the_file_only(name: str, reason: str):
    assert reason in why_not(name)
    started = time.monotonic()
    assert read().document.blocks[0].text == "words"
    assert time.monotonic() - started < 3


def test_a_file_that_was_waited_for_in_vain_is_not_waited_for_again():
    first, started = why_not("hang", Limits(seconds=2)), time.monotonic()
    assert why_not("hang", Limits(seconds=2)) == first
    assert time.monotonic() - started < 1


def test_a_reader_that_does_not_get_on_is_stopped_early():
    assert "busy for 1 seconds without getting on" in why_not("hang", Limits(seconds=60, silent_seconds=1))


def test_a_reader_that_is_slow_but_gets_on_is_waited_for():
    assert read("plod", limits=Limits(silent_seconds=1)).document.blocks[0].text == "at last"


def test_a_file_whose_worker_breaks_again_and_again_is_asked_no_more():
    reading = read(limits=Limits(seconds=1, silent_seconds=1))
    assert [reading.ask("hang") for _ in range(3)] == [None] * 3
    assert reading.ask("?") is None


@pytest.mark.parametrize("name", ["hang", "spin", "abort", "leave", "half", "babble", "nonsense", "pretend"])
def test_the_other_files_of_a_run_are_checked(name: str, monkeypatch: pytest.MonkeyPatch):
    def unruly(serving: str, data: bytes, path: str, options: Options) -> Asking:
        return asking(UNRULY, data, path.removesuffix(".pdf"), options)

    monkeypatch.setattr(opened, "asking", unruly)
    sources = [Source(f"{name}.pdf", data=b"%PDF-"), Source("a.md", data=b"An addict."), Source("z.md", data=b"A junkie.")]
    report = api.check(sources, Config(limits=SHORT))
    assert [finding.path for finding in report.findings] == ["a.md", "z.md"]
    assert [skipped.path for skipped in report.skipped] == [f"{name}.pdf"]
    assert status_of(report, Config()) == ExitStatus.INCOMPLETE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its memory")
def test_memory_is_bounded():
    assert "more than 400 MB of memory" in why_not("eat", Limits(seconds=20, memory_bytes=400 * 1024 * 1024))


def test_a_file_that_is_too_large_is_not_even_sent():
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        read(data=b"x" * (1024 * 1024 + 1), limits=Limits(file_bytes=1024 * 1024))


def test_the_process_is_kept_for_the_next_file():
    first = read("one")
    assert first.ask("?") == [1, "words", "?"]
    assert first.ask("?") == [2, "words", "?"]


def test_a_file_is_sent_again_when_the_worker_has_gone_on():
    first = read(data=b"first")
    read(data=b"second")
    assert first.ask("?") == [1, "first", "?"]


def test_a_question_that_breaks_the_worker_has_no_answer():
    reading = read(limits=SHORT)
    assert reading.ask("hang") is None
    assert reading.ask("?") == [1, "words", "?"]


def test_a_worker_may_not_connect_write_or_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert read("forbidden").document.blocks[0].text == "did: ."
    assert list(tmp_path.iterdir()) == []


def test_a_worker_knows_no_secrets(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STIGMALINT_TEST_TOKEN", "secret")
    from stigmalint.readers import worker  # noqa: PLC0415

    worker._pool.close()
    assert "TOKEN" not in read("secrets").document.blocks[0].text


def test_what_a_reader_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]):
    assert read("print").document.blocks[0].text == "printed"
    assert capfd.readouterr() == ("", "")


def test_threads_read_side_by_side():
    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(lambda number: read(data=b"%d" % number).document.blocks[0].text, range(12)))
    assert found == [str(number) for number in range(12)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_fork_starts_its_own_worker():
    read()
    script = """
        import os, sys
        from stigmalint.readers.worker import read_in_worker
        def words(): return read_in_worker("tests.readers.unruly", b"words", "file").document.blocks[0].text
        words()
        if child := os.fork():
            ended = os.waitpid(child, 0)[1]
            sys.exit(0 if ended == 0 and words() == "words" else 1)
        os._exit(0 if words() == "words" else 1)
    """
    assert _run(script).wait(20) == 0


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are counted in /proc")
@pytest.mark.parametrize("end", ["sys.exit()", "os.kill(os.getpid(), 9)"])
def test_no_worker_outlives_its_parent(end: str):
    script = f"""
        import os, sys
        from stigmalint.readers import worker
        worker.read_in_worker("tests.readers.unruly", b"words", "file")
        print(worker._pool._idle[0]._process.pid, flush=True)
        {end}
    """
    parent = _run(script)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.wait(20)
    for _ in range(100):
        if not _is_running(child):
            return
        time.sleep(0.05)
    pytest.fail("the worker is still there")


def _run(script: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _is_running(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
