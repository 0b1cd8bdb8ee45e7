"""Turn findings into those whose wording can be put in as it stands.

The surprise: words that are somebody else's, in a quotation or about themselves, are never rewritten, only remarked on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from stigmalint.findings import Finding, Rewrite, Severity

_SEVERITIES = list(Severity)


def has_wording(finding: Finding) -> bool:
    """Whether a wording may take the place of what was matched, without anyone having to think about the sentence.

    A ``note`` says that the words stand where they may: in a quotation, in what people say about themselves.
    """
    return finding.rewrite is Rewrite.WORDING and bool(finding.suggestions) and not finding.note


def chosen(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of one document that get an edit, in the order of its text. No two of them overlap.

    Of those that do, the most severe is kept, then the longest, then the first.
    """
    kept: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in sorted(filter(has_wording, findings), key=_rank):
        if not any(other.span.overlaps(finding.span) for other in kept[finding.block]):
            kept[finding.block].append(finding)
    return sorted(chain.from_iterable(kept.values()), key=lambda finding: (finding.block, finding.span))


def with_its_apostrophes(suggestion: str, finding: Finding) -> str:
    """The suggestion with its apostrophes as straight or as curly as those it takes the place of."""
    if "’" in finding.matched:
        return suggestion.replace("'", "’")
    return suggestion.replace("’", "'") if "'" in finding.matched else suggestion


def _rank(finding: Finding) -> tuple[int, int, int, int]:
    return (_SEVERITIES.index(finding.severity), -len(finding.span), finding.block, finding.span.start)
