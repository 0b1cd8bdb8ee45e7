"""Turn the version of spaCy that is installed into the rules of its tokenizer, which were read from it once and kept.

The surprise: spaCy is only loaded when none are kept for this version. Whoever has no cache folder pays for it every time.
"""

from __future__ import annotations

import json

from stigmalint.keeping import keep, keep_newest, kept
from stigmalint.matching.tokens import Rules
from stigmalint.packs.store import digest_of, files_in, folder_of

_MOST = 4
"""So many versions are kept."""


def tokenizer_rules() -> Rules:
    """The rules of spaCy's English tokenizer."""
    try:
        name = f"tokens-{digest_of(files_in(folder_of('spacy'), 'about.py'))}"
    except OSError:  # its version cannot be told
        return _read()
    try:
        return Rules(*json.loads(kept(name) or ""))
    except (TypeError, ValueError):
        rules = _read()
        keep(name, json.dumps(rules, ensure_ascii=False))
        keep_newest("tokens-*", _MOST)
        return rules


def _read() -> Rules:
    from stigmalint.matching.spacy_tokens import spacy_rules  # noqa: PLC0415  loads spaCy

    return spacy_rules()
