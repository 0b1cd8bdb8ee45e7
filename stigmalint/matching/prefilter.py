"""Turn a stretch of text into the patterns that can match in it, without tokenising and without spaCy.

The surprise: only whole words of letters and digits are looked at, because markup, hyphens and line breaks can stand
between the words of a phrase but not inside a word. What is named here is always a superset of what matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from stigmalint.packs.anchors import Anchors, Words

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from stigmalint.packs.vocabulary import Vocabulary

_LETTERS_ONLY = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def words_in_order(folded: str) -> list[str]:
    """The words of folded text, cut at everything that is not an ASCII letter or digit."""
    return folded.encode("ascii", "replace").translate(_LETTERS_ONLY).decode("ascii").split()


def words_of(folded: str) -> set[str]:
    """The different words of folded text."""
    return set(words_in_order(folded))


def candidates(words: Set[str], anchors: Anchors, above: Set[int] = frozenset(), among: Iterable[int] | None = None) -> list[int]:
    """Numbers of the patterns that can match somewhere in a folded text of these words (``among`` those of a text that holds it).

    Parts of rules count only where they, with those that stand ``above`` the text, can make up a rule.
    """
    found = anchors.candidates(words) if among is None else anchors.fitting(among, words)
    parts = _parts_of(found, anchors)
    if parts and not anchors.possible_rules(parts | above):
        return [number for number in found if anchors.part_of(number) is None]
    return found


def can_be_found(candidates: Iterable[int], text: Words, anchors: Anchors, above: Set[int] = frozenset()) -> bool:
    """Whether one of the candidates in a text can lead to a finding, as far as its words say."""
    parts = _parts_found(candidates, text, anchors)
    return parts is None or bool(parts and anchors.possible_rules(parts | above))


def can_be_found_in(texts: Iterable[Words], anchors: Anchors) -> bool:
    """Whether a finding can come of any of these stretches of one document, or of several for a rule."""
    parts = set[int]()
    for text in texts:
        found = _parts_found(anchors.candidates(text.words), text, anchors)
        if found is None:
            return True
        parts |= found
    return bool(parts and anchors.possible_rules(parts))


def _parts_found(candidates: Iterable[int], text: Words, anchors: Anchors) -> set[int] | None:
    """The parts of rules among candidates that can stand in a text; ``None`` where a term can, which needs no other."""
    parts = set[int]()
    for number in candidates:
        if anchors.can_be_found(number, text):
            part = anchors.part_of(number)
            if part is None:
                return None
            parts.add(part)
    return parts


def may_hold(text: Words, anchors: Anchors) -> bool:
    """Whether anything in a text can lead to a finding, as far as its words say."""
    return can_be_found(candidates(text.words, anchors), text, anchors)


def possible_parts(folded: str, vocabulary: Vocabulary) -> set[int]:
    """Numbers of the parts of rules that can stand in the folded text."""
    return _parts_of(vocabulary.anchors.candidates(words_of(folded)), vocabulary.anchors)


def _parts_of(patterns: Iterable[int], anchors: Anchors) -> set[int]:
    return {part for number in patterns if (part := anchors.part_of(number)) is not None}
