"""Turn “how much is too much” into numbers: one frozen record of every limit that a run keeps to.

The surprise: the limits are far above any real document. Reaching one is always reported, never a shorter result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

MEBIBYTE = 1024 * 1024


def _limit(default: int, says: str) -> Any:
    """A limit that a person may set; ``says`` stands in the documentation."""
    return field(default=default, metadata={"says": says})


@dataclass(frozen=True, slots=True)
class Limits:
    """What is done at most. Sizes (``…_bytes``) are in bytes; in a settings file they are in MB (``…-mb``)."""

    file_bytes: int = _limit(64 * MEBIBYTE, "A file as a whole.")
    text_bytes: int = _limit(16 * MEBIBYTE, "A file that is text: Markdown, plain text, a web page, LaTeX and their like.")
    members: int = _limit(5_000, "The files inside an office file (.docx, .odt, .pptx, .xlsx), which is a zip.")
    part_bytes: int = _limit(64 * MEBIBYTE, "One file inside an office file, unpacked. Pictures are never unpacked.")
    list_bytes: int = _limit(16 * MEBIBYTE, "What of an office file is read as a whole: styles, numbering, relationships.")
    total_bytes: int = _limit(256 * MEBIBYTE, "All that is read of an office file, unpacked.")
    ratio: int = _limit(200, "How many times its packed size a file inside an office file may be, once it is larger than 4 MB.")
    tags: int = _limit(4_000_000, "Opening and closing tags in one file inside an office file.")
    pages: int = _limit(5_000, "Pages of a PDF.")
    characters: int = _limit(20_000_000, "Characters of text in a PDF.")
    seconds: int = _limit(120, "What reading a PDF may take, and as much again of the processor.")
    silent_seconds: int = _limit(30, "How long the reader of a PDF may go without a sign of life, which it gives at each page.")
    memory_bytes: int = _limit(
        176 * MEBIBYTE, "The memory that reading a PDF may take, besides three times its size. Only Linux keeps a process to it."
    )
    findings: int = _limit(10_000, "Findings in one file; what follows the last is not checked.")
    depth: int = _limit(64, "How deep folders are searched.")
    ratio_from: int = 4 * MEBIBYTE
    """Below this size, unpacked, ``ratio`` is not looked at."""
    stream_from: int = 4 * MEBIBYTE
    """From this size on the text of a part is streamed: slower, but a tree takes many times the memory of its file."""


DEFAULT_LIMITS = Limits()


def keys() -> Mapping[str, str]:
    """The name of each limit in a settings file, with the name of its field."""
    return {each.name.replace("_bytes", "-mb").replace("_", "-"): each.name for each in fields(Limits) if each.metadata}


def limits_from(values: Mapping[str, int]) -> Limits:
    """The limits with those that a settings file sets, by their keys."""
    return Limits(**{keys()[key]: value * MEBIBYTE if key.endswith("-mb") else value for key, value in values.items()})
