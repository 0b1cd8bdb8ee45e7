"""Real PDF files of every origin take marks: on the very words, the draft kept as it was, the text the same to poppler."""

from __future__ import annotations

import random
import re
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest

from stigmalint.document import Document, Span
from stigmalint.errors import Unreadable
from stigmalint.fixing.pdf.serving import open as opened
from stigmalint.readers.pdf import read
from tests.tools import program

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus" / "pdf"
FILES = sorted(CORPUS.glob("*.pdf")) if CORPUS.is_dir() else []
_MOST = 25

pytestmark = pytest.mark.slow


def some_words(document: Document) -> list[dict]:
    """Marks for words spread over a document."""
    words = [
        (number, Span(*found.span()))
        for number, block in enumerate(document.blocks)
        if not block.place.boxes
        for found in re.finditer(r"[A-Za-z]{4,}", block.text)
    ]
    chosen = random.Random(7).sample(words, min(_MOST, len(words)))
    marks = []
    for at, (number, span) in enumerate(chosen):
        sources = document.blocks[number].source_of(span)
        spans = [[source.start, source.end] for stream, source in sources if stream == sources[0][0]]
        told = {"colour": [255, 221, 120], "subject": "s", "contents": "c", "id": f"stigmalint-{at}"}
        marks.append({**told, "page": sources[0][0] + 1, "spans": spans})
    return marks


def text_of(data: bytes, folder: Path) -> bytes:
    (folder / "a.pdf").write_bytes(data)
    return subprocess.run([program("pdftotext"), "a.pdf", "-"], cwd=folder, capture_output=True, check=False, timeout=120).stdout


@pytest.mark.skipif(not FILES, reason="the corpus of real documents is not part of the project")
def test_real_files_take_marks(tmp_path: Path) -> None:
    done = appended = 0
    for path in FILES:
        data = path.read_bytes()
        try:
            marks = some_words(read(data, path.name))
        except Unreadable:
            continue
        told = opened(data).answer({"author": "stigmalint", "date": "D:20260304050607Z", "marks": marks})
        if "refused" in told:
            assert told == {"refused": "forbidden"}, path.name
            continue
        written = b64decode(told["written"])
        copy = data + written if told["appended"] else written
        assert text_of(copy, tmp_path) == text_of(data, tmp_path), path.name
        assert told["placeless"] == 0, path.name
        done, appended = done + 1, appended + told["appended"]
    assert done >= 60
    assert appended >= 0.95 * done
