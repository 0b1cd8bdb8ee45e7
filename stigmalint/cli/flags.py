"""Turn the flags that stand for settings into the settings of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from stigmalint.cli.options import Choice
from stigmalint.errors import UsageError
from stigmalint.findings import Severity

if TYPE_CHECKING:
    from stigmalint.settings import Settings

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--fail-on",
        type=Choice([*(severity.value for severity in Severity), "never"]),
        help="The mildest finding that ends with exit status 1 (warning, if nobody says otherwise).",
    ),
    click.option("--select", metavar="NAMES", multiple=True, help="Report only these terms, wordlists, kinds or severities."),
    click.option("--ignore", metavar="NAMES", multiple=True, help="Report all but these."),
    click.option("--exclude", metavar="PATTERN", multiple=True, help="In folders, leave out what fits, as in .gitignore."),
    click.option("--config", metavar="FILE", help="Take the settings from this file instead of the nearest stigmalint.toml."),
    click.option("--isolated", is_flag=True, help="Take no settings from any file."),
)


def settings_options(function: Decorated) -> Decorated:
    """The flags that stand for settings; they arrive as keywords for ``settings_of``."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def settings_of(flags: Mapping[str, Any]) -> Settings:
    """The settings that hold for a command with these flags. Raises ``UsageError``."""
    from stigmalint.settings import read_settings  # noqa: PLC0415  reads wordlists, which the help does not need

    if flags["config"] and flags["isolated"]:
        raise UsageError("--config names a settings file and --isolated wants none; leave one of them out.")
    given: dict[str, Any] = {key: list(_names(flags[key])) for key in ("select", "ignore") if flags[key]}
    if flags["exclude"]:
        given["exclude"] = list(flags["exclude"])
    if flags.get("baseline"):
        given["baseline"] = str(Path(flags["baseline"]).absolute())
    if flags["fail_on"]:
        given["fail-on"] = flags["fail_on"]
    file = Path(flags["config"]) if flags["config"] else None
    return read_settings(given, file, isolated=flags["isolated"])


def house_packs() -> tuple[Path, ...]:
    """The pack files of the house's own, as the nearest settings file names them. Raises ``UsageError``."""
    from stigmalint.settings import read_settings  # noqa: PLC0415  as above

    return read_settings({}).config().style.packs


def _names(values: Iterable[str]) -> Iterable[str]:
    """The names in ``--select a,b --select c``."""
    return (name.strip() for value in values for name in value.split(",") if name.strip())
