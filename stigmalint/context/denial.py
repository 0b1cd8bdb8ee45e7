"""Let pass framing that the author denies, rejects, reports or calls a myth.

The surprise: a label does not become acceptable by being negated, so this looks at framing only; and a contrast protects
one side: “not a disease but a choice” asserts the choice, “not only a choice” asserts it too.
"""

from __future__ import annotations

import re

from stigmalint.context.cues import any_of, whole
from stigmalint.context.scene import Scene
from stigmalint.matching.match import Match

_NEGATION = re.compile(
    whole("""
    (?:not|never)(?! too late), no, nor, neither, without, nobody, none, hardly, cannot, far from, free (?:of|from), rather than,
    instead of, no longer, stop, stops, stopped, \\w+n't
""")
)
_ASSERTS = re.compile(r"\bnot (?:only|just|merely|simply)\b|\bno (?:doubt|question|wonder)\b|\bnot un\w+")
_CONTRAST = re.compile(r"\bnot\b[^.;]*\bbut (?:rather )?(?:a |an |the |of )?$")
_CLAUSE_END = re.compile(r"[;:()—–]|\s-\s|,? \b(?:but|however|although|though|while|whereas|yet|because)\b|, (?:and|so)\b")
_NEW_SUBJECT = re.compile(r"\b(?:who|whose|whom|with)\b")
"""Behind these a negation of the main verb no longer reaches: “livers should not go to people with …”."""

_FALSE_IDEA = whole("""
    myth, myths, misconception*, misunderstanding*, stereotype*, prejudice*, fallac*, belief, beliefs, assumption*,
    perception*, attitudes?, claims? that, so-called, stigma, stigmati[sz]*, moralistic, punitive, discredited, outdated,
    outmoded,
    (?:many|people|some|they|society|the public|others|those who) (?:still |often |wrongly )?(?:believe|think|assume|say),
    the (?:idea|notion|view|argument|claim|charge|accusation|suggestion|fear|narrative|rhetoric|message) (?:that|of)
""")
_DISTANCE = whole("""
    debunk*, dispel*, disprov*, refut*, reject*, oppos*, challeng*, condemn*, critici[sz]*, denounc*, dismantl*, abandon*,
    counter, counters, countered, countering, resist, resists, resisted, resisting, avoid, avoids, avoided, avoiding,
    combat(?:s|ing|ed)? stigma, end(?:s|ed|ing)? (?:the|this|our|all|such), move[sd]? (?:away|beyond|past),
    false, falsely, wrong(?! (?:message|signal|crowd|side|path)), wrongly, incorrect*, mistaken*
""")
_PAST = whole("""
    once (?:seen|viewed|regarded|thought|treated|considered), historically, used to (?:be|think|believe|say|see),
    (?:was|were|been) (?:long |often |once |historically )?(?:seen|viewed|regarded|framed|portrayed|considered|dismissed|treated),
    (?:is|are|being) (?:\\w+ly |too often |often |still |sometimes )?called,
    (?:is|are|being) (?:\\w+ly |too often |often |still |sometimes )?(?:seen|viewed|regarded|portrayed|labell?ed|perceived) as,
    (?:is|are|being) (?:\\w+ly |too often |often |still |sometimes )?(?:dismissed|stereotyped|depicted|branded|painted) as,
    (?:was|were|been) (?:long |often |once )?(?:labell?ed|accused of|blamed for), afraid, fear(?:s|ed)? (?:that|of),
    accus(?:e|es|ed|ing) (?:them|people|patients|us|families) of, judged, judgment, judgmental, shame, shamed, shaming
""")
_REBUTTAL = re.compile(f"{_FALSE_IDEA}|{_DISTANCE}|{_PAST}")

_IDEA_NAMES = any_of("""
    approach, messag*, polic*, law, laws, rhetoric, language, narrative, talk, thinking, model, era, label, view, idea, and \\w+
""")
_HARMED = any_of("lives, people, patients, treatment, care, families, communities, harm, stigma, access, death, deaths, many")
_IS_FALSE = any_of("""
    myths?, misconceptions?, false, wrong, untrue, outdated, harmful, stereotypes?, misleading, mistaken, incorrect,
    unhelpful, not
""")
_HARMS = any_of("delay*, cost*, harm*, kill*, keep*, kept, drive*, drove, driven, caus*, fuel*, deepen*, prevent*")
_UNDONE = re.compile(
    rf"^[\"'”’]?(?: {_IDEA_NAMES}){{0,3}}[\"'”’]? (?:(?:is|are|was|were) (?:a |an )?{_IS_FALSE}\b"
    rf"|(?:(?:has|have|had) )?{_HARMS} (?:\w+ ){{0,2}}{_HARMED}\b"
    r"|(?:has|have|had) failed\b|fails?\b|do(?:es)? (?:not (?:work|help)|harm)\b)"
)
"""What is said of the claim behind it: “tough love” *messages have cost lives*."""


def passes(match: Match, scene: Scene) -> bool:
    """Whether the author turns the claim down in the clause that holds it, or in what introduces the block."""
    span, sentence = match.span, match.passage.span
    before, after = scene.folded[sentence.start : span.start], scene.folded[span.end : sentence.end]
    if _ASSERTS.search(before[-24:]) or _CONTRAST.search(before):
        return False
    clause = _CLAUSE_END.split(before)[-1]
    if _is_question_answered_no(scene.folded[span.end :]):
        return True
    introduced = any(re.search(_FALSE_IDEA, text) for text in scene.introduction)
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
        rest = re.sub(r"^(?: \w+)? (?:who|with)\b", "", rest)  # “nobody who drinks …”: still the negative subject
    return not _NEW_SUBJECT.search(rest)


def _same_thought(before: str) -> str:
    """What stands before, from the last turn of the sentence (“…, but …”) on."""
    return re.split(r",? \b(?:but|however|yet)\b", before)[-1]
