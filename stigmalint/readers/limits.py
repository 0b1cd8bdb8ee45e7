"""Turn “how much is too much” into numbers: one frozen record of every limit a reader keeps to.

The surprise: the limits are far above any real document. Reaching one is always reported, never a shorter result.
"""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader does at most for one file. Sizes are in bytes."""

    members: int = 5_000
    """Files inside a zip (Word)."""
    part_bytes: int = 64 * MEBIBYTE
    """One file inside a zip, unpacked. Only what is read is unpacked: pictures never are."""
    list_bytes: int = 16 * MEBIBYTE
    """The styles, the numbering, or the relationships of a Word file: what is read as a whole."""
    stream_from: int = 4 * MEBIBYTE
    """From this size on the text of a part is streamed: slower, but a tree takes many times the memory of its file."""
    total_bytes: int = 256 * MEBIBYTE
    """All that is read of a zip, unpacked."""
    ratio: int = 200
    """How many times its packed size a file inside a zip may be, once it is larger than ``ratio_from``."""
    ratio_from: int = 4 * MEBIBYTE
    tags: int = 4_000_000
    """Opening and closing tags in one XML part: what bounds the memory that parsing takes."""
    pages: int = 5_000
    """Pages of a PDF."""
    characters: int = 20_000_000
    """Characters of text in a PDF."""
    file_bytes: int = 64 * MEBIBYTE
    """A PDF as a whole."""
    seconds: int = 60
    """What reading a PDF may take, and as much again of the processor for every file."""
    memory_bytes: int = 1024 * MEBIBYTE
    """What reading a PDF may take on Linux; other systems do not keep a process to it."""


DEFAULT_LIMITS = Limits()
