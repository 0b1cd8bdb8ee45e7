"""Turn the settings that hold in a folder into a list that says where each was set."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

import click

from stigmalint.cli.flags import settings_of, settings_options
from stigmalint.cli.options import Command, color_option
from stigmalint.cli.status import ExitStatus
from stigmalint.reporters.layout import Page
from stigmalint.settings import DEFAULT, FILE, PROJECT, Settings, shown
from stigmalint.terminal import Style, When, emit, look_for


@click.command("config", cls=Command, short_help="Show the settings that hold here, and where each was set.")
@settings_options
@color_option
def command(color: str, **flags: Any) -> ExitStatus:
    """Show the settings that hold here, and where each was set.

    The nearest stigmalint.toml, or pyproject.toml with a table [tool.stigmalint], counts: in this folder or above it, up to
    the root of the repository. A flag takes the place of a setting. Each line shows a setting as the file would have it.

    \b
    Examples:
      stigmalint config
      stigmalint config --config policies/stigmalint.toml --ignore advice
    """  # noqa: D301  Click keeps the lines of a paragraph that begins so
    page = Page(look_for(sys.stdout, When(color)))
    _show(page, settings_of(flags))
    emit(str(page))
    return ExitStatus.NOTHING


def _show(page: Page, settings: Settings) -> None:
    none = f"No settings file: there is no {FILE}, and no {PROJECT} with [tool.stigmalint], here or above."
    page.text(f"Settings file: {shown(settings.file)}" if settings.file else none, Style.QUIET)
    page.gap()
    rows = [(f"{key} = {_toml(setting.value)}", setting.origin) for key, setting in settings.values.items()]
    width = min(max(len(row) for row, _ in rows), 60)
    for row, origin in rows:
        style = Style.QUIET if origin == DEFAULT else Style.TITLE
        page.row(f"{page.look.safe(row):<{width}}  {page.look.paint(page.look.safe(f'# {origin}'), style)}")


def _toml(value: object) -> str:
    """A value as TOML writes it; JSON's strings are TOML's too."""
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_toml(each)}' for key, each in value.items())} }}" if value else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
