"""Every format, whatever stands in the documents: it parses, fits its schema, loses nothing and can do nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.document import Place
from stigmalint.findings import Finding, Kind, Report, Rewrite, Severity, Skipped, Source, Suppressed, with_fingerprints
from stigmalint.reporters import FORMATS, render
from stigmalint.reporters.saying import passed_over
from stigmalint.terminal import Look
from tests.reporters.made import EVERYTHING, IDLE, VERB, finding
from tests.reporters.parsing import FOR_PROGRAMS, counted

NASTY = [
    "::add-mask::x", "\n::stop-commands::y", "##vso[task.complete]", "]]>", "<!--", "&amp;", '"quoted"', "it's", "=cmd()", "+1",
    "@SUM(1)", "\t=1", "\x00", "\x1b[2J", "\x9b2J", "\u202eright", "\u2066", "\u2028", "\ufffe", "\ud800", "\udcff", "👩\u200d🚀",
    "𐐀", "e\u0301", "{0}", "[x](1)", "%0A", "%25", "a,b:c;d", "|", "\r\n", "NaN", "C:\\x", "../x", "<script>", "`",
]  # fmt: skip
WORDS = st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec=None), max_size=8))
TEXT = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: " ".join(words) or "empty")
PLACES = st.one_of(
    st.builds(
        lambda line, column, width: Place(line=line, column=column, end_line=line, end_column=column + width),
        *(st.integers(1, 9) for _ in range(3)),
    ),
    st.builds(lambda page, part: Place(page=page, part=part, paragraph=2), st.integers(1, 9), st.none() | TEXT),
    st.builds(lambda heading: Place(heading=(heading,), paragraph=1), TEXT),
)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    matched = draw(TEXT)
    return finding(
        f"{draw(TEXT)} {matched} {draw(TEXT)}",
        matched,
        draw(PLACES),
        path=draw(TEXT),
        severity=draw(st.sampled_from(Severity)),
        kind=draw(st.sampled_from([Kind.TERM, Kind.FRAMING, Kind.PROVISION])),
        rewrite=draw(st.sampled_from(Rewrite)),
        suggestions=tuple(draw(st.lists(TEXT, max_size=2))),
        instead=draw(st.just("") | TEXT),
        why=draw(TEXT),
        note=draw(st.just("") | TEXT),
        sources=(Source("x", draw(TEXT), draw(TEXT), url="https://example.org/a b"),),
    )


REPORTS = st.builds(
    lambda found, skipped, files: Report(len(files), with_fingerprints(found), tuple(skipped), files=tuple(files)),
    st.lists(findings(), max_size=4),
    st.lists(st.builds(Skipped, TEXT, TEXT), max_size=2, unique=True),
    st.lists(TEXT, max_size=2),
)


@pytest.mark.parametrize("format", FOR_PROGRAMS)
@settings(max_examples=40, deadline=None)
@given(report=REPORTS)
def test_hostile_text_is_only_text(format: str, report: Report) -> None:
    assert counted(report, format) == (len(report.findings), len(report.skipped))


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=40, deadline=None)
@given(report=REPORTS)
def test_no_text_can_act(format: str, report: Report) -> None:
    """Not on a terminal, and not on a build server: no escapes, no line that begins an order but the reporter's own."""
    text = render(report, format, Look())
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert format == "html" or "##vso[" not in text  # a page is for a browser, not for a log
    own = r"::(error|warning|notice) (file|title)=" if format == "github" else "(?!)"
    assert [line for line in text.split("\n") if line.lstrip().startswith("::") and not re.match(own, line)] == []


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_left_out(format: str) -> None:
    text = render(EVERYTHING, format, Look(width=100))
    for term in ("addict", "moral-failing", "clean-person", "abuse-substances"):
        assert term in text
    assert "no text layer" in text
    assert "scan.pdf" in text


@pytest.mark.parametrize("format", FOR_PROGRAMS)
def test_everything_is_counted(format: str) -> None:
    assert counted(EVERYTHING, format) == (5, 1)


@pytest.mark.parametrize("format", FOR_PROGRAMS)
def test_word_and_pdf_findings_say_where_in_words_and_show_the_sentence(format: str) -> None:
    if format in ("json", "jsonl"):
        return  # these have the parts of a place
    text = render(EVERYTHING, format, Look())
    assert "page 4, paragraph 2" in text
    assert "since March" in text


@pytest.mark.parametrize("format", FORMATS)
def test_a_clean_run_and_an_empty_one_are_reports_too(format: str) -> None:
    for report in (Report(2, files=("a.md", "b.md")), Report(0)):
        text = render(report, format, Look())
        if format in FOR_PROGRAMS:
            assert counted(report, format) == (0, 0)
        else:
            assert text


@pytest.mark.parametrize("format", FORMATS)
def test_a_directive_without_effect_is_told(format: str) -> None:
    report = Report(1, (VERB,), ineffective=(IDLE,), files=(VERB.path,))
    text = render(report, format, Look())
    assert "adict" in text
    if format in FOR_PROGRAMS:
        assert counted(report, format)[1] == (1 if format == "sarif" else 0)


@pytest.mark.parametrize("format", ["text", "concise", "github", "html", "markdown"])
def test_what_is_passed_over_is_told_to_people(format: str) -> None:
    report = Report(1, suppressed=(Suppressed(VERB, "a quotation", "line 3"),), known=2, files=(VERB.path,))
    text = " ".join(render(report, format, Look()).split())
    assert all(sentence in text for sentence in passed_over(report))
