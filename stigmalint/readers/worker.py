"""Turn a file into a document in a process of its own, so that a file made to hurt costs that file only.

The process is kept for the next file, and replaced when it took too long or broke. The surprise: what it sends back is
trusted no more than the file was; a document that does not line up cannot be built.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from stigmalint.errors import Unreadable
from stigmalint.hashing import blake2b
from stigmalint.limits import MEBIBYTE, Limits
from stigmalint.readers.options import DEFAULT_OPTIONS, Options, plain
from stigmalint.readers.process import Process, Stopped

if TYPE_CHECKING:
    from stigmalint.document import Document

_MOST_FILES = 200
_MOST_FAILURES = 3
"""A file whose worker broke that often over questions is not asked about any more: each could take as long again."""
_TOO_LARGE = "The file needs more than {} MB of memory to read: print it to a new PDF and check that."
_NONSENSE = (KeyError, TypeError, ValueError, IndexError)
_ODD = "The file could not be read: the reader gave an answer that makes no sense."

Taken = TypeVar("Taken")


class _Pool:
    """Idle processes of this process; each answers one request at a time."""

    def __init__(self) -> None:
        self._idle: list[Process] = []
        self._lock = Lock()
        self._owner = os.getpid()

    def request(self, message: dict[str, Any], body: bytes, limits: Limits, take: Callable[[Any], Taken]) -> Taken:
        """What ``take`` makes of the answer. A process whose answer makes no sense is not asked again."""
        process = self._taken()
        try:
            taken = take(process.request(message, body, limits))
        except Unreadable:
            self._give_back(process)
            raise
        except BaseException:
            process.close()
            raise
        self._give_back(process)
        return taken

    def close(self) -> None:
        """End all idle processes."""
        with self._lock:
            if self._owner == os.getpid():
                for process in self._idle:
                    process.close()
            self._idle.clear()

    def _taken(self) -> Process:
        with self._lock:
            if self._owner != os.getpid():  # a fork: those processes are our parent's
                self._idle, self._owner = [], os.getpid()
            while self._idle:
                process = self._idle.pop()
                if process.is_alive():
                    return process
            return Process()

    def _give_back(self, process: Process) -> None:
        process.files += 1
        if process.files >= _MOST_FILES:
            process.close()
            return
        with self._lock:
            self._idle.append(process)


_pool = _Pool()
_lost: dict[tuple[str, Limits], str] = {}
"""Why workers were stopped, by the file and the limits: the same file would take as long, or break the next, once more."""
atexit.register(_pool.close)


class Reading(NamedTuple):
    """A document read in a worker, and the way to ask more about its file."""

    document: Document
    ask: Asking


class Asking:
    """Asks the module that reads a file about it; the file is sent again if the worker has gone on to others."""

    def __init__(self, request: dict[str, Any], data: bytes, limits: Limits) -> None:
        self._request = request
        self._data = data
        self._limits, self._failures = limits, 0

    def read(self) -> Document:
        """The document in the file, without a locator. Raises ``Unreadable`` with a plain reason."""
        from stigmalint.readers.wire import unpacked  # noqa: PLC0415  a clean file has no use for it

        take = lambda answer: unpacked(_said(self._limits, "document", answer))  # noqa: E731
        return _taken({**self._request, "do": "read"}, self._data, self._limits, take)

    def first(self, question: Any) -> Any:
        """The answer to a question about a file that the worker may not know yet. Raises ``Unreadable``."""
        request = {**self._request, "do": "ask", "question": question}
        return _taken(request, self._data, self._limits, partial(_said, self._limits, "answer"))

    def __call__(self, question: Any) -> Any:
        """The answer, or ``None`` when the worker could not give one in time."""
        if self._failures >= _MOST_FAILURES:
            return None
        request = {**self._request, "do": "ask", "question": question}
        try:
            forgotten, answer = _pool.request(request, b"", self._limits, _answer)
            if forgotten:
                _, answer = _pool.request(request, self._data, self._limits, _answer)
        except (Stopped, OSError, Unreadable, *_NONSENSE):
            self._failures += 1
            return None
        return answer


def read_in_worker(module: str, data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Reading:
    """What ``module`` makes of a file. Raises ``Unreadable`` with a plain reason."""
    ask = asking(module, data, name, options)
    return Reading(ask.read(), ask)


def ask_in_worker(module: str, data: bytes, name: str, question: Any, options: Options = DEFAULT_OPTIONS) -> Any:
    """What ``module`` answers to one question about a file. Raises ``Unreadable`` with a plain reason."""
    return asking(module, data, name, options).first(question)


def asking(module: str, data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Asking:
    """The way to ask ``module`` (see ``confined.Serving``) about a file. Raises ``Unreadable`` for one that is too large."""
    return Asking(_request(module, data, name, options), data, options.limits)


def _request(module: str, data: bytes, name: str, options: Options) -> dict[str, Any]:
    if len(data) > options.limits.file_bytes:
        most = options.limits.file_bytes // MEBIBYTE
        raise Unreadable(f"The file is larger than {most} MB: split it, or save it without pictures.")
    key = f"{module} {name} {blake2b(data, digest_size=20).hexdigest()}"
    return {"module": module, "name": name, "key": key, "options": plain(options)}


def _taken(request: dict[str, Any], data: bytes, limits: Limits, take: Callable[[Any], Taken]) -> Taken:
    """What ``take`` makes of the answer to a request. Raises ``Unreadable``; where the file has stopped a worker, at once."""
    asked = request["key"], limits
    if asked in _lost:
        raise Unreadable(_lost[asked])
    try:
        return _pool.request(request, data, limits, take)
    except Stopped as stopped:
        _lost[asked] = str(stopped)
        raise Unreadable(str(stopped)) from None
    except _NONSENSE as error:
        raise Unreadable(_ODD) from error
    except OSError as error:
        raise Unreadable(f"The reader for this kind of file could not be started: {error}.") from error


def _said(limits: Limits, what: str, answer: Any) -> Any:
    if "unreadable" in answer:
        raise Unreadable(str(answer["unreadable"]))
    if "too_large" in answer:
        raise Unreadable(_TOO_LARGE.format(limits.memory_bytes // MEBIBYTE))
    return answer[what]


def _answer(answer: Any) -> tuple[bool, Any]:
    """Whether the worker needs the file again, and what it said if not."""
    return ("forgotten" in answer, None) if "answer" not in answer else (False, answer["answer"])
