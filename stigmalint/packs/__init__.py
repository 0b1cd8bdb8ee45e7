"""Turn the folder of wordlists into vocabulary: ``load`` reads, ``wording`` parses, ``compile`` inflects, ``store`` keeps."""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False  # ``typing`` is slow to load, and a clean run passes through here
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from stigmalint.config import HouseStyle
    from stigmalint.packs.model import Wordlists
    from stigmalint.packs.vocabulary import Vocabulary


def wordlists_place() -> str:
    """Where the curated wordlists are: inside an installed package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120  ``pathlib`` is slow to load
    installed = f"{package}/_wordlists"
    return installed if os.path.isdir(installed) else f"{os.path.dirname(package)}/wordlists"  # noqa: PTH112, PTH120


def wordlists_folder() -> Path:
    """The same as a path."""
    from pathlib import Path  # noqa: PLC0415  as above

    return Path(wordlists_place())


def load_wordlists(folder: Path | None = None, packs: Iterable[Path] = ()) -> Wordlists:
    """The curated wordlists, or those of another folder, with further pack files; read once. Raises ``PackError``."""
    return _wordlists(folder or wordlists_folder(), tuple(packs))


@cache
def _wordlists(folder: Path, packs: tuple[Path, ...]) -> Wordlists:
    from stigmalint.packs.load import read_wordlists  # noqa: PLC0415  a check has no need of it

    return read_wordlists(folder, packs)


def load_vocabulary(style: HouseStyle | None = None) -> Vocabulary:
    """The compiled wordlists of a house (or all, as they stand), made once in a process for each. Raises ``PackError``."""
    from stigmalint.config import HouseStyle  # noqa: PLC0415  as above

    return _vocabulary(style or HouseStyle())


@cache
def _vocabulary(style: HouseStyle) -> Vocabulary:
    from stigmalint.config import HouseStyle  # noqa: PLC0415  as above
    from stigmalint.packs.store import stored_vocabulary  # noqa: PLC0415

    if style == HouseStyle(packs=style.packs):
        return stored_vocabulary(wordlists_folder(), style.packs)
    return _vocabulary(HouseStyle(packs=style.packs)).in_style(style)
