"""Turn the nearest settings file and the flags of a command into one ``Config``, and say where each value came from.

The surprise: the file is looked for from the current folder upward, not from the documents, and not beyond the root of
the repository; so the same command in the same folder always has the same settings.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathspec import GitIgnoreSpec

from stigmalint.config import Allowed, Config, HouseStyle
from stigmalint.errors import UsageError, nearest
from stigmalint.findings import Severity
from stigmalint.limits import keys as limit_keys
from stigmalint.limits import limits_from
from stigmalint.packs import load_wordlists
from stigmalint.packs.style import guide_names, selectable_names, term_names

FILE, PROJECT = "stigmalint.toml", "pyproject.toml"
DEFAULT = "default"
NEVER, OFF = "never", "off"

DEFAULTS: Mapping[str, Any] = {
    "fail-on": Severity.WARNING.value,
    "select": [],
    "ignore": [],
    "severity": {},
    "guides": [],
    "identity-first": False,
    "packs": [],
    "allow": [],
    "exclude": [],
    "baseline": "",
    "limits": {},
}
"""Every key of a settings file with the value it has when nobody sets it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value as a settings file would have it, and where it comes from: a file, a flag, or ``DEFAULT``."""

    value: Any
    origin: str

    def error(self, key: str, problem: str) -> UsageError:
        """The error that names the file or flag, and the key."""
        return UsageError(f"{self.origin}: {problem}" if self.origin.startswith("--") else f"{self.origin}: “{key}”: {problem}")


@dataclass(frozen=True, slots=True)
class Settings:
    """All values by key, and the folder that paths and patterns in them speak of."""

    values: Mapping[str, Setting]
    root: Path
    file: Path | None = None

    def config(self, **others: Any) -> Config:
        """The settings as the one value that is passed down; ``others`` are what only flags say."""
        fail_on = self.values["fail-on"].value
        return Config(
            fail_on=None if fail_on == NEVER else Severity(fail_on),
            exclude=tuple(self.values["exclude"].value),
            root=self.root,
            style=self._style(),
            limits=limits_from(self.values["limits"].value),
            baseline=self.root / self.values["baseline"].value if self.values["baseline"].value else None,
            **others,
        )

    def _style(self) -> HouseStyle:
        value = {key: setting.value for key, setting in self.values.items()}
        return HouseStyle(
            select=tuple(value["select"]),
            ignore=tuple(value["ignore"]),
            severity=tuple((id, None if each == OFF else Severity(each)) for id, each in value["severity"].items()),
            guides=tuple(value["guides"]),
            identity_first=value["identity-first"],
            packs=tuple(self.root / pack for pack in value["packs"]),
            allow=tuple(Allowed(**each) for each in value["allow"]),
        )


def read_settings(flags: Mapping[str, Any], file: Path | None = None, *, isolated: bool = False) -> Settings:
    """The settings of a run: ``flags`` by key, then ``file`` or the nearest settings file, then the defaults.

    A flag takes the place of the setting. Raises ``UsageError``, and ``PackError`` for a pack of the house's own.
    """
    file = file or (None if isolated else find(Path.cwd()))
    values = {key: Setting(value, DEFAULT) for key, value in DEFAULTS.items()}
    if file:
        values |= {key: Setting(value, shown(file)) for key, value in _table(file).items()}
    values |= {key: Setting(value, f"--{key}") for key, value in flags.items()}
    for key, setting in values.items():
        if setting.origin != DEFAULT:
            _check(key, setting)
    settings = Settings(values, file.resolve().parent if file else Path.cwd(), file)
    _check_packs(settings)
    _check_names(settings)
    return settings


# -- finding and reading


def find(folder: Path) -> Path | None:
    """The settings file that holds in ``folder`` (absolute): there or above, up to the root of the repository."""
    for each in (folder, *folder.parents):
        if (each / FILE).is_file():
            return each / FILE
        if (each / PROJECT).is_file() and _is_about_us(each / PROJECT):
            return each / PROJECT
        if (each / ".git").exists():
            return None
    return None


def _is_about_us(project: Path) -> bool:
    """Whether a ``pyproject.toml`` has a table for stigmalint; a broken one only if it seems to, and is refused later."""
    try:
        text = project.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    try:
        return _project_table(tomllib.loads(text)) is not None
    except tomllib.TOMLDecodeError:
        return "tool.stigmalint" in text


def _project_table(data: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a ``pyproject.toml`` has for stigmalint."""
    tools = data.get("tool")
    table = tools.get("stigmalint") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _table(file: Path) -> dict[str, Any]:
    """The settings in a file, its keys checked."""
    try:
        data = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"the settings file {shown(file)} cannot be read ({_reason(error)})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the settings file {shown(file)} is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{shown(file)} is not valid TOML: {error}; look for a missing quote, comma or bracket") from error
    table = (_project_table(data) or {}) if file.name == PROJECT else data
    for key in table:
        if key not in DEFAULTS:
            raise UsageError(f"{shown(file)}: there is no setting “{key}”{_perhaps(key)}")
    return table


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _perhaps(key: str) -> str:
    """Which setting may have been meant, or all there are, as the tail of a message."""
    return nearest(key, DEFAULTS) or f" (there are {', '.join(DEFAULTS)})"


