"""Let pass a rule that the text denies, repeals, reports or only asks about; say a rule that the law imposes more softly.

The surprise: a consequence may hold its own negation (“will not be admitted”), so only a negation outside the parts of
the rule turns it round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stigmalint.context.scene import Scene
from stigmalint.matching.match import Match, PartHit
from stigmalint.packs.model import Role

INHERITED = "inherited from law (“{law}”); the document may have no choice"
"""The note on such a rule, with a slot for the words of the law."""

_REACH = 6
"""How many words before a consequence or condition a negation can stand."""


def passes(match: Match, scene: Scene, guards: Sequence[PartHit]) -> bool:
    """Whether the rule is only asked about or reported, not made."""
    if not match.parts:
        return False
    asked = match.passage.text.rstrip(" \"'”’)*_").endswith("?")
    return asked or any(True for _ in _with_role(Role.REPORT, guards, scene))


def is_turned_round(match: Match, scene: Scene, guards: Sequence[PartHit]) -> bool:
    """Whether a negation makes the rule its opposite (“will not be discharged for”)."""
    return bool(match.parts) and _is_negated(match, scene, guards)


def law_behind(match: Match, scene: Scene, guards: Sequence[PartHit]) -> PartHit | None:
    """The law to which the sentence or its introduction lays a rule; that makes the rule only advice."""
    return next(_with_role(Role.LAW, guards, scene), None) if match.parts else None


def _is_negated(match: Match, scene: Scene, guards: Sequence[PartHit]) -> bool:
    own = [
        (part.passage, range(part.hit.first, part.hit.last)) for part in match.parts if scene.vocabulary.parts[part.part].anchored
    ]  # fmt: skip
    governed = [part for part in match.parts if _role(part, scene) in (Role.CONSEQUENCE, Role.CONDITION, Role.FORCE)]
    for negation in _with_role(Role.NEGATION, guards, scene):
        if any(negation.passage is passage and negation.hit.first in words for passage, words in own):
            continue
        if any(_governs(negation, part) for part in governed):
            return True
    return False


def _governs(negation: PartHit, part: PartHit) -> bool:
    """Whether a negation stands shortly before a part, or opens its sentence (“No resident will be …”)."""
    if negation.passage is not part.passage:
        return False
    distance = part.hit.first - negation.hit.last
    return 0 <= distance <= _REACH or (distance > 0 and negation.hit.first == 0)


def _with_role(role: Role, guards: Sequence[PartHit], scene: Scene) -> Iterator[PartHit]:
    return (part for part in guards if _role(part, scene) is role)


def _role(part: PartHit, scene: Scene) -> Role:
    return scene.vocabulary.parts[part.part].part.role
