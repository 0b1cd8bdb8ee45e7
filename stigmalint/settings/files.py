"""Turn the nearest settings file, and those it extends, into values by key.

The surprise: paths in a file that is extended are seen from that file, patterns from the one that extends it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from stigmalint.errors import UsageError, nearest
from stigmalint.settings.model import DEFAULTS, Setting, shown
from stigmalint.settings.values import check_value

FILE, HIDDEN, PROJECT = "stigmalint.toml", ".stigmalint.toml", "pyproject.toml"

_JOINED = ("severity", "per-file-ignores", "limits")
"""Tables of which a file that extends another changes single entries; of all else it takes the place."""


def find(folder: Path) -> Path | None:
    """The settings file that holds in ``folder`` (absolute): there or above, up to the root of the repository."""
    for each in (folder, *folder.parents):
        for name in (FILE, HIDDEN):
            if (each / name).is_file():
                return each / name
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
    if "stigmalint" not in text:  # which is most of them, and parsing is slow
        return False
    import tomllib  # noqa: PLC0415  only where there are settings

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
    import tomllib  # noqa: PLC0415  as above

    try:
        data = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"the settings file {shown(file)} cannot be read ({_reason(error)})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the settings file {shown(file)} is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{shown(file)} is not valid TOML: {error}; look for a missing quote, comma or bracket") from error
    table = (_project_table(data) or {}) if file.name == PROJECT else data
    refuse_unknown(table, shown(file))
    return table


def refuse_unknown(keys: Iterable[str], origin: str) -> None:
    """Refuse a key that no setting has."""
    for key in keys:
        if key not in DEFAULTS:
            raise UsageError(f"{origin}: there is no setting “{key}”{_perhaps(key)}")


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _perhaps(key: str) -> str:
    """Which setting may have been meant, or all there are, as the tail of a message."""
    return nearest(key, DEFAULTS) or f" (there are {', '.join(DEFAULTS)})"


# -- extending


def values_in(file: Path, above: tuple[Path, ...] = ()) -> dict[str, Setting]:
    """The settings in a file and in those it extends, each checked. Raises ``UsageError``."""
    resolved = file.resolve()
    if resolved in above:
        circle = " → ".join(shown(each) for each in (*above[above.index(resolved) :], resolved))
        raise UsageError(f"{shown(above[-1])}: “extend”: the files extend each other in a circle: {circle}")
    own = {key: Setting(value, shown(file)) for key, value in _table(file).items()}
    for key, setting in own.items():
        check_value(key, setting)
    extended = own["extend"].value if "extend" in own else ""
    if not extended:
        return own
    base = resolved.parent / extended
    if not base.is_file():
        raise own["extend"].error("extend", f"there is no file “{extended}” as seen from the settings file")
    return _on_top(own, _seen_from(resolved.parent, base.parent, values_in(base, (*above, resolved))))


def _on_top(own: dict[str, Setting], base: dict[str, Setting]) -> dict[str, Setting]:
    """The settings of a file over those of the file it extends."""
    joined = {
        key: Setting({**base[key].value, **own[key].value}, f"{own[key].origin}, {base[key].origin}")
        for key in _JOINED
        if key in own and key in base
    }
    return {**base, **own, **joined}


def _seen_from(folder: Path, base: Path, values: dict[str, Setting]) -> dict[str, Setting]:
    """The settings of a file in ``base`` with their paths as a file in ``folder`` would have them."""
    moved = dict(values)
    if "packs" in values:
        moved["packs"] = Setting([_path(folder, base / pack) for pack in values["packs"].value], values["packs"].origin)
    if "baseline" in values:
        moved["baseline"] = Setting(_path(folder, base / values["baseline"].value), values["baseline"].origin)
    return moved


def _path(folder: Path, file: Path) -> str:
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # on another drive
        return file.as_posix()
