import pytest

from stigmalint.document import BlockKind, Place
from tests.small_wordlists import document_of, findings_in, matched, term


def clean(condition: str) -> str:
    return term(f'adjective = ["clean"]\nprefer = ["in remission"]\n{condition}')


@pytest.mark.parametrize(
    ("condition", "yes", "no"),
    [
        ('only_if.before = ["get", "stay"]', "He got clean.", "He is clean."),
        ('only_if.before = ["stay {degree}"]', "He stayed chronic clean.", "He stayed clean."),
        ('only_if.after = ["for {number}"]', "Clean for 90 days.", "Clean for once."),
        ('not_if.after = ["water", "bill of health"]', "A clean home.", "A clean bill of health."),
        ('only_if.near = ["{substance}"]', "Clean, without heroin.", "Clean, without soap."),
        ('not_if.within = ["clean water act"]', "Clean water.", "The clean water act."),
        ('only_if.cue = ["cue"]', "Clean since methadone.", "Clean since Monday."),
        ('only_if.grammar = ["predicate"]', "He is now clean.", "A clean plate."),
        ('only_if.grammar = ["attributive"]', "A clean plate.", "He is clean."),
        ('only_if.grammar = ["noun"]', "He is clean.", "A clean plate."),
        ('only_if.grammar = ["person-subject"]', "The patients stayed clean.", "The plates stayed clean."),
        ('only_if.grammar = ["sentence-start"]', "Clean today.", "Today clean."),
        ('only_if.grammar = ["negated"]', "They are not clean.", "They are clean."),
    ],
)
def test_each_condition_tells_the_senses_apart(condition: str, yes: str, no: str) -> None:
    assert [word.lower().removeprefix("a ") for word in matched(yes, clean(condition))] == ["clean"]
    assert matched(no, clean(condition)) == []


def test_all_of_only_if_and_none_of_not_if() -> None:
    both = clean('only_if.before = ["stay"]\nonly_if.near = ["{substance}"]\nnot_if.after = ["up"]')
    assert matched("He stayed clean of heroin.", both) == ["clean"]
    assert matched("He stayed clean.", both) == []
    assert matched("He stayed clean up to heroin.", both) == []


def test_a_cue_may_stand_above_the_block_or_be_the_subject_of_the_document() -> None:
    cue = clean('only_if.cue = ["cue"]')
    assert matched(document_of("Clean homes.", place=Place(heading=("Methadone",))), cue) == ["Clean"]
    assert matched(document_of("Clean homes.", kind=BlockKind.LIST_ITEM, lead_in="In drug court:"), cue) == ["Clean"]
    subject = document_of("Methadone.", "A syringe.", "The drug court.", "Clean homes.")
    assert matched(subject, cue) == ["Clean"]


def test_the_part_of_the_document_can_be_asked_for() -> None:
    part = clean('only_if.part = ["footnote"]')
    assert matched(document_of("Clean.", kind=BlockKind.FOOTNOTE), part) == ["Clean"]
    assert findings_in("Clean.", part) == []
