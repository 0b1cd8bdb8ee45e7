"""Whatever a Word file is made of, its copy gives the draft back when changes are rejected, and the wish when accepted."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.findings import Report
from stigmalint.fixing.docx import review
from stigmalint.readers.docx import read
from tests.fixing.docx.marked import WISHES, hold_to_account, some_findings
from tests.readers.docx_known import known_document


@settings(deadline=None, max_examples=50)
@given(st.randoms(use_true_random=False))
def test_a_copy_loses_nothing_and_says_what_was_wished(random: Random) -> None:
    data = known_document(random).data
    document = read(data, "known.docx")
    findings = some_findings(document, random)
    copy = review(data, Report(1, findings, documents=(document,)), WISHES)
    assert copy.commented == len(findings)
    assert copy.changed + len(copy.declined) == len(findings)
    hold_to_account(data, document, findings, copy)


@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False))
def test_a_copy_can_be_reviewed_again(random: Random) -> None:
    data = known_document(random).data
    for _ in range(2):
        document = read(data, "known.docx")
        findings = some_findings(document, random)
        copy = review(data, Report(1, findings, documents=(document,)), WISHES)
        data = copy.data
    assert read(data, "known.docx").blocks
