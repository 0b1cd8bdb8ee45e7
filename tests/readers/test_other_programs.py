"""What another program makes of a Word file holds the same wording for us, at the same kind of place."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from stigmalint import api
from stigmalint.config import Config
from tests.tools import ROOT, program

EXAMPLE = ROOT / "examples" / "shelter-guest-agreement.docx"


def found_in(file: Path) -> Counter[tuple[str, str, str | None]]:
    report = api.check_bytes(file.read_bytes(), file.name, Config())
    assert report.skipped == ()
    return Counter((finding.term, finding.matched, finding.place.part) for finding in report.findings)


@pytest.mark.parametrize("ending", ["odt", "rtf"])
def test_a_file_that_libreoffice_saved_in_another_format_has_the_same_findings(ending: str, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    arguments = [program("soffice"), profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(EXAMPLE)]
    subprocess.run(arguments, check=True, capture_output=True, timeout=200)
    assert found_in(tmp_path / f"{EXAMPLE.stem}.{ending}") == found_in(EXAMPLE)
