"""Turn the program, with everything beside the documents that a report depends on, into one hash.

The surprise: all of it counts, also what only lays out a page. A list of what matters would be wrong with the next new module.
"""

from __future__ import annotations

import os
import sys
from functools import cache

from stigmalint.packs import wordlists_place
from stigmalint.packs.store import PACKAGE, digest_of, files_in, folder_of

TYPE_CHECKING = False  # ``typing`` is slow to load, and a report that is only repeated passes through here
if TYPE_CHECKING:
    from collections.abc import Iterator

_ENGINES = {"spacy": ("about.py",), "pyromark": (".so", ".pyd")}
"""Packages of others on which findings depend, each with what the names of the files end in that tell its version."""


@cache
def program() -> str:
    """What tells this program and its wordlists from their other versions, and Python and the engines from theirs.

    Empty where it cannot be told.
    """
    try:
        engines = [file for name, endings in _ENGINES.items() for file in files_in(folder_of(name), *endings)]
        return f"{digest_of([*_own(), *files_in(wordlists_place(), '.toml'), *engines])} {sys.hexversion}"
    except OSError:
        return ""


def _own() -> Iterator[str]:
    for folder, below, files in os.walk(PACKAGE):
        below[:] = sorted(name for name in below if name != "__pycache__")
        yield from (f"{folder}/{name}" for name in sorted(files))
