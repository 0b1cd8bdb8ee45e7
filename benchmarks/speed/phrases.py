"""Turn numbers of findings into how much longer spaCy's PhraseMatcher takes over a whole text than a whole check.

The surprise: no start-up counts on either side, and both see the text for the first time, with every wording ready.
"""

from __future__ import annotations

import itertools
import math
import statistics
import time
from collections.abc import Callable, Iterator

import spacy
from spacy.matcher import PhraseMatcher

from benchmarks.speed.texts import prose
from stigmalint.api import checker_for
from stigmalint.config import Config
from stigmalint.packs import load_vocabulary
from stigmalint.packs.wording import Word

_SIZE = 100_000
_MOST_FORMS = 24


def ratios(rounds: int) -> Iterator[tuple[int, float]]:
    """Findings per 100 KB, and the time of the PhraseMatcher as a multiple of ours."""
    forms = wordings()
    for hits in (0, 10, 100):
        text = prose(_SIZE, hits)
        times = [(_seconds(_theirs(forms), text), _seconds(_ours(), text)) for _ in range(rounds)]
        theirs, ours = (statistics.median(each) for each in zip(*times, strict=True))
        yield hits, theirs / ours


def wordings() -> list[str]:
    """All literal wordings of the wordlists, in every form."""
    found = set[str]()
    for pattern in load_vocabulary().patterns:
        words = [element for element in pattern.elements if isinstance(element, Word)]
        if len(words) == len(pattern.elements) and math.prod(len(word.forms) for word in words) <= _MOST_FORMS:
            found.update(" ".join(forms) for forms in itertools.product(*(word.forms for word in words)))
    return sorted(found)


def _seconds(work: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    work(text)
    return time.process_time() - started


def _theirs(forms: list[str]) -> Callable[[str], object]:
    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("wordings", [language.make_doc(form) for form in forms])
    return lambda text: [matcher(language.make_doc(paragraph)) for paragraph in text.split("\n\n")]


def _ours() -> Callable[[str], object]:
    checker = checker_for(Config())
    checker.check(prose(1_000, 5).encode(), "before.md")
    return lambda text: checker.check(text.encode(), "prose.md")
