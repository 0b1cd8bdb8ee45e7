"""Let pass what stands in an official name: a body, a law, a programme, a test, a journal.

The surprise: capitals alone never make a name. A run of capitalised words needs an institutional word in it, and where
everything is capitalised (a heading) only the listed names count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stigmalint.context.scene import Scene
from stigmalint.document import Block, BlockKind, Span
from stigmalint.matching.fold import plain_signs
from stigmalint.matching.match import Match
from stigmalint.packs.model import Names, words_of

_JOINS = r"(?:of|on|and|for|the|&)"
_CAPITAL = r"[A-Z][\w.'’-]*"
_RUN = re.compile(rf"{_CAPITAL}(?:(?:,? (?:{_JOINS} ){{0,3}}){_CAPITAL})+(?: \([A-Z]\w+\) {_CAPITAL})*(?: (?:of )?\d{{4}})?")
_DATED_LAW = re.compile(rf"(?:{_CAPITAL},? (?:{_JOINS} )?)+(?:Act|Code|Order|Regulations|Ordinance|Rules),? (?:of )?\d{{4}}")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_SMALL = re.compile(r"\b[a-z]{4,}")


def passes(match: Match, scene: Scene) -> bool:
    """Whether the match lies inside an official name."""
    return any(name.covers(match.span) for name in scene.once(_spans))


def _spans(scene: Scene) -> tuple[Span, ...]:
    return tuple(name_spans(scene.block, scene.vocabulary.names))


def name_spans(block: Block, names: Names) -> Iterator[Span]:
    """Where official names stand in a block."""
    text = plain_signs(block.text)
    shouted = text.upper() == text
    here = set(words_of(text))
    for first, name in names.by_first_word:
        if first not in here:
            continue
        wanted = name.upper() if shouted else name
        at = text.find(wanted)
        while at >= 0:
            if not text[at - 1 : at].isalnum() and not text[at + len(wanted) : at + len(wanted) + 1].isalnum():
                yield Span(at, at + len(wanted))
            at = text.find(wanted, at + 1)
    if block.kind is BlockKind.HEADING or shouted or not _SMALL.search(text):
        yield from (Span(*law.span()) for law in _DATED_LAW.finditer(text))
    else:
        yield from _capitalised_names(text, names)


def _capitalised_names(text: str, names: Names) -> Iterator[Span]:
    """Runs of capitalised words that hold an institutional word, up to that word or with its complement."""
    for run in _RUN.finditer(text):
        words = _without_opening(list(_WORD.finditer(run.group())), text[: run.start()])
        ends = [word.end() for word in words if _is_head(word.group(), names.heads)]
        complements = [word for word in words if _is_head(word.group(), names.of_heads + names.heads)]
        if any(re.match(r" (?:of|on|for|to)\b", run.group()[word.end() :]) for word in complements):
            yield Span(run.start() + words[0].start(), run.end())
        elif ends:
            yield Span(run.start() + words[0].start(), run.end() if run.group()[-4:].isdigit() else run.start() + max(ends))


def _without_opening(words: list[re.Match[str]], before: str) -> list[re.Match[str]]:
    """The words of a run without a plural that only opens the sentence (“Alcoholics and the Church Council”)."""
    opens = not before.strip() or before.rstrip()[-1] in ".!?:"
    joined = len(words) > 1 and words[1].group() in ("and", "of", "for", "on", "the")
    return words[2:] if opens and joined and words[0].group().endswith("s") and len(words) > 2 else words


def _is_head(word: str, heads: tuple[str, ...]) -> bool:
    return word in heads or (word.endswith("s") and word[:-1] in heads)
