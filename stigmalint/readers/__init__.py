"""Turn a file's bytes into a document with the reader for its suffix: ``read(data, name, options)``.

The surprise: readers are named here and imported only when a file asks for them, because their engines are slow to load.
Other packages add formats through the entry-point group ``stigmalint.readers``: ``".odt" = "package.module:read"``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import PurePath

from stigmalint.document import Document
from stigmalint.errors import Unreadable
from stigmalint.readers.options import DEFAULT_OPTIONS, Options

Reader = Callable[[bytes, str, Options], Document]
"""A file's content, its name and how to read it → the document. Raises ``Unreadable`` with a plain reason."""

_BUILT_IN = {
    ".md": "stigmalint.readers.markdown:read",
    ".markdown": "stigmalint.readers.markdown:read",
    ".mdx": "stigmalint.readers.markdown:read",
    ".txt": "stigmalint.readers.text:read",
    ".text": "stigmalint.readers.text:read",
    ".docx": "stigmalint.readers.docx:read",
    ".docm": "stigmalint.readers.docx:read",
    ".dotx": "stigmalint.readers.docx:read",
    ".dotm": "stigmalint.readers.docx:read",
    ".pdf": "stigmalint.readers.pdf:read",
}
_ADVICE = {
    ".doc": "this is an old Word format; open it in Word or LibreOffice and save it as .docx",
    ".odt": "OpenDocument text is not read yet; save it as .docx",
    ".rtf": "RTF is not read yet; save it as .docx",
    ".pages": "Pages documents are not read; export the text as .docx",
    ".html": "web pages are not read yet; save the text as .docx or .txt",
    ".htm": "web pages are not read yet; save the text as .docx or .txt",
}


def suffixes() -> frozenset[str]:
    """The suffixes, in small letters with their dot, that some reader knows."""
    return frozenset(_BUILT_IN) | frozenset(_added())


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The document in ``data``; ``name`` is its path as people know it and tells the format. Raises ``Unreadable``."""
    return _reader(PurePath(name).suffix.lower())(data, name, options)


def _reader(suffix: str) -> Reader:
    place = _BUILT_IN.get(suffix) or _added().get(suffix)
    if not place:
        known = ", ".join(sorted(suffixes()))
        raise Unreadable(_ADVICE.get(suffix, f"this kind of file is not read; stigmalint reads {known}"))
    module, _, function = place.partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


@cache
def _added() -> dict[str, str]:
    """Readers that other installed packages bring."""
    from importlib.metadata import entry_points  # noqa: PLC0415  slow, and seldom needed

    return {point.name.lower(): point.value for point in entry_points(group="stigmalint.readers")}
