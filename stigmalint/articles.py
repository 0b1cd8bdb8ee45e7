"""Turn the beginning of a phrase into the article it takes, *a* or *an*, as it is spoken.

The surprise: abbreviations go by the name of their first letter (“an HIV test”, “a SUD clinic” is said as a word or by
letters alike), so letters and initialisms are told apart by a short list of those that are said as words.
"""

from __future__ import annotations

import re

_SPOKEN_AS_WORDS = frozenset("AIDS NIDA MAT SAMHSA NASA UNICEF MOUD NATO SUD SIDA RADAR PIN SWAT FASD NAS HUD".split())
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_SILENT_H = ("hour", "honest", "honour", "honor", "heir")
_LIKE_YOU = re.compile(r"(?:u[bcfhjkqrstn][aeiou]|eu|ewe|uni(?!n|m)|usa|use|usu|uti|ubi|one|once)", re.IGNORECASE)
_VOWEL_NUMBERS = re.compile(r"(?:8|11|18)(?:\D|$)|8\d|18\d\d\b")


def indefinite_article(phrase: str) -> str:
    """``a`` or ``an`` for the word that begins ``phrase``."""
    found = re.search(r"[\w'’]+", phrase)
    word = found.group() if found else ""
    if word[:1].isdigit():
        return "an" if _VOWEL_NUMBERS.match(word) else "a"
    if len(word) > 1 and word.isupper() and word not in _SPOKEN_AS_WORDS:
        return "an" if word[0] in _VOWEL_LETTERS else "a"
    if word.lower().startswith(_SILENT_H):
        return "an"
    if _LIKE_YOU.match(word) and not word.lower().startswith(("unin", "unim", "unus", "urg", "ust")):
        return "a"
    return "an" if word[:1].lower() in "aeiou" and word else "a"
