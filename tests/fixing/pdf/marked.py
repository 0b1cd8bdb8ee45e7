"""Review a PDF with a small vocabulary, and read its marks with another library than the one that made them."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pdfplumber
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text
from PIL import Image

from stigmalint.api import Checker
from stigmalint.findings import Report
from stigmalint.fixing import Reviewed, Wishes
from stigmalint.fixing.pdf import review
from tests.small_wordlists import ADDICT, term, vocabulary_of
from tests.tools import program

WISHES = Wishes(datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC))


@cache
def checker() -> Checker:
    abuse = 'noun = ["substance abuse"]\nprefer = ["substance use"]'
    return Checker(vocabulary_of(term(ADDICT, "addict"), term(abuse, "abuse")), keep=True)


def reported(data: bytes) -> Report:
    return checker().check(data, "draft.pdf")


def reviewed(data: bytes) -> Reviewed:
    return review(data, reported(data), WISHES)


@dataclass(frozen=True)
class Seen:
    """A mark as another library reads it: its page, the words under it, who says what, and the boxes it consists of."""

    page: int
    words: str
    kind: str
    author: str
    contents: str
    name: str
    boxes: int


def marks(data: bytes, *, ours: bool = True) -> list[Seen]:
    """The marks in a file, in its order; ours or those of others."""
    found = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for note in resolve1(page.page_obj.annots) or []:
                entries = {key: resolve1(value) for key, value in resolve1(note).items()}
                name = decode_text(entries.get("NM", b""))
                if name.startswith("stigmalint-") is ours:
                    words = " ".join(_under(page, box) for box in _boxes(entries))
                    kind, boxes = str(entries["Subtype"].name), len(_boxes(entries))
                    told = (decode_text(entries.get("T", b"")), decode_text(entries.get("Contents", b"")), name)
                    found.append(Seen(page.page_number, words, kind, *told, boxes))
    return found


def _boxes(entries: dict) -> list[tuple[float, ...]]:
    points = [float(value) for value in entries.get("QuadPoints", ())]
    corners = [points[at : at + 8] for at in range(0, len(points), 8)]
    return [(min(four[::2]), min(four[1::2]), max(four[::2]), max(four[1::2])) for four in corners]


def _under(page: pdfplumber.page.Page, box: tuple[float, ...]) -> str:
    """The characters whose middle lies in a box, in unrotated coordinates, as pdfminer places them."""
    left, bottom, right, top = box
    found = []
    for char in page.chars:
        across, up, _, _, x, y = char["matrix"]  # where the character begins, and which way its line runs
        middle = x + across * char["adv"] / 2 - up, y + up * char["adv"] / 2 + across
        if left <= middle[0] <= right and bottom <= middle[1] <= top:
            found.append(char["text"])
    return "".join(found)


def drawn(data: bytes, folder: Path, page: int = 1) -> Image.Image:
    """A page as poppler draws it, a pixel for each point."""
    (folder / "drawn.pdf").write_bytes(data)
    command = [program("pdftoppm"), "-r", "72", "-f", str(page), "-l", str(page), "-singlefile", "-png", "drawn.pdf", "drawn"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    with Image.open(folder / "drawn.png") as image:
        return image.convert("RGB")


def word_boxes(data: bytes, folder: Path, page: int = 1) -> list[tuple[str, tuple[float, ...]]]:
    """The words on a page and where poppler sees them: left, top, right and bottom of the page as it draws it."""
    (folder / "words.pdf").write_bytes(data)
    command = [program("pdftotext"), "-bbox", "-f", str(page), "-l", str(page), "words.pdf", "-"]
    page_of_words = subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60).stdout.decode()
    found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page_of_words)
    return [(text, tuple(map(float, box))) for *box, text in found]
