"""Turn what several commands have in common into one: choices, colour, help that any console can print."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from stigmalint.errors import nearest
from stigmalint.terminal import When, encodable

_DEBUG = "stigmalint.debug"

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class _Printable(click.Command):
    """Help that any console can print."""

    def get_help(self, ctx: click.Context) -> str:
        """The help text in characters that standard output has."""
        return encodable(super().get_help(ctx), sys.stdout.encoding or "utf-8")


class Command(_Printable):
    """A command that takes ``--debug`` also behind its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(debug_option())


class Group(_Printable, click.Group):
    """A command of commands; a wrong name is answered with the nearest."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name. Raises ``click.UsageError`` with what was probably meant."""
        if args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            raise click.UsageError(self.unknown(args[0], ctx), ctx)
        return super().resolve_command(ctx, args)

    def unknown(self, name: str, ctx: click.Context) -> str:
        """What to say of a word that is no command."""
        return f"there is no command “{name}”{nearest(name, self.list_commands(ctx))}"


class Choice(click.Choice[str]):
    """One of a few words; a wrong one is answered with the nearest."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """Names the choices, and the one that was probably meant."""
        return f"“{value}” is not one of {', '.join(map(str, self.choices))}{nearest(str(value).lower(), list(self.choices))}"


FILES = click.Path(readable=False)
"""A path, taken as it is typed; a shell completes it."""


def debug_option() -> click.Option:
    """``--debug``. The entry point looks for it itself, since a defect may show before any option is read."""
    return click.Option(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        callback=_note_debug,
        help="Show the technical details if stigmalint itself goes wrong.",
    )


def _note_debug(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    context.meta[_DEBUG] = wanted or context.meta.get(_DEBUG, False)


def is_debug() -> bool:
    """Whether ``--debug`` stands anywhere on the command line that is running."""
    return bool(click.get_current_context().meta.get(_DEBUG))


def format_option(formats: Sequence[str]) -> Callable[[Decorated], Decorated]:
    """``--format``."""
    return click.option(
        "--format",
        type=Choice(formats),
        default="text",
        show_default=True,
        metavar="FORMAT",
        help=f"How the report is written: {', '.join(formats)}; docs/formats.md says what each is for.",
    )


def color_option(function: Decorated) -> Decorated:
    """``--color``."""
    return click.option(
        "--color",
        type=Choice([when.value for when in When]),
        default=When.AUTO.value,
        help="Whether to use colour; auto (the default) does on a terminal, and obeys NO_COLOR and FORCE_COLOR.",
    )(function)


def stdin_filename_option(function: Decorated) -> Decorated:
    """``--stdin-filename``."""
    return click.option(
        "--stdin-filename", metavar="NAME", help="What the text from standard input (“-”) is called; its ending says the format."
    )(function)


def force_exclude_option(function: Decorated) -> Decorated:
    """``--force-exclude``."""
    help = "Leave out what the settings exclude even when it is named."
    return click.option("--force-exclude", is_flag=True, help=help)(function)


def no_progress_option(function: Decorated) -> Decorated:
    """``--no-progress``."""
    return click.option("--no-progress", is_flag=True, help="Show no progress bar.")(function)
