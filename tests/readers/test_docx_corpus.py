"""Real Word files, and files made to hurt, are read or named with a reason, quickly and within memory."""

from __future__ import annotations

import re
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from stigmalint.errors import Unreadable
from stigmalint.readers.docx import read

SHARED = Path(__file__).parents[2].parent / "shared"
CORPUS, HOSTILE = SHARED / "corpus" / "docx", SHARED / "corpus" / "hostile"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus of real documents is not part of the project")

READ = {"bomb_media_1GB.docx", "paras_200k.docx", "rel_traversal.docx"}
"""The hostile files that do no harm: what is heavy in them is not unpacked, or is only long."""


def test_every_real_file_is_read_or_named() -> None:
    reasons: Counter[str] = Counter()
    files = sorted(CORPUS.iterdir())
    for path in files:
        started = time.process_time()
        try:
            document = read(path.read_bytes(), path.name)
            assert document.blocks or "has no text" in document.gaps[0]
            reasons["no text"] += "has no text" in " ".join(document.gaps)
        except Unreadable as error:
            reasons["password" if "password" in str(error) else "damaged"] += 1
        assert time.process_time() - started < 5, path.name
    assert reasons == {"no text": 15, "password": 3, "damaged": 6}


@pytest.mark.parametrize("path", sorted(HOSTILE.glob("*.docx")) if HOSTILE.is_dir() else [], ids=lambda path: path.name)
def test_a_file_made_to_hurt_is_read_or_named(path: Path) -> None:
    data = path.read_bytes()
    if path.name in READ:
        assert read(data, path.name).blocks
        return
    started = time.process_time()
    with pytest.raises(Unreadable):
        read(data, path.name)
    assert time.process_time() - started < 1


def test_the_words_are_those_of_an_independent_reading() -> None:
    """The text elements of the body, taken with a pattern instead of a parser, from a real newsletter without changes."""
    path = SHARED / "samples" / "newsletter-2004.docx"
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode("utf-8")
    seen = re.sub(r"<w:(?:tab|br|cr)\b[^>]*/>|</w:p>", "<w:t> </w:t>", xml)
    independent = words("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", seen)).replace("&amp;", "&"))
    body = [block for block in read(path.read_bytes(), path.name).blocks if not block.place.part and block.kind != "alt text"]
    assert words(" ".join(block.text for block in body)) == independent


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))
