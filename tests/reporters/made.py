"""Findings made by hand, so that a report can be tested without an engine."""

from __future__ import annotations

from typing import Any

from stigmalint.document import Box, Place, Span
from stigmalint.findings import Finding, Ineffective, Kind, Report, Rewrite, Severity, Skipped, Source

COUNCIL = Source("council", "A guide to words", "Council of Nurses", 2021, "https://example.org/words")
JOURNAL = Source("journal", "Names and what they do: a review of forty studies", "Journal of Careful Writing", 2019)
UNDATED = Source("undated", "House style of the Union of Shelters", "Union of Shelters")
FOURTH = Source("fourth", "Plain speaking", "Ministry of Health", 2024)


START = Place(line=1, column=1, end_line=1, end_column=2)


def finding(sentence: str, matched: str, place: Place = START, **changes: Any) -> Finding:
    """A finding of ``matched`` in ``sentence``; whatever is not said is as for a label that every guide advises against."""
    start = sentence.index(matched)
    fields: dict[str, Any] = {
        "block": 0,
        "span": Span(start, start + len(matched)),
        "path": "policy.md",
        "term": "addict",
        "pack": "substance-use",
        "kind": Kind.TERM,
        "severity": Severity.ERROR,
        "why": "Names a person by a condition. Put the person first.",
        "sources": (COUNCIL, JOURNAL),
        "rewrite": Rewrite.WORDING,
        "suggestions": ("people with an addiction", "people who use drugs"),
        "fingerprint": "0123456789abcdef01234567",
    }
    span = Span(start, start + len(matched))
    return Finding(matched=matched, sentence=sentence, sentence_span=span, place=place, **fields | changes)


_LONG = (
    "The committee noted that an addict who had left the house against advice, for whatever reason was given at the time and"
    " however long ago that may have been, has to wait for thirty days before a new request for a bed is looked at by the"
    " intake team, unless the director decides otherwise in writing, tells the family, and enters the decision in the book."
)
_WORD = "policies/admission.docx"

LABEL = finding(
    "Known addicts and their families may visit on Sundays.",
    "addicts",
    Place(heading=("Services", "Visits"), paragraph=3),
    path=_WORD,
    disputed="Some people in recovery keep the word for themselves.",
)
LABEL_AGAIN = finding(
    _LONG,
    "an addict",
    Place(cell=(2, 3, 1)),
    path=_WORD,
    suggestions=("a person with an addiction", "a person who uses drugs"),
)
FRAMING = finding(
    "Addiction is a moral failing, says the leaflet.",
    "moral failing",
    Place(part="footnote 2", paragraph=1),
    path=_WORD,
    term="moral-failing",
    kind=Kind.FRAMING,
    rewrite=Rewrite.REFRAME,
    suggestions=(),
    sources=(COUNCIL, JOURNAL, UNDATED, FOURTH),
    why="Presents a health condition as a fault of character.",
    instead="Say what the condition is and what helps: “Addiction is a treatable health condition.”",
)
ADVICE = finding(
    "“He has stayed clean since March,” the letter says.",
    "clean",
    Place(page=4, paragraph=2, boxes=(Box(72, 144.123456, 99.5, 156),)),
    path=_WORD,
    term="clean-person",
    severity=Severity.ADVICE,
    suggestions=("in remission", "not using drugs"),
    why="If one state is clean, the other is dirty.",
    note="in a quotation",
)
VERB = finding(
    "Two guests abused alcohol that week.",
    "abused alcohol",
    Place(line=12, column=12, end_line=12, end_column=26),
    path="docs/visits.md",
    term="abuse-substances",
    severity=Severity.WARNING,
    suggestions=("used alcohol",),
    why="“Abuse” carries the sense of wrongdoing; “use” says what happens.",
)
UNUSED = Ineffective(
    "a.md", Place(line=7, column=3), "ignore[addict]", "nothing of “addict” is found there, so this can go.", unused=True
)
EVERYTHING = Report(
    3,
    (LABEL, LABEL_AGAIN, FRAMING, ADVICE, VERB),
    (Skipped("notes/scan.pdf", "page 4 has no text layer; run it through text recognition first"),),
)
IDLE = Ineffective(
    "docs/visits.md", Place(line=3, column=1, end_line=3, end_column=30), "ignore[adict]", "there is no “adict”.", unused=False
)
