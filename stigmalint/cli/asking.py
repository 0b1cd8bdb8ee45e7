"""Turn findings into questions, and a person's answers into changes.

The surprise: to stop is not to undo. What was decided before in the same file is still carried out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stigmalint.findings import Finding, Report, Severity
from stigmalint.fixing.changes import Change
from stigmalint.fixing.choosing import chosen
from stigmalint.fixing.ignoring import ignored
from stigmalint.fixing.text import reworded
from stigmalint.reporters.layout import Marked, Page, clip
from stigmalint.reporters.places import in_words
from stigmalint.terminal import Look, Style, ask, emit

_PAINT = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.ADVICE: Style.ADVICE}
_ROOM = 160
_SKIP, _IGNORE, _QUIT = "s", "i", "q"


class Asking:
    """Asks about each wording in each file, until the person has had enough."""

    def __init__(self, look: Look) -> None:
        self.is_over = False
        self._look = look

    def changes(self, report: Report) -> Iterator[Change]:
        """The changes that the person wants made in one file."""
        passing: set[tuple[str, int | None]] = set()
        for number, finding in enumerate(chosen(report.findings)):
            line = (finding.term, finding.place.end_line)
            if line in passing:  # what lets one pass lets its neighbours pass too
                continue
            emit(self._shown(finding, None if number else finding.path))
            answer = self._answer(finding.suggestions)
            if answer == _QUIT:
                self.is_over = True
                return
            if answer == _IGNORE:
                passing.add(line)
                yield ignored(report, finding, ask("    because (may stay empty): ") or "")
            elif answer != _SKIP:
                yield reworded(report, finding, finding.suggestions[int(answer) - 1])

    def _shown(self, finding: Finding, title: str | None) -> str:
        page = Page(self._look)
        if title:
            page.rule(title)
            page.gap()
        paint = _PAINT[finding.severity]
        page.entry(f"{self._look.glyphs.found} {finding.severity}", in_words(finding.place), paint, right=finding.term)
        start, end = finding.sentence_span.start, finding.sentence_span.end
        sentence = Marked(finding.sentence[:start], finding.sentence[start:end], finding.sentence[end:])
        page.sentence(clip(sentence, _ROOM, self._look.glyphs.dots), paint)
        page.field("why", finding.why)
        if finding.disputed:
            page.field("disputed", finding.disputed)
        for number, suggestion in enumerate(finding.suggestions, start=1):
            page.field(f"{number:>2}", suggestion, Style.GOOD)
        return str(page)

    def _answer(self, suggestions: Sequence[str]) -> str:
        """The number of a suggestion, or one of the letters; asked for until it is one."""
        numbers = [str(number) for number in range(1, len(suggestions) + 1)]
        shown = numbers[0] if len(numbers) == 1 else f"1 to {numbers[-1]}"
        while True:
            answer = ask(f"    put in {shown}, s skip, i always ignore here, q stop: ")
            if answer is None:
                return _QUIT
            if answer.lower() in (*numbers, _SKIP, _IGNORE, _QUIT):
                return answer.lower()
