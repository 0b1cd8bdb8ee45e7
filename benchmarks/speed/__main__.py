"""Turn a few minutes of the machine into a table of what checking costs, beside other programs and the limits.

    python -m benchmarks.speed                          print the table
    python -m benchmarks.speed --peers FOLDER --save    with programs in FOLDER (bin, node_modules/.bin) too, into the docs

The surprise: figures are ratios. Seconds differ from machine to machine, and from minute to minute.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.speed.measure import Cost, costs
from benchmarks.speed.texts import write

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
_US = [str(Path(sys.executable).with_name("stigmalint"))]
_ANEW = [*_US, "check", "--no-cache"]
_ENGINE = "import spacy; spacy.blank('en')"
_LXML = """
import sys, zipfile
from lxml import etree
for path in sys.argv[1:]: etree.parse(zipfile.ZipFile(path).open("word/document.xml"))
"""
_WORD_SET = """
from stigmalint.packs import wordlists_place
from stigmalint.packs.store import stored_anchors
words = {word.encode() for word in stored_anchors(wordlists_place()).words}
letters = bytes(code if chr(code).isalnum() else 32 for code in range(128)) + b" " * 128
words.isdisjoint(open("larger.md", "rb").read().lower().translate(letters).split())
"""
"""The limit for one who only wants to know whether any of the words is there: no markup, no conditions, no report."""
_PEERS = {
    "alex": ["clean.md"],
    "textlint": ["--rule", "alex", "clean.md"],
    "write-good": ["clean.md"],
    "proselint": ["check", "clean.md"],
    "codespell": ["clean.md"],
    "cspell": ["lint", "--no-progress", "clean.md"],
}
_OTHERS = {
    "proselint, 5 MB": ["proselint", "check", "larger.md"],
    "rg": ["rg", "-i", "-w", "-F", "-f", "wordings.txt", "larger.md"],
    "pdftotext": ["pdftotext", "clean.pdf", "-"],
    "pdftotext, 1,000 pages": ["pdftotext", "long.pdf", "-"],
    "cat": ["cat", "larger.md"],
}
"""Programs that only some rows ask for; a row whose program is missing says so."""

COMMANDS: Mapping[str, Sequence[str]] = {
    "python": [sys.executable, "-c", "pass"],
    "engine": [sys.executable, "-c", _ENGINE],
    "version": [*_US, "--version"],
    "explain": [*_US, "explain", "addict"],
    "clean": [*_US, "check", "clean.md"],
    "options": [*_US, "check", "--format", "json", "clean.md"],
    "300 clean": ["/bin/sh", "-c", 'exec "$0" check many/*.md', *_US],
    "first finding": [*_ANEW, "one.md"],
    "500 KB": [*_US, "check", "large.md"],
    "5 MB": [*_US, "check", "larger.md"],
    "known finding": [*_US, "check", "one.md"],
    "100 findings": [*_ANEW, "dense.md"],
    "plain settings": [*_ANEW, "--config", "plain.toml", "clean.md"],
    "ten times the terms": [*_ANEW, "--config", "ten-times.toml", "clean.md"],
    "PDF": [*_US, "check", "clean.pdf"],
    "1,000 pages": [*_US, "check", "long.pdf"],
    "DOCX": [*_US, "check", "clean.docx"],
    "500 DOCX": [*_ANEW, "--jobs", "1", "letters"],
    "lxml": [sys.executable, "-c", _LXML, "clean.docx"],
    "lxml, 500 files": ["/bin/sh", "-c", f"exec '{sys.executable}' -c '{_LXML}' letters/*"],
    "word set": [sys.executable, "-c", _WORD_SET],
    "2,000 files": [*_ANEW, "--jobs", "1", "dense"],
    "2,000 files on 2": [*_ANEW, "--jobs", "2", "dense"],
    "2,000 known files": [*_US, "check", "--jobs", "1", "dense"],
}
ROWS = [
    ("one clean Markdown file", "clean", "an empty Python program", "python"),
    ("the same with options on the command line", "options", "an empty Python program", "python"),
    ("`stigmalint --version`", "version", "an empty Python program", "python"),
    ("`stigmalint explain addict`", "explain", "an empty Python program", "python"),
    ("300 clean files", "300 clean", "one clean file", "clean"),
    ("300 clean files", "300 clean", "an empty Python program", "python"),
    ("a file with one finding", "first finding", "loading spaCy alone", "engine"),
    ("the same, checked once more", "known finding", "a clean file", "clean"),
    ("the same, checked once more", "known finding", "a clean file, with options", "options"),
    ("5 MB, clean", "5 MB", "500 KB, clean", "500 KB"),
    ("5 MB, clean", "5 MB", "`rg -i -w -F -f` with the literal wordings", "rg"),
    ("5 MB, clean", "5 MB", "proselint, the same file", "proselint, 5 MB"),
    ("5 MB, clean", "5 MB", "the limit: its words against a set of ours", "word set"),
    ("5 MB, clean", "5 MB", "`cat`", "cat"),
    ("one clean file, ten times the terms", "ten times the terms", "the terms there are", "plain settings"),
    ("a clean PDF of 50 pages", "PDF", "pdftotext", "pdftotext"),
    ("a clean PDF of 1,000 pages", "1,000 pages", "pdftotext", "pdftotext, 1,000 pages"),
    ("a clean Word file", "DOCX", "lxml, its body parsed and no more", "lxml"),
    ("500 clean Word files", "500 DOCX", "lxml, their bodies parsed and no more", "lxml, 500 files"),
    ("2,000 files with 5 findings each, two processes", "2,000 files on 2", "one process", "2,000 files"),
    ("the same 2,000 files, checked once more", "2,000 known files", "the first time", "2,000 files"),
]
"""What is measured, its command, what it is held against, and that command."""
_HEAD = """# What checking costs

