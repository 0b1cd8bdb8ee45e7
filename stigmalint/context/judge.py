"""Turn a match into a verdict by asking each reason in turn, the cheap ones first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stigmalint.context import allowed, citation, denial, guards, mention, names, quotation, sense
from stigmalint.context.scene import Scene
from stigmalint.findings import Kind, Severity
from stigmalint.matching.match import Match, PartHit


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a match is and how severe, and why it is softer than its term (``note``, else empty).

    The note may have a slot ``{law}``, for the words in which the document names the ``law``.
    """

    kind: Kind
    severity: Severity
    note: str = ""
    law: PartHit | None = None


def is_spoken_for(match: Match, scene: Scene) -> bool:
    """Whether the words are allowed, cited, part of a name, or talked about; then so is every shorter match inside them."""
    return any(reason.passes(match, scene) for reason in (allowed, citation, names, mention))


def judge(match: Match, scene: Scene, around: Sequence[PartHit] = ()) -> Verdict | None:
    """The verdict on a match that is not spoken for, or ``None`` when it passes.

    ``around`` are all parts of rules in the sentence.
    """
    compiled = scene.vocabulary.terms[match.term]
    kind, severity = compiled.term.kind, compiled.term.severity
    if sense.passes(match, scene, compiled) or guards.passes(match, scene, around):
        return None
    if guards.is_turned_round(match, scene, around):
        return Verdict(Kind.SUPPORT, Severity.ADVICE) if kind is Kind.PROVISION else None
    if kind is Kind.FRAMING and denial.passes(match, scene):
        return None
    if note := quotation.softened(match, scene):
        return Verdict(kind, Severity.ADVICE, note)
    law = guards.law_behind(match, scene, around)
    return Verdict(kind, Severity.ADVICE, guards.INHERITED, law) if law else Verdict(kind, severity)
