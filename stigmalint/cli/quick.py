"""Turn paths of files into “nothing to change”, if that is all there is to say; the rest of the program is not even loaded.

The surprise: it knows nothing by itself. At the first thing that is not plain (another format, odd bytes, a word that may match,
settings that may change that) it steps aside, and the ordinary way begins anew. A test holds what the two say equal.
"""

from __future__ import annotations

import os
import re
import stat
import sys

from stigmalint.matching.screen import is_screened, may_match
from stigmalint.packs import wordlists_place
from stigmalint.packs.store import stored_anchors

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stigmalint.packs.anchors import Anchors

_SETTINGS = ("stigmalint.toml", ".stigmalint.toml")
_SETS_NOTHING = re.compile(r"[ \t]*(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?\r?").fullmatch
"""A line of TOML that is empty or a comment."""
_PAPERS = (".docx", ".docm", ".dotx", ".dotm", ".pdf")
_OTHER_FORMATS = (b"%PDF-", b"{\\rtf", b"PK", b"GIF8", b"Rar!")
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""Never waits for what a pipe or a device may have to say."""
_LARGEST = 4 * 1024 * 1024
_MOST = 1_000


def nothing_to_report(paths: Sequence[str]) -> str | None:
    """The report on these files when they are clean, ``None`` where that takes a closer look."""
    if not (0 < len(paths) < _MOST and all(map(_suffix, paths)) and is_plain_output()):  # a folder mostly has no suffix
        return None
    try:
        settings = settings_in(os.getcwd())  # noqa: PTH109  ``pathlib`` is slow to load
    except (OSError, ValueError):
        return None
    anchors, seen = stored_anchors(wordlists_place()), set[tuple[int, int]]()
    if anchors is None or (settings and not _changes_nothing(settings, anchors, paths)):
        return None
    if not all(_is_clean(path, anchors, seen) for path in paths):
        return None
    return f"✓ Checked {len(paths)} document{'s' * (len(paths) > 1)}: nothing to change.\n"


def is_plain_output() -> bool:
    """Whether a line of text is all that standard output wants: no colour, no other signs."""
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return is_utf8 and not sys.stdout.isatty() and "FORCE_COLOR" not in os.environ


def settings_in(folder: str) -> Mapping[str, object]:
    """What is set here: by a file in the folder or the nearest above it, up to the root of the repository.

    Raises ``OSError`` and ``ValueError`` for a file that is not in order.
    """
    while True:
        for name in _SETTINGS:
            content = _content(f"{folder}/{name}")
            if content is not None:
                return {} if all(map(_SETS_NOTHING, content.split("\n"))) else _values(content)
        project = _content(f"{folder}/pyproject.toml")
        if project and "stigmalint" in project:  # which is said more quickly than what else it holds
            tools = _values(project).get("tool")
            if isinstance(tools, dict) and isinstance(table := tools.get("stigmalint"), dict):
                return table
        above = os.path.dirname(folder)  # noqa: PTH120
        if os.path.exists(f"{folder}/.git") or above == folder:  # noqa: PTH110
            return {}
        folder = above


def _content(file: str) -> str | None:
    """The text of a file, ``None`` where there is none."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            return opened.read().decode("utf-8")
    except FileNotFoundError:
        return None


def _values(settings: str) -> Mapping[str, object]:
    import tomllib  # noqa: PLC0415  only where there are settings

    return tomllib.loads(settings)


def _changes_nothing(settings: Mapping[str, object], anchors: Anchors, paths: Sequence[str]) -> bool:
    from stigmalint.cli.quick_settings import changes_nothing  # noqa: PLC0415  as above

    return changes_nothing(settings, anchors, paths)


def _is_clean(path: str, anchors: Anchors, seen: set[tuple[int, int]]) -> bool:
    """Whether a file is small, and a plain text, a Word file or a PDF in which nothing can match."""
    if _suffix(path) in _PAPERS:
        return _is_clean_paper(path, anchors, seen)
    text = text_of(path, seen)
    return bool(text) and not may_match(text, _suffix(path), anchors)


def text_of(path: str, seen: set[tuple[int, int]]) -> str:
    """The characters of a file not ``seen`` yet, if it is a small plain text with no file of directives beside it; else none."""
    return _plain_text(path, seen) if is_screened(_suffix(path)) and _is_on_its_own(path) else ""


def _is_clean_paper(path: str, anchors: Anchors, seen: set[tuple[int, int]]) -> bool:
    from stigmalint.matching.papers import is_clean  # noqa: PLC0415  slow to load

    try:
        return _is_on_its_own(path) and is_clean(_all_of(path, seen), path, anchors)
    except OSError:
        return False


def _is_on_its_own(path: str) -> bool:
    """Whether a file is no hidden one, and no file of directives is beside it."""
    name = os.path.basename(path)  # noqa: PTH119
    return not (name.startswith((".", "~$")) or os.path.lexists(f"{path}.stigmalint.toml"))


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122


def _plain_text(path: str, seen: set[tuple[int, int]]) -> str:
    """The characters of a file in UTF-8; none when there is anything odd about it."""
    try:
        data = _all_of(path, seen)
        text = data.decode("utf-8")
    except (OSError, ValueError):
        return ""
    return "" if text.isspace() or data.lstrip().startswith(_OTHER_FORMATS) else text


def _all_of(path: str, seen: set[tuple[int, int]]) -> bytes:
    """What a file holds; nothing when it was ``seen`` before, is large, no file, or being written. Raises ``OSError``."""
    handle = os.open(path, _READING)
    try:
        found = os.fstat(handle)
        key = found.st_dev, found.st_ino
        if not stat.S_ISREG(found.st_mode) or key in seen or found.st_size > _LARGEST:
            return b""
        seen.add(key)
        data = os.read(handle, found.st_size + 1)
        return data if len(data) == found.st_size else b""
    finally:
        os.close(handle)
