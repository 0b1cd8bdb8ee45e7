"""Turn the notation of the wordlists (``{degree?} (drug|pill) addict``) into elements with every inflected form.

The surprise: hyphens count as spaces here and in the text, so one wording finds “drug-abusing” and “drug abusing”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from stigmalint.packs.model import PartOfSpeech

GAP = 4
"""How many words ``...`` may stand for, at most."""

_PART = re.compile(r"\{(?P<slot>[a-z-]+)(?P<optional>\?)?\}|\((?P<either>[^()]+)\)|(?P<gap>\.\.\.)|(?P<word>[^\s{}()]+)")
_BREAKS_HEAD = frozenset({"of", "with", "who", "in", "on", "from", "for", "to", "without"})


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word: each form it may take, in small letters, with its tag (empty where nothing inflects)."""

    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of a class, or nothing when ``optional``."""

    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``GAP`` words without punctuation."""


Element = Word | Slot | Gap


class BadWording(ValueError):
    """A wording that cannot be read; the message names the remedy."""


Inflect = Callable[[str], Mapping[str, str]]
"""A word in base form → each of its forms with the form's tag."""


def parse(text: str, part_of_speech: PartOfSpeech, inflect: Inflect) -> tuple[Element, ...]:
    """The elements of one wording; its head word carries all its forms."""
    parts = list(_parts(text))
    if not any(isinstance(part, list) for part in parts):
        raise BadWording("a wording needs at least one literal word beside its slots")
    head = _head(parts, part_of_speech)
    return tuple(_element(part, inflect if at == head else None) for at, part in enumerate(parts))


def parse_condition(text: str, forms: Callable[[str], Mapping[str, str]]) -> tuple[Element, ...]:
    """The elements of one line of a condition, in which every word stands for all its forms."""
    return tuple(_element(part, forms) for part in _parts(text))


def _element(part: list[str] | Slot | Gap, inflect: Inflect | None) -> Element:
    if not isinstance(part, list):
        return part
    forms: dict[str, str] = {}
    for word in part:
        for form, tag in (inflect(word) if inflect else {word: ""}).items():
            forms.setdefault(form.lower(), tag)
    return Word(forms)


def _parts(text: str) -> Iterator[list[str] | Slot | Gap]:
    """The parts of a wording: a literal as the list of its alternatives, or a slot, or a gap."""
    rest = _PART.sub("", text).strip()
    if rest:
        raise BadWording(f"“{rest}” cannot be read; write words, {{class}}, {{class?}}, (this|that) or ...")
    for found in _PART.finditer(text):
        if found["slot"]:
            yield Slot(found["slot"], bool(found["optional"]))
        elif found["gap"]:
            yield Gap()
        elif found["either"]:
            yield from _alternatives(found["either"])
        else:
            yield from ([word] for word in found["word"].replace("-", " ").split())


def _alternatives(text: str) -> Iterator[list[str]]:
    words = [word.strip() for word in text.split("|")]
    if not all(words) or any(" " in word or "-" in word for word in words):
        raise BadWording(f"“({text})” takes single words between its bars; write longer ones as wordings of their own")
    yield words


def _head(parts: list[list[str] | Slot | Gap], part_of_speech: PartOfSpeech) -> int | None:
    """Which part inflects, if any."""
    if part_of_speech is PartOfSpeech.VERB:
        if not isinstance(parts[0], list):
            raise BadWording("a verb begins with its verb; put the slot behind it")
        return 0
    if part_of_speech is PartOfSpeech.NOUN:
        ends = [at for at, part in enumerate(parts) if isinstance(part, list) and part[0] in _BREAKS_HEAD and at]
        return (ends[0] if ends else len(parts)) - 1
    return None
