"""``stigmalint packs export``, ``diff`` and ``pages``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.shell import Shell
from tests.cli.test_packs import PACK


def test_an_export_of_ones_own_pack_with_what_was_lost(shell: Shell) -> None:
    Path("house.toml").write_text(PACK, "utf-8")
    ended = shell("packs", "export", "--format", "csv", "house.toml", "--out", "for/experts")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == "2 files in for/experts. 1 term: 1 whole, 0 in part, 0 not at all (lost.md says what was lost).\n"
    assert sorted(path.name for path in Path("for/experts").iterdir()) == ["lost.md", "terms.csv"]
    assert "house-inmate" in Path("for/experts/terms.csv").read_text("utf-8-sig")


def test_a_style_for_vale_is_a_folder(shell: Shell) -> None:
    assert shell("packs", "export", "--format", "vale", "suicide").status == 0
    assert Path("stigmalint-vale/stigmalint/commit-suicide.yml").is_file()
    assert not Path("stigmalint-vale/stigmalint/addict.yml").exists()


def test_wrong_names_are_answered_with_the_nearest(shell: Shell) -> None:
    ended = shell("packs", "export", "--format", "prh", "suicid")
    assert ended.status == 2
    assert "there is no wordlist “suicid”; did you mean “suicide”?" in ended.err
    assert "did you mean “vale”?" in shell("packs", "export", "--format", "val").err


def test_a_folder_that_cannot_be_made(shell: Shell) -> None:
    Path("file").touch()
    ended = shell("packs", "pages", "--out", "file/inside")
    assert ended.status == 2
    assert "cannot be made" in ended.err


def test_what_changed_in_words(shell: Shell) -> None:
    Path("old.toml").write_text(PACK, "utf-8")
    second = '[[term]]\nid = "second"' + PACK.split('[[term]]\nid = "house-inmate"')[1]
    changed = PACK.replace('"warning"', '"error"').replace("Somebody who lives here is not locked up.", "A home is not a prison.")
    Path("new.toml").write_text(changed + second, "utf-8")
    assert shell("packs", "diff", "old.toml", "old.toml").out == "Nothing changed.\n"
    ended = shell("packs", "diff", "old.toml", "new.toml")
    assert ended.status == 0
    assert ended.out.splitlines() == [
        "+ second: added",
        "~ house-inmate: changed",
        "    severity: warning → error",
        "    why:",
        "      - Somebody who lives here is not locked up.",
        "      + A home is not a prison.",
        "",
        "1 added, 0 taken out, 1 changed.",
    ]
    assert shell("packs", "diff", "new.toml", "old.toml").out.startswith("- second: taken out\n")


def test_pages(shell: Shell) -> None:
    assert shell("packs", "pages", "--out", "terms").out.endswith("pages in terms.\n")
    assert "## commit-suicide" in Path("terms/suicide.md").read_text("utf-8")
