"""Turn a match into wordings that fit its sentence: number, tense, possessive, article and capitals.

The surprise: the span may grow. “An addict” is replaced with its article, and “the addict's family” with its possessive,
because neither would be right if it were left standing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stigmalint.articles import indefinite_article
from stigmalint.context.sense import noun_follows
from stigmalint.document import Span
from stigmalint.findings import Rewrite
from stigmalint.matching.match import Match
from stigmalint.packs.compiled import CompiledTerm, plain, rejoined
from stigmalint.packs.model import PartOfSpeech
from stigmalint.packs.vocabulary import Vocabulary

_SLOT = re.compile(r"\{(?P<name>[a-z-]+)(?:\.(?P<property>[a-z]+))?(?P<optional>\?)?\}")
_HAVE_OR_BE = frozenset("have has had having 've is are was were be been being am 's 're 'm get gets got getting".split())
_PLURAL_SUBJECTS = frozenset("they we you these those who people both many several few".split())
_BEHIND_HEAD = re.compile(
    r" (?:with|without|who|whom|of|in|on|at|from|for|to|taking|living|experiencing|using|sleeping|asking|serving|returning"
    r"|receiving|convicted|involved|charged|assessed|released)\b"
)
"""What opens the complement of an offered noun phrase (“person living with …”)."""
_SMALL_IN_TITLES = frozenset("a an the and or of in on for with to by who from at as".split())


@dataclass(frozen=True, slots=True)
class Offer:
    """Wordings that can stand in place of ``span`` of the block as they are, the best first; often none."""

    span: Span
    texts: tuple[str, ...] = ()


def suggest(match: Match, vocabulary: Vocabulary) -> Offer:
    """What can be written instead of a match."""
    compiled = vocabulary.terms[match.term]
    if compiled.term.rewrite is not Rewrite.WORDING:
        return Offer(match.span)
    owned = _possessive_end(match, compiled)
    span = Span(match.span.start, owned or match.span.end)
    filled = ((_fill(text, match, vocabulary), is_mass) for text, is_mass in _templates(match, compiled, vocabulary, bool(owned)))
    shaped = ((_possessive(text) if owned else text, is_mass) for text, is_mass in filled if text)
    fitted = {_fit_capitals(text, match, span): is_mass for text, is_mass in shaped}
    fitted.pop(_text(match, span), None)
    return _fit_article(match, span, fitted)


def _text(match: Match, span: Span) -> str:
    return match.passage.block.text[span.start : span.end]


# -- form


def _templates(match: Match, compiled: CompiledTerm, vocabulary: Vocabulary, owned: bool) -> Iterator[tuple[str, bool]]:
    """The offered texts in the form found, slots still open, and whether each loses an article *a* before it."""
    is_noun = compiled.term.part_of_speech is PartOfSpeech.NOUN
    tag = _tag(match)
    if is_noun and not owned and noun_follows(match):
        texts = compiled.attributive or tuple(offer["sg"] for offer in compiled.offers if _is_mass(offer, vocabulary))
        yield from ((text, False) for text in texts)
        return
    for offer in compiled.offers:
        text = compiled.possessive.get(tag, "") if owned else ""
        yield text or offer.get(tag) or offer.get("sg") or offer["VB"], is_noun and _is_mass(offer, vocabulary)


def _is_mass(offer: Mapping[str, str], vocabulary: Vocabulary) -> bool:
    """Whether an offer is the same in singular and plural, and so can stand before a noun or without an article.

    One whose noun is a slot (“{person} with …”) has the number of the word found there.
    """
    text = offer.get("sg", "")
    slots = [vocabulary.classes[slot["name"]] for slot in _SLOT.finditer(text) if not slot["property"]]
    counts = any(any(members.number.values()) for members in slots)
    return text == offer.get("pl") and not counts and not re.search(r"\b(?:with|who|of)\b", text)


def _tag(match: Match) -> str:
    """The tag of the match, past tense told from participle, and *was* from *were*, by the words before it."""
    words, first = match.passage.words, match.hit.first
    before = words[max(0, first - 2) : first]
    if match.hit.tag == "VBD" and any(word in _HAVE_OR_BE for word in before):
        return "VBN"
    if match.hit.tag == "VBD" and any(word in _PLURAL_SUBJECTS or word.endswith("s") for word in before[-1:]):
        return "were"
    return match.hit.tag or "sg"


def _possessive_end(match: Match, compiled: CompiledTerm) -> int:
    """Where the possessive ending directly behind a noun ends, or 0."""
    passage, last = match.passage, match.hit.last
    if compiled.term.part_of_speech is not PartOfSpeech.NOUN or last >= len(passage.words):
        return 0
    ending = passage.span_of(last, last + 1)
    plural = match.hit.tag == "pl" and passage.words[last] == "'"
    closes_quote = plural and any(word == "'" for word in passage.words[: match.hit.first])
    is_ending = passage.words[last] == "'s" or (plural and not closes_quote and last + 1 < len(passage.words))
    return ending.end if is_ending and ending.start == match.span.end else 0


def _possessive(text: str) -> str:
    """“person with …” → “person's”: the head noun alone carries the possessive."""
    head = _BEHIND_HEAD.split(text)[0]
    if head.endswith(("'s", "’s", "s'", "s’")):
        return head
    return f"{head}'" if head.endswith("s") and not head.endswith("ss") else f"{head}'s"


