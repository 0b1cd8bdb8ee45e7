"""Turn clean prose into the files of other formats, and wordings into a wordlist ten times as long, for the benchmark.

The surprise: what is made here needs the programs of the test extra.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.speed.phrases import wordings
from benchmarks.speed.texts import markdown
from stigmalint.packs import load_vocabulary

_PARAGRAPHS = 760
_LONG = 15_300
"""So many paragraphs fill 1,000 pages."""
_LETTERS = 500
_TERM = """
[[term]]
id = "made-up-{number}"
severity = "warning"
phrase = ["{word} matters", "{word} reasons"]
instead = "Nothing is wrong with it."
rewrite = "reframe"
why = "It is made up."
sources = ["aap-2022"]
flag = ["It is [{word} matters] here."]
pass = ["It is here."]
"""


def write_others(folder: Path) -> None:
    """PDF and Word files, all clean, and the wordings as ``rg`` takes them."""
    paragraphs = markdown(400 * _LONG).split("\n\n")[1:_LONG]
    _pdf(folder / "clean.pdf", paragraphs[:_PARAGRAPHS])
    _pdf(folder / "long.pdf", paragraphs)
    _docx(folder / "clean.docx", paragraphs[:_PARAGRAPHS])
    (folder / "letters").mkdir()
    for number in range(_LETTERS):
        _docx(folder / "letters" / f"{number}.docx", paragraphs[number : number + 12])
    terms = len(load_vocabulary().terms)
    (folder / "many.toml").write_text(_pack(9 * terms), "utf-8")
    (folder / "ten-times.toml").write_text('packs = ["many.toml"]\n', "utf-8")
    (folder / "plain.toml").write_text("packs = []\n", "utf-8")
    (folder / "wordings.txt").write_text("\n".join(wordings()) + "\n", "utf-8")


def _pdf(path: Path, paragraphs: list[str]) -> None:
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415  slow to load
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # noqa: PLC0415

    style = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(str(path)).build([Paragraph(text, style) for text in paragraphs])


def _docx(path: Path, paragraphs: list[str]) -> None:
    import docx  # noqa: PLC0415  slow to load

    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def _pack(count: int) -> str:
    """A wordlist of so many terms whose wordings stand in no text."""
    head = 'format = 1\npack = "made-up"\nlanguage = "en"\ntitle = "Made up"\n'
    return head + "".join(_TERM.format(number=number, word=_word(number)) for number in range(count))


def _word(number: int) -> str:
    return "qx" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


if __name__ == "__main__":
    write_others(Path(sys.argv[1]))
