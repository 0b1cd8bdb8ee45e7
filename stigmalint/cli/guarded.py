"""Turn whatever goes wrong in a command into one sentence and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from stigmalint.cli.status import ExitStatus
from stigmalint.errors import StigmalintError, as_sentence
from stigmalint.terminal import say


def guarded(arguments: Sequence[str] | None, paths: Sequence[str], format: str, *, force_exclude: bool) -> int:
    """The exit status of a command; ``paths`` are those of a check without any option but these, which needs no Click."""
    try:
        if paths and _is_known(format):
            from stigmalint.cli.checking import check_paths  # noqa: PLC0415  each command brings its own needs when it runs

            return check_paths(paths, format, force_exclude=force_exclude)
        from stigmalint.cli.commanded import commanded  # noqa: PLC0415  as above

        return commanded(arguments)
    except StigmalintError as error:
        say(as_sentence(str(error)))
    except KeyboardInterrupt:
        return stopped()
    except ModuleNotFoundError as error:
        say(f"the package {error.name}, which it needs, is not installed; install stigmalint again, with pip or pipx.")
    except Exception as error:  # the last line of defence: a defect of ours is never a page of code to a person
        _admit(error, debug="--debug" in (arguments or sys.argv))
    return ExitStatus.WRONG_USE


def stopped() -> int:
    """The exit status of what a person has stopped, which is told first."""
    say("stopped before it was done; nothing was written.")
    return ExitStatus.STOPPED


def _is_known(format: str) -> bool:
    from stigmalint.reporters import FORMATS  # noqa: PLC0415  as above

    return format in FORMATS


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
