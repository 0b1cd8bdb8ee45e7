"""Turn the two halves of a word at a line end into a decision: one word, or two with a hyphen between.

Print shows the same sign for both. The document itself is asked first, since most words stand in it more than once;
then lists of beginnings and ends of which compounds are made; whatever is left was one word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from stigmalint.readers.pdf.characters import BROKEN

_ALWAYS_IN_LINES = """
abstinence aids alcohol amphetamine benzodiazepine cannabis cocaine crack drug evidence fentanyl harm hcv heroin hiv
injection marijuana medication meth methadone nicotine non opiate opioid person psycho recovery self stigma stimulant
substance tobacco trauma well
"""
_ALWAYS = frozenset(_ALWAYS_IN_LINES.split())
"""Beginnings that are nearly always followed by a hyphen."""

_NEVER_AFTER = frozenset("ed ful ge gence ging gist gists hood ing ish less ly ment ness ous sense tion tive".split())
"""Ends that are no words: “drug-gist”, “self-ish”."""

_WITH = {
    "anti": "abuse addiction alcohol anxiety craving discrimination discriminatory drug racism racist "
    "smoking social stigma tobacco",
    "co": "dependence dependency dependent existing facilitator founder located morbid morbidities morbidity occurring payment "
    "prescribed prescribing resident residents response tenant tenants use using worker workers",
    "ex": "addict addicts alcoholic alcoholics boyfriend client clients con cons convict convicts drinker drinkers employee "
    "employees felon felons gambler gamblers girlfriend husband inmate inmates junkie junkies member members offender offenders "
    "partner partners patient patients prisoner prisoners service smoker smokers soldier soldiers user users wife",
    "mid": "term year",
    "post": "acute exposure incarceration natal overdose partum release sentence traumatic treatment",
    "pre": "admission approved arrest employment existing exposure release screening sentence trial treatment",
    "re": "admit entry offend offended offender offenders offending offends traumatisation traumatization traumatise traumatize",
    "sub": "acute clinical group groups population populations",
}
_COMPOUNDS = {head: frozenset(tails.split()) for head, tails in _WITH.items()}
"""Beginnings that take a hyphen before these words only: “ex-user”, but “extreme”."""

_TAILS_IN_LINES = """
abiding abuser abusers abusing addicted affected assisted based bound centered centred dealer dealers dependent driven
exposed focused free harm help impaired income induced infected informed injecting involved led level like maintained
mandated matched minded misuser misusers misusing negative ordered oriented positive related risk seeking specific
supported taker takers taking term threshold tolerance user users using wide willed year
"""
_TAILS = frozenset(_TAILS_IN_LINES.split())
"""Ends that make a compound of a word that also stands alone: “court-ordered”, but “corre-lated”."""

_WORDS = re.compile(rf"(?<![\w{BROKEN}-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w{BROKEN}-])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:[@/]|www\.)[^\s]*-\n|-\n[^\s]*[@/]\w")
_SMALL = re.compile(r"-(?:a|and|by|for|in|of|on|or|the|to)$", re.IGNORECASE)
"""The middle of “state-of-the-art”: always followed by a hyphen."""


class Hyphens:
    """Decides for one document; ``texts`` are those of its pages."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for text in self._texts for word in _WORDS.findall(text.casefold()))

    @cached_property
    def _breaks_words(self) -> bool:
        """Whether words are broken all over the document; else a hyphen in a web or mail address is its own."""
        broken, whole = (sum(text.count(end) for text in self._texts) for end in (BROKEN, "\n"))
        return broken > max(2, 0.03 * whole)

    def keeps(self, before: str, after: str) -> bool:
        """Whether a hyphen stays between a line that ends with ``before`` and one that begins with ``after``."""
        head, tail = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        if not head or not tail or _SMALL.search(before):
            return True
        if not self._breaks_words and _ADDRESS.search(f"{before[-80:]}-\n{after[:80]}"):
            return True
        if tail.group()[0].isupper() and not head.group().isupper():
            return True
        return self._is_compound(head.group().casefold(), tail.group().casefold())

    def _is_compound(self, head: str, tail: str) -> bool:
        if f"{head}-{tail}" in self._words:
            return True
        if head + tail in self._words:
            return False
        tail = tail.partition("-")[0]
        if head in _ALWAYS:
            return tail not in _NEVER_AFTER
        return tail in _COMPOUNDS.get(head, ()) or (tail in _TAILS and self._is_word(head))

    def _is_word(self, head: str) -> bool:
        """Whether ``head`` stands alone in the document, or is too long for the first part of a word."""
        return len(head) > 6 or (len(head) > 2 and head in self._words)
