"""Turn a value that is not of the sort its key needs into an error that names file, key and remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stigmalint.config import Allowed
from stigmalint.errors import nearest
from stigmalint.findings import Severity
from stigmalint.limits import keys as limit_keys
from stigmalint.settings.model import NEVER, OFF, Setting


def check_value(key: str, setting: Setting) -> None:
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
        _check_pattern(key, setting, pattern)


def _check_pattern(key: str, setting: Setting, pattern: str) -> None:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  only patterns need it

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError as error:
        raise setting.error(key, f"“{pattern}” is not a pattern as .gitignore has them") from error


def _check_per_file(key: str, setting: Setting) -> None:
    if not isinstance(setting.value, dict):
        raise setting.error(key, 'write a pattern and names: per-file-ignores = { "minutes/" = ["addict"] }')
    for pattern, names in setting.value.items():
        _check_pattern(key, setting, pattern)
        _check_texts(f"{key}.{pattern}", Setting(names, setting.origin))


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
    "hidden-text": _check_switch,
    "severity": _check_severities,
    "allow": _check_allow,
    "exclude": _check_patterns,
    "per-file-ignores": _check_per_file,
    "baseline": _check_file,
    "extend": _check_file,
    "limits": _check_limits,
}
"""How the value of a key is checked; of the rest, each is a list of texts."""
