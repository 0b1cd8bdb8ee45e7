"""Say more softly what somebody else says: a quoted speaker, a person's words about themselves.

The surprise: this never lets a match pass. It lowers its severity to advice and says why.
"""

from __future__ import annotations

import re

from stigmalint.context.cues import any_of
from stigmalint.context.scene import Scene
from stigmalint.document import BlockKind
from stigmalint.matching.match import Match

QUOTED = "in a quotation; it can stand, or the words can be paraphrased"
OWN_WORDS = "a person's own words about themselves"

_OF_ONESELF = any_of("""
    i am, i'm, i was, i've been, i became, i used to be, i consider myself, myself, we are, we're, call myself,
    describe myself as, as
""")
_BETWEEN = any_of("""
    a, an, the, still, also, just, now, once, not, both, always, only, proud, recovering, former, recovered, grateful, lifelong,
    reformed, as
""")
_SELF = re.compile(rf"\b{_OF_ONESELF}(?: {_BETWEEN}){{0,4}} $")
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|my|me|myself)\b")
_NAMES_ITSELF = any_of("call, calls, called, describ*, identif*, refer*, see, sees")
_THEMSELVES = any_of("himself, herself, themselves, themself, myself, as")
_SELF_NAMED = any_of("described, identified, proclaimed, confessed, declared")
_IDENTIFIES = re.compile(
    rf"\b(?:self-{_SELF_NAMED}|{_NAMES_ITSELF} (?:to )?{_THEMSELVES}(?: as)?)(?: (?:a|an|being))? (?:\w+ )?$"
)


def softened(match: Match, scene: Scene) -> str:
    """Why the match is only advice, or an empty text."""
    if scene.block.kind is BlockKind.QUOTATION or any(quote.span.covers(match.span) for quote in scene.quotes):
        return QUOTED
    before = scene.folded[match.passage.span.start : match.span.start]
    if _IDENTIFIES.search(before) or (_SELF.search(before) and _FIRST_PERSON.search(scene.folded)):
        return OWN_WORDS
    return ""
