"""Real Word files are marked up without losing a character, or refused with a reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from stigmalint.errors import Refused, Unreadable
from stigmalint.findings import Report
from stigmalint.fixing.docx import review
from stigmalint.readers.docx import read
from tests.fixing.docx.marked import WISHES, hold_to_account, some_findings

SHARED = Path(__file__).parents[3].parent / "shared"
FILES = [*sorted((SHARED / "corpus" / "docx").glob("*")), *sorted((SHARED / "samples").glob("*.docx"))]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILES, reason="the corpus of real documents is not part of the project"),
]


def test_every_real_file_is_marked_up_or_refused() -> None:
    counted: Counter[str] = Counter()
    for path in FILES:
        data = path.read_bytes()
        try:
            document = read(data, path.name)
            findings = some_findings(document, Random(path.name))[:300]
            copy = review(data, Report(1, findings, documents=(document,)), WISHES)
        except (Unreadable, Refused) as error:
            counted[type(error).__name__] += 1
            continue
        assert copy.commented == len(findings), path.name
        counted["paragraphs"] += hold_to_account(data, document, findings, copy)
        counted["changed"] += copy.changed
        counted["declined"] += sum("stand in a comment" not in each.reason for each in copy.declined)
    assert counted["Refused"] == 6
    assert counted["changed"] > 3_000
    assert counted["declined"] < 0.05 * counted["changed"]
