"""Rules are seen as parts, in whatever order and construction they stand."""

from __future__ import annotations

import pytest

from stigmalint.document import BlockKind, Document, Place
from stigmalint.findings import Elements, Finding, Kind, Severity
from tests.small_wordlists import document_of, findings_in

PARTS = """
[[part]]
id = "client"
role = "who"
noun = ["{any?} {person}"]

[[part]]
id = "use"
role = "trigger"
noun = ["positive test", "relapse"]
verb = ["test positive", "use drugs"]

[[part]]
id = "end"
role = "consequence"
noun = ["discharge"]
phrase = ["be (discharged|dismissed)", "(is|are) discharged", "not be admitted"]

[[part]]
id = "must"
role = "force"
phrase = ["(will|shall|may)", "grounds for", "(means|is|are)"]

[[part]]
id = "unless"
role = "exception"
phrase = ["unless"]

[[part]]
id = "no"
role = "negation"
phrase = ["(not|never|no|nobody)"]

[[part]]
id = "told"
role = "report"
phrase = ["court struck down"]

[[part]]
id = "law"
role = "law"
phrase = ["federal law requires"]

[[part]]
id = "help"
role = "support"
phrase = ["offered support"]

[[term]]
id = "rule"
kind = "provision"
severity = "error"
rewrite = "provision"
needs = ["use", "end", "must"]
principle = "safety first"
instead = "Keep care going."
why = "Because."
sources = ["guide"]
flag = ["[A positive test means discharge]."]
pass = ["Nothing."]
"""


def rules(document: Document | str) -> list[Finding]:
    return [finding for finding in findings_in(document, PARTS) if finding.kind is Kind.PROVISION]


@pytest.mark.parametrize(
    "text",
    [
        "Any patient who tests positive will be discharged.",
        "A positive test means discharge.",
        "Discharge may follow a relapse.",
        "A relapse is grounds for discharge.",
        "If clients use drugs, they shall be dismissed.",
        "Clients who use drugs will not be admitted.",
    ],
)
def test_a_rule_is_found_in_any_construction(text: str) -> None:
    (finding,) = rules(text)
    assert finding.matched == text.rstrip(".")
    assert finding.principle == "safety first"
    assert finding.suggestions == ()


def test_its_parts_come_out_in_the_words_of_the_text() -> None:
    (finding,) = rules("Any patient who tests positive will be discharged unless the nurse objects.")
    assert finding.elements == Elements(
        who="Any patient", trigger="tests positive", consequence="be discharged", force="will", exception="unless"
    )
    assert not finding.supported


def test_a_supportive_alternative_beside_the_rule_is_noted() -> None:
    (finding,) = rules("Patients who test positive are offered support or shall be discharged.")
    assert finding.supported


@pytest.mark.parametrize(
    "missing", ["Patients who test positive are seen by a nurse.", "Patients will be discharged at noon.", "Relapse. Discharge."]
)
def test_no_rule_where_a_part_is_missing(missing: str) -> None:
    assert rules(missing) == []


def test_a_lead_in_and_its_item_make_one_rule() -> None:
    (finding,) = rules(document_of("a positive test", kind=BlockKind.LIST_ITEM, lead_in="Grounds for discharge are:"))
    assert finding.matched == "a positive test"
    assert finding.elements is not None
    assert finding.elements.consequence == "discharge"
    assert rules(document_of("threats to staff", kind=BlockKind.LIST_ITEM, lead_in="Grounds for discharge are:")) == []


def test_a_heading_may_carry_the_trigger_only() -> None:
    (finding,) = rules(document_of("The client will be discharged.", place=Place(heading=("Positive test",))))
    assert finding.matched == "The client will be discharged"
    assert rules(document_of("Any relapse will be discussed.", place=Place(heading=("Discharge",)))) == []


def test_the_clause_ends_at_a_semicolon() -> None:
    (finding,) = rules("Meals are at noon; a positive test means discharge; doors close at ten.")
    assert finding.matched == "a positive test means discharge"


@pytest.mark.parametrize(
    "text",
    [
        "Patients who test positive will not be discharged.",
        "No patient will be discharged for a positive test.",
        "Nobody shall be dismissed after a relapse.",
        "The court struck down the rule that a positive test means discharge.",
        "Will I be discharged if I test positive?",
    ],
)
def test_a_rule_that_is_taken_back_passes(text: str) -> None:
    assert rules(text) == []


def test_a_rule_imposed_by_law_is_advice() -> None:
    (finding,) = rules("As federal law requires, a positive test means discharge.")
    assert finding.severity is Severity.ADVICE
    assert finding.note == "inherited from law (“federal law requires”); the document may have no choice"


def test_a_sentence_of_many_parts_is_read_in_the_time_it_takes_to_read_it() -> None:
    """Every combination of 150 triggers, 150 consequences and 150 wills would be three million."""
    (finding,) = rules("any patient who tests positive will be discharged and " * 150)
    assert finding.elements is not None
    assert finding.elements.trigger == "tests positive"


def test_what_is_near_a_rule_may_stand_within_it() -> None:
    near = PARTS.replace('needs = ["use"', 'not_if.near = ["surgery"]\nneeds = ["use"')
    assert findings_in("A positive test means discharge.", near)
    assert findings_in("A positive test before surgery means discharge.", near) == []
