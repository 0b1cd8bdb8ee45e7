"""Turn terms into the descriptions that SARIF wants of whatever can be reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stigmalint.findings import Kind, Severity
from stigmalint.reporters.entries import NO_EFFECT, NOT_CHECKED
from stigmalint.reporters.sarif_records import Descriptor, Message
from stigmalint.reporters.terms import Term, address

LONGEST = 1_000
"""Characters of a description; GitHub takes 1,024."""
TOO_MANY = "too-many-findings"

_KINDS = {
    Kind.TERM: "Wording",
    Kind.FRAMING: "Framing",
    Kind.PROVISION: "Rule in a policy",
    Kind.SUPPORT: "Rule that helps",
}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "recommendation"}


def descriptor(term: Term) -> Descriptor:
    """A term as a reporting descriptor. ``security-severity`` stays unset: this is about language, not about an attack."""
    return Descriptor(
        id=term.id,
        short_description=_cut(f"{_KINDS[term.kind]}: {term.name}."),
        full_description=_cut(" ".join(filter(None, (term.why, term.instead)))),
        help=text_message("\n\n".join(_help(term))),
        help_uri=address(term.sources) or None,
        properties={
            "tags": ["language", term.pack, term.kind.value],
            "precision": "high",
            "problem.severity": _PROBLEM[term.severity],
        },
    )


def _help(term: Term) -> Iterator[str]:
    """What “stigmalint explain” says at length."""
    yield term.why or term.name
    if term.suggestions:
        yield "Write instead: " + "; ".join(f"“{suggestion}”" for suggestion in term.suggestions) + "."
    if term.instead:
        yield term.instead
    if term.disputed:
        yield f"Disputed: {term.disputed}"
    if term.sources:
        yield "Who says so: " + "; ".join(f"{source.label} {source.url}".rstrip() for source in term.sources)
    yield f"To read more: stigmalint explain {term.id}"


def text_message(text: str) -> Message:
    """Text as a message may hold it: braces double, since single ones are placeholders, and no link by accident."""
    return Message(re.sub(r"\[(?=[^\[\]]*\]\()", r"\\[", text.replace("{", "{{").replace("}", "}}")))


def _cut(text: str) -> Message:
    return text_message(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def _notification(id: str, said: str) -> Descriptor:
    return Descriptor(id, Message(said), Message(said), Message(said))


NOTIFICATIONS = (
    _notification(NOT_CHECKED, "A file could not be checked, or not wholly."),
    _notification(NO_EFFECT, "A comment to stigmalint passes over nothing."),
    _notification(TOO_MANY, "There are more findings than a reader of this format takes."),
)
