"""Turn the folder of wordlists into vocabulary: ``load`` reads, ``wording`` parses, ``compile`` inflects."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from stigmalint.packs.compile import compile_vocabulary
from stigmalint.packs.load import read_wordlists
from stigmalint.packs.model import Wordlists
from stigmalint.packs.vocabulary import Vocabulary


def wordlists_folder() -> Path:
    """Where the curated wordlists are: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_wordlists"
    return installed if installed.is_dir() else package.parent / "wordlists"


def load_wordlists(folder: Path | None = None) -> Wordlists:
    """The curated wordlists, or those of another folder. Raises ``PackError``."""
    return read_wordlists(folder or wordlists_folder())


@cache
def load_vocabulary() -> Vocabulary:
    """The compiled curated wordlists, made once in a process."""
    return compile_vocabulary(load_wordlists())
