"""Turn a finding into one line of plain words, for programs that show a message beside a file."""

from __future__ import annotations

from stigmalint.findings import Finding
from stigmalint.reporters.layout import Marked, clip
from stigmalint.reporters.places import in_words

_ROOM = 80
"""Characters of a sentence that are kept on each side of what was found in it."""
_LONGEST = 80
"""Characters of a wording that are shown; of a longer one, its beginning and its end."""


def message(finding: Finding) -> str:
    """What is found, why it matters, what to write, and, where there are no lines, the place and the sentence."""
    said = [f"“{shortened(finding.matched)}”:", finding.why, *_advice(finding)]
    if finding.note:
        said.append(f"({finding.note})")
    if finding.place.line is None:
        said = [f"{in_words(finding.place)}:", *said, *_sentence(finding)]
    return " ".join(said)


def offer(finding: Finding) -> str:
    """What to write: “people with an addiction” or “people who use drugs”; empty where no wording can be put in."""
    return " or ".join(f"“{suggestion}”" for suggestion in finding.suggestions)


def _advice(finding: Finding) -> list[str]:
    offered = [f"Write {offer(finding)}."] if finding.suggestions else []
    return [*offered, finding.instead] if finding.instead else offered


def shortened(matched: str) -> str:
    """A wording, a long one with its middle left out."""
    return clip(Marked("", matched, ""), _LONGEST // 4).match


def _sentence(finding: Finding) -> list[str]:
    """The sentence, unless what was found is all of it and is shown already."""
    start, end = finding.sentence_span.start, finding.sentence_span.end
    shown = clip(Marked(finding.sentence[:start], finding.sentence[start:end], finding.sentence[end:]), _ROOM)
    is_shown = len(finding.sentence) <= len(finding.matched) + 1 and len(finding.matched) <= _LONGEST
    return [] if is_shown else [f"Sentence: {shown.before}{shown.match}{shown.after}"]
