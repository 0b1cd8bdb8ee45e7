"""What was judged becomes numbers and comes back; the findings made of it are the same to the last letter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.api import Checker
from stigmalint.cache.numbers import from_numbers, to_numbers
from stigmalint.context.guards import INHERITED
from stigmalint.document import BlockKind, Document, Place
from stigmalint.findings import Finding
from stigmalint.judged import Judged, finding_of
from stigmalint.matching.regions import Regions
from stigmalint.packs import load_vocabulary
from stigmalint.packs.wording import Word
from tests.small_wordlists import ADDICT, document_of, term, vocabulary_of

VOCABULARY = load_vocabulary()
CHECKER = Checker(VOCABULARY)
FORMS = sorted(
    {form for pattern in VOCABULARY.patterns for each in pattern.elements if isinstance(each, Word) for form in each.forms}
)
GLUE = st.sampled_from(
    [" ", "-", "’s ", ", ", " “", "” ", ". The ", " an ", " İ ΣΑΣ ", " As required by statute, ", " will be discharged ", "; "]
)
EXAMPLES = [example.text for compiled in VOCABULARY.terms for example in (*compiled.term.flag, *compiled.term.passes)]


def judged_in(document: Document, checker: Checker = CHECKER) -> list[Judged]:
    return list(checker._judged(document, iter(Regions(document, checker._vocabulary))))


def there_and_back(document: Document) -> list[Finding]:
    numbers = to_numbers(judged_in(document), VOCABULARY)
    assert numbers is not None
    assert all(isinstance(number, int) for number in numbers)
    known = from_numbers([int(number) for number in numbers], document, VOCABULARY)
    assert known is not None
    return [finding_of(each, document, VOCABULARY) for each in known]


@given(st.lists(st.tuples(st.sampled_from(FORMS), GLUE), min_size=1, max_size=12))
@settings(max_examples=60)
def test_any_text_comes_back(parts: list[tuple[str, str]]) -> None:
    document = document_of("".join(word + glue for word, glue in parts))
    assert there_and_back(document) == list(CHECKER.findings(document))


def test_every_example_comes_back() -> None:
    document = document_of(*EXAMPLES)
    findings = list(CHECKER.findings(document))
    assert len(findings) > 1_000
    assert there_and_back(document) == findings


def test_what_introduces_a_block_comes_back() -> None:
    heads = {"lead_in": "As required by statute, the following are grounds for dismissal:", "column_head": "Consequence"}
    document = document_of(
        "A positive drug test", "Discharge", kind=BlockKind.LIST_ITEM, place=Place(heading=("Failing a drug test",)), **heads
    )
    (first, *_) = found = list(CHECKER.findings(document))
    assert first.elements is not None
    assert first.elements.consequence == "dismissal"
    assert first.note == INHERITED.format(law="As required by statute")
    assert there_and_back(document) == found


def test_numbers_that_do_not_fit_are_none() -> None:
    document = document_of("The addicts left. The drunks stayed.")
    numbers = to_numbers(judged_in(document), VOCABULARY) or []
    assert len(numbers) > 20
    assert from_numbers([99, *numbers[1:]], document, VOCABULARY) is None
    assert all(from_numbers(numbers[:length], document, VOCABULARY) is None for length in range(1, 20))


def test_what_has_no_number_is_not_kept() -> None:
    checker, document = Checker(vocabulary_of(term(ADDICT))), document_of("An addict left.")
    (judged,) = judged_in(document, checker)
    odd = Judged(judged.block, judged.match, judged.kind, judged.severity, "a note of its own", {}, supported=False)
    assert to_numbers([odd], checker._vocabulary) is None
