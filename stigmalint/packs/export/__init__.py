"""Turn packs into the files of other tools, with an honest list of what those tools cannot know.

The surprise: a word list is right far less often than a term is, so the list of what was lost is part of every export.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

from stigmalint.packs.vocabulary import Vocabulary

FORMATS: Mapping[str, str] = {
    "csv": "a table for experts to read and comment on",
    "vale": "a style for Vale",
    "prh": "rules for textlint-rule-prh",
}

LOST = "lost.md"
"""The file that says what was not carried over."""

_EVERYWHERE = (
    "No term keeps stigmalint's reasons to pass: official names, references, words that are only mentioned, quotations, and",
    "claims that the author rejects. Expect false alarms there.",
)


@dataclass(frozen=True, slots=True)
class Loss:
    """What one term loses on the way, in words; ``whole`` when nothing of it could be carried over."""

    term: str
    what: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of an export, each name with its text, and what was lost of ``terms`` terms."""

    files: Mapping[str, str]
    losses: tuple[Loss, ...]
    terms: int
    usage: str

    @property
    def summary(self) -> str:
        """How many terms came over whole, in part and not at all."""
        gone = sum(loss.whole for loss in self.losses)
        part = len(self.losses) - gone
        terms = f"{self.terms} term{'' if self.terms == 1 else 's'}"
        return f"{terms}: {self.terms - gone - part} whole, {part} in part, {gone} not at all"


def export(format: str, vocabulary: Vocabulary, packs: Sequence[str]) -> Exported:
    """The named packs in another format; the list of losses is among the files."""
    write: Callable[[Vocabulary, Sequence[str]], Exported] = import_module(f"{__name__}.{format}").write
    exported = write(vocabulary, packs)
    return Exported({**exported.files, LOST: _lost(exported, format)}, exported.losses, exported.terms, exported.usage)


def _lost(exported: Exported, format: str) -> str:
    """What was not carried over, as a page."""
    lines = [
        f"# What {FORMATS[format]} cannot carry over",
        "",
        f"{exported.usage}",
        "",
        f"Of {exported.summary}.",
        "",
        *_EVERYWHERE,
        "",
    ]
    for title, whole in (("Not carried over", True), ("Carried over in part", False)):
        rows = [f"- `{loss.term}`: {'; '.join(loss.what)}" for loss in exported.losses if loss.whole is whole]
        lines += [f"## {title}", "", *rows, ""] if rows else []
    return "\n".join(lines)
