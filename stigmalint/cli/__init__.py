"""Turn a command line into an exit status: run the command, and say in one sentence whatever went wrong.

The surprise: nothing but Click is loaded here. Each command brings its own needs when it runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from stigmalint.cli.commands import COMPLETE, stigmalint
from stigmalint.cli.status import ExitStatus
from stigmalint.errors import StigmalintError
from stigmalint.terminal import say

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``stigmalint`` with these arguments (those of the process when ``None``) and return its exit status."""
    if COMPLETE in os.environ:
        import_module("stigmalint.cli.completion")  # teaches Click a shell that it does not know
    try:
        return int(stigmalint.main(arguments and list(arguments), "stigmalint", standalone_mode=False) or ExitStatus.NOTHING)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
    except click.UsageError as error:
        say(f"{_sentence(error.format_message())}{_help_for(error.ctx)}")
    except (StigmalintError, click.ClickException) as error:
        say(_sentence(str(error)))
    except (click.Abort, KeyboardInterrupt):
        say("stopped before it was done; nothing was written.")
        return ExitStatus.STOPPED
    except ModuleNotFoundError as error:
        say(f"the package {error.name}, which it needs, is not installed; install stigmalint again, with pip or pipx.")
    except Exception as error:  # the last line of defence: a defect of ours is never a page of code to a person
        _admit(error, debug="--debug" in (arguments or sys.argv))
    return ExitStatus.WRONG_USE


def _sentence(message: str) -> str:
    """The message with a full stop, unless it ends in a mark of its own."""
    return message if message.endswith((".", "?", "!")) else f"{message}."


def _help_for(context: click.Context | None) -> str:
    return f" “{context.command_path} --help” says more." if context else ""


def _admit(error: Exception, *, debug: bool) -> None:
    """Say that the fault is ours. Only with ``--debug`` is the traceback shown, since it may quote the document."""
    if debug:
        import traceback  # noqa: PLC0415  slow to load, and seldom needed

        click.echo("".join(traceback.format_exception(error)), err=True)
        say("this is a defect in stigmalint; please report what stands above, without anything confidential in it.")
    else:
        say(
            f"met a defect of its own ({type(error).__name__}), so nothing is known about your documents;"
            " run the command again with --debug and report what it shows to the people who make stigmalint."
        )
