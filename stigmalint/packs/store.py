"""Turn wordlists into a compiled vocabulary that is read in milliseconds, made anew as soon as a wordlist is edited.

The surprise: what is compiled is named after a hash of everything it is made from, so nothing stale can be taken for it, and
two programs that write it at once write the same. An installed package brings the one for its own wordlists along. The hash is
only worked out when the size or time of a file is not the one that was seen last.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable, Sequence
from functools import partial

from stigmalint import __version__
from stigmalint.keeping import folder as cache_folder
from stigmalint.keeping import keep, keep_newest, kept, text_in
from stigmalint.packs.anchors import Anchors

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from pathlib import Path

    from stigmalint.packs.vocabulary import Records, Vocabulary

PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120  ``pathlib`` is, too
SHIPPED = f"{PACKAGE}/_compiled"
"""Where an installed package has what its wordlists compile to; a checkout has no such folder."""
_MAKERS = (f"{PACKAGE}/packs", f"{PACKAGE}/findings.py")
"""The program that compiles: a change there makes something else of the same wordlists."""

ANCHORS, RECORDS = "anchors", "records"

_MOST = 12
"""Files kept in the cache folder: whoever edits wordlists makes two of some megabytes each time."""


def stored_anchors(folder: str) -> Anchors | None:
    """What can match by the wordlists in a folder, or ``None`` where they have to be compiled first."""
    try:
        text = _stored(digest_of(_files(folder, ())), ANCHORS)
    except OSError:
        return None
    return None if text is None else Anchors(text)


def records_file(folder: str) -> str:
    """The file with the text of the records that go with these anchors. Raises ``OSError``."""
    name = _name(digest_of(_files(folder, ())), RECORDS)
    shipped = f"{SHIPPED}/{name}"
    return shipped if os.path.exists(shipped) else f"{cache_folder()}/{name}"  # noqa: PTH110


def stored_vocabulary(folder: Path, packs: Sequence[Path] = ()) -> Vocabulary:
    """The vocabulary of the wordlists in a folder and of further packs. Raises ``PackError``."""
    from stigmalint.packs.vocabulary import Vocabulary  # noqa: PLC0415  whoever screens text needs the anchors only

    try:
        files = _files(folder, packs)
        digest = digest_of(files)
    except OSError:
        return _compiled(folder, packs)  # which says what is missing
    anchors = _stored(digest, ANCHORS)
    if anchors is not None:
        return Vocabulary(Anchors(anchors), partial(_fetch, digest, folder, packs), digest=digest)
    vocabulary = _compiled(folder, packs)
    if _hash(files) == digest:  # nobody saved a wordlist meanwhile
        for part, text in _texts(vocabulary).items():
            keep(_name(digest, part), text)
        keep_newest("words-*", _MOST)
        vocabulary.digest = digest
    return vocabulary


def write_shipped(folder: Path, to: Path) -> list[Path]:
    """Write into ``to`` what ``SHIPPED`` is to hold for the wordlists of ``folder``; gives the files."""
    digest = _hash(_files(folder, ()))
    to.mkdir(parents=True, exist_ok=True)
    texts = {to / _name(digest, part): text for part, text in _texts(_compiled(folder, ())).items()}
    for file, text in texts.items():
        file.write_text(text, "utf-8", newline="\n")
    return list(texts)


def _name(digest: str, part: str) -> str:
    return f"words-{digest}.{part}"


def _stored(digest: str, part: str) -> str | None:
    """What the package brought, or what an earlier run kept."""
    text = text_in(SHIPPED, _name(digest, part))
    return kept(_name(digest, part)) if text is None else text


def _fetch(digest: str, folder: Path, packs: Sequence[Path]) -> Records:
    """The records that go with anchors; compiled again where somebody has cleared them away meanwhile."""
    from stigmalint.packs.shelf import Stored  # noqa: PLC0415  only a text in which something can match needs the records

    text = _stored(digest, RECORDS)
    return _compiled(folder, packs).records if text is None else Stored(text)


def _compiled(folder: Path, packs: Iterable[Path]) -> Vocabulary:
    from stigmalint.packs.compile import compile_vocabulary  # noqa: PLC0415  only after a wordlist was edited
    from stigmalint.packs.load import read_wordlists  # noqa: PLC0415

    return compile_vocabulary(read_wordlists(folder, packs))


def _texts(vocabulary: Vocabulary) -> dict[str, str]:
    from stigmalint.packs.shelf import stored  # noqa: PLC0415  as above

    return {ANCHORS: vocabulary.anchors.text, RECORDS: stored(vocabulary.records)}


# -- which files, and whether they are still the same


def digest_of(files: Sequence[str]) -> str:
    """The hash of all files, taken from the last time where none of them was touched since."""
    seen = "\n".join(f"{file}\t{(found := os.stat(file)).st_size}\t{found.st_mtime_ns}" for file in files)  # noqa: PTH116  faster
    note = f"seen-{zlib.crc32(''.join(files).encode('utf-8', 'surrogateescape')):08x}"
    digest, _, noted = (kept(note) or "").partition("\n")
    if noted != seen:
        digest = _hash(files)
        keep(note, f"{digest}\n{seen}")
    return digest


def _files(folder: Path | str, packs: Iterable[Path]) -> list[str]:
    """The paths of everything that a vocabulary is made from."""
    code, single = _MAKERS
    return [*files_in(folder, ".toml"), *map(str, packs), *files_in(code, ".py", ".json", ".txt"), single]


def files_in(folder: Path | str, *endings: str) -> list[str]:
    """The paths of the files in a folder whose names end so, in their order."""
    with os.scandir(folder) as entries:
        return sorted(entry.path for entry in entries if entry.name.endswith(endings))


def folder_of(package: str) -> str:
    """Where a package is, without loading it or what could find it. Raises ``FileNotFoundError``."""
    for folder in sys.path:
        if os.path.isfile(f"{folder or '.'}/{package}/__init__.py"):  # noqa: PTH113  ``pathlib`` is slow to load
            return f"{folder or '.'}/{package}"
    raise FileNotFoundError(package)


def _hash(files: Iterable[str]) -> str:
    """A hash of what the files hold, wherever they are."""
    from pathlib import Path  # noqa: PLC0415  only when a file was touched

    from stigmalint.hashing import blake2b  # noqa: PLC0415  as above

    digest = blake2b(__version__.encode(), digest_size=16)
    for file in map(Path, files):
        content = file.read_bytes()
        digest.update(b"%s\0%d\0%s" % (os.fsencode(file.name), len(content), content))
    return digest.hexdigest()
