"""Turn a folder of documents into a table: CPU beside peers, fidelity, memory.

    python -m benchmarks.extraction [FOLDER] [--rounds N] [--write]

Without a folder the corpus beside the checkout is read if there is one, else the examples. ``--write`` puts the table into
docs/extraction.md. Needs the test extra; pdftotext where it is installed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.extraction.contestants import CONTESTANTS
from benchmarks.extraction.fidelity import Fidelity, fidelity
from benchmarks.extraction.measure import cpu, memory

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "extraction.md"
_TABLES = re.compile(r"(<!-- figures -->\n).*(<!-- end of figures -->)", re.DOTALL)
_FORMATS = {".pdf": "PDF", ".docx": "Word", ".md": "Markdown"}


def main() -> None:
    """Measure, print, and save where that is wished."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=_usual_folder())
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    text = "\n".join(tables(options.folder, options.rounds))
    print(text)  # noqa: T201  a benchmark prints its table
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(_TABLES.sub(lambda found: f"{found[1]}\n{text}\n{found[2]}", page), encoding="utf-8")


def _usual_folder() -> Path:
    corpus = ROOT.parent / "shared" / "corpus"
    return corpus if corpus.is_dir() else ROOT / "examples"


def tables(folder: Path, rounds: int) -> Iterator[str]:
    """A table for each format that the folder holds, in Markdown."""
    for suffix, name in _FORMATS.items():
        paths = sorted(path for path in folder.rglob(f"*{suffix}") if "hostile" not in path.parts)
        if paths:
            yield f"**{name}**, {len(paths)} files\n"
            yield from _speeds(suffix, paths, rounds)
            yield from _qualities(suffix, paths)


def _speeds(suffix: str, paths: Sequence[Path], rounds: int) -> Iterator[str]:
    yield "| read by | CPU seconds | times the first |\n|---|---:|---:|"
    first = 0.0
    for name in CONTESTANTS[suffix]:
        if name == "pdftotext" and not shutil.which("pdftotext"):
            continue
        seconds = cpu(suffix, name, paths, rounds)
        first = first or seconds
        yield f"| {name} | {seconds:.2f} | {seconds / first:.2f} |"
    yield ""


def _qualities(suffix: str, paths: Sequence[Path]) -> Iterator[str]:
    found = fidelity(paths)
    yield f"Opened {found.opened} of {found.files}."
    yield f"Of {found.pieces:,} stretches of text, {found.back:,} lead back to the same characters in the file."
    if hasattr(os, "fork"):
        peaks = memory(suffix, "our whole reader", paths)
        yield f"Most memory for one file: {max(peaks) // 2**20} MB."
    yield from _agreement(found)
    yield ""


def _agreement(found: Fidelity) -> Iterator[str]:
    if found.agreement:
        words = f"Words against pdftotext's in {len(found.agreement)} documents of at least a hundred"
        yield f"{words}: median F1 {found.median:.3f}, under 0.9 in {found.low:.1%}."


if __name__ == "__main__":
    main()
