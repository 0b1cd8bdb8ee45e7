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
    click.option(
        "--config",
        metavar="FILE|KEY=VALUE",
        multiple=True,
        help="Take the settings from this file instead of the nearest stigmalint.toml, or set one as the file would.",
    ),
    click.option("--hidden-text", is_flag=True, help="Check also text that its author hid in a Word file."),
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

    files = [each for each in flags["config"] if not _is_assignment(each)]
    if files and flags["isolated"]:
        raise UsageError("--config names a settings file and --isolated wants none; leave one of them out.")
    if len(files) > 1:
        raise UsageError(f"--config names two settings files, {files[0]} and {files[1]}; let one “extend” the other.")
    given: dict[str, Any] = {key: list(_names(flags[key])) for key in ("select", "ignore") if flags[key]}
    if flags["exclude"]:
        given["exclude"] = list(flags["exclude"])
    if flags.get("baseline"):
        given["baseline"] = str(Path(flags["baseline"]).absolute())
    if flags["hidden_text"]:
        given["hidden-text"] = True
    if flags["fail_on"]:
        given["fail-on"] = flags["fail_on"]
    assigned = {key: value for each in flags["config"] if _is_assignment(each) for key, value in _assigned(each).items()}
    return read_settings(given, Path(files[0]) if files else None, isolated=flags["isolated"], given=assigned)


def _is_assignment(text: str) -> bool:
    return "=" in text and not Path(text).exists()


def _assigned(text: str) -> dict[str, Any]:
    """The setting in ``fail-on="error"``; a single word needs no quotation marks. Raises ``UsageError``."""
    import tomllib  # noqa: PLC0415  few commands are given settings so

    key, _, value = text.partition("=")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if value.strip().replace("-", "").isalnum() and key.strip().replace("-", "").isalnum():
            return {key.strip(): value.strip()}
        raise UsageError(f'--config: “{text}” is not a setting as the file has it, such as ignore=["advice"]') from error


def house_packs() -> tuple[Path, ...]:
    """The pack files of the house's own, as the nearest settings file names them. Raises ``UsageError``."""
    from stigmalint.settings import read_settings  # noqa: PLC0415  as above

    return read_settings({}).config().style.packs


def _names(values: Iterable[str]) -> Iterable[str]:
    """The names in ``--select a,b --select c``."""
    return (name.strip() for value in values for name in value.split(",") if name.strip())
