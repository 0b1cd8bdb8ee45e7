"""Turn a command line into an exit status: run the command, and say in one sentence whatever went wrong.

The surprise: nothing is loaded here that a plain check does not need, not even Click.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from stigmalint.cli.status import ExitStatus
from stigmalint.errors import StigmalintError, as_sentence
from stigmalint.terminal import say

__all__ = ["COMPLETE", "main"]

COMPLETE = "_STIGMALINT_COMPLETE"
"""The variable in which a shell asks what may come next."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``stigmalint`` with these arguments (those of the process when ``None``) and return its exit status."""
    try:
        return _run(arguments)
    except StigmalintError as error:
        say(as_sentence(str(error)))
    except KeyboardInterrupt:
        say("stopped before it was done; nothing was written.")
        return ExitStatus.STOPPED
    except ModuleNotFoundError as error:
        say(f"the package {error.name}, which it needs, is not installed; install stigmalint again, with pip or pipx.")
    except Exception as error:  # the last line of defence: a defect of ours is never a page of code to a person
        _admit(error, debug="--debug" in (arguments or sys.argv))
    return ExitStatus.WRONG_USE


def _run(arguments: Sequence[str] | None) -> int:
    """The exit status of a command. A check of paths without any option, as a hook asks for it, needs no Click."""
    paths = _paths_alone(sys.argv[1:] if arguments is None else arguments)
    if paths and COMPLETE not in os.environ:
        from stigmalint.cli.checking import check_paths  # noqa: PLC0415  each command brings its own needs when it runs

        return check_paths(paths)
    from stigmalint.cli.commanded import commanded  # noqa: PLC0415  as above

    return commanded(arguments)


def _paths_alone(arguments: Sequence[str]) -> Sequence[str]:
    """The paths of ``check PATH…``; none where there is an option, or a path that Click would take apart on Windows."""
    command, *paths = arguments or [""]
    is_plain = command == "check" and os.name != "nt" and not any(path.startswith("-") for path in paths)
    return paths if is_plain else ()


def _admit(error: Exception, *, debug: bool) -> None:
    """Say that the fault is ours. Only with ``--debug`` is the traceback shown, since it may quote the document."""
    if debug:
        import traceback  # noqa: PLC0415  slow to load, and seldom needed

        sys.stderr.write("".join(traceback.format_exception(error)))
        say("this is a defect in stigmalint; please report what stands above, without anything confidential in it.")
    else:
        say(
            f"met a defect of its own ({type(error).__name__}), so nothing is known about your documents;"
            " run the command again with --debug and report what it shows to the people who make stigmalint."
        )