Measured with `python -m benchmarks.speed`: processor time, the median of several rounds in which all commands take turns.
A ratio below 1 means that the first takes less than the second. Other programs ran on the
machine, whose {cores} cores they share: its load was {load:.1f}.

| what | beside | ratio |
|---|---|---:|
"""

_TAIL = """
## Where it is slower than it should be

- Prose with a hundred findings in 100 KB takes about three times as long as spaCy's PhraseMatcher, which only finds words; prose
  with ten or none takes a little longer than it. The aim was a tenth to an eightieth of it. Ordinary prose holds many words that
  only mean something in company, so most of it is read and asked about, sentence by sentence, and each finding takes Python a
  quarter to three quarters of a millisecond to judge and to word.
- A clean PDF of 50 pages takes four to five times as long as pdftotext, one of 1,000 pages twice as long; the aim was one and a
  half. Two starts of Python and PDFium's own way of loading text are most of that.
- 500 short Word files take six to eight times as long as parsing their bodies; a long one takes twice as long as that.
- 300 clean files take three times as long as one; the aim was one and a half. One has become cheap, and most of the rest
  is splitting the texts into words and looking these up.
- The first finding on a machine, and every one where nothing can be kept, loads spaCy to read its rules.

The large files, PDF and Word files are made-up sentences of few different words; prose has more, and more of them ask for a
closer look.

## Why a clean file costs so little

`stigmalint check` with nothing but the names of plain text files looks for the words that any finding needs before it loads
anything else. Only when one is there does it read the file as a document; only when a sentence can hold a finding does it load
what judges. Of Word and PDF files it looks at the bare text first: blocks, tables, columns and places are made out only where
something can match. Options and other formats take the ordinary way, which loads more. So do settings that do more than take
findings away: `packs`, `limits`, `guides`, `baseline`, `extend`, and an `exclude` that may fit one of the files.

## Why a finding costs little more

spaCy, whose rules cut the sentences into words, is not loaded to follow them: they are read from it when the first finding of its
version comes up on a machine, and kept. Words are looked for by the one that is met least in ordinary texts, and a wording is
walked only from where its first word stands.

`--jobs N` sets how many processes may be used; they are started only when the first files have shown that it pays, and the report
is the same. `--engine full` has spaCy itself cut every sentence and look for every wording. It is slow, finds the same, and is
what tests hold the short cuts against.

## What is kept between runs

