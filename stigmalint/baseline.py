"""Turn the findings of a day into a file, so that from then on only new findings are shown and fail a run.

The surprise: no line number is in it. A finding is known by its term, its words and its sentence, and how often that occurs
in its file; so text may be added above, moved about and wrapped anew, and a file may get another name.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from stigmalint.errors import UsageError
from stigmalint.findings import Finding, Known, Report
from stigmalint.hashing import blake2b
from stigmalint.matching.fold import fold
from stigmalint.terminal import visible

FILE = "stigmalint-baseline.json"
"""What the file is called when nobody says otherwise."""
FORMAT = 1

_SHOWN = 120
"""Characters of a sentence in the file: enough to recognise it in a review."""
_ABOUT = "Findings that were there when this file was made; stigmalint check shows and counts others only. See docs/baseline.md."
_TYPES = {"path": str, "term": str, "matched": str, "sentence": str, "count": int, "fingerprint": str}


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known, in the order of paths; paths are as seen from the folder of ``file``."""

    file: Path
    known: tuple[Known, ...] = ()

    def total(self) -> int:
        """How many findings are known."""
        return sum(each.count for each in self.known)

    def data(self) -> bytes:
        """The baseline as its file holds it: the same findings give the same bytes, one line for each fact."""
        record = {"format": FORMAT, "about": _ABOUT, "known": [asdict(each) for each in self.known]}
        return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")

    def path_of(self, path: str) -> str:
        """A path of a report as the file has it: from its own folder, with forward slashes."""
        try:
            return Path(os.path.relpath(path, self.file.parent)).as_posix()
        except ValueError:  # on another drive
            return Path(path).resolve().as_posix()

    def is_gone(self, path: str) -> bool:
        """Whether the file of an entry is no longer there."""
        return not (self.file.parent / path).exists()

    def with_findings_of(self, report: Report, checked: Iterable[str]) -> Baseline:
        """What is known after a report on the ``checked`` files: all it found, and what others, or unread ones, had before."""
        unread = {skipped.path for skipped in report.skipped} - {finding.path for finding in report.findings}
        settled = {self.path_of(path) for path in checked if path not in unread}
        kept = [each for each in self.known if each.path not in settled and not self.is_gone(each.path)]
        return replace(self, known=_in_order((*kept, *_entries(report.findings, self))))

    def without(self, stale: Iterable[Known]) -> Baseline:
        """What is known when some findings of it are no longer there."""
        gone = Counter({_key(each): each.count for each in stale})
        kept = (replace(each, count=each.count - gone[_key(each)]) for each in self.known)
        return replace(self, known=tuple(each for each in kept if each.count > 0))


def fingerprint(finding: Finding) -> str:
    """What a finding is known by in any file and at any place: its term, its words and its sentence, however they are spaced."""
    parts = (finding.term, *(" ".join(fold(text).split()) for text in (finding.matched, finding.sentence)))
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def apart(report: Report, baseline: Baseline, checked: Iterable[str], terms: Set[str]) -> Report:
    """The report with only the new findings, the known ones counted, and the entries for which nothing is found any more.

    Entries of files that were not ``checked`` (or not completely), or of terms that are not among ``terms``, are left alone.
    An entry whose file is gone speaks for the same sentence in another: files get new names.
    """
    left = Counter({_key(each): each.count for each in baseline.known})
    new = [finding for finding in report.findings if not _take(left, (baseline.path_of(finding.path), fingerprint(finding)))]
    moved = defaultdict[str, list[Key]](list)
    for each in baseline.known if new else ():
        if left[_key(each)] and baseline.is_gone(each.path):
            moved[each.fingerprint].append(_key(each))
    new = [finding for finding in new if not any(_take(left, key) for key in moved[fingerprint(finding)])]
    known = len(report.findings) - len(new)
    settled = {baseline.path_of(path) for path in checked} - {baseline.path_of(skipped.path) for skipped in report.skipped}
    over = (replace(each, count=left[_key(each)]) for each in baseline.known if left[_key(each)] and each.term in terms)
    stale = tuple(each for each in over if each.path in settled or baseline.is_gone(each.path))
    return replace(report, findings=tuple(new), known=known, stale=stale)


Key = tuple[str, str]
"""Path and fingerprint."""


def _key(known: Known) -> Key:
    return known.path, known.fingerprint


def _take(left: Counter[Key], key: Key) -> bool:
    """Take one of what is left, if there is one."""
    if left[key] < 1:
        return False
    left[key] -= 1
    return True


def _entries(findings: Iterable[Finding], baseline: Baseline) -> Iterator[Known]:
    counted: dict[Key, Known] = {}
    for finding in findings:
        path, mark = baseline.path_of(finding.path), fingerprint(finding)
        known = counted.get((path, mark)) or _first_known(finding, path, mark)
        counted[path, mark] = replace(known, count=known.count + 1)
    return iter(counted.values())


def _first_known(finding: Finding, path: str, mark: str) -> Known:
    return Known(path, finding.term, visible(finding.matched), visible(_short(finding.sentence)), 0, mark)


def _short(sentence: str) -> str:
    space = sentence.rfind(" ", _SHOWN // 2, _SHOWN)
    return sentence if len(sentence) <= _SHOWN else f"{sentence[: space if space > 0 else _SHOWN]} …"


def _in_order(known: Iterable[Known]) -> tuple[Known, ...]:
    return tuple(sorted(known, key=lambda each: (each.path, each.sentence, each.term, each.fingerprint)))


# -- reading


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file. Raises ``UsageError``."""
    try:
        data = json.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise UsageError(f"there is no baseline {file}; make it with: stigmalint baseline create") from error
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"the baseline {file} cannot be read ({reason})") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(_damaged(file, "it is not JSON")) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("known"), list):
        raise UsageError(_damaged(file, f"it is not of format {FORMAT}"))
    return Baseline(file, _in_order(_known(entry, file) for entry in data["known"]))


def _known(entry: Any, file: Path) -> Known:
    if not isinstance(entry, dict) or {key: type(value) for key, value in entry.items()} != _TYPES or entry["count"] < 1:
        raise UsageError(_damaged(file, f"an entry does not have {', '.join(_TYPES)}"))
    return Known(**entry)


def _damaged(file: Path, problem: str) -> str:
    return f"the baseline {file} is damaged ({problem}); take it from your version control, or make it anew"
