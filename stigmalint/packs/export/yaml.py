"""Turn words into YAML and regular expressions that Vale and prh read alike.

The surprise: every text is written as JSON writes it, which is YAML too, so nothing in it can be taken for YAML's own signs.
"""

from __future__ import annotations

import json
import re

_SPECIAL = re.compile(r"([.^$*+?()\[\]{}|\\/])")


def scalar(text: str) -> str:
    """A text as a quoted scalar, in ASCII, so that no reader stumbles over a sign."""
    return json.dumps(text)


def expression(text: str) -> str:
    """The words as a regular expression: a hyphen or white space between them, straight or curly apostrophes."""
    words = (_SPECIAL.sub(r"\\\1", word).replace("'", "['’]") for word in text.split())
    return r"[-\s]+".join(words)
