"""Real PDF files, and files made to hurt, are read or named with a reason; their words are those that poppler finds."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from stigmalint.document import Document, Span
from stigmalint.errors import Unreadable
from stigmalint.readers.pdf import read

SHARED = Path(__file__).parents[2].parent / "shared"
CORPUS, HOSTILE = SHARED / "corpus" / "pdf", SHARED / "corpus" / "hostile"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus of real documents is not part of the project")

PASSWORD = "protected with a password"
TOO_MUCH = "takes too much memory or breaks its reader"
HURTFUL = {
    "bomb_ops_60MB.pdf": "pages are blank",
    "bomb_stream_1GB.pdf": TOO_MUCH,
    "docx_as.pdf": "looks like a Word file",
    "enc_user.pdf": PASSWORD,
    "exponential_xobject.pdf": TOO_MUCH,
    "fake_count.pdf": "pages are blank",
    "nested_array.pdf": "pages are blank",
    "pagetree_cycle.pdf": "page 2 is damaged",
    "recursive_xobject.pdf": "no text layer",
    "text_as.pdf": "looks like plain text",
    "truncated.pdf": "damaged or cut off",
    "zero.pdf": "is empty",
}
"""Why each file made to hurt is refused; those not listed are read."""


def documents() -> Iterator[tuple[Path, Document]]:
    for path in sorted(CORPUS.glob("*.pdf")):
        try:
            yield path, read(path.read_bytes(), path.name)
        except Unreadable:
            continue


def test_every_real_file_is_read_or_named():
    reasons: Counter[str] = Counter()
    for path in sorted(CORPUS.glob("*.pdf")):
        started = time.monotonic()
        try:
            assert read(path.read_bytes(), path.name).blocks
        except Unreadable as error:
            (reason,) = (known for known in ("password", "no text", "damaged", "empty") if known in str(error))
            reasons[reason] += 1
        assert time.monotonic() - started < 20, path.name
    assert reasons == {"password": 16, "no text": 19, "damaged": 1, "empty": 1}


@pytest.mark.parametrize("path", sorted(HOSTILE.glob("*.pdf")) if HOSTILE.is_dir() else [], ids=lambda path: path.name)
def test_a_file_made_to_hurt_is_read_or_named(path: Path):
    if path.name not in HURTFUL:
        assert read(path.read_bytes(), path.name).blocks
        return
    with pytest.raises(Unreadable, match=HURTFUL[path.name]):
        read(path.read_bytes(), path.name)


def test_pages_that_were_not_read_are_named():
    gaps = {path.name.split("_")[-1]: document.gaps for path, document in documents() if document.gaps}
    assert gaps["pages.pdf"] == ("page 1 has no text layer",)
    assert all("not readable" in gaps[name][0] for name in ("issue20232.pdf", "issue4650.pdf"))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
def test_words_are_those_that_poppler_finds():
    pages, blocks = [], []
    for path, document in documents():
        expected = _words(
            subprocess.run(["pdftotext", path, "-"], capture_output=True, check=False).stdout.decode(errors="replace")
        )
        if expected.total() >= 100:
            pages.append(_likeness(expected, _words("\n".join(stream.text.replace("\ufffe", "") for stream in document.streams))))
            blocks.append(_likeness(expected, _words(" ".join(block.text for block in document.blocks))))
    assert len(pages) > 30
    assert median(pages) >= 0.995
    assert median(blocks) >= 0.985
    assert sum(likeness < 0.9 for likeness in pages) <= 0.07 * len(pages)


def test_every_block_has_its_place():
    for _, document in documents():
        for block in (*document.blocks[:3], *document.blocks[-3:]):
            place = document.place_of(block, Span(0, len(block.text)))
            assert place.page == block.place.page
            assert place.boxes
            assert all(box.left < box.right and box.top < box.bottom for box in place.boxes)


def _words(text: str) -> Counter[str]:
    whole = re.sub(r"(\w)[-\u2010\u00ad]\n?(\w)", r"\1\2", text)
    return Counter(re.findall(r"[^\W_]+", whole.casefold()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """How alike two counts of words are, from 0 to 1 (F1)."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)
