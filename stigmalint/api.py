"""Turn files into a report: the whole way from bytes to findings on one screen, as pure functions.

The surprise: a sentence that cannot hold a match is never cut into words, and if none can, nothing that judges is even imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from stigmalint import readers
from stigmalint.config import Config
from stigmalint.discover import Source
from stigmalint.errors import Unreadable
from stigmalint.findings import Finding, Kind, Report, Skipped, with_fingerprints
from stigmalint.limits import DEFAULT_LIMITS, Limits
from stigmalint.matching.papers import opened_once, shows_nothing
from stigmalint.matching.screen import is_screened, may_match
from stigmalint.packs import load_vocabulary
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.readers.decode import decode
from stigmalint.readers.kinds import kind_of
from stigmalint.readers.options import Options

if TYPE_CHECKING:
    from stigmalint.document import Document, Span
    from stigmalint.judged import Judged
    from stigmalint.judging import Judge
    from stigmalint.readers.opening import Opened

    _Region = tuple[int, Span, Sequence[int]]
    """The number of a block, a sentence in it, and the patterns to look for there."""


def check(sources: Iterable[Source | Skipped], config: Config, *, keep: bool = False) -> Report:
    """The report on all sources. A file that cannot be read costs nothing but itself: it is named in ``skipped``.

    ``keep`` has the report hold the documents too, for whoever shows or edits the text around the findings.
    """
    checker = checker_for(config, keep=keep)
    return merged([check_source(source, checker, config) for source in sources])


def merged(reports: Sequence[Report]) -> Report:
    """One report for many files, sorted by path and place."""
    findings = sorted((finding for report in reports for finding in report.findings), key=lambda finding: finding.path)
    strengths = sorted((finding for report in reports for finding in report.strengths), key=lambda finding: finding.path)
    skipped = sorted((skipped for report in reports for skipped in report.skipped), key=lambda skipped: skipped.path)
    documents = sorted((document for report in reports for document in report.documents), key=lambda document: document.name)
    suppressed = sorted((each for report in reports for each in report.suppressed), key=lambda each: each.finding.path)
    ineffective = sorted((each for report in reports for each in report.ineffective), key=lambda each: each.path)
    checked = sum(report.checked for report in reports)
    files = tuple(sorted(file for report in reports for file in report.files))
    kept = tuple(findings), tuple(skipped), tuple(strengths), tuple(documents)
    return Report(checked, *kept, tuple(suppressed), tuple(ineffective), files=files)


def checker_for(config: Config, *, keep: bool = False) -> Checker:
    """What checks documents as the settings have it; ``keep`` has its reports hold the documents too."""
    vocabulary, hidden = load_vocabulary(config.style), config.hidden_text
    how = {"full": config.full, "keep": keep, "ignores": config.ignores, "hidden_text": hidden, "cache": config.cache}
    return Checker(vocabulary, config.limits, **how)


def check_bytes(data: bytes, name: str, config: Config) -> Report:
    """The report on one file's content; ``name`` tells its format and stands for it in the report."""
    return checker_for(config).check(data, name)


def _gaps(document: Document, found: Sequence[Finding], most: int) -> tuple[Skipped, ...]:
    """What was not checked of a document that was read."""
    reasons = [*document.gaps]
    if len(found) == most:
        reasons.append(f"There are {most:,} findings or more; what follows the last was not checked: split the file.")
    return tuple(Skipped(document.name, reason) for reason in reasons)


def check_source(source: Source | Skipped, checker: Checker, config: Config) -> Report:
    """The report on one source, whatever becomes of it."""
    if isinstance(source, Skipped):
        return Report(0, skipped=(source,))
    try:
        beside = source.beside() if config.ignores else None
        report = checker.check(source.read(config.limits.file_bytes), source.path, beside)
        return _without_ignored(report, source.path, config) if config.per_file_ignores else report
    except Unreadable as error:
        return Report(0, skipped=(Skipped(source.path, str(error)),))
    except Exception as error:  # the other files are still to be checked, and this one must not look clean
        if config.debug:
            raise
        return Report(0, skipped=(defect(source.path, error),))


def _without_ignored(report: Report, path: str, config: Config) -> Report:
    """The report without what the settings ignore in this file."""
    from stigmalint.discover.per_file import names_ignored_in  # noqa: PLC0415  only this setting needs it

    names = names_ignored_in(path, config)
    kept = (each for each in report.findings if names.isdisjoint((each.term, each.pack, each.kind, each.severity)))
    strengths = (each for each in report.strengths if names.isdisjoint((each.term, each.pack, each.kind)))
    return replace(report, findings=tuple(kept), strengths=tuple(strengths))


