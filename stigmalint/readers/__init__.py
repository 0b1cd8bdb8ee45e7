"""Turn a file's bytes into a document with the reader for its suffix: ``read(data, name, options)``.

The surprise: readers are named here and imported only when a file asks for them, because their engines are slow to load.
Other packages add formats through the entry-point group ``stigmalint.readers``: ``".wpd" = "package.module:read"``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from stigmalint.errors import Unreadable
from stigmalint.limits import MEBIBYTE
from stigmalint.readers.kinds import FAMILIES, advice, kind_of
from stigmalint.readers.options import DEFAULT_OPTIONS, Options

if TYPE_CHECKING:
    from stigmalint.document import Document
    from stigmalint.readers.opening import Opened

Reader = Callable[[bytes, str, Options], "Document"]
"""A file's content, its name and how to read it → the document. Raises ``Unreadable`` with a plain reason."""

_HERE = "stigmalint.readers"
_TEXT = {
    **dict.fromkeys((".md", ".markdown", ".mdx"), f"{_HERE}.markdown:read"),
    **dict.fromkeys((".txt", ".text"), f"{_HERE}.text:read"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), f"{_HERE}.html:read"),
    **dict.fromkeys((".rst", ".rest"), f"{_HERE}.rst:read"),
    ".tex": f"{_HERE}.tex:read",
    ".ipynb": f"{_HERE}.ipynb:read",
    ".eml": f"{_HERE}.eml:read",
    ".rtf": f"{_HERE}.rtf:read",
}
"""The readers of files that are text, and so may be read only up to a size."""
_OFFICE = {suffix: f"{_HERE}.{family[1:]}:read" for suffix, family in FAMILIES.items()}
_ALWAYS_PROSE = frozenset({".odt", ".ott", ".pptx", ".pptm", ".ppsx", ".potx", ".rtf", ".eml", ".html", ".htm", ".xhtml"})
"""Formats in which a file without text is nothing to call clean; a notebook may well be all code, a workbook all numbers."""
_BUILT_IN = {**_TEXT, **_OFFICE, ".pdf": f"{_HERE}.pdf:read"}


_OPENERS = {".docx": f"{_HERE}.docx:opened", ".pdf": f"{_HERE}.pdf.opened:opened"}
"""What opens a file of a family, and lets its texts be seen before it is read."""


def suffixes() -> frozenset[str]:
    """The suffixes, in small letters with their dot, that some reader knows."""
    return frozenset(_BUILT_IN) | frozenset(_added())


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The document in ``data``; ``name`` is its path as people know it and tells the format. Raises ``Unreadable``."""
    from pathlib import PurePath  # noqa: PLC0415  slow to load, and not needed for what is only opened

    suffix = called = PurePath(name).suffix.lower()
    if suffix in _BUILT_IN or suffix not in _added():
        suffix = kind_of(data, suffix)
    most = options.limits.text_bytes
    if suffix in _TEXT and len(data) > most:
        raise Unreadable(f"The file is larger than the {most // MEBIBYTE} MB of text that are read: split it.")
    try:
        document = _reader(suffix)(data, name, options)
    except Unreadable as error:
        if FAMILIES.get(called, called) == FAMILIES.get(suffix, suffix):
            raise
        raise Unreadable(f"The file says that it is {suffix}, not {called}. {error}") from error
    if suffix in _ALWAYS_PROSE and not any(block.text for block in document.blocks):
        from dataclasses import replace  # noqa: PLC0415  as above

        return replace(document, gaps=(*document.gaps, "The document has no text."))
    return document


def opened(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Opened | None:
    """The file, where it is what its name says and its texts can be seen before it is read. Raises ``Unreadable``."""
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122
    family = FAMILIES.get(suffix, suffix)
    if family not in _OPENERS or FAMILIES.get(kind := kind_of(data, suffix), kind) != family:
        return None
    found: Opened = _named(_OPENERS[family])(data, name, options)
    return found


def _reader(suffix: str) -> Reader:
    place = _BUILT_IN.get(suffix) or _added().get(suffix)
    if not place:
        raise Unreadable(advice(suffix, ", ".join(sorted(suffixes()))))
    reader: Reader = _named(place)
    return reader


def _named(place: str) -> Any:
    """The function at ``package.module:function``."""
    module, _, function = place.partition(":")
    return getattr(import_module(module), function)


@cache
def _added() -> dict[str, str]:
    """Readers that other installed packages bring."""
    from importlib.metadata import entry_points  # noqa: PLC0415  slow, and seldom needed

    return {point.name.lower(): point.value for point in entry_points(group="stigmalint.readers")}
