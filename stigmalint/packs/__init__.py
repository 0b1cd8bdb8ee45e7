"""Turn the folder of wordlists into vocabulary: ``load`` reads, ``wording`` parses, ``compile`` inflects, ``store`` keeps."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from stigmalint.config import HouseStyle
from stigmalint.packs.store import stored_vocabulary
from stigmalint.packs.vocabulary import Vocabulary

if TYPE_CHECKING:
    from stigmalint.packs.model import Wordlists


def wordlists_folder() -> Path:
    """Where the curated wordlists are: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_wordlists"
    return installed if installed.is_dir() else package.parent / "wordlists"


def load_wordlists(folder: Path | None = None, packs: Iterable[Path] = ()) -> Wordlists:
    """The curated wordlists, or those of another folder, with further pack files; read once. Raises ``PackError``."""
    return _wordlists(folder or wordlists_folder(), tuple(packs))


@cache
def _wordlists(folder: Path, packs: tuple[Path, ...]) -> Wordlists:
    from stigmalint.packs.load import read_wordlists  # noqa: PLC0415  a check has no need of it

    return read_wordlists(folder, packs)


def load_vocabulary(style: HouseStyle | None = None) -> Vocabulary:
    """The compiled wordlists of a house (or all, as they stand), made once in a process for each. Raises ``PackError``."""
    return _vocabulary(style or HouseStyle())


@cache
def _vocabulary(style: HouseStyle) -> Vocabulary:
    if style == HouseStyle(packs=style.packs):
        return stored_vocabulary(wordlists_folder(), style.packs)
    return _vocabulary(HouseStyle(packs=style.packs)).in_style(style)
