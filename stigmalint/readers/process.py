"""Turn a request into the answer of a process that is allowed so much time and memory, and no more.

The surprise: an answer may be a long time coming as long as the process says that it is alive; one that says nothing is
stopped much earlier.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from time import monotonic
from typing import Any, BinaryIO, cast

from stigmalint.limits import MEBIBYTE, Limits
from stigmalint.readers.messages import SIGN_OF_LIFE, Broken, receive, send

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from stigmalint.readers.confined import main; main()"
_KEPT_ENVIRONMENT = (
    "SYSTEMROOT",
    "WINDIR",
    "PATH",
    "TEMP",
    "TMP",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "LANG",
    "LC_ALL",
    "TZ",
)
_MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(4 * MEBIBYTE), "MALLOC_TRIM_THRESHOLD_": str(16 * MEBIBYTE)}
"""Has the C library of Linux keep what PDFium gives back and takes again with each page: a third of its time goes there else."""
_TOO_LONG = "The file took longer than {} seconds to read: print it to a new PDF and check that."
_SILENT = "The file kept its reader busy for {} seconds without getting on: print it to a new PDF and check that."
_BROKE = "The file takes too much memory or breaks its reader, as damaged files do: print it to a new PDF and check that."


class Stopped(Exception):
    """The process ended before it answered; the message is the reason for a person."""


class _Watch:
    """Stops a process that takes too long, or gives no sign of life for too long: used in a ``with`` block."""

    def __init__(self, limits: Limits, stop: Callable[[], None]) -> None:
        self.late = ""
        self._stop, self._silent = stop, limits.silent_seconds
        self._end, self._heard = monotonic() + limits.seconds, monotonic()
        self._reasons = (_TOO_LONG.format(limits.seconds), _SILENT.format(limits.silent_seconds))
        self._timer = Timer(0, self._look)

    def __enter__(self) -> _Watch:
        self._set()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def heard(self) -> None:
        """The process is alive."""
        self._heard = monotonic()

    def _set(self) -> None:
        self._timer = Timer(max(min(self._end, self._heard + self._silent) - monotonic(), 0), self._look)
        self._timer.daemon = True
        self._timer.start()

    def _look(self) -> None:
        now = monotonic()
        if now >= self._end or now >= self._heard + self._silent:
            self.late = self._reasons[0 if now >= self._end else 1]
            self._stop()
        else:
            self._set()


class Process:
    """One worker process. A request is answered, or the process is gone."""

    def __init__(self) -> None:
        self.files = 0
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module, nothing of the file
            [sys.executable or "python", "-I", "-S", "-B", "-c", _START, json.dumps(_search_path())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_MEMORY | {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ},
        )

    def request(self, message: dict[str, Any], body: bytes, limits: Limits) -> Any:
        """The answer. Raises ``Stopped``."""
        with _Watch(limits, self._process.kill) as watch:
            try:
                send(cast(BinaryIO, self._process.stdin), message, body)
                while (answer := receive(cast(BinaryIO, self._process.stdout))[0]) == SIGN_OF_LIFE:
                    watch.heard()
            except (Broken, OSError) as error:
                self.close()
                too_long = _TOO_LONG.format(limits.seconds) if self._out_of_time() else ""
                raise Stopped(watch.late or too_long or _BROKE) from error
        return answer

    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process; it is gone afterwards."""
        with suppress(OSError):
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                cast(BinaryIO, pipe).close()
        self._process.wait()

    def _out_of_time(self) -> bool:
        """Whether the system stopped it for using too much of the processor."""
        import signal  # noqa: PLC0415  only after a failure

        return self._process.returncode == -getattr(signal, "SIGXCPU", 0) != 0


def _search_path() -> list[str]:
    """Where the process finds this package and its libraries: what we see, without the folder we happen to stand in."""
    here = os.path.realpath(f"{__file__}/../../..")
    return [here, *(path for path in sys.path if os.path.isabs(path))]  # noqa: PTH117  ``pathlib`` is slow to load
