"""Turn requests on standard input into answers on standard output, in a process that may do nothing else.

This is the child of ``worker``: it limits itself, then reads one file at a time. It ends when its input is closed, so
that it never outlives whoever started it.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, cast

from stigmalint.errors import Unreadable
from stigmalint.limits import Limits
from stigmalint.readers.messages import SIGN_OF_LIFE, Broken, receive, send
from stigmalint.readers.options import Options, from_plain
from stigmalint.readers.pulse import listen

if TYPE_CHECKING:
    from stigmalint.document import Document


class Opened(Protocol):
    """An open file."""

    def answer(self, question: Any) -> Any:
        """More about the file; question and answer are plain data."""
        ...

    def close(self) -> None:
        """Give back what it holds."""
        ...


class Serving(Protocol):
    """What a module must offer to be served."""

    def open(self, data: bytes) -> Opened:
        """Open a file. Raises ``Unreadable``."""
        ...

    def read(self, opened: Opened, name: str, options: Options) -> Document:
        """The document in an open file, without a locator. Raises ``Unreadable``."""
        ...


def main() -> None:
    """Serve until the input is closed. What anything else prints goes nowhere."""
    requests = cast(BinaryIO, os.fdopen(os.dup(0), "rb"))
    answers = cast(BinaryIO, os.fdopen(os.dup(1), "wb"))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    gc.set_threshold(100_000, 50, 50)  # a document is one large heap without cycles
    sys.addaudithook(_refuse)
    listen(lambda: send(answers, SIGN_OF_LIFE))
    server = _Server()
    while True:
        try:
            request, body = receive(requests)
        except Broken:
            return
        send(answers, server.answer(request, body))


class _Server:
    """Keeps the file that was read last open."""

    def __init__(self) -> None:
        self._key = ""
        self._opened: Opened | None = None
        self._size = 0
        self._empty = _address_space()

    def answer(self, request: dict[str, Any], body: bytes) -> dict[str, Any]:
        """The answer to one request: to read a file, or to say more about one that was read."""
        options = from_plain(request["options"])
        self._size = len(body) or self._size
        _limit(options.limits, self._empty + _COPIES * self._size)
        try:
            if request["do"] == "read":
                return self._read(request, body, options)
            return self._ask(request, body)
        except Unreadable as error:
            return {"unreadable": str(error)}
        except ImportError as error:
            return {
                "unreadable": f"The reader for this kind of file is not installed completely ({error}): install stigmalint again."
            }
        except MemoryError:
            self._close()
            return {"too_large": True}

    def _read(self, request: dict[str, Any], body: bytes, options: Options) -> dict[str, Any]:
        from stigmalint.readers.wire import packed  # noqa: PLC0415  a clean file has no use for it

        opened = self._open(request, body)
        return {"document": packed(_serving(request).read(opened, request["name"], options))}

    def _ask(self, request: dict[str, Any], body: bytes) -> dict[str, Any]:
        if self._opened is not None and self._key == request["key"]:
            return {"answer": self._opened.answer(request["question"])}
        if body:
            return {"answer": self._open(request, body).answer(request["question"])}
        return {"forgotten": True}

    def _open(self, request: dict[str, Any], body: bytes) -> Opened:
        """Open a file in place of the last one, unless it is the same."""
        if self._opened is not None and self._key == request["key"]:
            return self._opened
        self._close()
        self._opened = _serving(request).open(body)
        self._key = request["key"]
        return self._opened

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None


def _serving(request: dict[str, Any]) -> Serving:
    return cast(Serving, import_module(request["module"]))


_COPIES = 3
"""How often a file may stand in memory: as it came, as the engine holds it, and in the making."""


def _address_space() -> int:
    """What this process takes before it has read anything, in bytes; on some systems that is much and says little."""
    try:
        with open("/proc/self/statm", "rb") as told:  # noqa: PTH123  ``pathlib`` is slow to load
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def _limit(limits: Limits, besides: int) -> None:
    """Bind this process to a little processor time from now on, and to its memory. Windows knows no such bounds.

    ``besides`` is what it may take besides what the limit says, in bytes.
    """
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    wanted = {
        resource.RLIMIT_CPU: spent + limits.seconds,
        resource.RLIMIT_AS: limits.memory_bytes + besides,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in wanted.items():
        _, hard = resource.getrlimit(limit)
        if hard == resource.RLIM_INFINITY or value <= hard:
            resource.setrlimit(limit, (value, hard))


_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.spawn",
    "os.posix_spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.symlink",
    "os.link",
    "os.truncate",
    "shutil.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what a reader has no business with: the network, other programs, writing files."""
    if event == "open" and (arguments[2] or 0) & _WRITING:
        raise PermissionError("a reader does not write")
    if event.startswith(_REFUSED):
        raise PermissionError(f"a reader does not use {event}")


if __name__ == "__main__":
    main()
