"""Turn a command line into an exit status: run the command, and say in one sentence whatever went wrong.

The surprise: nothing is loaded here that a plain check does not need, not even Click.
"""

from __future__ import annotations

import gc
import os
import sys

from stigmalint import __version__

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COMPLETE", "VERSION", "main"]

VERSION = f"stigmalint {__version__}\n"
"""What ``--version`` says."""

COMPLETE = "_STIGMALINT_COMPLETE"
"""The variable in which a shell asks what may come next."""
_FORCE = "--force-exclude"
"""What a hook adds. The quick way leaves whatever a settings file may exclude to the ordinary one, so there it says nothing."""

_SELDOM = 50_000
"""Objects made from one look for garbage to the next. A run makes little and soon ends; looking through all that was loaded, with
Python's own settings and once more at the end, takes a tenth of a short run, and a fifth where the language engine is loaded."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``stigmalint`` with these arguments (those of the process when ``None``) and return its exit status."""
    if arguments is not None:
        return _run(arguments)
    gc.set_threshold(_SELDOM)
    status = _run(None)
    gc.freeze()
    return status


def _run(arguments: Sequence[str] | None) -> int:
    """The exit status, by the quickest way that can tell it."""
    given = sys.argv[1:] if arguments is None else arguments
    if [*given] == ["--version"]:
        return _show(0, VERSION)
    paths, format = _plainly_asked(given)
    if paths and format == "text":
        try:
            status = _answered(paths)
        except KeyboardInterrupt:
            from stigmalint.cli.guarded import stopped  # noqa: PLC0415  each command brings its own needs when it runs

            status = stopped()
        if status is not None:
            return status
    from stigmalint.cli.guarded import guarded  # noqa: PLC0415  as above

    return guarded(arguments, paths, format, force_exclude=_FORCE in given)


def _answered(paths: Sequence[str]) -> int | None:
    """The exit status, where what is to be said of these files is known without looking closer; it is said."""
    from stigmalint.cli.quick import nothing_to_report  # noqa: PLC0415  as above

    if report := nothing_to_report(paths):
        return _show(0, report)
    from stigmalint.cli.again import said_before  # noqa: PLC0415  as above

    said = said_before(paths)
    return _show(*said) if said else None


def _show(status: int, report: str) -> int:
    """Print what needs no look at the terminal, and return the status. A reader that has left is not an error."""
    try:
        sys.stdout.write(report)
        sys.stdout.flush()
    except OSError:
        from stigmalint.terminal import emit  # noqa: PLC0415  which knows what to do about it

        emit("")
    return status


def _plainly_asked(arguments: Sequence[str]) -> tuple[Sequence[str], str]:
    """The paths and the format of ``check [--format FORMAT] [PATH…]``.

    No paths where there is another option, or a path that Click would take apart on Windows.
    """
    command, *rest = arguments or [""]
    paths, format = [each for each in rest if each != _FORCE], "text"
    if "--format" in paths[:-1]:
        at = paths.index("--format")
        format = paths[at + 1]
        del paths[at : at + 2]
    if command != "check" or os.name == "nt" or COMPLETE in os.environ or any(path.startswith("-") for path in paths):
        return (), format
    return paths or ["."], format
