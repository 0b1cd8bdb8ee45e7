"""What a directive may look like, and what is said of one that does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.directives.grammar import Directive, Misunderstood, Verb, parse

KNOWN = {"addict", "junkie", "suicide", "advice"}


@pytest.mark.parametrize(
    ("remark", "directive"),
    [
        ("stigmalint: ignore[addict]", Directive(Verb.IGNORE, ("addict",))),
        (
            "  Stigmalint:ignore[addict , junkie,addict] our\n choir's name ",
            Directive(Verb.IGNORE, ("addict", "junkie"), "our choir's name"),
        ),
        ("stigmalint: ignore-next-line[Suicide]: a title", Directive(Verb.NEXT_LINE, ("suicide",), "a title")),
        ("stigmalint: ignore-file because it is a form of 1990", Directive(Verb.FILE, (), "because it is a form of 1990")),
        ("stigmalint: disable[advice] -- see [1]", Directive(Verb.DISABLE, ("advice",), "see [1]")),
        ("stigmalint: enable", Directive(Verb.ENABLE)),
        ("stigmalint: enable[addict]", Directive(Verb.ENABLE, ("addict",))),
    ],
)
def test_what_is_understood(remark: str, directive: Directive) -> None:
    assert parse(remark, KNOWN) == directive


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("stigmalint ignore[addict]", "a colon is missing"),
        ("stigmalint: ingore[addict]", "there is no “ingore”; did you mean “ignore”?"),
        ("stigmalint: ", "it says nothing to do; write one of ignore,"),
        ("stigmalint: [addict]", "it says nothing to do; write one of ignore,"),
        ("stigmalint: ignore", "so say why: “ignore because …”, or name what it is for: “ignore[…]”"),
        ("stigmalint: disable --", "so say why: “disable because …”"),
        ("stigmalint: ignore[adict]", "“adict”; did you mean “addict”?"),
        ("stigmalint: ignore[xyzzy]", "the name of a term stands at the right of its finding"),
        ("stigmalint: ignore[addict", "the names are not closed"),
        ("stigmalint: ignore[]", "the brackets are empty"),
        ("stigmalint: ignore[,] why", "the brackets are empty"),
    ],
)
def test_what_is_not_understood_is_told_with_its_remedy(remark: str, told: str) -> None:
    with pytest.raises(Misunderstood) as error:
        parse(remark, KNOWN)
    assert told in str(error.value)


@given(
    st.sampled_from([verb for verb in Verb if verb is not Verb.ENABLE]),
    st.lists(st.sampled_from(sorted(KNOWN)), unique=True),
    st.from_regex(r"\A[a-z][a-z .,()]{0,30}[a-z]\Z"),
)
def test_a_directive_reads_back_as_it_is_written(verb: Verb, names: list[str], reason: str) -> None:
    directive = Directive(verb, tuple(names), " ".join(reason.split()))
    assert parse(f"stigmalint: {directive}", KNOWN) == directive


@given(st.text())
def test_any_text_is_a_directive_or_is_told_why_not(text: str) -> None:
    told = ""
    try:
        parse(f"stigmalint{text}", KNOWN)
    except Misunderstood as error:
        told = str(error)
    assert "\n" not in told.replace(text, "")
