"""Turn a plain list of phrases into one expression that finds any of them in folded text.

The surprise: nothing here is clever. A list is written as people read it, separated by commas and line ends; ``*`` stands for
any ending (“reject*”), ``(this|that)`` for either, and a question mark behind brackets for “or nothing”.
"""

from __future__ import annotations


def any_of(phrases: str) -> str:
    """An expression for any of the phrases: ``any_of("myth, belie*")`` finds *myth*, *belief* and *believes*."""
    found = [" ".join(phrase.split()) for line in phrases.splitlines() for phrase in line.split(",")]
    return "(?:" + "|".join(phrase.replace("*", r"\w*") for phrase in found if phrase) + ")"


def whole(phrases: str) -> str:
    """The same, as whole words."""
    return rf"\b{any_of(phrases)}\b"
