"""What paths on the command line stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stigmalint.config import Config
from stigmalint.discover import Source, discover
from stigmalint.findings import Skipped


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("Text.", "utf-8")


def found(*paths: str, **settings: bool) -> list[str]:
    return [each.path for each in discover(paths, Config(**settings))]


def skipped(*paths: str) -> list[tuple[str, str]]:
    everything = list(discover(paths, Config()))
    assert all(isinstance(each, Skipped) for each in everything)
    return [(each.path, each.reason) for each in everything if isinstance(each, Skipped)]


def test_folders_are_searched_in_the_order_of_names() -> None:
    write("b/z.md", "b/a.DOCX", "b/c/d.pdf", "a.txt", "b/x.py", "b/.hidden/y.md")
    assert found(".") == ["a.txt", "b/.hidden/y.md", "b/a.DOCX", "b/c/d.pdf", "b/z.md"]


def test_paths_are_shown_as_they_were_given() -> None:
    write("docs/a.md")
    assert found("./docs/") == ["docs/a.md"]
    assert found("docs//a.md") == ["docs/a.md"]
    assert found(str(Path("docs").absolute())) == [Path("docs/a.md").absolute().as_posix()]
    os.chdir("docs")
    assert found("../docs") == ["../docs/a.md"]


def test_the_order_is_the_one_asked_for_and_each_file_comes_once() -> None:
    write("b.md", "a.md", "c/d.md")
    assert found("b.md", "c", ".", "./a.md", "c/d.md") == ["b.md", "c/d.md", "a.md"]


def test_a_file_can_be_read_from_what_was_found() -> None:
    write("c/d.md")
    (source,) = discover(["c"], Config())
    assert isinstance(source, Source)
    assert source.read() == b"Text."


def test_other_peoples_folders_and_locks_are_left_out() -> None:
    write(
        ".git/a.md",
        "node_modules/a.md",
        "venv/a.md",
        "lib/site-packages/a.md",
        "env/pyvenv.cfg",
        "env/a.md",
        "~$a.docx",
        "build/a.md",
    )
    assert found(".") == ["build/a.md"]
    assert found("node_modules") == ["node_modules/a.md"]


def test_what_gitignore_lists_is_left_out_unless_it_is_named() -> None:
    write("a.md", "drafts/b.md")
    Path(".gitignore").write_text("drafts/\n*.txt\n", "utf-8")
    write("c.txt")
    assert found(".") == ["a.md"]
    assert found(".", gitignore=False) == ["a.md", "c.txt", "drafts/b.md"]
    assert found("c.txt", "drafts/b.md") == ["c.txt", "drafts/b.md"]
    assert found("drafts") == ["drafts/b.md"]


def test_a_missing_path_is_named_with_what_was_probably_meant() -> None:
    write("docs/admission.docx")
    assert skipped("docs/admision.docx") == [
        ("docs/admision.docx", "there is no file or folder of this name; did you mean “admission.docx”?")
    ]
    assert skipped("nowhere/x.md") == [("nowhere/x.md", "there is no file or folder of this name")]
    assert skipped("docs/admission.docx/x.md")[0][1] == "there is no file or folder of this name"
    assert skipped("nul\0.md") == [("nul\0.md", "there is no file or folder of this name")]
    assert found("x" * 5000 + ".md") == ["x" * 5000 + ".md"], "reading it will say what is wrong"


def test_a_named_file_of_an_unknown_format_is_left_to_the_readers_to_refuse() -> None:
    write("x.xyz", "Makefile")
    assert found("x.xyz", "Makefile") == ["x.xyz", "Makefile"]


def test_a_folder_without_documents_is_not_a_clean_folder() -> None:
    write("src/x.py")
    ((path, reason),) = skipped("src")
    assert path == "src"
    assert reason.startswith("it holds no document to check (no .docm, .docx, ")
    assert ".gitignore" in reason
    assert not any(".gitignore" in each.reason for each in discover(["src"], Config(gitignore=False)))


def test_a_lock_file_alone_is_not_a_document() -> None:
    write("~$a.docx", "src/x.py")
    assert [path for path, _ in skipped("src", "~$a.docx", "src")] == ["src", "~$a.docx"]


def test_an_empty_folder_beside_documents_is_no_matter() -> None:
    write("a/x.md")
    Path("b").mkdir()
    assert found("a", "b") == ["a/x.md"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
class TestLinks:
    """Links are followed to nothing outside, and to nothing twice."""

    def test_in_a_folder_they_lead_only_to_files_within_it(self) -> None:
        write("docs/policy.md", "docs/plain", "outside.md", "other/x.md")
        Path("docs/again.md").symlink_to("policy.md")
        Path("docs/named.md").symlink_to("plain")
        Path("docs/out.md").symlink_to("../outside.md")
        Path("docs/passwd.md").symlink_to("/etc/passwd")
        Path("docs/dead.md").symlink_to("nothing.md")
        Path("docs/elsewhere").symlink_to("../other")
        assert found("docs") == ["docs/named.md", "docs/policy.md"]

    def test_circles_are_no_trap(self) -> None:
        write("docs/a.md")
        Path("docs/round").symlink_to(".")
        Path("docs/self.md").symlink_to("self.md")
        assert found("docs") == ["docs/a.md"]

    def test_a_link_that_is_named_is_followed(self) -> None:
        write("outside/x.md")
        Path("link").symlink_to("outside")
        Path("link.md").symlink_to("outside/x.md")
        assert found("link.md") == ["link.md"]
        assert found("link") == ["link/x.md"]

    def test_a_link_that_leads_nowhere_is_named(self) -> None:
        Path("dead.md").symlink_to("nothing.md")
        assert skipped("dead.md")[0][0] == "dead.md"


def test_very_deep_folders_are_named_instead_of_searched() -> None:
    write("/".join(["deep", *["d"] * 66, "a.md"]), "deep/b.md")
    everything = list(discover(["deep"], Config()))
    assert [type(each) for each in everything] == [Source, Skipped]
    assert "64 deep" in everything[1].reason


def test_names_that_are_hard_to_read_are_kept_as_they_are() -> None:
    names = ["new\nline.md", "\u202egpj.md", "qu'o\"te.md", "Ünï.md", "e\u0301.md"]
    if os.name != "nt":
        names.append(os.fsdecode(b"by\xfftes.md"))
    write(*names)
    assert sorted(found(".")) == sorted(names)