# -- slots


def _fill(text: str, match: Match, vocabulary: Vocabulary) -> str:
    """The text with the words found in its slots, or nothing when a word it needs is not there."""
    missing = False

    def found(slot: re.Match[str]) -> str:
        nonlocal missing
        word = _slot_text(slot["name"], slot["property"], match, vocabulary)
        missing = missing or (not word and not slot["optional"])
        return word

    filled = " ".join(_SLOT.sub(found, text).split())
    return "" if missing else filled


def _slot_text(name: str, property: str | None, match: Match, vocabulary: Vocabulary) -> str:
    words = vocabulary.classes[name]
    if name not in match.hit.slots:
        return words.properties[property].get(plain(words.default), "") if property else words.default
    found = match.passage.words[slice(*match.hit.slots[name])]
    return words.properties.get(property, {}).get(rejoined(found), "") if property else words.spelled(found)


# -- capitals and article


def _fit_capitals(text: str, match: Match, span: Span) -> str:
    """The text in the capitals of the words it replaces."""
    block, replaced = match.passage.block.text, _text(match, span)
    sentence = match.passage.text
    if replaced.upper() == replaced and (" " in replaced.strip() or sentence.upper() == sentence):
        return text.upper()
    if _is_title(sentence) and replaced[:1].isupper():
        return " ".join(word if word in _SMALL_IN_TITLES else _capital_first(word) for word in _capital_first(text).split())
    before = block[: span.start].rstrip(" \"'“‘(*_[")
    starts = span.start == match.passage.span.start or not before or before[-1] in ".:!?•–—|)"
    return _capital_first(text) if replaced[:1].isupper() and starts else text


def _capital_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_title(sentence: str) -> bool:
    """Whether nearly every longer word of the sentence has a capital, as in headings and titles."""
    words = [word for word in re.findall(r"[A-Za-z][\w'’]*", sentence) if word.lower() not in _SMALL_IN_TITLES]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _fit_article(match: Match, span: Span, texts: Mapping[str, bool]) -> Offer:
    """The offer with its *a* or *an* put right, where one stands directly before the match; mass nouns lose it."""
    passage, first = match.passage, match.hit.first
    if not texts or first == 0 or passage.words[first - 1] not in ("a", "an"):
        return Offer(span, tuple(texts))
    article = passage.span_of(first - 1, first)
    written = _text(match, article)
    fitted = [text if is_mass else f"{indefinite_article(text)} {text}" for text, is_mass in texts.items()]
    if all(text.startswith(f"{written.lower()} ") for text in fitted):
        return Offer(span, tuple(texts))
    return Offer(Span(article.start, span.end), tuple(_capital_first(text) if written[:1].isupper() else text for text in fitted))
