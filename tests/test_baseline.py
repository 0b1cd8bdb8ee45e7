"""A baseline holds while text moves, and lets nothing new pass."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stigmalint.api import Checker, merged
from stigmalint.baseline import Baseline, apart, fingerprint, read_baseline
from stigmalint.errors import UsageError
from stigmalint.findings import Report, Skipped
from tests.reporters.made import finding
from tests.small_wordlists import term, vocabulary_of

CHECKER = Checker(vocabulary_of(*(term(f'noun = ["{id}"]\nprefer = ["person/people"]', id) for id in ("addict", "junkie"))))
TERMS = {"addict", "junkie"}
HERE = Path("/house/stigmalint-baseline.json")

SENTENCES = [
    "The addicts may visit on Sundays after the service.",
    "No junkie is let in without a letter from the office.",
    "Everyone may ask for a bed and is given one.",
    "An addict, however long he was away, has to wait for the junkies to leave.",
]
words = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
paragraphs = st.lists(words, min_size=1, max_size=4)


def known(texts: Iterable[str]) -> Baseline:
    report = CHECKER.check(page(texts), "/house/a.md")
    return Baseline(HERE).with_findings_of(report, ["/house/a.md"])


def page(texts: Iterable[str], line_end: str = "\n") -> bytes:
    return (line_end * 2).join(texts).encode()


def against(baseline: Baseline, data: bytes, path: str = "/house/a.md") -> Report:
    return apart(CHECKER.check(data, path), baseline, [path], TERMS)


@settings(max_examples=30, deadline=None)
@given(paragraphs, st.data())
def test_text_may_move_and_be_wrapped_anew(texts: list[str], data: st.DataObject) -> None:
    """Paragraphs in another order, joined, with clean ones above, and with line breaks anywhere."""
    moved = data.draw(st.permutations(["Everyone is welcome.", *texts]))
    wrapped = [data.draw(st.sampled_from([text, text.replace(" ", "\n"), text.replace(" ", "  ")])) for text in moved]
    report = against(known(texts), page(wrapped, data.draw(st.sampled_from(["\n", "\r\n"]))))
    assert (report.findings, report.stale) == ((), ())


@settings(max_examples=30, deadline=None)
@given(paragraphs, st.sampled_from(SENTENCES[:2]))
def test_one_more_is_new(texts: list[str], more: str) -> None:
    report = against(known(texts), page([*texts, more]))
    assert len(report.findings) == 1
    assert report.known == len(CHECKER.check(page(texts), "a.md").findings)


@settings(max_examples=30, deadline=None)
@given(paragraphs)
def test_what_is_gone_is_stale_and_can_be_taken_out(texts: list[str]) -> None:
    baseline = known(texts)
    report = against(baseline, b"Nobody is here.\n")
    assert sum(each.count for each in report.stale) == baseline.total()
    assert baseline.without(report.stale).known == ()


def test_a_changed_sentence_is_new() -> None:
    baseline = known(["The addicts may visit."])
    assert len(against(baseline, b"The addicts may never visit.\n").findings) == 1


def test_quotes_and_capitals_make_no_difference() -> None:
    one, other = finding("The “Addicts” left.", "Addicts"), finding('The "addicts"  left.', "addicts")
    assert fingerprint(one) == fingerprint(other)


def test_files_may_get_new_names(tmp_path: Path) -> None:
    baseline = Baseline(tmp_path / "b.json")
    for name in ("old.md", "new.md"):
        (tmp_path / name).touch()
    old = CHECKER.check(b"The addicts left.\n", str(tmp_path / "old.md"))
    baseline = baseline.with_findings_of(old, [str(tmp_path / "old.md")])
    assert [each.path for each in baseline.known] == ["old.md"]
    assert len(against(baseline, b"The addicts left.\n", str(tmp_path / "new.md")).findings) == 1, "a copy is new"
    (tmp_path / "old.md").unlink()
    report = against(baseline, b"The addicts left.\n", str(tmp_path / "new.md"))
    assert (report.findings, report.known, report.stale) == ((), 1, ())


def test_a_sentence_of_many_files_moves_with_all_of_them(tmp_path: Path) -> None:
    baseline = Baseline(tmp_path / "b.json")
    before = [str(tmp_path / "old" / name) for name in ("1.md", "2.md", "3.md")]
    report = merged([CHECKER.check(b"The addicts left.\n", path) for path in before])
    baseline = baseline.with_findings_of(report, before)
    after = [path.replace("old", "new") for path in before]
    moved = apart(merged([CHECKER.check(b"The addicts left.\n", path) for path in after]), baseline, after, TERMS)
    assert (moved.findings, moved.known, moved.stale) == ((), 3, ())


def test_only_what_was_checked_completely_and_looked_for_can_be_stale(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    path, file = str(tmp_path / "a.md"), tmp_path / "b.json"
    baseline = Baseline(file).with_findings_of(CHECKER.check(b"The addicts left.\n", path), [path])
    assert apart(Report(0), baseline, [], TERMS).stale == ()
    assert apart(Report(0, skipped=(Skipped(path, "it is damaged"),)), baseline, [path], TERMS).stale == ()
    assert apart(Report(1), baseline, [path], {"junkie"}).stale == ()
    assert len(apart(Report(1), baseline, [path], TERMS).stale) == 1
    unread = baseline.with_findings_of(Report(0, skipped=(Skipped(path, "it is damaged"),)), [path])
    assert unread == baseline


@settings(max_examples=30, deadline=None)
@given(paragraphs)
def test_the_file_reads_back(texts: list[str]) -> None:
    baseline = known(texts)
    data = baseline.data()
    assert known(reversed(texts)).data() == data, "the order of the text does not show"
    assert [each["path"] for each in json.loads(data)["known"]] == ["a.md"] * len(baseline.known)


def test_odd_names_and_text_survive_the_file(tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    odd = finding(f"A \u202eline of {'words ' * 40} addicts \udcff.", "addicts", path=str(tmp_path / "a\udcff“b”.md"))
    baseline = Baseline(file).with_findings_of(Report(1, (odd,)), [odd.path])
    file.write_bytes(baseline.data())
    again = read_baseline(file)
    assert again.known == baseline.known
    assert again.known[0].sentence.startswith("A ⟦U+202E⟧line")
    assert len(again.known[0].sentence) < 140


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "it is not JSON"),
        ("[]", "it is not of format 1"),
        ('{"format": 2, "known": []}', "it is not of format 1"),
        ('{"format": 1, "known": [{}]}', "an entry does not have path, term, matched"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "b.json"
    with pytest.raises(UsageError, match="stigmalint baseline create"):
        read_baseline(file)
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError) as refused:
        read_baseline(file)
    assert told in str(refused.value)
