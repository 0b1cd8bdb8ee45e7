"""Turn a command line into an exit status by way of Click, and say what Click has to say in our words."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

import click

from stigmalint.cli import COMPLETE
from stigmalint.cli.commands import stigmalint
from stigmalint.cli.status import ExitStatus
from stigmalint.errors import as_sentence
from stigmalint.terminal import say


def commanded(arguments: Sequence[str] | None) -> int:
    """Run the command that the arguments name. Raises what the command raises, and ``KeyboardInterrupt``."""
    if COMPLETE in os.environ:
        import_module("stigmalint.cli.completion")  # teaches Click a shell that it does not know
    try:
        return int(stigmalint.main(arguments and list(arguments), "stigmalint", standalone_mode=False) or ExitStatus.NOTHING)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
    except click.UsageError as error:
        say(f"{as_sentence(error.format_message())}{_help_for(error.ctx)}")
    except click.ClickException as error:
        say(as_sentence(str(error)))
    except click.Abort:
        raise KeyboardInterrupt from None
    return ExitStatus.WRONG_USE


def _help_for(context: click.Context | None) -> str:
    return f" “{context.command_path} --help” says more." if context else ""
