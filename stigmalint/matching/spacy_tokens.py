"""Turn spaCy's English tokenizer into rules that can be followed without it, or have it cut a text itself.

The surprise: an exception that spaCy's expressions would cut differently is found again behind them, so spaCy keeps how they
would cut it; that is worked out here by the same rules without exceptions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import spacy
from spacy.attrs import ORTH
from spacy.tokenizer import Tokenizer as SpacyTokenizer

from stigmalint.matching.tokens import Rules, Tokenizer


def spacy_rules() -> Rules:
    """The rules of the tokenizer that is installed."""
    theirs = _theirs()
    searches = (theirs.prefix_search, theirs.suffix_search, theirs.infix_finditer, theirs.url_match)
    prefix, suffix, infix, url = (search.__self__.pattern for search in searches)
    exceptions = {text: [token[ORTH] for token in tokens] for text, tokens in theirs.rules.items() if not text.isspace()}
    plain = Tokenizer(Rules(prefix, suffix, infix, url, {}, {}))
    is_cut = (theirs.find_prefix, theirs.find_suffix, theirs.find_infix)
    scattered = {text: list(plain(text)) for text in exceptions if any(cuts(text) for cuts in is_cut)}
    return Rules(prefix, suffix, infix, url, exceptions, scattered)


def spacy_cut() -> Callable[[str], Sequence[str]]:
    """Cuts a stretch without white space into tokens, as spaCy itself does."""
    theirs = _theirs()
    return lambda run: [token.text for token in theirs(run)]


@cache
def _theirs() -> SpacyTokenizer:
    tokenizer: SpacyTokenizer = spacy.blank("en").tokenizer
    return tokenizer
