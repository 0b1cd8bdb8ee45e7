"""Turn a labelled set into a table of what each part of the engine buys: precision and recall, one part added at a time.

    python benchmarks/quality/ablation.py benchmarks/quality/probe.jsonl

A labelled set is JSON Lines: ``{"text": …, "findings": [{"span", "nth", "kind", "must"}]}``. A gold span counts as found when a
finding shares at least half of the shorter of the two; a finding that touches no gold span is a false alarm; spans with
``"must": false`` count neither way. The surprise: the parts are switched off in place, so the table measures the real engine.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from stigmalint import readers
from stigmalint.api import Checker
from stigmalint.findings import Finding, Kind
from stigmalint.packs import load_vocabulary

Spans = list[tuple[int, int]]
Find = Callable[[str], Spans]

REASONS = {
    "names and citations": ("citation", "names"),
    "senses": ("sense",),
    "mention": ("mention",),
    "stance": ("denial", "guards"),
}
"""The parts in the order they are added, each with the modules of ``stigmalint.context`` that make it up."""


def main() -> None:
    """Print the table for the labelled set named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    items = [json.loads(line) for line in parser.parse_args().gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    print(f"{'part':32} {'precision':>9} {'recall':>7} {'clean texts flagged':>20}")  # noqa: T201  a benchmark prints its table
    for name, find in steps():
        precision, recall, noisy = score(items, find)
        print(f"{name:32} {precision:9.3f} {recall:7.3f} {noisy:20}")  # noqa: T201


def steps() -> Iterator[tuple[str, Find]]:
    """Each step of the table: its name and what finds spans in a text."""
    yield "keyword list", keywords()
    checker = Checker(load_vocabulary())
    off = [module for modules in REASONS.values() for module in modules]
    yield "+ inflection and slots", engine(checker, tuple(off))
    for name, modules in REASONS.items():
        off = [module for module in off if module not in modules]
        yield f"+ {name}", engine(checker, tuple(off))


def keywords() -> Find:
    """The wordings as they stand in the packs, searched as plain words."""
    terms = load_vocabulary().terms
    wordings = {wording for compiled in terms for wording in compiled.term.wordings if not re.search(r"[{}()]|\.\.\.", wording)}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, wordings), key=len, reverse=True))})\b", re.IGNORECASE)
    return lambda text: [found.span() for found in pattern.finditer(text)]


def engine(checker: Checker, off: tuple[str, ...]) -> Find:
    """The engine without the reasons to pass that are ``off``."""

    def find(text: str) -> Spans:
        with ExitStack() as stack:
            for module in off:
                stack.enter_context(patch(f"stigmalint.context.{module}.passes", return_value=False))
            if "guards" in off:
                stack.enter_context(patch("stigmalint.context.guards.is_turned_round", return_value=False))
            document = readers.read(text.encode(), "text.md")
            return [_span(finding, text) for finding in checker.findings(document) if finding.kind is not Kind.SUPPORT]

    return find


def _span(finding: Finding, text: str) -> tuple[int, int]:
    """Where a finding stands in the text, in characters."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    place = finding.place
    ends = (place.line, place.column, place.end_line, place.end_column)
    line, column, end_line, end_column = (number or 1 for number in ends)
    return starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1


def score(items: list[dict[str, Any]], find: Find) -> tuple[float, float, str]:
    """Precision, recall, and how many of the texts with nothing to find are flagged."""
    found = wanted = right = alarms = clean = noisy = 0
    for item in items:
        spans = find(item["text"])
        gold = [(_nth(item["text"], each["span"], each["nth"]), each["must"]) for each in item["findings"]]
        musts = [span for span, must in gold if must]
        wanted += len(musts)
        found += sum(any(_half_shared(span, other) for other in spans) for span in musts)
        true = sum(any(span[0] < other[1] and other[0] < span[1] for other, _ in gold) for span in spans)
        right, alarms = right + true, alarms + len(spans)
        if not gold:
            clean, noisy = clean + 1, noisy + bool(spans)
    return right / max(alarms, 1), found / max(wanted, 1), f"{noisy} of {clean}"


def _nth(text: str, span: str, nth: int) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.index(span, start + 1)
    return start, start + len(span)


def _half_shared(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= min(one[1] - one[0], other[1] - other[0])


if __name__ == "__main__":
    main()
