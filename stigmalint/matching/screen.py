"""Turn the characters of a text file into one answer, before any parser has seen them: can anything in it match?

The surprise: the answer may only err on one side. Markup can stand inside a word (``sub**stance**``), so words that touch across
markup count joined as well as apart; and where text vanishes or comes out of nowhere (HTML, entities, struck-out text, soft
hyphens) no answer is given, and the file is read properly. A test compares with that for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from stigmalint.matching.fold import fold
from stigmalint.matching.prefilter import words_in_order
from stigmalint.packs.anchors import Anchors, Words

MARKDOWN, TEXT = frozenset({".md", ".markdown"}), frozenset({".txt", ".text"})

_NAME = "stigmalint"
"""Whoever is addressed has to listen."""
_UNSURE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06\ufffd]")
"""What has no width, what is more letters than one, and what is damaged."""
_TICK = "\x01"
"""Stands for a backtick, which folding takes for an apostrophe."""
_MARKS = rf"*_{_TICK}\[\]()!\\"
_BEHIND = rf"[{_MARKS}]*[0-9a-z]"
_UNSURE_IN_MARKDOWN = re.compile(
    r"<[^\s\d=]|&#|&\w+;"  # HTML and entities
    r"|~(?<=[0-9a-z]~)"  # struck out
    rf"|\){_BEHIND}|\}}{_BEHIND}|\](?![(\[]){_BEHIND}"  # a word behind a link, a note or a tag without a space between
)
_ESCAPED_IN_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[^\\]*\\")
_MAY_TOUCH = re.compile(rf"[{_MARKS}](?<=[0-9a-z][{_MARKS}])(?!(?<=\])\()[{_MARKS}]*(?:(?<={_TICK})[\s>]+[{_MARKS}]*)?[0-9a-z]")
_MAY_TOUCH_BEHIND_A_TICK = re.compile(rf"{_TICK}(?<=[\s>]{_TICK}){_BEHIND}")
"""Quick to find, and there wherever markup joins words; a link's own “](” joins nothing."""
_TOUCHING = rf"(?:[{_MARKS}]+|[{_MARKS}]*{_TICK}[\s>]+[{_MARKS}]*|[{_MARKS}]*[\s>]+[{_MARKS}]*{_TICK}[{_MARKS}]*)"
_JOINED = re.compile(rf"(?<![0-9a-z])[0-9a-z]++(?:{_TOUCHING}[0-9a-z]++)+")
"""Words with nothing but markup between them; the space inside the ticks of a code span vanishes too."""
_MOST_JOINED = 40
_DISTANT = re.compile(r"\]\[|\]\(|\[\^|[~{\\]")
"""Something that is not printed, or printed elsewhere, may stand between two words."""
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n.*?^(?:\1|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def is_screened(suffix: str) -> bool:
    """Whether files with this suffix (in small letters) are text that can be judged before it is parsed."""
    return suffix in MARKDOWN or suffix in TEXT


def may_match(text: str, suffix: str, anchors: Anchors) -> bool:
    """Whether anything in a text file could match; true wherever that is not certain."""
    folded, is_markdown = _folded(text), suffix in MARKDOWN
    if _NAME in folded or (not text.isascii() and _UNSURE.search(text)):
        return True
    if is_markdown and (_UNSURE_IN_MARKDOWN.search(folded) or _ESCAPED_IN_FRONT_MATTER.match(folded)):
        return True
    try:
        words, _ = _words(folded, is_markdown=is_markdown)
        if not _can_be_found([Words(words, None, lambda: words)], anchors):
            return False
        chunks = [_words(chunk, is_markdown=is_markdown) for chunk in _chunks(folded)]
    except _TooManyJoined:
        return True
    return _can_be_found([Words(some, in_order, lambda: words) for some, in_order in chunks], anchors)


def _folded(text: str) -> str:
    """The text in small letters, each backtick as ``_TICK``."""
    marked = text.replace("`", _TICK)
    return marked.lower() if text.isascii() else fold(marked)


def _can_be_found(texts: Iterable[Words], anchors: Anchors) -> bool:
    """Whether a finding can come of any of these stretches of one document."""
    parts = set[int]()
    for text in texts:
        for number in anchors.candidates(text.words):
            if anchors.can_be_found(number, text):
                part = anchors.part_of(number)
                if part is None:
                    return True
                parts.add(part)
    return bool(parts and anchors.possible_rules(parts))


class _TooManyJoined(Exception):
    """More words touch than could be tried."""


def _words(chunk: str, *, is_markdown: bool) -> tuple[Set[str], Sequence[str] | None]:
    """The words of a stretch, and their order where nothing but letters and spaces can be between them in print."""
    in_order = words_in_order(chunk)
    touch = is_markdown and (_MAY_TOUCH.search(chunk) or _MAY_TOUCH_BEHIND_A_TICK.search(chunk))
    joined = [re.findall("[0-9a-z]+", found.group()) for found in _JOINED.finditer(chunk)] if touch else []
    if any(len(words) > _MOST_JOINED for words in joined):
        raise _TooManyJoined
    words = {*in_order, *(run for each in joined for run in _runs(each))}
    is_plain = not is_markdown or not (joined or _DISTANT.search(chunk))
    return words, in_order if is_plain else None


def _chunks(text: str) -> Iterator[str]:
    """The text cut where every block ends: at blank lines, front matter apart. A page break joins the lines round it."""
    if "\f" in text:
        yield text
        return
    front = _FRONT_MATTER.match(text)
    if front:
        yield front.group()
    yield from _BLANK_LINE.split(text[front.end() :] if front else text)


def _runs(words: list[str]) -> Iterator[str]:
    """Every run of neighbouring words, written as one."""
    for first in range(len(words)):
        for last in range(first + 2, len(words) + 1):
            yield "".join(words[first:last])
