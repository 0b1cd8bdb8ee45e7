"""Turn the name of a command into the module that runs it, which is loaded only then.

The surprise: the lines that ``stigmalint --help`` shows stand here a second time, so that help loads no command. A test
holds them equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from stigmalint.cli import VERSION
from stigmalint.cli.options import Group, debug_option

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Mapping[str, tuple[str, str]] = {
    "check": ("stigmalint.cli.check", "Find wording that labels or blames people, and say what to write instead."),
    "review": ("stigmalint.cli.review", "Hand a draft back marked up: tracked changes and comments in a copy."),
    "fix": ("stigmalint.cli.fix", "Put the suggested wording into text files."),
    "explain": ("stigmalint.cli.explain", "Say why a wording is flagged, who says so, and what to write instead."),
    "terms": ("stigmalint.cli.terms", "List everything stigmalint looks for."),
    "baseline": ("stigmalint.cli.baseline", "Write down what is found today, so that only what is new counts."),
    "config": ("stigmalint.cli.config", "Show the settings that hold here, and where each was set."),
    "packs": ("stigmalint.cli.packs", "List the wordlists, or test one you have edited."),
    "init": ("stigmalint.cli.init", "Set up settings, pre-commit, GitHub, GitLab or a container in a repository."),
    "doctor": ("stigmalint.cli.doctor", "Look whether everything stigmalint needs is there and works."),
    "completion": ("stigmalint.cli.completion", "Print what makes a shell complete commands, options and terms."),
}
"""For each command, in the order of the help: its module, which holds it as ``command``, and its line of help."""


class LazyGroup(Group):
    """A group whose commands are named in a table and loaded one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or ``None`` for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(COMMANDS[cmd_name][0]).command)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands and options that begin so; no command is loaded for it."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  only a shell asks

        commands = [CompletionItem(name, help=line) for name, (_, line) in COMMANDS.items() if name.startswith(incomplete)]
        return commands + click.Command.shell_complete(self, ctx, incomplete)

    def unknown(self, name: str, ctx: click.Context) -> str:
        """What to say of a word that is no command; people often leave “check” out."""
        said = super().unknown(name, ctx)
        return said if "did you mean" in said or not Path(name).exists() else f"to check {name}, write: stigmalint check {name}"

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(VERSION, nl=False)
        ctx.exit()


_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(
    cls=LazyGroup,
    context_settings=_SETTINGS,
    params=[debug_option()],
    epilog="Nothing you check leaves your machine.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version and leave."
)
def stigmalint() -> None:
    """Find wording in Word, PDF, Markdown and text documents that labels or blames people who use substances.

    For each finding stigmalint shows the sentence, says why and on whose authority, and offers words that fit.

    \b
    Examples:
      stigmalint check policy.docx        check one document
      stigmalint check                    check everything in this folder
      stigmalint explain addict           read about one wording

    Exit status: 0 nothing to report, 1 findings, 2 wrong use, 3 something could not be checked completely.
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
