"""Turn the name of a target into a function that is given any bytes, and into small sound inputs to begin from.

A target may refuse its input with an error that is meant for people; anything else it raises is a defect.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

from stigmalint.errors import StigmalintError
from stigmalint.limits import Limits
from stigmalint.readers.options import Options
from tests.readers import docx_builder as docx
from tests.readers import office_builder as office
from tests.readers import pdf_builder as pdf

OPTIONS = Options(Limits(file_bytes=1 << 20, members=100, stream_from=2000, list_bytes=1 << 20))


@dataclass(frozen=True)
class Target:
    """What is given any bytes, and what it is first given."""

    run: Callable[[bytes], object]
    seeds: Sequence[bytes] = (b"An addict.",)


def _reading(module: str, data: bytes) -> None:
    """A document lines up with its file, or it could not have been made; places are asked for as a report does."""
    document = import_module(f"stigmalint.readers.{module}").read(data, f"a.{module}", OPTIONS)
    span = import_module("stigmalint.document").Span
    for block in document.blocks[:20]:
        document.place_of(block, span(0, len(block.text)))


def _inside(whole: bytes, part: str, read: Callable[[bytes], None], data: bytes) -> None:
    """An office file with ``data`` as one of its parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(held, "w") as changed:
        for name in source.namelist():
            changed.writestr(name, data if name == part else source.read(name))
    read(held.getvalue())


def _pdf(data: bytes) -> None:
    import_module("stigmalint.readers.pdf.reading").read_here(data, "a.pdf", OPTIONS)


def _any_kind(data: bytes) -> None:
    import_module("stigmalint.readers").read(data, "a.doc", OPTIONS)


def _wire(data: bytes) -> None:
    with suppress(KeyError, TypeError, ValueError, IndexError, RecursionError, AttributeError):
        import_module("stigmalint.readers.wire").unpacked(json.loads(data))


_FOLDER: list[Path] = []


def _file(name: str, data: bytes) -> Path:
    if not _FOLDER:
        _FOLDER.append(Path(mkdtemp(prefix="fuzz-")))
    file = _FOLDER[0] / name
    file.write_bytes(data)
    return file


def _wordlist(data: bytes) -> None:
    import_module("stigmalint.packs.load").read_pack(_file("pack.toml", data))


def _settings(data: bytes) -> None:
    import_module("stigmalint.settings").read_settings({}, _file("stigmalint.toml", data)).config()


def _directive(data: bytes) -> None:
    grammar = import_module("stigmalint.directives.grammar")
    with suppress(grammar.Misunderstood):
        grammar.parse(data.decode("utf-8", "replace"), {"addict", "junkie", "advice"})


WORD = docx.docx(docx.paragraph(docx.run("An addict.")), parts={"header1.xml": ("header", docx.part("w:hdr"))})
SLIDES = office.pptx(office.shape(office.slide_paragraph("An addict.")))
SHEET = office.xlsx({"A1": "Who", "B2": "An addict."})
TEXT = office.odt("<text:h>Rules</text:h><text:p>An addict.</text:p>")
_PACK = b"""format = 1
pack = "ours"
title = "Ours"
[[term]]
id = "addict"
kind = "term"
severity = "error"
noun = ["addict"]
prefer = ["person/people with an addiction"]
why = "Why."
sources = ["a"]
flag = [["An [addict].", "A person with an addiction."]]
pass = ["Addict Behav."]
"""


def _member(whole: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        return opened.read(part)


def _xml(module: str, whole: bytes, part: str) -> Target:
    return Target(partial(_inside, whole, part, partial(_reading, module)), (_member(whole, part),))


SEEDS = {
    "text": "1. An addict\n   wrapped\n\nRULES\n=====\n",
    "markdown": "---\ntitle: x\n---\n# R\n\n* an **add**ict &amp; `c`\n\n| a |\n|--|\n| c |\n\n<p title='x'>y</p>\n",
    "html": "<h1>R</h1><p title='x'>An <b>add</b>ict &amp; {{ x }}<table><tr><td>c</table><ul><li>x</ul><!-- c -->",
    "rst": "R\n=\n\n* **add**\\ ict ``x`` `t <u>`_\n\n.. note:: x\n   :alt: y\n\n+--+\n| a|\n+--+\n\n== ==\na  b\n== ==\n",
    "tex": "\\section{R}\\footnote{x} \\begin{itemize}\\item[a] $c$ \\'e\\end{itemize}\\begin{tabular}{l}a&b\\\\\\end{tabular}",
    "rtf": "{\\rtf1{\\fonttbl{\\f0\\fcharset204 A;}}{\\b add}icts\\par\\intbl a\\cell\\row{\\footnote n}\\'e9\\u8217?\\f0\\'e4}",
    "ipynb": json.dumps({"cells": [{"cell_type": "markdown", "source": ["# R \u00e9\n", "*x*"]}], "nbformat": 4}),
    "eml": "Subject: =?utf-8?q?a=C3=A9?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n"
    "Content-Transfer-Encoding: quoted-printable\n\n> a =C3=A9\n--b--\n",
}
_SETTINGS = b"""fail-on = "error"
ignore = ["advice"]
[limits]
pages = 7
[severity]
addict = "off"
"""
TARGETS = {
    **{name: Target(partial(_reading, name), (seed.encode(),)) for name, seed in SEEDS.items()},
    "zip": Target(partial(_reading, "docx"), (WORD,)),
    "docx": _xml("docx", WORD, "word/document.xml"),
    "pptx": _xml("pptx", SLIDES, "ppt/slides/slide1.xml"),
    "xlsx": _xml("xlsx", SHEET, "xl/worksheets/sheet1.xml"),
    "odt": _xml("odt", TEXT, "content.xml"),
    "pdf": Target(_pdf, (pdf.pdf(["An addict."]),)),
    "kind": Target(_any_kind, (b"{\\rtf1 a}", b"<html>a", WORD)),
    "wire": Target(_wire, (b'{"name": "a", "format": "b", "streams": [["s", "ab"]], "blocks": [], "gaps": []}',)),
    "wordlist": Target(_wordlist, (_PACK,)),
    "settings": Target(_settings, (_SETTINGS,)),
    "directive": Target(_directive, (b"stigmalint: ignore[addict] our choir", b"stigmalint: enable")),
}


def try_one(name: str, data: bytes) -> None:
    """Run one target once; whatever it raises is a defect."""
    with suppress(StigmalintError):
        TARGETS[name].run(data)
