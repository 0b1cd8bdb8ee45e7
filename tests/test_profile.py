from stigmalint.findings import Kind, Report
from stigmalint.profile import Principle, profile_of
from tests.reporters.made import finding


def rule(kind: Kind, principle: str, *, supported: bool = False):
    return finding("A positive test means discharge.", "discharge", kind=kind, principle=principle, supported=supported)


def test_rules_are_counted_by_principle_the_most_offended_first() -> None:
    report = Report(
        2,
        findings=(
            rule(Kind.PROVISION, "safety first"),
            rule(Kind.PROVISION, "equity", supported=True),
            rule(Kind.PROVISION, "equity"),
            finding("An addict.", "An addict"),
        ),
        strengths=(rule(Kind.SUPPORT, "safety first"), rule(Kind.SUPPORT, "reduce stigma")),
    )
    profile = profile_of(report)
    assert (profile.punitive, profile.supportive, profile.punitive_share) == (3, 2, 0.6)
    assert profile.principles == (
        Principle("equity", 2, 1, 0),
        Principle("safety first", 1, 0, 1),
        Principle("reduce stigma", 0, 0, 1),
    )


def test_without_rules_there_is_no_share() -> None:
    assert profile_of(Report(1)).punitive_share is None
