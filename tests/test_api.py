"""The whole way from bytes to a report, and what one bad file costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from stigmalint import api, readers
from stigmalint.config import Config
from stigmalint.discover import Source
from stigmalint.document import Document
from stigmalint.errors import Unreadable
from stigmalint.findings import Kind, Skipped
from stigmalint.limits import Limits
from stigmalint.readers.options import Options
from tests.small_wordlists import document_of


def source(name: str, text: str) -> Source:
    return Source(name, None, text.encode())


def test_findings_come_sorted_by_path_with_lines_and_columns() -> None:
    report = api.check([source("b.md", "Fine.\n\nTwo junkies."), source("a.txt", "An addict.")], Config())
    assert [(finding.path, finding.place.line, finding.matched) for finding in report.findings] == [
        ("a.txt", 1, "An addict"),
        ("b.md", 3, "junkies"),
    ]
    assert report.checked == 2


@pytest.mark.parametrize("keep", [False, True])
def test_files_that_were_read_are_known_by_name_whatever_is_found_in_them(keep: bool) -> None:
    """A report for a build server shows a clean file as checked."""
    read = [source("b.md", "Fine."), source("a.txt", "An addict."), source("d.md", "An `addict`.")]
    report = api.check([*read, Skipped("c.md", "not there")], Config(), keep=keep)
    assert report.files == ("a.txt", "b.md", "d.md")
    assert len(report.files) == report.checked


def test_bytes_and_a_name_are_enough() -> None:
    report = api.check_bytes(b"# Rules\n\nNo junkies.", "rules.md", Config())
    (finding,) = report.findings
    assert finding.place.heading == ("Rules",)
    assert finding.fingerprint


def test_the_fingerprint_holds_when_text_moves() -> None:
    first = api.check_bytes(b"No junkies.", "a.md", Config()).findings[0]
    moved = api.check_bytes(b"# New\n\nMore.\n\nNo junkies.", "a.md", Config()).findings[0]
    assert first.fingerprint == moved.fingerprint
    twice = api.check_bytes(b"No junkies.\n\nNo junkies.", "a.md", Config()).findings
    assert len({finding.fingerprint for finding in twice}) == 2


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked() -> None:
    report = api.check([source("a.md", ""), Skipped("b.md", "not there"), source("c.md", "A junkie.")], Config())
    assert [skipped.path for skipped in report.skipped] == ["a.md", "b.md"]
    assert report.checked == 1
    assert len(report.findings) == 1


def _broken(data: bytes, name: str, options: Options) -> Document:
    raise ZeroDivisionError


def test_a_defect_costs_one_file_and_never_looks_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "read", _broken)
    report = api.check([source("a.md", "A junkie.")], Config())
    assert report.checked == 0
    assert "ZeroDivisionError" in report.skipped[0].reason
    with pytest.raises(ZeroDivisionError):
        api.check([source("a.md", "A junkie.")], Config(debug=True))


def test_what_a_reader_left_out_is_reported_beside_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def partly(data: bytes, name: str, options: Options) -> Document:
        whole = document_of("A junkie.")
        return Document(name, "odt", whole.blocks, whole.streams, whole.locator, gaps=("page 2 has no text layer",))

    monkeypatch.setattr(readers, "read", partly)
    report = api.check([source("a.odt", "x")], Config())
    assert (report.checked, len(report.findings), report.skipped) == (1, 1, (Skipped("a.odt", "page 2 has no text layer"),))


def test_a_document_of_nothing_but_findings_is_cut_off_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    report = api.check_bytes(b"A junkie.\n\n" * 5, "a.md", Config(limits=Limits(findings=3)))
    assert len(report.findings) == 3
    assert "3 findings or more" in report.skipped[0].reason


def test_protective_rules_are_strengths_not_findings() -> None:
    report = api.check_bytes(b"Residents will not be discharged for a positive drug test.", "a.md", Config())
    assert report.findings == ()
    assert [strength.kind for strength in report.strengths] == [Kind.SUPPORT]


def test_an_unknown_format_is_refused_with_what_is_known() -> None:
    with pytest.raises(Unreadable, match=r"\.docx"):
        api.check_bytes(b"x", "a.xyz", Config())
    with pytest.raises(Unreadable, match=r"save it as \.docx"):
        api.check_bytes(b"x", "a.doc", Config())


def test_a_clean_document_loads_nothing_that_judges() -> None:
    code = (
        "import sys\nfrom stigmalint import api\nfrom stigmalint.config import Config\n"
        "api.check_bytes(b'The clinic opens at nine.', 'a.md', Config())\n"
        "slow = ('stigmalint.judging', 'spacy', 'numpy', 'docx', 'pdfplumber', 'pypdfium2_raw', 'lemminflect')\n"
        "sys.exit(' '.join(name for name in slow if name in sys.modules) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_finding_says_which_stretch_of_which_block_a_suggestion_replaces() -> None:
    report = api.check([source("page.md", "# Who can stay\n\nHe was an addict.\n")], Config(), keep=True)
    (finding,), (document,) = report.findings, report.documents
    block = document.blocks[finding.block]
    assert block.text[finding.span.start : finding.span.end] == finding.matched == "an addict"


def test_documents_are_kept_only_on_demand() -> None:
    assert not api.check([source("page.md", "Hello.\n")], Config()).documents