def shown(file: Path) -> str:
    """The file as seen from the current folder."""
    try:
        return Path(os.path.relpath(file)).as_posix()
    except ValueError:  # on another drive
        return file.as_posix()


# -- checking values


def _check(key: str, setting: Setting) -> None:
    """Refuse a value that is not of the sort the key needs."""
    _CHECKS.get(key, _check_texts)(key, setting)


def _check_texts(key: str, setting: Setting) -> None:
    value = setting.value
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        raise setting.error(key, 'write a list of texts: ["…", "…"]')


def _check_fail_on(key: str, setting: Setting) -> None:
    _check_one_of(key, setting, setting.value, [*Severity, NEVER])


def _check_switch(key: str, setting: Setting) -> None:
    if not isinstance(setting.value, bool):
        raise setting.error(key, "write true or false")


def _check_file(key: str, setting: Setting) -> None:
    if not isinstance(setting.value, str):
        raise setting.error(key, 'write the name of a file: "…"')


def _check_patterns(key: str, setting: Setting) -> None:
    _check_texts(key, setting)
    for pattern in setting.value:
        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError as error:
            raise setting.error(key, f"“{pattern}” is not a pattern as .gitignore has them") from error


def _check_severities(key: str, setting: Setting) -> None:
    if not isinstance(setting.value, dict):
        raise setting.error("severity", 'write the name of a term and its severity: severity = { addict = "advice" }')
    for id, severity in setting.value.items():
        _check_one_of(f"severity.{id}", setting, severity, [*Severity, OFF])


def _check_limits(key: str, setting: Setting) -> None:
    if not isinstance(setting.value, dict):
        raise setting.error("limits", "write the name of a limit and its number: limits = { pages = 9000 }")
    known = ", ".join(limit_keys())
    for limit, value in setting.value.items():
        if limit not in limit_keys():
            raise setting.error("limits", f"there is no limit “{limit}”{nearest(limit, limit_keys()) or f' (there are {known})'}")
        if type(value) is not int or not 0 < value <= 1_000_000_000:
            raise setting.error(f"limits.{limit}", "write a whole number above 0")


def _check_allow(key: str, setting: Setting) -> None:
    for entry in setting.value if isinstance(setting.value, list) else [None]:
        _check_allowed(setting, entry)


def _check_allowed(setting: Setting, entry: object) -> None:
    """An allowed phrase comes with its reason, so that whoever meets it later can judge whether it still holds."""
    known = Allowed.__slots__
    if not isinstance(entry, dict):
        raise setting.error("allow", 'write [{ phrase = "…", reason = "…" }]')
    for key in entry:
        if key not in known:
            raise setting.error("allow", f"“{key}” is not known here{nearest(key, known) or '; write phrase and reason'}")
    for key in known:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            what = f" of “{entry['phrase']}”" if entry.get("phrase") else ""
            raise setting.error("allow", f'the {key}{what} is missing; write {key} = "…"')


def _check_one_of(key: str, setting: Setting, value: object, known: list[str]) -> None:
    if value not in known:
        raise setting.error(key, f"“{value}” is not one of {', '.join(known)}{nearest(str(value), known)}")


_CHECKS: Mapping[str, Callable[[str, Setting], None]] = {
    "fail-on": _check_fail_on,
    "identity-first": _check_switch,
    "severity": _check_severities,
    "allow": _check_allow,
    "exclude": _check_patterns,
    "baseline": _check_file,
    "limits": _check_limits,
}
"""How the value of a key is checked; of the rest, each is a list of texts."""


# -- checking names, which needs the wordlists


def _check_packs(settings: Settings) -> None:
    setting = settings.values["packs"]
    for name in setting.value:
        if not (settings.root / name).is_file():
            beside = sorted(path.name for path in settings.root.glob("*.toml"))
            raise setting.error("packs", f"there is no file “{name}” as seen from the settings file{nearest(name, beside)}")


def _check_names(settings: Settings) -> None:
    """Refuse names that nothing has."""
    for key, name, what in _names(settings):
        wordlists = load_wordlists(packs=settings.config().style.packs)
        known = {"guides": guide_names, "severity": term_names}.get(key, selectable_names)(wordlists)
        if (name.casefold() if key == "guides" else name) not in known:
            raise settings.values[key].error(key, f"there is no {what} “{name}”{nearest(name.casefold(), sorted(known))}")


def _names(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Each name in the settings with its key and what it should be the name of."""
    sorts = {"select": "term, pack, kind or severity", "severity": "term", "guides": "source or publisher"}
    for key in ("select", "ignore", "severity", "guides"):
        yield from ((key, name, sorts.get(key, sorts["select"])) for name in settings.values[key].value)
