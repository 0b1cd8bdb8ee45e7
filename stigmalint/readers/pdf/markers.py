"""Turn the beginning of a line into what it says about the paragraph: a list item, a note, a caption, or nothing."""

from __future__ import annotations

import re

_BULLET = re.compile(r"(?:[•◦▪▫‣⁃●○■□◆◇❖❑❒➢➤►▶✓✔✗·∙*\uf020-\uf0ff]|[-–—o»](?=\s+\S))\s*(?![*•])")
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]|\((?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})\)|\d{1,2}(?:\.\d{1,2}){1,4}\.?)\s+(?=\S)"
)
_ALONE = re.compile(rf"(?:{_BULLET.pattern}|\(?(?:\d{{1,3}}|[A-Za-z]|[ivxIVX]{{1,5}})[.)]|\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\.?)$")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3})[.)]?\s*(?=[^\W\d]|[“\"‘'(\[])")
_CAPTION = re.compile(r"(?:fig(?:ure|\.)|table|chart|box|exhibit|map)\s+\w{1,4}(?:\.\d+)?\s*[.:–—|]\s+\S", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[-–—|\[(\s]*(?:page|p\.|pg\.?)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|\|)\s*\d{1,4})?[-–—|\])\s]*", re.IGNORECASE
)
_FINAL = re.compile(r"[.!?:…][”’\"')\]]*$")


def bullet(text: str) -> int:
    """How many characters of ``text`` are the sign and space that begin an unnumbered item."""
    found = _BULLET.match(text)
    return found.end() if found and found.end() < len(text) else 0


def number(text: str) -> int:
    """How many characters of ``text`` are the number or letter and space that may begin a numbered item."""
    found = _NUMBER.match(text)
    return found.end() if found else 0


def is_marker(text: str) -> bool:
    """Whether ``text`` is nothing but the sign or number of an item."""
    return _ALONE.match(text) is not None


def note(text: str) -> int:
    """How many characters of ``text`` are the number or sign that begins a footnote."""
    found = _NOTE.match(text)
    return found.end() if found else 0


def is_caption(text: str) -> bool:
    """Whether ``text`` begins like the caption of a figure or table."""
    return _CAPTION.match(text) is not None


def is_page_number(text: str) -> bool:
    """Whether ``text`` is nothing but a page number: “12”, “– iv –”, “Page 3 of 10”."""
    return _PAGE_NUMBER.fullmatch(text) is not None and any(letter.isalnum() for letter in text)


def is_final(text: str) -> bool:
    """Whether ``text`` ends as a sentence does, or with a colon."""
    return _FINAL.search(text) is not None
