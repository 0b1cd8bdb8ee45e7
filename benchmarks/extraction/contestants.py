"""Turn the names of readers, ours and others, into functions that read one file.

The surprise: nothing is imported before it is asked for, so that each process pays for one reader only.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

Read = Callable[[bytes, Path], object]


def ours() -> Read:
    """The reader as ``check`` uses it, from bytes to blocks."""
    from stigmalint import readers  # noqa: PLC0415

    return lambda data, path: readers.read(data, path.name)


def pdf_text_and_boxes() -> Read:
    """Our engine's text of every page, and the boxes of ten words of each page, as if they were findings."""
    from stigmalint.readers.pdf.engine import File  # noqa: PLC0415

    def read(data: bytes, path: Path) -> object:
        file = File(data)
        try:
            for number in range(1, file.page_count + 1):
                page = file.page(number)
                for start in range(0, len(page.text), max(1, len(page.text) // 10)):
                    page.rectangles(start, min(start + 8, len(page.text)))
        finally:
            file.close()
        return None

    return read


def pdftotext() -> Read:
    """That of poppler; the start of its process is part of it."""
    return lambda data, path: words_of(path)


def words_of(path: Path) -> str:
    """The text of a PDF as ``pdftotext`` gives it; empty when it gives none."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=False)  # noqa: S603, S607  a benchmark
    return done.stdout.decode("utf-8", "replace")


def pdfplumber() -> Read:
    """``extract_text`` of every page."""
    import pdfplumber  # noqa: PLC0415

    def read(data: bytes, path: Path) -> object:
        with pdfplumber.open(io.BytesIO(data)) as file:
            return [page.extract_text() for page in file.pages]

    return read


def bare_lxml() -> Read:
    """``lxml.etree.parse`` of the body alone: no text is taken out, and no other part is opened."""
    import zipfile  # noqa: PLC0415

    from lxml import etree  # noqa: PLC0415

    return lambda data, path: etree.parse(zipfile.ZipFile(io.BytesIO(data)).open("word/document.xml"))


def python_docx() -> Read:
    """Paragraphs, tables, headers, footers and comments: all that python-docx offers."""
    import docx  # noqa: PLC0415

    def read(data: bytes, path: Path) -> object:
        document = docx.Document(io.BytesIO(data))
        sides = [
            side
            for section in document.sections
            for side in (section.header, section.footer, section.first_page_header, section.first_page_footer)
        ]
        parts = [document, *sides, *document.comments]
        paragraphs = [paragraph.text for part in parts for paragraph in part.paragraphs]
        cells = [cell.text for part in parts for table in part.tables for row in table.rows for cell in row.cells]
        return paragraphs, cells

    return read


def markdown_it() -> Read:
    """markdown-it-py's tokens, with tables; they know their lines and no columns."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return lambda data, path: parser.parse(data.decode("utf-8", "replace"))


def pyromark() -> Read:
    """The parser beneath ours, its events counted and thrown away."""
    import pyromark as engine  # noqa: PLC0415

    from stigmalint.readers.markdown import OPTIONS  # noqa: PLC0415

    return lambda data, path: sum(1 for _ in engine.events_with_range(data.decode("utf-8", "replace"), options=OPTIONS))


def markdown_pieces() -> Read:
    """Our stretches of text with their offsets in characters, before they are put into blocks."""
    import pyromark as engine  # noqa: PLC0415

    from stigmalint.readers.markdown import OPTIONS  # noqa: PLC0415
    from stigmalint.readers.markdown.steps import steps  # noqa: PLC0415

    def read(data: bytes, path: Path) -> object:
        text = data.decode("utf-8", "replace")
        return [step for step in steps(text, engine.events_with_range(text, options=OPTIONS)) if step[0] == "Text"]

    return read


CONTESTANTS: dict[str, dict[str, Callable[[], Read]]] = {
    ".pdf": {
        "pdftotext": pdftotext,
        "our text and boxes of hits": pdf_text_and_boxes,
        "our whole reader": ours,
        "pdfplumber extract_text": pdfplumber,
    },
    ".docx": {"bare lxml, body only": bare_lxml, "our whole reader": ours, "python-docx": python_docx},
    ".md": {
        "markdown-it-py": markdown_it,
        "pyromark alone": pyromark,
        "our pieces": markdown_pieces,
        "our whole reader": ours,
    },
}
"""By suffix; the first of each is what the others are compared with."""
