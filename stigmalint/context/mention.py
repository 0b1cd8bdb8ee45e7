"""Let pass words that are talked about rather than used: “the term addict”, quotation marks round a label, avoid/use lists.

The surprise: “avoid substance abuse” is not a mention, “avoid ‘substance abuse’” is; a bare verb of avoiding proves nothing.
"""

from __future__ import annotations

import re

from stigmalint.context.cues import any_of, whole
from stigmalint.context.scene import Scene
from stigmalint.document import BlockKind, MarkKind, Span
from stigmalint.matching.fold import fold
from stigmalint.matching.match import Match

SHORT = 5
"""A quotation of at most this many words is a label held up, not a speaker quoted."""

_WORDS = any_of("""
    word, words, term, terms, phrase, phrases, label, labels, noun, nouns, expression, expressions, slur, slurs, language
""")
_NAMES_A_WORD = any_of("""
    word, words, term, terms, phrase, phrases, label, labels, noun, nouns, adjective, adjectives, expression, expressions,
    slur, slurs, epithet, epithets, name, names, terminology, language, wording, euphemism, euphemisms,
    called, labelled, labeled, dubbed, branded, referred to as, known as, so-called, diagnosis of, category of
""")
_LINKS = r"(?: (?:such as|like|including|is|was|are|as|of|being|for|a|an|the|“|\"|'|:|,)){0,3}[\s\"'(:]*$"
_NAMED = re.compile(rf"(?<![-\w]){_NAMES_A_WORD}{_LINKS}")
"""“the term …”: directly before the match stands what says that a word follows."""
_IN_A_LIST_OF_WORDS = re.compile(rf"\b{_WORDS}\b(?: \w+){{0,2}}? (?:such as|like|including)\b[^.;]*$")

_IN_PLACE_OF = any_of("""
    instead of, rather than, in place of, not, over, than, never, replac*, avoid*, drop*, retir*,
    don't say, do not say, stop saying, (?:do not|don't|never) (?:use|write|say)
""")
_REPLACED = re.compile(rf"\b{_IN_PLACE_OF}[\s\"'(:]*(?:using |saying |writing |the |a |an )?[\"'(]*$")
_ABOUT_WORDING = re.compile(
    whole("""
    say, says, saying, write, writes, wording, word, words, term, terms, terminology, language, phrase, phrases, label, labels,
    person-first, people-first, style ?guide, vocabulary, preferred, stigmati[sz]ing
""")
)

_AVOID = re.compile(
    whole("""
    avoid, avoids, avoided, avoiding, (?:do not|don't|never|not) (?:say|use|write), (?:words|terms|language|phrases) not to use,
    instead of, rather than, outdated, outmoded, replace, replaces, replaced, not this, less preferred, no longer use,
    no longer used, stigmati[sz]ing (?:language|terms?|words?|labels?),
    (?:terms|words|phrases|language|labels) to (?:avoid|replace|retire|drop),
    (?:discouraged|non-?preferred|harmful|problematic|pejorative) (?:terms?|words?|language|labels?|phrases?),
    (?:negative|old|dated|offensive) (?:terms?|words?|language|labels?|phrases?)
""")
)
_OPENS_AVOID = any_of("""
    avoid, instead of, rather than, don't (?:say|use), do not (?:say|use), never (?:say|use), not, outdated, old, no,
    stigmati[sz]ing
""")
_INTRODUCES = re.compile(rf"^\W*{_OPENS_AVOID}\b[^.]{{0,40}}?:")
_GUIDE = re.compile(
    whole("""
    words matter, language guide, style guide, guide to (?:language|terminology|words), person-first, people-first,
    language matters, terminology, glossary, inclusive language, preferred terms, changing the language
""")
)
_ARROW = re.compile(r"^[\"'\s)]*(?:→|->|=>|⇒|➔)")
_IS_DEFINED = re.compile(r"^,? (?:means|shall mean|includes|shall include|is defined as)\b")
_DEFINED = re.compile(r"^[\"'\s]*(?:\([^)]*\) ?)?(?::|[-–—] |\bsee\b)")


def passes(match: Match, scene: Scene) -> bool:
    """Whether the match is mentioned, not used."""
    return (
        _in_short_quotation(match.span, scene)
        or _held_up(match, scene)
        or _in_avoid_list(scene)
        or _entry_of_a_guide(match, scene)
    )


def _in_short_quotation(span: Span, scene: Scene) -> bool:
    """Whether the match stands in a few quoted words or in a quoted title; what a text defines for itself it uses."""
    text = scene.block.text
    return any(
        quote.span.covers(span)
        and (quote.words <= SHORT or _is_title(text[quote.span.start : quote.span.end]))
        and not _IS_DEFINED.match(text[quote.span.end + 1 :])
        for quote in scene.quotes
    )


def _is_title(text: str) -> bool:
    """Whether every longer word has a capital."""
    words = [word for word in re.findall(r"[A-Za-z][\w'’]*", text) if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _held_up(match: Match, scene: Scene) -> bool:
    """Whether the words before the match say that a word follows: “the term …”, “say X instead of …”.

    A verb of replacing, talk of wording and italics prove little each; two of them together do.
    """
    span, sentence = match.span, match.passage.span
    before, after = scene.folded[sentence.start : span.start], scene.folded[span.end : sentence.end]
    if _NAMED.search(before) or _IN_A_LIST_OF_WORDS.search(before) or _ARROW.match(after):
        return True
    signs = (
        bool(_ABOUT_WORDING.search(before) or _ABOUT_WORDING.search(after)),
        bool(_REPLACED.search(before)),
        _is_emphasised(span, scene),
    )
    return sum(signs) > 1 or bool(_INTRODUCES.match(before))


def _is_emphasised(span: Span, scene: Scene) -> bool:
    """Whether exactly these words are set in italics."""
    marks = (mark for mark in scene.block.marks if mark.kind is MarkKind.EMPHASIS)
    return any(mark.span.covers(span) and len(mark.span) <= len(span) + 6 for mark in marks)


def _in_avoid_list(scene: Scene) -> bool:
    """Whether the block stands in a list, table column or under a heading of wordings to avoid."""
    block = scene.block
    if block.kind is BlockKind.TABLE_CELL and _AVOID.search(_folded(block.column_head)):
        return True
    if block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL):
        is_avoided = any(_AVOID.search(text) and _is_about_words(text) for text in scene.introduction)
        return is_avoided or bool(_INTRODUCES.match(scene.folded))
    return bool(_INTRODUCES.match(scene.folded)) and len(scene.folded) < 200


def _is_about_words(text: str) -> bool:
    return bool(_ABOUT_WORDING.search(text)) or len(text.split()) <= 4


def _entry_of_a_guide(match: Match, scene: Scene) -> bool:
    """Whether the match is an entry, a short item or a table cell in a guide to language."""
    if not any(_GUIDE.search(text) for text in (scene.around.title, *map(fold, scene.block.place.heading))):
        return False
    if match.span.start <= 3 and _DEFINED.match(scene.folded[match.span.end :]):
        return True
    is_short_item = scene.block.kind is BlockKind.LIST_ITEM and len(scene.folded.split()) <= 8
    return is_short_item or scene.block.kind is BlockKind.TABLE_CELL


def _folded(text: str) -> str:
    return text.lower().replace("’", "'")