def defect(path: str, error: Exception) -> Skipped:
    """What to say of a file at which the program itself went wrong."""
    what = f"stigmalint met a defect of its own here ({type(error).__name__})"
    return Skipped(path, f"{what}; run it on this file with --debug and report what it shows.")


class Checker:
    """Checks documents with one vocabulary. What judging needs is made when the first sentence asks for it, and kept."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        limits: Limits = DEFAULT_LIMITS,
        *,
        full: bool = False,
        keep: bool = False,
        ignores: bool = True,
        hidden_text: bool = False,
        cache: bool = False,
    ) -> None:
        self._vocabulary, self._limits, self._full, self._keep, self._ignores = vocabulary, limits, full, keep, ignores
        self._options = Options(limits, hidden_text)
        self._recalls = cache and not keep and not full
        self._judge: Judge | None = None

    def check(self, data: bytes, name: str, beside: bytes | None = None) -> Report:
        """The report on one file; ``beside`` is what the file of directives beside it holds. Raises ``Unreadable``."""
        opened, is_suspect = opened_once(data, name, self._options)
        if not (is_suspect or self._keep or self._full) and beside is None and self._is_clean(data, name, opened):
            return Report(1, files=(name,))
        document = opened.document() if opened else self.read(data, name)
        found = with_fingerprints(self.findings(document))
        findings = tuple(finding for finding in found if finding.kind is not Kind.SUPPORT)
        strengths = tuple(finding for finding in found if finding.kind is Kind.SUPPORT)
        gaps, documents = _gaps(document, found, self._limits.findings), (document,) if self._keep else ()
        return self._settled(document, Report(1, findings, gaps, strengths, documents, files=(name,)), beside)

    def _is_clean(self, data: bytes, name: str, opened: Opened | None) -> bool:
        """Whether a file shows before it is read that nothing in it can match. Raises ``Unreadable``."""
        if opened:
            return shows_nothing(opened, self._vocabulary.anchors)
        suffix = PurePath(name).suffix.lower()
        if not is_screened(suffix) or len(data) > self._limits.text_bytes or kind_of(data, suffix) != suffix:
            return False
        return not may_match(decode(data), suffix, self._vocabulary.anchors)

    def read(self, data: bytes, name: str) -> Document:
        """The document in one file's content, as it is read to be checked. Raises ``Unreadable``."""
        return readers.read(data, name, self._options)

    def _settled(self, document: Document, report: Report, beside: bytes | None) -> Report:
        """The report after the author's directives were heard."""
        ignored = any(document.blocks[finding.block].is_ignored for finding in report.findings)
        if not (document.remarks or beside is not None or ignored):
            return report
        from stigmalint.directives import settled  # noqa: PLC0415  most files have no directives

        how = {"obeyed": self._ignores, "complete": not report.skipped}
        kept, suppressed, idle = settled(document, report.findings, self._vocabulary, beside, **how)
        return replace(report, findings=kept, suppressed=suppressed, ineffective=idle)

    def findings(self, document: Document) -> Iterator[Finding]:
        """The findings in a document, in the order of its text: as many as its limit allows."""
        from stigmalint.matching.regions import Regions  # noqa: PLC0415  a file that the screen finds clean has no use for it

        regions = iter(Regions(document, self._vocabulary, full=self._full))
        first = next(regions, None)
        if first is None:
            return
        from stigmalint.judged import finding_of  # noqa: PLC0415  nor has any clean file for this

        for judged in self._judged(document, chain((first,), regions)):
            yield finding_of(judged, document, self._vocabulary)

    def _judged(self, document: Document, regions: Iterator[_Region]) -> Iterable[Judged]:
        """What is to be reported, as an earlier run has kept it or as it is judged now."""
        most = self._limits.findings
        if not self._recalls:
            return islice(self._judged_now(document, regions), most)
        from stigmalint.cache.recalled import recalled  # noqa: PLC0415  as above

        return recalled(document, self._vocabulary, most, lambda: list(islice(self._judged_now(document, regions), most)))

    def _judged_now(self, document: Document, regions: Iterator[_Region]) -> Iterator[Judged]:
        judge = self._judge = self._judge or self._new_judge()
        surroundings = judge.surroundings(document)
        for number, sentence, patterns in regions:
            yield from judge.judged(surroundings, number, sentence, patterns)

    def _new_judge(self) -> Judge:
        from stigmalint.judging import Judge  # noqa: PLC0415  imports all that judges, which a clean file must not pay for

        return Judge(self._vocabulary, full=self._full)
