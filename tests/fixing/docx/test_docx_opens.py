"""Other programs open the copies: python-docx reads them, LibreOffice shows changes and comments on their pages."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path
from random import Random

import docx
import pytest

from stigmalint.api import check_bytes
from stigmalint.config import Config
from stigmalint.findings import Report
from stigmalint.fixing import Reviewed
from stigmalint.fixing.docx import review
from stigmalint.readers.docx import read
from tests.fixing.docx.marked import WISHES, hold_to_account, some_findings
from tests.readers.docx_known import known_document
from tests.tools import ROOT, program

EXAMPLE = (ROOT / "examples" / "shelter-guest-agreement.docx").read_bytes()


def pages(data: bytes, folder: Path) -> str:
    """What LibreOffice prints, as text."""
    soffice, pdftotext = program("soffice"), program("pdftotext")
    (folder / "copy.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "copy.docx")]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    told = subprocess.run([pdftotext, str(folder / "copy.pdf"), "-"], check=True, capture_output=True, timeout=60)
    return " ".join(told.stdout.decode("utf-8").split())


@pytest.fixture(scope="module")
def report() -> Report:
    found = check_bytes(EXAMPLE, "shelter-guest-agreement.docx", Config())
    return replace(found, documents=(read(EXAMPLE, "shelter-guest-agreement.docx"),))


@pytest.fixture(scope="module")
def copy(report: Report) -> Reviewed:
    return review(EXAMPLE, report, WISHES)


def test_the_example_is_marked_up_as_it_must_be(report: Report, copy: Reviewed) -> None:
    (document,) = report.documents
    assert copy.changed >= 10
    assert copy.commented == len(report.findings)
    hold_to_account(EXAMPLE, document, report.findings, copy)


def test_python_docx_reads_text_and_comments(copy: Reviewed) -> None:
    opened = docx.Document(io.BytesIO(copy.data))
    ours = [comment for comment in opened.comments if comment.author == "stigmalint"]
    assert len(ours) == copy.commented
    assert all(comment.initials == "sl" and comment.timestamp == WISHES.when for comment in ours)
    assert any("people with a substance use disorder" in comment.text for comment in ours)


def test_libreoffice_shows_old_and_new_words(copy: Reviewed, tmp_path: Path) -> None:
    told = pages(copy.data, tmp_path)
    assert "addictspeople with a substance use disorder who are still using" in told
    assert "clean and sobersubstance-free shelter since 1998" in told


def test_libreoffice_opens_whatever_was_marked(tmp_path: Path) -> None:
    data = known_document(Random(7)).data
    document = read(data, "known.docx")
    marked = review(data, Report(1, some_findings(document, Random(7)), documents=(document,)), WISHES)
    assert marked.changed
    assert pages(marked.data, tmp_path)
