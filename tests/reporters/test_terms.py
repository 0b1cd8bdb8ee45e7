"""What a report knows of its terms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stigmalint.findings import Severity, Source
from stigmalint.reporters.terms import address, terms_of
from tests.reporters.made import EVERYTHING, LABEL


def test_each_term_once_with_its_worst_severity_and_all_it_offers() -> None:
    soft = replace(LABEL, severity=Severity.ADVICE, suggestions=("guests", "people with an addiction"))
    terms = terms_of((soft, *EVERYTHING.findings))
    assert [term.id for term in terms] == ["abuse-substances", "addict", "clean-person", "moral-failing"]
    assert terms[1].severity is Severity.ERROR
    assert terms[1].suggestions[:2] == ("guests", "people with an addiction")
    assert len(terms[1].suggestions) == len(set(terms[1].suggestions))


@pytest.mark.parametrize(
    ("urls", "found"),
    [
        (["", "https://example.org/a?b=c%20d#e"], "https://example.org/a?b=c%20d#e"),
        (["https://example.org/a b", "javascript:alert(1)", 'https://e.org/"'], ""),
        ([], ""),
    ],
)
def test_only_what_is_an_address_becomes_one(urls: list[str], found: str) -> None:
    assert address(Source(str(at), "title", "publisher", url=url) for at, url in enumerate(urls)) == found
