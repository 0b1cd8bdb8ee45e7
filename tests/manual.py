"""Turn the help of every command into docs/commands.md and into the man page docs/stigmalint.1.

The surprise: what a command says of itself is all there is. ``pytest --update-golden`` writes both anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc

import click

from stigmalint.cli.commands import stigmalint
from stigmalint.cli.status import ExitStatus

_WIDTH = 96
_HEAD = """\
# Commands

What each command says of itself with `--help`. (This page is made from the program: `pytest --update-golden` writes it anew.)

"""
_FILES = {
    "stigmalint.toml, .stigmalint.toml, pyproject.toml": "Settings: the nearest, in this folder or above it.",
    "NAME.stigmalint.toml": "What to pass over in the document NAME.",
    "stigmalint-baseline.json": "Findings that are known already.",
}
_SIGNS = {"\\": "\\e", "-": "\\-", "“": "\\(lq", "”": "\\(rq", "’": "\\(cq", "…": "..."}
_STATUSES = {
    str(ExitStatus.NOTHING.value): "Nothing to report.",
    str(ExitStatus.FINDINGS.value): "There is something to change.",
    str(ExitStatus.WRONG_USE.value): "The command, a setting or a wordlist is wrong.",
    str(ExitStatus.INCOMPLETE.value): "Something could not be checked completely.",
}


def contexts(command: click.Command = stigmalint, parent: click.Context | None = None) -> Iterator[click.Context]:
    """A context for each command, groups before what is in them, in the order of the help."""
    name = command.name if parent else "stigmalint"
    context = click.Context(command, parent, info_name=name, terminal_width=_WIDTH, max_content_width=_WIDTH)
    context.help_option_names = ["-h", "--help"]
    yield context
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            inner = command.get_command(context, each)
            assert inner
            yield from contexts(inner, context)


def commands_page() -> str:
    """docs/commands.md."""
    parts = [_HEAD, "".join(f"- [{each.command_path}](#{_anchor(each.command_path)})\n" for each in contexts())]
    parts += (f"\n## {each.command_path}\n\n```text\n{each.command.get_help(each).rstrip()}\n```\n" for each in contexts())
    return "".join(parts)


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def man_page() -> str:
    """docs/stigmalint.1, in roff."""
    every = list(contexts())
    lines = ['.TH STIGMALINT 1 "" stigmalint "User commands"', ".SH NAME"]
    lines += [f"stigmalint \\- {_escaped(_first_sentence(every[0]))}", ".SH SYNOPSIS", ".B stigmalint", ".I COMMAND", "[options]"]
    lines += [".SH DESCRIPTION", *_prose(every[0]), *_options(every[0]), ".SH COMMANDS"]
    for each in every[1:]:
        lines += [f'.SS "{_escaped(each.command_path)}"', *_prose(each), *_options(each)]
    lines += [".SH EXIT STATUS", *_terms(_STATUSES), ".SH FILES", *_terms(_FILES)]
    return "\n".join(lines) + "\n"


def _first_sentence(context: click.Context) -> str:
    return " ".join((context.command.help or "").partition("\n\n")[0].split()).rstrip(".")


def _prose(context: click.Context) -> Iterator[str]:
    """The paragraphs of a help text; those that keep their lines keep them."""
    for paragraph in re.split(r"\n\s*\n", cleandoc(context.command.help or "")):
        yield ".PP"
        if paragraph.startswith("\b"):
            yield from (".nf", *(_escaped(line) for line in paragraph.splitlines()[1:]), ".fi")
        else:
            yield _escaped(" ".join(paragraph.split()))


def _options(context: click.Context) -> Iterator[str]:
    options = [each for each in context.command.get_params(context) if isinstance(each, click.Option)]
    yield from _terms(dict(record for each in options if (record := each.get_help_record(context))))


def _terms(told: dict[str, str]) -> Iterator[str]:
    for term, meaning in told.items():
        yield from (".TP", f".B {_escaped(term)}", _escaped(meaning))


def _escaped(text: str) -> str:
    """Text that roff prints as it is."""
    text = "".join(_SIGNS.get(sign) or (sign if sign.isascii() else f"\\[u{ord(sign):04X}]") for sign in text)
    return f"\\&{text}" if text.startswith((".", "'")) else text
