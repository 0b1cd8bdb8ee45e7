"""Let pass a wording in another sense, as the term's conditions tell it by the words around.

The surprise: there is no tagger. Whether a noun follows is told by the closed list of words that are not nouns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from stigmalint.context.scene import Scene
from stigmalint.document import Span
from stigmalint.matching.match import Hit, Match
from stigmalint.packs.compiled import CompiledTerm
from stigmalint.packs.model import Conditions, Grammar
from stigmalint.packs.wording import Element

Elements = tuple[Element, ...]
Parsed = Mapping[str, tuple[Elements, ...]]
"""A condition → the word sequences of which one must stand there."""

NOT_NOUNS = frozenset(
    # determiners, pronouns, question words
    " a an the this that these those his her their its my our your he she it they we you i him them us me who whom whose"
    " which what when where"
    " why how himself herself themselves itself yourself alone else whenever wherever whoever each every any some all none"
    " one two three"
    " several many much few both either neither"
    # conjunctions and prepositions
    " and or but nor so yet if because although though while whereas unless until since as than then of in on at by for from"
    " to into onto with"
    " without within about against between among through during before after above below under over up down out off near"
    " like per via toward"
    " towards upon across along around behind beside besides beyond despite except inside outside"
    # auxiliaries and adverbs
    " is are was were be been being am has have had having do does did doing done will would shall should can could may"
    " might must ought"
    " not n't never no also only just even still now here there too very more most less least again ever often always"
    " sometimes already soon"
    " once twice rather quite almost today yesterday tomorrow tonight instead however later later first last next back away"
    " home together"
    " apart aside abroad ahead alike forward elsewhere everywhere anywhere anymore indoors outdoors overnight downtown"
    " nearby early late"
    " asleep able unable likely due free dead 's 're 've 'd 'll 'm"
    # verbs in the past that do not end in -ed, and some that writers put behind people
    " began became broke brought bought built came caught chose cried cut did drank drew drove ate fell felt fled flew"
    " fought forgot found froze"
    " gave got grew heard held hid hit hung hurt kept knew laid led left lent lit lost made meant met paid put quit ran rang"
    " read rode rose said"
    " sang sat saw sent set shook shot shut slept sold spent spoke spread stole stood stuck struck swore taught thought"
    " threw told took tried"
    " understood went woke won wore wrote get gets getting go goes going come comes coming make makes take takes need needs"
    " want wants seek"
    " seeks live lives leave leaves know knows think thinks say says tell tells find finds keep keeps enter enters die dies"
    " let lets".split()
)
_VERBS_AFTER_MANY = frozenset(
    " ask become begin behave believe belong beg cause choose commit congregate consume crowd depend deserve drink eat"
    " experience fail fear feel"
    " gather happen inject join lack learn lie lose move occupy overdose participate pay pose prefer receive refuse relapse"
    " rely remain reoffend"
    " represent require return ride roam sell sit sleep stand stay steal struggle suffer survive talk tend trust turn use"
    " travel vote wait walk wander wish".split()
)
_NOUNS_IN_ING = frozenset(
    "counseling counselling housing training testing screening programming funding nursing setting meeting building".split()
)
_BE_LIKE = frozenset(
    " be am is are was were been being 's 're 'm seem seems seemed become becomes became becoming remain remains remained"
    " remaining stay stays"
    " stayed staying get gets got getting gotten feel feels felt feeling look looks looked looking appear appears appeared"
    " keep keeps kept".split()
)
_AFTER_A_PLURAL = frozenset("and or who of will must can may have has".split())
_NEGATIONS = frozenset("not n't never no nor neither without cannot nobody none".split())
_CLAUSE_SIGNS = frozenset(";:()—–.?!")
_PUNCTUATION = re.compile(r"^\W+$")


def passes(match: Match, scene: Scene, term: CompiledTerm) -> bool:
    """Whether the words around the match say that it is not meant in the sense of the term."""
    only, refused = term.term.only_if, term.term.not_if
    wanted = _tests(match, scene, only, term.only_if)
    unwanted = _tests(match, scene, refused, term.not_if)
    return not all(test() for test in wanted) or any(test() for test in unwanted)


def _tests(match: Match, scene: Scene, conditions: Conditions, parsed: Parsed) -> list[Callable[[], bool]]:
    """The conditions that are set, as questions still to be asked."""
    tests: list[Callable[[], bool]] = []
    for name, elements in parsed.items():
        tests.append(lambda name=name, elements=elements: _stands(name, match, scene, elements))  # type: ignore[misc]
    if conditions.cue:
        outside = Span(0, 0) if match.parts else match.span  # a rule fills its clause and names its own subject
        tests.append(lambda: any(scene.has_cue(name, outside) for name in conditions.cue))
    if conditions.grammar:
        tests.append(lambda: any(is_used_as(match, item, scene) for item in conditions.grammar))
    if conditions.part:
        tests.append(lambda: scene.block.kind.value in conditions.part)
    return tests


def _stands(name: str, match: Match, scene: Scene, alternatives: tuple[Elements, ...]) -> bool:
    """Whether one of the word sequences stands before, after, near or around the match; near a rule is in it too."""
    fills_its_clause = bool(match.parts) and name == "near"
    return any(fills_its_clause or _RELATIONS[name](hit, match.hit) for hit in scene.find(match.passage, alternatives))


_RELATIONS: Mapping[str, Callable[[Hit, Hit], bool]] = {
    "before": lambda hit, match: hit.last == match.first,
    "after": lambda hit, match: hit.first == match.last,
    "near": lambda hit, match: hit.last <= match.first or hit.first >= match.last,
    "within": lambda hit, match: hit.first <= match.first and hit.last >= match.last,
}


def is_used_as(match: Match, grammar: Grammar, scene: Scene) -> bool:
    """Whether the words around the match show this use of it."""
    words, hit = match.passage.words, match.hit
    if grammar is Grammar.ATTRIBUTIVE:
        return noun_follows(match)
    if grammar is Grammar.NOUN:
        return not noun_follows(match)
    if grammar is Grammar.PREDICATE:
        return any(word in _BE_LIKE for word in words[max(0, hit.first - 3) : hit.first])
    if grammar is Grammar.SENTENCE_START:
        return not any(letter.isalnum() for word in words[: hit.first] for letter in word)
    clause = _clause_before(words, hit.first)
    if grammar is Grammar.NEGATED:
        return any(word in _NEGATIONS for word in clause)
    return _has_person_subject(clause, scene)


def noun_follows(match: Match) -> bool:
    """Whether the next word is probably a noun, so that the match only describes it (“addict behaviour”)."""
    words, hit = match.passage.words, match.hit
    if hit.last >= len(words) or hit.tag == "pl" or (hit.tag == "sg" and not hit.ends_in_head):
        return False
    following = words[hit.last]
    if _PUNCTUATION.match(following) or following in NOT_NOUNS or following.endswith(("ly", "ed")):
        return False
    if following.endswith("ing") and following not in _NOUNS_IN_ING:
        return False
    if not hit.tag and following in _VERBS_AFTER_MANY:
        return False
    return not _looks_like_verb(following, words[: hit.first], words[hit.last + 1 :])


def _looks_like_verb(word: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether an unknown word in *-s* is a verb: a noun in the plural would be followed by its own verb or the end.

    Behind *a*, *each* or *every* no plural can end the phrase.
    """
    if not word.endswith("s") or word.endswith(("ss", "is", "us")):
        return False
    if before[-1:] in (("a",), ("an",), ("each",), ("every",)):
        return True
    return bool(after) and after[0] in NOT_NOUNS and after[0] not in _BE_LIKE | _AFTER_A_PLURAL


def _clause_before(words: tuple[str, ...], first: int) -> tuple[str, ...]:
    start = max((at + 1 for at in range(first) if words[at] in _CLAUSE_SIGNS), default=0)
    return words[start:first]


def _has_person_subject(clause: tuple[str, ...], scene: Scene) -> bool:
    """Whether the nearest noun or pronoun that the lists know, going back from the match, is a person."""
    persons = scene.vocabulary.classes["person"].number.keys() | scene.vocabulary.classes["person-pronoun"].number.keys()
    return any(word in persons for word in clause[-8:])
