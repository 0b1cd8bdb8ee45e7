"""The quick way says what the ordinary way says, or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stigmalint.cli import quick
from stigmalint.cli.quick import nothing_to_report
from stigmalint.cli.status import ExitStatus
from stigmalint.readers import kinds
from tests.cli.shell import CLEAN, FINDING, Shell, run
from tests.readers import docx_builder, pdf_builder

NEVER = (
    "spacy",
    "numpy",
    "pydantic",
    "rich",
    "lxml",
    "pypdfium2",
    "pypdfium2_raw",
    "pdfplumber",
    "docx",
    "pyromark",
    "click",
    "dataclasses",
    "pathlib",
)


@pytest.mark.parametrize("names", [["page.md"], ["page.md", "b.txt"], ["./page.md", "sub/c.markdown", "b.txt"]])
def test_what_it_says_is_what_is_said_otherwise(names: list[str], page: Path, here: Path, shell: Shell) -> None:
    (here / "sub").mkdir()
    for name in ("b.txt", "sub/c.markdown"):
        (here / name).write_text(CLEAN, "utf-8")
    ordinary = shell("check", "--no-progress", *names)
    assert (ordinary.status, ordinary.err) == (0, "")
    assert nothing_to_report(names) == ordinary.out
    assert shell("check", *names) == ordinary
    assert shell("check", "--force-exclude", *names) == ordinary


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", FINDING.encode()),
        ("a.md", b""),
        ("a.md", b"  \n"),
        ("a.md", b"caf\xe9"),
        ("a.md", CLEAN.encode("utf-16")),
        ("a.md", b"bell \x01"),
        ("a.md", b"a\0b"),
        ("a.md", b"<!-- stigmalint: ignore-file -->"),
        ("a.mdx", CLEAN.encode()),
        ("a.html", CLEAN.encode()),
        ("a.docx", CLEAN.encode()),
        ("~$a.md", CLEAN.encode()),
        *(
            ("a.md", beginning + CLEAN.encode())
            for beginning in (b"%PDF-", b"\xef\xbb\xbf%PDF-", b" {\\rtf", b"PK\x03\x04", *kinds._BINARY)
        ),
    ],
)
def test_whatever_is_not_plain_takes_the_ordinary_way(name: str, content: bytes, here: Path) -> None:
    (here / name).write_bytes(content)
    assert nothing_to_report([name]) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(here: Path) -> None:
    os.mkfifo(here / "pipe.md")
    assert nothing_to_report(["pipe.md"]) is None


def test_a_large_file_takes_the_ordinary_way(page: Path) -> None:
    page.write_text(CLEAN * 200_000, "utf-8")
    assert nothing_to_report(["page.md"]) is None


def test_clean_word_files_and_pdfs_are_told_at_once(page: Path, here: Path, shell: Shell) -> None:
    (here / "a.docx").write_bytes(docx_builder.docx(docx_builder.paragraph(docx_builder.run("The clinic opens at nine."))))
    (here / "b.PDF").write_bytes(pdf_builder.pdf(["The clinic opens at nine."]))
    names = ["a.docx", "b.PDF", "page.md"]
    assert nothing_to_report(names) == shell("check", "--no-progress", *names).out
    (here / "stigmalint.toml").write_text("hidden-text = false\n")
    assert nothing_to_report(names)
    (here / "stigmalint.toml").write_text("hidden-text = true\n")
    assert nothing_to_report(names) is None
    assert nothing_to_report(["page.md"])
    (here / "stigmalint.toml").unlink()
    (here / "a.docx.stigmalint.toml").write_text("")
    assert nothing_to_report(["a.docx"]) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx_builder.docx(docx_builder.paragraph(docx_builder.run("An addict.")))),
        ("a.docx", docx_builder.docx(docx_builder.paragraph(docx_builder.run("An add"), docx_builder.run("ict.")))),
        ("a.docx", docx_builder.docx("")),
        ("a.docx", docx_builder.docx(docx_builder.paragraph(docx_builder.run("Words.")))[:-40]),
        ("a.pdf", docx_builder.docx(docx_builder.paragraph(docx_builder.run("Words.")))),
        ("a.pdf", pdf_builder.pdf(["An addict."])),
        ("a.pdf", pdf_builder.drawn(pdf_builder.picture)),
        ("a.pdf", pdf_builder.pdf(["Words."])[:-40]),
        ("a.pdf", pdf_builder.drawn(pdf_builder.lines("Words."), password="secret")),
    ],
)
def test_a_word_file_or_pdf_of_which_more_is_to_be_said_takes_the_ordinary_way(name: str, data: bytes, here: Path) -> None:
    (here / name).write_bytes(data)
    assert nothing_to_report([name]) is None


def test_it_can_be_stopped(page: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(paths: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(quick, "nothing_to_report", interrupted)
    ended = shell("check", "page.md")
    assert (ended.status, ended.out) == (ExitStatus.STOPPED, "")
    assert ended.err == "stigmalint: stopped before it was done; nothing was written.\n"


def test_one_page_that_is_not_clean_takes_all_the_ordinary_way(page: Path, here: Path, shell: Shell) -> None:
    (here / "b.md").write_text(FINDING, "utf-8")
    assert nothing_to_report(["page.md", "b.md"]) is None
    assert shell("check", "page.md", "b.md").status == 1


def test_settings_directives_links_to_the_same_and_folders_take_the_ordinary_way(
    page: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert nothing_to_report(["page.md"])
    assert nothing_to_report(["page.md", "./page.md"]) is None
    assert nothing_to_report([str(here)]) is None
    assert nothing_to_report(["nowhere.md"]) is None
    assert nothing_to_report([]) is None
    for name in ("stigmalint.toml", ".stigmalint.toml", "page.md.stigmalint.toml"):
        for content in (b'packs = ["a.toml"]\n', b"# caf\xe9\n", b"# a\x0bb\n"):
            (here / name).write_bytes(content)
            assert nothing_to_report(["page.md"]) is None
        (here / name).unlink()
    (here / "stigmalint.toml").write_bytes("# “Nothing” is set.\r\n\n\t# fail-on = 1".encode())
    assert nothing_to_report(["page.md"])
    (here / "stigmalint.toml").unlink()
    (here / "pyproject.toml").write_text("[project]\n")
    assert nothing_to_report(["page.md"])
    (here / "pyproject.toml").write_text("[tool.stigmalint]\npacks = []\n")
    (here / "sub").mkdir()
    monkeypatch.chdir(here / "sub")
    assert nothing_to_report(["../page.md"]) is None
    (here / "sub" / ".git").mkdir()
    assert nothing_to_report(["../page.md"])


def test_colour_is_for_the_ordinary_way(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert nothing_to_report(["page.md"]) is None


def test_wordlists_that_are_not_compiled_take_the_ordinary_way(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "stored_anchors", lambda place: None)
    assert nothing_to_report(["page.md"]) is None


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows Click takes paths apart, so it is always asked")
@pytest.mark.parametrize("flags", [[], ["--force-exclude"]], ids=["check", "as a hook"])
def test_a_clean_run_loads_next_to_nothing(flags: list[str], page: Path, here: Path) -> None:
    run("check", "page.md", cwd=here)  # the wordlists are compiled by now
    code = (
        f"import sys\nfrom stigmalint.cli import main\nstatus = main(['check', *{flags}, 'page.md'])\n"
        f"sys.exit(status or ' '.join(name for name in {NEVER} if name in sys.modules) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"],
        cwd=here,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "✓ Checked 1 document: nothing to change.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_a_clean_word_file_or_pdf_loads_nothing_that_makes_documents(name: str, page: Path, here: Path) -> None:
    clean = docx_builder.docx(docx_builder.paragraph(docx_builder.run("The clinic opens at nine.")))
    (here / name).write_bytes(clean if name == "a.docx" else pdf_builder.pdf(["The clinic opens at nine."]))
    needed = {"a.docx": {"lxml", "dataclasses", "pathlib"}, "a.pdf": set[str]()}[name]
    never = {*NEVER, "stigmalint.document", "stigmalint.findings", "stigmalint.settings"} - needed
    code = (
        f"import sys\nfrom stigmalint.cli import main\nstatus = main(['check', {name!r}])\n"
        f"sys.exit(status or ' '.join(name for name in {sorted(never)} if name in sys.modules) or None)"
    )
    start = f"import sys; sys.path[:0] = {sys.path!r}\n{code}"
    done = subprocess.run([sys.executable, "-S", "-c", start], cwd=here, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "✓ Checked 1 document: nothing to change.\n")


def test_a_clean_word_file_and_clean_settings_load_no_language_engine(here: Path, page: Path) -> None:
    (here / "stigmalint.toml").write_text('ignore = ["advice"]\n')
    code = (
        "import sys\nfrom stigmalint.cli import main\nstatus = main(['check', '--format', 'json', 'page.md'])\n"
        "slow = ('spacy', 'numpy', 'pydantic', 'rich', 'lxml', 'pypdfium2_raw', 'hashlib', 'sqlite3', 'click',"
        " 'stigmalint.document', 'stigmalint.statistics', 'stigmalint.packs.model', 'stigmalint.packs.compiled')\n"
        "sys.exit(status or ' '.join(name for name in slow if name in sys.modules) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
