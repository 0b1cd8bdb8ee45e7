"""Turn packs into a table with a line for each term, for experts to read and comment on.

The surprise: a cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from stigmalint.cells import safe
from stigmalint.packs.export import Exported, Loss
from stigmalint.packs.model import Conditions, Term
from stigmalint.packs.vocabulary import Vocabulary

COLUMNS = ("id", "pack", "kind", "severity", "wordings", "prefer", "instead", "why", "sources", "disputed")


def write(vocabulary: Vocabulary, packs: Sequence[str]) -> Exported:
    """One table of all terms of the packs."""
    terms = [compiled.term for compiled in vocabulary.terms if compiled.term.pack in packs]
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for term in terms:
        table.writerow([safe(cell) for cell in _cells(term, vocabulary)])
    losses = tuple(Loss(term.id, what) for term in terms if (what := tuple(_losses(term))))
    usage = "terms.csv opens in any spreadsheet (as UTF-8). Lists in a cell have a line for each entry."
    return Exported({"terms.csv": "\ufeff" + out.getvalue()}, losses, len(terms), usage)


def _cells(term: Term, vocabulary: Vocabulary) -> Iterator[str]:
    yield from (term.id, term.pack, term.kind.value, term.severity.value)
    yield "\n".join(term.wordings or term.needs)
    yield "\n".join(term.prefer)
    yield from (term.instead, term.why)
    yield "\n".join(vocabulary.sources[id].label for id in term.sources)
    yield term.disputed


def _losses(term: Term) -> Iterator[str]:
    conditions = [name for name in ("only_if", "not_if") if getattr(term, name) != Conditions()]
    if conditions:
        yield f"its conditions ({', '.join(conditions)})"
    if term.needs:
        yield "the wordings of its parts"
    if term.attributive or term.possessive:
        yield "the wording before another noun or with a possessive"
