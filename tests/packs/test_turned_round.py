"""The curated framings and rules, each asserted and turned round: what the author denies, rejects or reports passes."""

from __future__ import annotations

import pytest

from stigmalint.api import Checker
from stigmalint.examples import paragraph
from stigmalint.findings import Kind
from stigmalint.packs import load_vocabulary

CHECKER = Checker(load_vocabulary())

TURNED = [
    (
        "Addiction is a moral failing.",
        "Addiction is not a moral failing.",
    ),
    (
        "Obesity is a choice.",
        "People are wrongly told that obesity is a choice.",
    ),
    (
        "You are part of the disease.",
        "It is not true that you are part of the disease.",
    ),
    (
        "A bed must go to people who have earned it, and rough sleepers like it that way.",
        "The claim that rough sleepers like it that way is wrong.",
    ),
    (
        "The heroin contagion followed the tram lines.",
        "We reject talk of a heroin contagion.",
    ),
    (
        "Self-harm is a bid for attention.",
        "Self-harm is never a bid for attention.",
    ),
    (
        "It is not too late to become a decent woman again.",
        "Nobody here is asked to become a decent woman again.",
    ),
    (
        "Addiction is a lifestyle choice.",
        "The idea that addiction is a lifestyle choice keeps people from care.",
    ),
    (
        "Drinkers brought their liver disease on themselves.",
        "It is a myth that drinkers brought their liver disease on themselves.",
    ),
    (
        "Naloxone encourages drug use.",
        "There is no evidence that naloxone encourages drug use.",
    ),
    (
        "Needle exchange sends the wrong message about drugs.",
        "Needle exchange does not send the wrong message about drugs.",
    ),
    (
        "Methadone is just trading one addiction for another.",
        "Methadone is not trading one addiction for another.",
    ),
    (
        "People who use drugs lack willpower.",
        "Nobody with an addiction simply lacks willpower; drugs change the brain.",
    ),
    (
        "Our war on drugs goes on.",
        "The failed war on drugs has cost lives.",
    ),
    (
        "Families must practise tough love when a son uses heroin.",
        "Tough love does not work when a son uses heroin.",
    ),
    (
        "She has to hit rock bottom before rehab can help.",
        "She does not have to hit rock bottom before rehab can help.",
    ),
    (
        "Addiction is a sin.",
        "We reject the view that addiction is a sin.",
    ),
    (
        "Supervised consumption rooms condone drug use.",
        "Supervised consumption rooms do not condone drug use.",
    ),
    (
        "Guests who smell of alcohol will be turned away.",
        "Guests who smell of alcohol will not be turned away.",
    ),
    (
        "Clients caught drinking lose their bed.",
        "No client caught drinking loses a bed.",
    ),
    (
        "A failed drug test results in termination of employment.",
        "A failed drug test no longer results in termination of employment.",
    ),
    (
        "Pupils found with cannabis shall be expelled.",
        "The board repealed the rule that pupils found with cannabis shall be expelled.",
    ),
    (
        "Buprenorphine is prohibited in the jail.",
        "The court struck down the rule that buprenorphine is prohibited in the jail.",
    ),
    (
        "Participants must attend three AA meetings a week to stay in drug court.",
        "Participants are free to attend AA meetings and need not do so to stay in drug court.",
    ),
    (
        "All tenants must submit to random drug testing.",
        "No tenant must submit to random drug testing.",
    ),
    (
        "Syringe services are banned in the county.",
        "The report criticises counties where syringe services are banned.",
    ),
    (
        "Liver transplants are denied to patients who drink.",
        "Liver transplants are not denied to patients who drink.",
    ),
    (
        "Parents who use drugs will lose custody.",
        "Parents who use drugs will not lose custody for that reason.",
    ),
    (
        "Staff must call the police after every overdose.",
        "Staff need not call the police after an overdose.",
    ),
    (
        "Anyone under the influence will be refused entry.",
        "Nobody under the influence will be refused entry.",
    ),
]


def stances(text: str) -> list[str]:
    findings = CHECKER.findings(paragraph(text))
    return [finding.matched for finding in findings if finding.kind in (Kind.FRAMING, Kind.PROVISION)]


@pytest.mark.parametrize("asserted", [asserted for asserted, _ in TURNED])
def test_what_is_asserted_is_found(asserted: str) -> None:
    assert stances(asserted)


@pytest.mark.parametrize("turned", [turned for _, turned in TURNED])
def test_turned_round_it_passes(turned: str) -> None:
    assert stances(turned) == []
