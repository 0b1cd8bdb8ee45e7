"""Let pass framing that the author denies, rejects, reports or calls a myth.

The surprise: a label does not become acceptable by being negated, so this looks at framing and provisions only; and a
contrast protects one side: “not a disease but a choice” asserts the choice, “not only a choice” asserts it too.
"""

from __future__ import annotations

import re

from stigmalint.context.scene import Scene
from stigmalint.matching.match import Match

_CLAUSE_END = re.compile(r"[;:()—–]|\s-\s|,? (?:but|however|although|though|while|whereas|yet|because|so that|which)\b|, (?:and|or) (?=\w+ (?:is|are|was|were|has|have|must|should|will|can)\b)")
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no|nor|neither|without|nobody|none|hardly|cannot|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't|can't|shouldn't|"
    r"rather than|instead of|no longer|no evidence|far from|stop(?:ped|s)?|free (?:of|from))\b|n't\b)"
)
_ASSERTS = re.compile(r"\bnot (?:only|just|merely|simply)\b|\bno (?:doubt|question|wonder)\b|\bnot un\w+")
_REBUTTAL = re.compile(
    r"\b(?:myths?|misconceptions?|misunderstandings?|stereotypes?|prejudices?|fallac\w+|false|wrong(?:ly)?|incorrect\w*|mistaken\w*|outdated|outmoded|discredited|"
    r"debunk\w*|dispel\w*|disprov\w*|refut\w*|reject\w*|oppos\w+|challeng\w+|condemn\w*|critici[sz]\w*|denounc\w*|counter\w*|resist\w*|dismantl\w*|combat(?:s|ing|ed)? stigma|"
    r"stigma\w*|moralistic|punitive|so-called|once (?:seen|viewed|regarded|thought|treated|considered)|historically|used to (?:be|think|believe|say|see)|"
    r"(?:was|were|been) (?:long |often |once |historically )?(?:seen|viewed|regarded|framed|portrayed|considered|dismissed|treated|blamed|accused|told|labell?ed)|"
    r"belie(?:f|fs|ve that)|assum(?:e|es|ed|ption|ptions)|perceptions?|attitudes?|claims? that|the (?:idea|notion|view|argument|claim|charge|accusation|suggestion|fear|narrative|rhetoric|message) (?:that|of)|"
    r"afraid|fear(?:s|ed)? (?:that|of)|accus\w+|blam(?:e|ed|ing) (?:people|patients|them|someone)|shame\w*|judg(?:ed|ment|mental)|move[sd]? (?:away|beyond)|beyond|abandon\w*|replac\w+|end(?:ing|s)?|avoid\w*|question\w*)\b"
)
_UNDONE = re.compile(
    r"^[^.;:]{0,60}?\b(?:(?:is|are|was|were) (?:a |an )?(?:myths?|misconceptions?|false|wrong|untrue|outdated|harmful|stereotypes?|misleading|mistaken|incorrect|unhelpful|not (?:true|supported|helpful))|"
    r"(?:have|has|had) (?:delayed|cost|caused|harmed|failed|fuel\w+|led|kept|driven|deepened|done|contributed|prevented)|"
    r"(?:harms?|fails?|costs?|delays?|kills?|caused|failed|ignores?|contradicts?|keeps? people)\b|do(?:es)? (?:not|harm))"
)


def passes(match: Match, scene: Scene) -> bool:
    """Whether the author turns the claim down in the clause that holds it."""
    span, sentence = match.span, match.passage.span
    before = scene.folded[sentence.start : span.start]
    if _ASSERTS.search(before[-24:]) or _contrasted(before):
        return False
    clause = _CLAUSE_END.split(before)[-1]
    after = scene.folded[span.end : sentence.end]
    return bool(_NEGATION.search(clause) or _REBUTTAL.search(before) or _UNDONE.match(after))


def _contrasted(before: str) -> bool:
    """Whether the match is the second half of “not X but Y”."""
    return bool(re.search(r"\bnot\b[^.;]*\bbut (?:rather )?(?:a |an |the |of )?$", before))
