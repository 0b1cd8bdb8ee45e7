"""Let pass framing that the author denies, rejects, reports or calls a myth.

The surprise: a label does not become acceptable by being negated, so this looks at framing only; and a contrast protects
one side: “not a disease but a choice” asserts the choice, “not only a choice” asserts it too.
"""

from __future__ import annotations

import re

from stigmalint.context.scene import Scene
from stigmalint.matching.match import Match


def _any(*words: str) -> str:
    return rf"(?:{'|'.join(words)})"


_NEGATION = re.compile(
    r"\b" + _any("not", "never", "no", "nor", "neither", "without", "nobody", "none", "hardly", "cannot", "far from", "free (?:of|from)",
                 "rather than", "instead of", "no longer", "stop(?:ped|s)?", r"\w+n't") + r"\b"
)  # fmt: skip
_ASSERTS = re.compile(r"\bnot (?:only|just|merely|simply)\b|\bno (?:doubt|question|wonder)\b|\bnot un\w+")
_CONTRAST = re.compile(r"\bnot\b[^.;]*\bbut (?:rather )?(?:a |an |the |of )?$")
_CLAUSE_END = re.compile(r"[;:()—–]|\s-\s|,? \b(?:but|however|although|though|while|whereas|yet|because)\b|, (?:and|so)\b")
_NEW_SUBJECT = re.compile(r"\b(?:who|whose|whom|with)\b")
"""Behind these a negation of the main verb no longer reaches: “livers should not go to people with …”."""

_FALSE_IDEA = _any(
    "myths?", "misconceptions?", "misunderstandings?", "stereotypes?", "prejudices?", r"fallac\w+", "beliefs?", "believe that", r"assumptions?",
    "perceptions?", "attitudes?", "claims? that", "so-called", "stigma", "moralistic", "punitive", "discredited", "outdated", "outmoded",
    "the (?:idea|notion|view|argument|claim|charge|accusation|suggestion|fear|narrative|rhetoric|message) (?:that|of)", "stigmati[sz]\\w+",
)  # fmt: skip
_DISTANCE = _any(
    r"debunk\w*", r"dispel\w*", r"disprov\w*", r"refut\w*", r"reject\w*", r"oppos\w+", r"challeng\w+", r"condemn\w*", r"critici[sz]\w*", r"denounc\w*",
    r"counter(?:s|ed|ing)?", r"resist(?:s|ed|ing)?", r"dismantl\w*", r"abandon\w*", r"avoid(?:s|ed|ing)?", "combat(?:s|ing|ed)? stigma",
    "end(?:s|ed|ing)? (?:the|this|our|all|such)", "move[sd]? (?:away|beyond|past)", "false(?:ly)?", "wrong(?:ly)?", r"incorrect\w*", r"mistaken\w*",
)  # fmt: skip
_PAST = _any(
    "once (?:seen|viewed|regarded|thought|treated|considered)", "historically", "used to (?:be|think|believe|say|see)",
    "(?:was|were|been) (?:long |often |once |historically )?(?:seen|viewed|regarded|framed|portrayed|considered|dismissed|treated|labell?ed|accused of|blamed for)",
    "afraid", "fear(?:s|ed)? (?:that|of)", "accus(?:e|es|ed|ing) (?:them|people|patients|us|families) of", "judg(?:ed|ment|mental)", r"sham(?:e|ed|ing)",
)  # fmt: skip
_REBUTTAL = re.compile(rf"\b(?:{_FALSE_IDEA}|{_DISTANCE}|{_PAST})\b")

_NAMES_THE_IDEA = r"[\"'”’]?(?: (?:approach|messag\w+|polic\w+|law|laws|rhetoric|language|narrative|talk|thinking|model|era|label|view|idea|and \w+)){0,3}"
_VICTIMS = _any("lives", "people", "patients", "treatment", "care", "families", "communities", "harm", "stigma", "access", "deaths?", "many")
_UNDONE = re.compile(
    rf"^{_NAMES_THE_IDEA}[\"'”’]? "
    + _any(
        "(?:is|are|was|were) (?:a |an )?(?:myths?|misconceptions?|false|wrong|untrue|outdated|harmful|stereotypes?|misleading|mistaken|incorrect|unhelpful|not)\\b",
        f"(?:(?:has|have|had) )?(?:delay|cost|harm|kill|keep|kept|drive|drove|driven|caus|fuel|deepen|prevent)\\w* (?:\\w+ ){{0,2}}{_VICTIMS}\\b",
        "(?:has|have|had) failed\\b", "fails?\\b", "do(?:es)? (?:not (?:work|help)|harm)\\b",
    )
)  # fmt: skip


def passes(match: Match, scene: Scene) -> bool:
    """Whether the author turns the claim down in the clause that holds it, or in what introduces the block."""
    span, sentence = match.span, match.passage.span
    before, after = scene.folded[sentence.start : span.start], scene.folded[span.end : sentence.end]
    if _ASSERTS.search(before[-24:]) or _CONTRAST.search(before):
        return False
    clause = _CLAUSE_END.split(before)[-1]
    if _is_question_answered_no(scene.folded[span.end :]):
        return True
    introduced = any(re.search(rf"\b{_FALSE_IDEA}\b", text) for text in scene.introduction)
    return introduced or _is_negated(clause) or bool(_REBUTTAL.search(_same_thought(before)) or _UNDONE.match(after))


def _is_question_answered_no(after: str) -> bool:
    """Whether the sentence of the match asks, and the next one says no (“Is it a choice? No.”)."""
    return bool(re.match(r"[^.?!]*\?[\"'”’*_]* +(?:\*\*)?(?:no|not|never|false|that is a myth|this is a myth)\b", after))


def _is_negated(clause: str) -> bool:
    """Whether a negation in the clause reaches its end."""
    negations = list(_NEGATION.finditer(clause))
    if not negations:
        return False
    rest = clause[negations[-1].end() :]
    if negations[-1].group() in ("no", "nobody", "none"):
        rest = re.sub(r"^(?: \w+)? who\b", "", rest)  # “nobody who drinks …”: the pronoun belongs to the negative subject
    return not _NEW_SUBJECT.search(rest)


def _same_thought(before: str) -> str:
    """What stands before, from the last turn of the sentence (“…, but …”) on."""
    return re.split(r",? \b(?:but|however|yet)\b", before)[-1]
