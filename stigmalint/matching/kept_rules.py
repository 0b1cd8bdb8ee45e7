"""Turn the version of spaCy that is installed into the rules of its tokenizer, which were read from it once and kept.

The surprise: spaCy is only loaded when none are kept for this version. Whoever has no cache folder pays for it every time.
"""

from __future__ import annotations

import json
import os
from importlib.util import find_spec

from stigmalint.keeping import keep, keep_newest, kept
from stigmalint.matching.tokens import Rules
from stigmalint.packs.store import digest_of

_MOST = 4
"""So many versions are kept."""


def tokenizer_rules() -> Rules:
    """The rules of spaCy's English tokenizer."""
    version = spacy_version()
    name = f"tokens-{digest_of([version])}" if version else ""
    try:
        return Rules(*json.loads(kept(name) or "")) if name else _read()
    except (TypeError, ValueError):
        rules = _read()
        keep(name, json.dumps(rules, ensure_ascii=False))
        keep_newest("tokens-*", _MOST)
        return rules


def spacy_version() -> str:
    """The file that tells spaCy from its other versions; empty where it is not to be found."""
    engine = find_spec("spacy")  # which looks where it is and does not load it
    return f"{os.path.dirname(engine.origin)}/about.py" if engine and engine.origin else ""  # noqa: PTH120  as in ``packs.store``


def _read() -> Rules:
    from stigmalint.matching.spacy_tokens import spacy_rules  # noqa: PLC0415  loads spaCy

    return spacy_rules()
