"""Turn a number of words, of findings or of files into Markdown to check.

The surprise: it is made up of everyday sentences by a fixed rule, so that every run of the benchmark checks the same text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from pydoc_data.topics import topics

_WHO = ["The office", "Our library", "The garden team", "A volunteer", "The town hall", "Each neighbour", "The bakery"]
_DOES = ["opens", "paints", "mends", "waters", "sorts", "carries", "counts", "shares"]
_WHAT = ["the green door", "two baskets of apples", "letters from March", "the old clock", "chairs for the hall", "a map"]
_WHEN = ["before nine", "on Mondays", "when it rains", "after the fair", "in early spring", "once in a month"]
_FLAGGED = [
    "An addict asked for a bed.",
    "Two junkies slept in the hall.",
    "He has been clean for a year since he quit heroin.",
    "Drug abusers are turned away at the door.",
    "She failed a drug test, a dirty urine.",
]


def markdown(size: int, hits: int = 0) -> str:
    """About ``size`` characters of paragraphs, with ``hits`` sentences among them in which something is found."""
    chance = random.Random(size)  # noqa: S311  no secret
    paragraphs: list[str] = []
    length = 0
    while length < size:
        sentences = [
            f"{chance.choice(_WHO)} {chance.choice(_DOES)} {chance.choice(_WHAT)} {chance.choice(_WHEN)}." for _ in range(6)
        ]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    for number in range(hits):
        paragraphs[number * len(paragraphs) // hits] += f" {_FLAGGED[number % len(_FLAGGED)]}"
    return "# A page\n\n" + "\n\n".join(paragraphs) + "\n"


def prose(size: int, hits: int = 0) -> str:
    """The same in prose of many words, which Python's manual has: made-up sentences of few words flatter whoever keeps words."""
    paragraphs: list[str] = []
    length = 0
    for paragraph in cycle(_paragraphs()):
        if length >= size:
            break
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    for number in range(hits):
        paragraphs[number * len(paragraphs) // hits] += f" {_FLAGGED[number % len(_FLAGGED)]}"
    return "\n\n".join(paragraphs) + "\n"


def _paragraphs() -> Iterator[str]:
    for topic in topics.values():
        for paragraph in topic.split("\n\n"):
            if len(paragraph) > 150 and paragraph[0].isalpha():  # neither code nor a list
                yield " ".join(paragraph.split())


def write(folder: Path) -> None:
    """The files that the benchmark checks."""
    (folder / "clean.md").write_text(markdown(5_000), "utf-8")
    (folder / "one.md").write_text(markdown(5_000, 1), "utf-8")
    (folder / "large.md").write_text(markdown(500_000), "utf-8")
    (folder / "larger.md").write_text(markdown(5_000_000), "utf-8")
    (folder / "dense.md").write_text(markdown(100_000, 100), "utf-8")
    (folder / "many").mkdir()
    for number in range(300):
        (folder / "many" / f"{number}.md").write_text(markdown(5_000 + number), "utf-8")
    (folder / "dense").mkdir()
    for number in range(2_000):
        (folder / "dense" / f"{number}.md").write_text(markdown(1_000 + number, 5), "utf-8")
