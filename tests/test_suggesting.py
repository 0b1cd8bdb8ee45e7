import pytest

from stigmalint.articles import indefinite_article
from tests.small_wordlists import ADDICT, findings_in, rewritten, term

USER = term('noun = ["{substance} user"]\nprefer = ["person/people who uses/use {substance}"]', "user")
HEROIN = term(
    'noun = ["{substance} fiend"]\n'
    'prefer = ["person/people with {substance.disorder}", "person/people who uses/use {substance}"]',
    "fiend",
)
ABUSE = term('verb = ["abuse {substance}"]\nprefer = ["use {substance}", "take {substance}"]', "abuse")
ABUSE_NOUN = term('noun = ["substance abuse"]\nprefer = ["substance use"]', "abuse-noun")
ILL = term('noun = ["addicted {person}"]\nprefer = ["{person} with an addiction"]', "ill")
BE = term('verb = ["be hooked"]\nprefer = ["have an addiction"]', "be")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An addict is a neighbour.", "A person with an addiction is a neighbour."),
        ("Addicts are neighbours.", "People with an addiction are neighbours."),
        ("The addict’s family waits.", "The person's family waits."),
        ("The addicts’ families wait.", "The people's families wait."),
        ("ADDICTS KEEP OUT", "PEOPLE WITH AN ADDICTION KEEP OUT"),
        ("Help for Chronic Addicts and Families", "Help for People with an Addiction and Families"),
        ("A heroin user left.", "A person who uses heroin left."),
        ("Two Heroin users left.", "Two people who use heroin left."),
        ("An OxyContin user left.", "A person who uses OxyContin left."),
        ("A heroin fiend.", "A person with opioid use disorder."),
        ("A street drug fiend.", "A person who uses street drug."),
        ("She has abused alcohol.", "She has used alcohol."),
        ("Abusing alcohol is common.", "Using alcohol is common."),
        ("A substance abuse clinic on substance abuse.", "A substance use clinic on substance use."),
        ("Addicted mothers and an addicted parent.", "Mothers with an addiction and a parent with an addiction."),
        ("He is hooked; they were hooked.", "He has an addiction; they had an addiction."),
    ],
)
def test_the_first_wording_fits_its_sentence(text: str, expected: str) -> None:
    assert rewritten(text, term(ADDICT), USER, HEROIN, ABUSE, ABUSE_NOUN, ILL, BE) == expected


def test_past_tense_and_participle_are_told_apart() -> None:
    take = term('verb = ["abuse {substance}"]\nprefer = ["take {substance}"]', "abuse")
    assert rewritten("He abused alcohol. He had abused alcohol.", take) == "He took alcohol. He had taken alcohol."


def test_a_label_before_a_noun_gets_its_attributive_wording_or_none() -> None:
    with_attributive = term(ADDICT + 'attributive = ["drug-related"]')
    assert rewritten("An addict behaviour.", with_attributive) == "A drug-related behaviour."
    assert rewritten("An addict sings.", with_attributive) == "A person with an addiction sings."
    (finding,) = findings_in("The addict behaviour.", term(ADDICT))
    assert finding.suggestions == ()


def test_a_wording_whose_slot_is_empty_is_not_offered() -> None:
    other = term('noun = ["{substance?} user"]\nprefer = ["person/people with {substance.disorder}"]', "user")
    (finding,) = findings_in("A user left.", other)
    assert finding.suggestions == ()


def test_every_alternative_is_offered_in_order_and_once() -> None:
    (finding,) = findings_in("The addict left.", term(ADDICT))
    assert finding.suggestions == ("person with an addiction", "individual with an addiction")


@pytest.mark.parametrize(
    ("phrase", "article"),
    [
        ("person", "a"), ("addiction", "an"), ("HIV test", "an"), ("SUD clinic", "a"), ("hour", "an"), ("user", "a"),
        ("unit", "a"), ("unhoused person", "an"), ("uninsured patient", "an"), ("8-year-old", "an"), ("18 months", "an"),
        ("80 mg dose", "an"), ("1 mg dose", "a"), ("one-time event", "a"), ("European", "a"), ("IV line", "an"),
        ("MAT clinic", "a"),
        ("opioid", "an"), ("unhealthy habit", "an"), ("university", "a"), ("unwell client", "an"),
    ],
)  # fmt: skip
def test_articles_go_by_sound(phrase: str, article: str) -> None:
    assert indefinite_article(phrase) == article
