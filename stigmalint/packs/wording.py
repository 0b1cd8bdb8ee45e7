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

_PART = re.compile(
    r"\{(?P<slot>[a-z-]+)(?P<optional>\?)?\}|\((?P<either>[^()]+)\)(?P<maybe>\?)?|(?P<gap>\.\.\.)"
    r"|(?P<word>[^\s{}()]+|(?<!\S)[()](?!\S))"
)
_BREAKS_HEAD = frozenset({"of", "with", "who", "in", "on", "from", "for", "to", "without", "at", "by", "about", "against", "as"})


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word, or one of several short phrases: each form in small letters with its tag (empty where nothing inflects)."""

    forms: Mapping[str, str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of a class, or nothing when ``optional``."""

    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``GAP`` words without punctuation or negation."""


Element = Word | Slot | Gap


class BadWording(ValueError):
    """A wording that cannot be read; the message names the remedy."""


Inflect = Callable[[str], Mapping[str, str]]
"""A word in base form → each of its forms with the form's tag."""


def parse(text: str, part_of_speech: PartOfSpeech, inflect: Inflect) -> tuple[Element, ...]:
    """The elements of one wording; its head word carries all its forms."""
    parts = list(_parts(text))
    head = _head(parts, part_of_speech)
    return tuple(_element(part, inflect if at == head else None) for at, part in enumerate(parts))


def parse_condition(text: str, forms: Callable[[str], Mapping[str, str]]) -> tuple[Element, ...]:
    """The elements of one line of a condition, in which every word stands for all its forms."""
    return tuple(_element(part, forms) for part in _parts(text))


@dataclass(frozen=True, slots=True)
class _Literal:
    """A literal as written: its alternatives, not yet inflected."""

    choices: tuple[str, ...]
    optional: bool = False


_Part = _Literal | Slot | Gap


def _element(part: _Part, inflect: Inflect | None) -> Element:
    if not isinstance(part, _Literal):
        return part
    forms: dict[str, str] = {}
    for choice in part.choices:
        for form, tag in (inflect(choice) if inflect else {choice: ""}).items():
            forms.setdefault(form.lower().replace("-", " "), tag)
    return Word(forms, part.optional)


def _parts(text: str) -> Iterator[_Part]:
    """The parts of a wording, in order."""
    rest = _PART.sub("", text).strip()
    if rest or not text.strip("- "):
        raise BadWording(f"“{rest or text}” cannot be read; write words, {{class}}, {{class?}}, (this|that), (this|that)? or ...")
    for found in _PART.finditer(text):
        if found["slot"]:
            yield Slot(found["slot"], bool(found["optional"]))
        elif found["gap"]:
            yield Gap()
        elif found["either"]:
            yield _alternatives(found["either"], bool(found["maybe"]))
        elif found["word"].strip("-"):  # a hyphen between two groups is a space, as everywhere
            yield _Literal((found["word"],))


def _alternatives(text: str, optional: bool) -> _Literal:
    choices = tuple(" ".join(choice.split()) for choice in text.split("|"))
    if "{" in text:
        raise BadWording(f"“({text})” holds a class; write it as a wording of its own")
    if not all(choices):
        raise BadWording(f"“({text})” has an empty alternative; for “or nothing” write ({text.strip('|')})?")
    return _Literal(choices, optional)


def _head(parts: list[_Part], part_of_speech: PartOfSpeech) -> int | None:
    """Which part inflects, if any."""
    if part_of_speech is PartOfSpeech.VERB:
        if not isinstance(parts[0], _Literal):
            raise BadWording("a verb begins with its verb; put the slot behind it")
        return 0
    if part_of_speech is PartOfSpeech.NOUN:
        ends = [at for at, part in enumerate(parts) if isinstance(part, _Literal) and part.choices[0] in _BREAKS_HEAD and at]
        return (ends[0] if ends else len(parts)) - 1
    return None
