"""Every format is checked by the real command, and says where the wording stands in its own terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stigmalint import readers
from tests.cli.shell import FINDING, run
from tests.readers import docx_builder as made
from tests.readers.office_builder import odt, pptx, shape, slide_paragraph, xlsx
from tests.tools import ROOT

TEXT = FINDING.strip()
NOTEBOOK = {"cells": [{"cell_type": "markdown", "source": [TEXT]}], "nbformat": 4}
FILES = {
    "a.docx": (made.docx(made.paragraph(made.run(TEXT))), "paragraph 1"),
    "b.md": (f"# Rules\n\n{TEXT}\n".encode(), "line 3, column 5"),
    "c.txt": (TEXT.encode(), "line 1, column 5"),
    "d.html": (f"<p>{TEXT}</p>".encode(), "line 1, column 8"),
    "e.rst": (f"Rules\n=====\n\n{TEXT}\n".encode(), "line 4, column 5"),
    "f.tex": (f"\\section{{Rules}}\n{TEXT}".encode(), "line 2, column 5"),
    "g.rtf": (rf"{{\rtf1 {TEXT}\par}}".encode(), "paragraph 1"),
    "h.ipynb": (json.dumps(NOTEBOOK).encode(), "cell 1 (line 1, column 54)"),
    "i.odt": (odt(f"<text:p>{TEXT}</text:p>"), "paragraph 1"),
    "j.pptx": (pptx(shape(slide_paragraph(TEXT))), " slide 1 "),
    "k.xlsx": (xlsx({"B7": TEXT}), "sheet “Rules”, cell B7"),
    "l.eml": (f"Subject: Visits\n\n{TEXT}\n".encode(), "message (line 3, column 5)"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (data, _) in FILES.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder_of_every_format(folder: Path) -> None:
    (folder / "old.doc").write_bytes(b"words")
    (folder / "Older.DOC").write_bytes(b"words")
    (folder / "~$old.doc").write_bytes(b"lock")
    (folder / "mail.msg").write_bytes(b"words")
    ended = run("check", "--format", "json", cwd=folder)
    report = json.loads(ended.stdout)
    assert (ended.returncode, report["checked"], report["skipped"]) == (1, len(FILES), [])
    assert [(finding["path"], finding["matched"]) for finding in report["findings"]] == [(name, "addicts") for name in FILES]
    assert "passed over what no reader reads (2 .doc, 1 .msg); name one to see what to do with them." in ended.stderr.decode()


def test_places_are_said_in_the_words_of_the_program(folder: Path) -> None:
    shown = run("check", cwd=folder, COLUMNS="100").stdout.decode()
    for name, (_, place) in FILES.items():
        part = shown.partition(f"── {name} ")[2].partition("── ")[0]
        assert place in part, name


@pytest.mark.parametrize("name", ["a.docx", "e.rst"])
def test_standard_input_may_be_of_any_format(name: str) -> None:
    assert run("check", "-", "--stdin-filename", name, stdin=FILES[name][0]).returncode == 1


def test_what_is_named_and_not_read_comes_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"words")
    (tmp_path / "scan.png").write_bytes(b"\x89PNG")
    ended = run("check", "old.doc", "scan.png", cwd=tmp_path)
    shown = " ".join(ended.stdout.decode().split())
    assert ended.returncode == 3
    assert "save it as .docx" in shown
    assert "recognized (OCR)" in shown


def test_every_suffix_is_documented_and_every_format_shown_here() -> None:
    page = (ROOT / "docs" / "formats-read.md").read_text("utf-8")
    assert {suffix for suffix in readers.suffixes() if f"`{suffix}`" not in page} == set()
    shown = {Path(name).suffix for name in FILES} | {".pdf"}
    assert {readers._BUILT_IN[suffix] for suffix in shown} == set(readers._BUILT_IN.values())


def test_marked_up_copies_and_saved_pages_are_not_checked_again(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(TEXT, encoding="utf-8")
    run("review", "draft.md", cwd=tmp_path)
    run("check", "draft.md", "--format", "html", "-o", "report.html", cwd=tmp_path)
    ended = run("check", "--format", "json", ".", cwd=tmp_path)
    report = json.loads(ended.stdout)
    assert [finding["path"] for finding in report["findings"]] == ["draft.md"]
    assert {each["path"] for each in report["suppressed"]} == {"report.html"}
    assert "passed over marked-up copies (1 .reviewed.html)" in ended.stderr.decode()
    named = json.loads(run("check", "--format", "json", "draft.reviewed.html", cwd=tmp_path).stdout)
    assert named["checked"] == 1


def test_formats_that_are_text_can_be_fixed_in_place(folder: Path) -> None:
    """Nothing but the words changes, and what is fixed is still sound."""
    fixable = ["b.md", "c.txt", "d.html", "e.rst", "f.tex", "h.ipynb"]
    before = {name: (folder / name).read_text("utf-8") for name in fixable}
    assert run("fix", cwd=folder).returncode in (0, 1)
    for name in fixable:
        fixed = (folder / name).read_text("utf-8")
        assert fixed == before[name].replace("addicts", "people with a substance use disorder"), name
    assert json.loads((folder / "h.ipynb").read_text("utf-8"))["nbformat"] == 4
    for name in FILES.keys() - set(fixable):
        assert (folder / name).read_bytes() == FILES[name][0], name
