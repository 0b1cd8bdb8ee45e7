"""The curated provisions turned round: what is denied, reported or protective passes."""

from __future__ import annotations

import pytest

from stigmalint.api import Checker
from stigmalint.examples import paragraph
from stigmalint.findings import Kind
from stigmalint.packs import load_vocabulary

CHECKER = Checker(load_vocabulary())

TURNED = [
    ("Residents who relapse will be discharged from the house.", "Residents who relapse will not be discharged from the house."),
    ("A positive urine screen is grounds for eviction.", "A positive urine screen is never grounds for eviction."),
    (
        "Any client found intoxicated will be removed from the program.",
        "No client found intoxicated will be removed from the program.",
    ),
    ("Tenants who use drugs may be evicted.", "The court struck down the rule that tenants who use drugs may be evicted."),
    ("Students caught vaping will be suspended.", "Nobody will be suspended when students are caught vaping."),
    ("Methadone is not allowed in the residence.", "The agency removed the rule that methadone is not allowed in the residence."),
    ("Staff may not carry naloxone.", "No rule says that staff may not carry naloxone."),
    ("Applicants must provide proof of sobriety.", "Applicants need not provide proof of sobriety."),
    ("Residents must remain abstinent.", "Residents are not required to remain abstinent."),
    ("Mothers who test positive will be reported to CPS.", "Mothers who test positive will not be reported to CPS."),
    ("We do not admit patients who use drugs.", "We oppose clinics that do not admit patients who use drugs."),
    ("Employees whose drug test is positive will be fired.", "Until 2021 employees whose drug test was positive were fired."),
    (
        "A second positive screen means three days in jail.",
        "Research shows that three days in jail after a positive screen does harm.",
    ),
    (
        "Patients lose their take-home doses after a positive test.",
        "Patients do not lose their take-home doses after a positive test.",
    ),
    (
        "Recipients who fail a drug test are ineligible for benefits.",
        "Recipients who fail a drug test are no longer ineligible for benefits.",
    ),
]


def provisions(text: str) -> list[str]:
    return [finding.matched for finding in CHECKER.findings(paragraph(text)) if finding.kind is Kind.PROVISION]


@pytest.mark.parametrize("asserted", [asserted for asserted, _ in TURNED])
def test_the_rule_is_found(asserted: str) -> None:
    assert provisions(asserted)


@pytest.mark.parametrize("turned", [turned for _, turned in TURNED])
def test_turned_round_it_passes(turned: str) -> None:
    assert provisions(turned) == []
