"""Turn “how much is too much” into numbers: one frozen record of every limit that a run keeps to.

The surprise: the limits are far above any real document. Reaching one is always reported, never a shorter result.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

MEBIBYTE = 1024 * 1024


class Limits(NamedTuple):
    """What is done at most. Sizes (``…_bytes``) are in bytes; in a settings file they are in MB (``…-mb``)."""

    file_bytes: int = 64 * MEBIBYTE
    text_bytes: int = 16 * MEBIBYTE
    members: int = 5_000
    part_bytes: int = 64 * MEBIBYTE
    list_bytes: int = 16 * MEBIBYTE
    total_bytes: int = 256 * MEBIBYTE
    ratio: int = 200
    tags: int = 4_000_000
    pages: int = 5_000
    characters: int = 20_000_000
    seconds: int = 120
    silent_seconds: int = 30
    memory_bytes: int = 176 * MEBIBYTE
    findings: int = 10_000
    depth: int = 64
    ratio_from: int = 4 * MEBIBYTE
    """Below this size, unpacked, ``ratio`` is not looked at."""
    stream_from: int = 4 * MEBIBYTE
    """From this size on the text of a part is streamed: slower, but a tree takes many times the memory of its file."""


SAYS: Mapping[str, str] = {
    "file_bytes": "A file as a whole.",
    "text_bytes": "A file that is text: Markdown, plain text, a web page, LaTeX and their like.",
    "members": "The files inside an office file (.docx, .odt, .pptx, .xlsx), which is a zip.",
    "part_bytes": "One file inside an office file, unpacked. Pictures are never unpacked.",
    "list_bytes": "What of an office file is read as a whole: styles, numbering, relationships.",
    "total_bytes": "All that is read of an office file, unpacked.",
    "ratio": "How many times its packed size a file inside an office file may be, once it is larger than 4 MB.",
    "tags": "Opening and closing tags in one file inside an office file.",
    "pages": "Pages of a PDF.",
    "characters": "Characters of text in a PDF.",
    "seconds": "What reading a PDF may take, and as much again of the processor.",
    "silent_seconds": "How long the reader of a PDF may go without a sign of life, which it gives at each page.",
    "memory_bytes": "The memory that reading a PDF may take, besides three times its size. Only Linux keeps a process to it.",
    "findings": "Findings in one file; what follows the last is not checked.",
    "depth": "How deep folders are searched.",
}
"""What each limit that a person may set holds for."""

DEFAULT_LIMITS = Limits()


def keys() -> Mapping[str, str]:
    """The name of each limit in a settings file, with the name of its field."""
    return {name.replace("_bytes", "-mb").replace("_", "-"): name for name in SAYS}


def limits_from(values: Mapping[str, int]) -> Limits:
    """The limits with those that a settings file sets, by their keys."""
    return Limits(**{keys()[key]: value * MEBIBYTE if key.endswith("-mb") else value for key, value in values.items()})
