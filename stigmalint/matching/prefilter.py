"""Turn a stretch of text into the patterns that can match in it, without tokenising and without spaCy.

The surprise: only whole words of letters and digits are looked at, because markup, hyphens and line breaks can stand
between the words of a phrase but not inside a word. What is named here is always a superset of what matches.
"""

from __future__ import annotations

from stigmalint.packs.vocabulary import Vocabulary

_LETTERS_ONLY = {code: " " for code in range(128) if not chr(code).isalnum()}


def words_of(folded: str) -> set[str]:
    """The words of folded text, cut at everything that is not an ASCII letter or digit."""
    if not folded.isascii():
        folded = folded.encode("ascii", "replace").decode("ascii")
    return set(folded.translate(_LETTERS_ONLY).split())


def candidates(folded: str, vocabulary: Vocabulary) -> list[int]:
    """Numbers of the patterns that can match somewhere in the folded text."""
    return vocabulary.candidates(words_of(folded))
