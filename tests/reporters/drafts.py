"""Drafts with findings in their text, so that a page can be tested without an engine."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from stigmalint.document import Document, Span
from stigmalint.findings import Elements, Finding, Ineffective, Kind, Report, Rewrite, Severity, Skipped, Suppressed
from stigmalint.readers import read
from tests.reporters import made


def draft(text: str, name: str = "policy.md") -> Document:
    """A Markdown draft as the reader hands it over."""
    return read(text.encode("utf-8", "replace"), name)


def found(document: Document, matched: str, like: Finding = made.LABEL, **changes: Any) -> Finding:
    """A finding of ``matched``, where it first stands in the document; the sentence is its whole block."""
    number, block = next((at, block) for at, block in enumerate(document.blocks) if matched in block.text)
    start = block.text.index(matched)
    span = Span(start, start + len(matched))
    place = document.place_of(block, span)
    same = {"path": document.name, "block": number, "span": span, "place": place, "matched": matched}
    return replace(like, **same, sentence=block.text, sentence_span=span, **changes)


_TEXT = """# Guest agreement

Known addicts may visit on Sundays. An addict's family is welcome *at any hour*.

## Loss of your bed

Guests who fail a **drug test** lose their bed that night.

> He has stayed clean since March.

| What happened | First time |
|---|---|
| A dirty urine | A talk with `staff` |

Nobody is sent away for asking for help.
"""
GUESTS = draft(_TEXT, "house/guests.md")
RULE: dict[str, Any] = {
    "term": "discharge-for-use",
    "pack": "policy-provision",
    "kind": Kind.PROVISION,
    "rewrite": Rewrite.PROVISION,
    "suggestions": (),
    "why": "Ending help for use raises the risk of death.",
    "instead": "Let a positive test lead to a talk.",
    "principle": "non-punitive care",
    "disputed": "",
}
_FINDINGS = (
    found(GUESTS, "addicts"),
    found(GUESTS, "An addict's", suggestions=("A person's",)),
    found(
        GUESTS,
        "Guests who fail a drug test lose their bed that night",
        **RULE,
        elements=Elements(who="Guests", trigger="fail a drug test", consequence="lose their bed", force="lose"),
    ),
    found(GUESTS, "fail a drug test", made.VERB, term="fail-a-test", suggestions=("test positive",)),
    found(GUESTS, "clean", made.ADVICE),
    found(GUESTS, "dirty urine", made.VERB, term="dirty-urine", suggestions=("positive urine test",)),
)
_STRENGTH = found(
    GUESTS,
    "Nobody is sent away for asking for help",
    **RULE | {"kind": Kind.SUPPORT, "term": "help-kept", "instead": "", "why": "Asking for help is safe here."},
    severity=Severity.ADVICE,
)
WHOLE = Report(
    2,
    _FINDINGS,
    (Skipped("house/scan.pdf", "page 4 has no text layer; run it through text recognition first"),),
    (_STRENGTH,),
    (GUESTS, draft("Everyone may ask for a bed.\n", "house/beds.md")),
    suppressed=(Suppressed(_FINDINGS[0], "the name of our choir", "line 2"),),
    ineffective=(
        Ineffective("house/beds.md", made.START, "ignore[addcit]", "there is no such term; write “addict”", unused=False),
    ),
)
"""Two documents: one with every kind of finding, of which two overlap, and one with none."""

PAYLOADS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    '<a href="javascript:alert(1)">x</a>',
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<!-- --><link rel=stylesheet href=//evil.example>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &#x3c;script&#x3e;",
    '<math><mtext></p><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "\u202eevil\u2066 \u200b\x00\x1b[2J \ud800",
    "W" * 3000,
)
"""What a hostile document might hold in the hope that a page obeys it."""


def hostile(payload: str) -> Report:
    """A report with a payload in every text that a document, a file name or a wordlist can bring."""
    document = draft("Some addicts remain.\n", f"{payload}.md")
    block = replace(
        document.blocks[0], lead_in=payload, place=replace(document.blocks[0].place, part=payload, heading=(payload,))
    )
    document = replace(document, blocks=(block,))
    source = replace(made.COUNCIL, title=payload, publisher=payload, url=f"javascript:{payload}")
    whole = found(document, "addicts")
    texts = dict.fromkeys(("term", "pack", "why", "instead", "disputed", "note", "principle", "matched", "sentence"), payload)
    finding = replace(whole, **texts, sentence_span=Span(0, len(payload)), suggestions=(payload,), sources=(source,))
    rule = replace(finding, kind=Kind.PROVISION, elements=Elements(*[payload] * 6), supported=True)
    strength = replace(finding, kind=Kind.SUPPORT)
    elsewhere = replace(finding, path=f"not kept {payload}")
    suppressed = Suppressed(finding, payload, payload)
    ineffective = Ineffective(payload, finding.place, payload, payload, unused=True)
    return Report(
        1,
        (finding, rule, elsewhere),
        (Skipped(payload, payload),),
        (strength,),
        (document,),
        suppressed=(suppressed,),
        ineffective=(ineffective,),
    )
