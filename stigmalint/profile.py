"""Turn a report into the profile of its policies: how many rules punish, how many help, and which principles they touch.

The surprise: a rule turned round (“nobody is discharged for …”) counts among those that help.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from stigmalint.findings import Kind, Report


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle of the position statement, with the number of rules that offend it, of those that have a supportive
    alternative beside them, and of rules that serve it.
    """

    name: str
    punitive: int
    with_alternative: int
    supportive: int


@dataclass(frozen=True, slots=True)
class Profile:
    """The rules of the documents in a report, counted."""

    punitive: int
    supportive: int
    principles: tuple[Principle, ...]

    @property
    def punitive_share(self) -> float | None:
        """The share of punitive among all rules found, 0 to 1; ``None`` where there are none."""
        rules = self.punitive + self.supportive
        return self.punitive / rules if rules else None


def profile_of(report: Report) -> Profile:
    """The profile of all documents in a report."""
    provisions = [finding for finding in report.findings if finding.kind is Kind.PROVISION]
    punitive = Counter(finding.principle for finding in provisions)
    eased = Counter(finding.principle for finding in provisions if finding.supported)
    supportive = Counter(strength.principle for strength in report.strengths)
    names = sorted(punitive.keys() | supportive.keys(), key=lambda name: (-punitive[name], -supportive[name], name))
    principles = tuple(Principle(name, punitive[name], eased[name], supportive[name]) for name in names)
    return Profile(len(provisions), len(report.strengths), principles)
