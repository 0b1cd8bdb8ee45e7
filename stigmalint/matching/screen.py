"""Turn the characters of a text file into one answer, before any parser has seen them: can anything in it match?

The surprise: the answer may only err on one side. Markup can stand inside a word (``sub**stance**``), so words that touch across
markup count joined as well as apart; and where text vanishes or comes out of nowhere (HTML, entities, struck-out text, soft
hyphens) no answer is given, and the file is read properly. A test compares with that for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import islice

from stigmalint.matching.prefilter import can_be_found_in, may_hold
from stigmalint.packs.anchors import Anchors, Words

# All is asked of bytes, because translating and splitting them is the quickest there is. Each pattern begins with one sign, which
# is found ten times as fast as any of several, and is only compiled where the sign is there.

MARKDOWN, TEXT = frozenset({".md", ".markdown"}), frozenset({".txt", ".text"})

_NAME = "stigmalint"
"""Whoever is addressed has to listen."""
_ASCII = bytes(range(128))
_UNSURE = "[\u00ad\u0130\u200b-\u200d\u2060\u212a\ufb00-\ufb06\ufeff\ufffd]"
"""What has no width, what is more letters than one, what has a small letter of ASCII, and what is damaged."""
_WORDS = b"0123456789abcdefghijklmnopqrstuvwxyz"
_MARKS = b"*_[]!\\`"
"""What of Markdown can vanish within a word. A round bracket that does takes all up to the closing one along."""
_CONTROLS = bytes((*range(9), *range(14, 32), 127))
_MARK, _CONTROL = "*", "\0"
_SIGNS = {
    **dict.fromkeys(range(256), " "),
    **{byte: chr(byte) for byte in _WORDS},
    **{byte: chr(byte).lower() for byte in _WORDS.upper()},
    **dict.fromkeys(_MARKS, _MARK),
    **dict.fromkeys(_CONTROLS, _CONTROL),
}
_TABLE = "".join(_SIGNS.values()).encode()
"""Makes small letters of bytes, figures, and for all that stands between words one of three signs."""
_EDGES_OF_CODE = b" \t\n\r\f\v>" + _MARKS + bytes(range(128, 256))
"""The space inside the ticks of a code span vanishes, too, and at the end of a line any sort of space does."""
_TOUCHING = r"\*(?<=[0-9a-z]\*)[0-9a-z*]*[0-9a-z]"
_LONGEST, _MOST_JOINED = 1_000, 10_000
"""How many characters may touch, and how many words may come of that; only pictures made of signs have more."""
_UNSURE_IN_MARKDOWN = {
    b"<": rb"<[^\s\d=]",  # HTML
    b"&": rb"&(?:#|\w+;)",  # entities
    b"~": rb"~(?<=[0-9A-Za-z]~)",  # struck out
    b")": rb"\)[*_`\[\](!\\]*[0-9A-Za-z]",  # a word behind a link, a note or a tag without a space between
    b"]": rb"\](?![(\[])[*_`\[()!\\]*[0-9A-Za-z]",
    b"}": rb"\}[*_`\[\]()!\\]*[0-9A-Za-z]",
}
_FENCES = b"---", b"+++"
_FRONT_MATTER = rb"(?s)(---|\+\+\+)[ \t]*[\r\n].*?[\r\n](?:\1|\.\.\.)[ \t]*(?:[\r\n]|\Z)"
_DISTANT = b"][", b"](", b"[^", b"~", b"{", b"\\"
"""Something that is not printed, or printed elsewhere, may stand between two words."""
_PIECE = 64 * 1024
"""About as many bytes as are split at once. Many more words do not fit the cache of the processor, and take twice the time."""
_BLANK_LINE = rb"\n[ \t\r]*\n"


def is_screened(suffix: str) -> bool:
    """Whether files with this suffix (in small letters) are text that can be judged before it is parsed."""
    return suffix in MARKDOWN or suffix in TEXT


def may_match(text: str, suffix: str, anchors: Anchors) -> bool:
    """Whether anything in a text file could match; true wherever that is not certain."""
    data, is_markdown = text.encode("utf-8", "surrogatepass"), suffix in MARKDOWN
    if _is_unsure(data) or (is_markdown and _is_unsure_in_markdown(data)):
        return True
    try:
        words = set[str]()
        for piece in _pieces(data):
            words.update(*_words(piece, is_markdown=is_markdown))
        if _NAME in words:
            return True
        whole, stretches = Words(words, None, lambda: words), _stretches(data, words, is_markdown=is_markdown)
        return may_hold(whole, anchors) and can_be_found_in(stretches, anchors)
    except _Unsure:
        return True


class _Unsure(Exception):
    """It cannot be said which words a stretch holds."""


def _is_unsure(data: bytes) -> bool:
    """Whether a character outside ASCII may not be what it looks like."""
    if data.isascii():
        return False
    others = data.translate(None, _ASCII)  # whole characters, and few
    return re.search(_UNSURE, others.decode("utf-8", "surrogatepass")) is not None


def _is_unsure_in_markdown(data: bytes) -> bool:
    """Whether text may vanish or come out of nowhere."""
    if b"\\" in data[: _front_matter(data)]:  # which may have letters escaped
        return True
    return any(sign in data and re.search(pattern, data) for sign, pattern in _UNSURE_IN_MARKDOWN.items())


# -- the words of a stretch


def _pieces(data: bytes) -> Iterator[bytes]:
    """The text cut between blocks, seldom."""
    start = 0
    while start < len(data):
        end = data.find(b"\n\n", start + _PIECE) + 1 or len(data)
        yield data[start:end]
        start = end


def _stretches(data: bytes, around: Set[str], *, is_markdown: bool) -> Iterator[Words]:
    """The words of each stretch that can be a block, with their order where nothing but spaces is between them in print."""
    for chunk in _chunks(data):
        in_order, joined = _words(chunk, is_markdown=is_markdown)
        is_plain = not (is_markdown and (joined or any(sign in chunk for sign in _DISTANT)))
        yield Words({*in_order, *joined}, in_order if is_plain else None, lambda: around)


def _chunks(data: bytes) -> Iterator[bytes]:
    """The text cut where every block ends: at blank lines, front matter apart. A line with a page break is not blank."""
    end = _front_matter(data)
    yield data[:end]
    yield from re.split(_BLANK_LINE, data[end:])


def _front_matter(data: bytes) -> int:
    """Where front matter has ended for certain; 0 where there is none."""
    found = re.match(_FRONT_MATTER, data) if data.startswith(_FENCES) else None
    return found.end() if found else 0


def _words(data: bytes, *, is_markdown: bool) -> tuple[list[str], list[str]]:
    """The words of a stretch in their order, and those that come of joining them. Raises ``_Unsure``."""
    signs = data.translate(_TABLE).decode("ascii")
    if _CONTROL in signs:
        raise _Unsure
    words = signs.replace(_MARK, " ").split()
    if not is_markdown or _MARK not in signs:
        return words, []
    if b"`" in data:
        spans = (part.strip(_EDGES_OF_CODE) for part in data.split(b"`"))
        signs = b"`".join(spans).translate(_TABLE).decode("ascii")
    joined = [*islice(_joined(signs), _MOST_JOINED)]
    if len(joined) == _MOST_JOINED:
        raise _Unsure
    return words, joined


def _joined(signs: str) -> Iterator[str]:
    """The words that come of words with nothing but marks between them. Raises ``_Unsure``."""
    for found in re.finditer(_TOUCHING, signs):
        first = signs.rfind(" ", 0, found.start()) + 1
        if found.end() - first > _LONGEST:
            raise _Unsure
        words = [word for word in signs[first : found.end()].split(_MARK) if word]
        yield from ("".join(words[start:end]) for end in range(2, len(words) + 1) for start in range(end - 1))
