"""Turn the nearest settings file and the flags of a command into one ``Config``, and say where each value came from.

The surprise: the file is looked for from the current folder upward, not from the documents, and not beyond the root of
the repository; so the same command in the same folder always has the same settings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stigmalint.config import Allowed, Config, HouseStyle
from stigmalint.errors import nearest
from stigmalint.findings import Severity
from stigmalint.limits import limits_from
from stigmalint.settings.files import FILE, PROJECT, find, refuse_unknown, values_in
from stigmalint.settings.model import DEFAULT, DEFAULTS, NEVER, OFF, Setting, shown
from stigmalint.settings.values import check_value

__all__ = ["DEFAULT", "DEFAULTS", "FILE", "PROJECT", "Setting", "Settings", "find", "read_settings", "shown"]


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
            per_file_ignores=tuple((pattern, tuple(names)) for pattern, names in self.values["per-file-ignores"].value.items()),
            hidden_text=self.values["hidden-text"].value,
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


def read_settings(
    flags: Mapping[str, Any], file: Path | None = None, *, isolated: bool = False, given: Mapping[str, Any] | None = None
) -> Settings:
    """The settings of a run: ``flags`` by key, then ``given`` (--config KEY=VALUE), then ``file`` or the nearest settings file,
    then the defaults.

    What comes first takes the place of the rest. Raises ``UsageError``, and ``PackError`` for a pack of the house's own.
    """
    file = file or (None if isolated else find(Path.cwd()))
    on_top = {key: Setting(value, "--config") for key, value in (given or {}).items()}
    refuse_unknown(on_top, "--config")
    if "extend" in on_top:
        raise on_top["extend"].error("extend", "only a file can extend another; name that file with --config FILE")
    on_top |= {key: Setting(value, f"--{key}") for key, value in flags.items()}
    for key, setting in on_top.items():
        check_value(key, setting)
    defaults = {key: Setting(value, DEFAULT) for key, value in DEFAULTS.items()}
    values = defaults | (values_in(file) if file else {}) | on_top
    settings = Settings(values, file.resolve().parent if file else Path.cwd(), file)
    _check_packs(settings)
    _check_names(settings)
    return settings


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
        from stigmalint.packs import load_vocabulary  # noqa: PLC0415  only names need the wordlists
        from stigmalint.packs.style import guide_names, selectable_names, term_names  # noqa: PLC0415

        index = load_vocabulary(HouseStyle(packs=settings.config().style.packs)).anchors.index
        known = {"guides": guide_names, "severity": term_names}.get(key, selectable_names)(index)
        if (name.casefold() if key == "guides" else name) not in known:
            raise settings.values[key].error(key, f"there is no {what} “{name}”{nearest(name.casefold(), sorted(known))}")


def _names(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Each name in the settings with its key and what it should be the name of."""
    sorts = {"select": "term, pack, kind or severity", "severity": "term", "guides": "source or publisher"}
    for key in ("select", "ignore", "severity", "guides"):
        yield from ((key, name, sorts.get(key, sorts["select"])) for name in settings.values[key].value)
    for names in settings.values["per-file-ignores"].value.values():
        yield from (("per-file-ignores", name, sorts["select"]) for name in names)
