"""Turn a match into a verdict by asking each reason in turn, the cheap ones first."""

from __future__ import annotations

from dataclasses import dataclass

from stigmalint.context import citation, denial, mention, names, quotation, sense
from stigmalint.context.scene import Scene
from stigmalint.findings import Kind, Severity
from stigmalint.matching.match import Match


@dataclass(frozen=True, slots=True)
class Verdict:
    """How severe a match is, and why it is softer than its term (``note``, else empty)."""

    severity: Severity
    note: str = ""


def judge(match: Match, scene: Scene) -> Verdict | None:
    """The verdict, or ``None`` when there is a reason to let the match pass."""
    compiled = scene.vocabulary.terms[match.term]
    if citation.passes(match, scene) or names.passes(match, scene) or mention.passes(match, scene):
        return None
    if sense.passes(match, scene, compiled):
        return None
    if compiled.term.kind is not Kind.TERM and denial.passes(match, scene):
        return None
    note = quotation.softened(match, scene)
    return Verdict(Severity.ADVICE if note else compiled.term.severity, note)