The compiled wordlists, the rules of spaCy's tokenizer, and when both were last found unchanged: in
`~/.cache/stigmalint` (`~/Library/Caches/stigmalint` on macOS,
`%LOCALAPPDATA%/stigmalint/Cache` on Windows), or in the folder that the variable `STIGMALINT_CACHE` names, for you alone to read.
The folder may be removed at any time; whatever was edited is compiled anew by itself.

For each document in which `check` had to look closer, the file `judged.sqlite` there holds what came of it, as numbers: which
term, at which places of the text, how severe. As long as text, settings, wordlists and program are the same, the next check reads
the document again, judges nothing anew, and reports the same. No word of a document is kept, nor its name; but a
hash of its text is, so whoever can read your files and has the same document can tell that it was checked. The file grows to
64 MB at most, the oldest going first. `--no-cache` neither reads nor writes it. Other commands do not use it, nor do the report
page (`html`) and `--statistics`.

When `check` was given the names of text files and no options, and nothing but these and simple settings had a say, the report is
kept as well, in a file whose name begins with `told-`: for each of its words the place where it stands in the documents, the
wordlists or the program. As long as all of these are the same, the same question is answered from there. No word is written out;
a report with one that stands nowhere is not kept. The last hundred reports are.
"""


def main() -> None:
    """Measure and print, or save."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write(folder)
        _write_others(folder)
        measured = costs({**COMMANDS, **dict(_peers(arguments.peers))}, arguments.rounds, folder)
    rows = [*_rows(measured), *_phrase_rows(arguments.rounds)]
    page = _HEAD.format(load=os.getloadavg()[0], cores=os.cpu_count()) + "\n".join(rows) + "\n\n" + _memory(measured) + _TAIL
    if arguments.save:
        PAGE.write_text(page, "utf-8", newline="\n")
    sys.stdout.write(page)


def _write_others(folder: Path) -> None:
    """Write PDF and Word files in a process of its own: what this one has loaded would count as memory of those it starts."""
    subprocess.run([sys.executable, "-m", "benchmarks.speed.made", str(folder)], check=True)  # noqa: S603  ourselves


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed")
    parser.add_argument("--rounds", type=int, default=7, help="how often each command is measured")
    parser.add_argument("--peers", type=Path, default=Path(), help="a folder with other programs")
    parser.add_argument("--save", action="store_true", help=f"write the table into docs/{PAGE.name}")
    return parser.parse_args()


def _peers(folder: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """The other programs that are there."""
    places = ":".join(str(folder.resolve() / place) for place in ("", "bin", "node_modules/.bin"))
    commands = {**{name: [name, *arguments] for name, arguments in _PEERS.items()}, **_OTHERS}
    for name, (program, *arguments) in commands.items():
        if found := shutil.which(program, path=places) or shutil.which(program):
            yield name, [found, *arguments]


def _rows(measured: Mapping[str, Cost]) -> Iterator[str]:
    peers = [("one clean Markdown file", "clean", f"{name}, the same file", name) for name in _PEERS if name in measured]
    for what, ours, beside, other in (*peers, *ROWS):
        ratio = f"{measured[ours].seconds / measured[other].seconds:.2f}" if other in measured else "not installed"
        yield f"| {what} | {beside} | {ratio} |"
    clock = measured["2,000 files on 2"].clock / measured["2,000 files"].clock
    yield f"| the same, time on the clock | one process | {clock:.2f} |"


def _phrase_rows(rounds: int) -> Iterator[str]:
    from benchmarks.speed.phrases import ratios  # noqa: PLC0415  loads spaCy, which would count as memory of what is measured

    for hits, theirs in ratios(rounds):
        beside = "spaCy's PhraseMatcher over all of it, start-up left aside on both sides"
        yield f"| 100 KB of prose with {hits} findings | {beside} | {1 / theirs:.2f} |"


def _memory(measured: Mapping[str, Cost]) -> str:
    clean, dense = (measured[name].memory / 2**20 for name in ("clean", "100 findings"))
    return f"Memory at most: {clean:.0f} MB for a clean file, {dense:.0f} MB for one with a hundred findings.\n"


if __name__ == "__main__":
    main()
