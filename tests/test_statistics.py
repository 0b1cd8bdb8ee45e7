"""Counts by term, wordlist and file, and how many findings in 1,000 words."""

from __future__ import annotations

from stigmalint.document import BlockBuilder, BlockKind, Document, Stream
from stigmalint.findings import Report
from stigmalint.statistics import FileTally, Tally, statistics_of, words_of
from tests.reporters.made import EVERYTHING, VERB


def test_most_first_then_by_name() -> None:
    words = (("policies/admission.docx", 400), ("docs/visits.md", 100), ("clean.md", 500), ("empty.md", 0))
    statistics = statistics_of(Report(4, EVERYTHING.findings, words=words))
    assert statistics.terms[:2] == (Tally("addict", 2), Tally("abuse-substances", 1))
    assert statistics.packs == (Tally("substance-use", 5),)
    assert statistics.files == (
        FileTally("policies/admission.docx", 4, 400),
        FileTally("docs/visits.md", 1, 100),
        FileTally("clean.md", 0, 500),
        FileTally("empty.md", 0, 0),
    )
    assert [file.rate for file in statistics.files] == [10, 10, 0, None]
    assert (statistics.findings, statistics.words, statistics.rate) == (5, 1000, 5)


def test_the_sums_agree() -> None:
    statistics = statistics_of(Report(1, (*EVERYTHING.findings, VERB), words=(("docs/visits.md", 7),)))
    for tallies in (statistics.terms, statistics.packs, statistics.files):
        assert sum(tally.findings for tally in tallies) == statistics.findings == 6


def test_words_of_code_do_not_count() -> None:
    stream = Stream("x", "three words here code code")
    blocks = []
    for kind, start, end in ((BlockKind.PARAGRAPH, 0, 16), (BlockKind.CODE, 17, 26)):
        builder = BlockBuilder((stream,))
        builder.keep(0, start, end)
        blocks.append(builder.build(kind))
    assert words_of([Document("a.md", "text", tuple(blocks), (stream,))]) == (("a.md", 3),)
