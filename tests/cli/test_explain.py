"""``stigmalint explain``: everything that is known about a wording, on one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from stigmalint.cli import explain
from stigmalint.packs.notation import in_print
from tests.cli.shell import FINDING, Shell, run
from tests.small_wordlists import vocabulary_of

TERM = """
[[term]]
id = "addict"
severity = "error"
noun = ["addict", "{degree?} {substance} addict"]
prefer = ["person/people with an addiction", "person/people with {substance.disorder}"]
why = "Names a person by a condition. Put the person first."
sources = ["guide"]
disputed = "Some people in recovery keep the word."
flag = [
  ["The [addict] left.", "The person with an addiction left."],
  ["Two [heroin addicts] stayed."],
]
pass = ["The word “addict” is avoided here."]

[[term]]
id = "moral-failing"
kind = "framing"
severity = "advice"
rewrite = "reframe"
noun = ["moral failing"]
only_if.near = ["addiction"]
instead = "Say what the condition is and what helps."
why = "Presents a health condition as a fault of character."
sources = ["guide"]
flag = [["It is a [moral failing]."]]
pass = ["It is no failing."]
"""


@pytest.fixture(autouse=True)
def small_wordlists(monkeypatch: pytest.MonkeyPatch) -> None:
    vocabulary = vocabulary_of(TERM)
    monkeypatch.setattr(explain, "load_vocabulary", lambda style: vocabulary)


def test_the_page_of_a_label(shell: Shell, golden: Callable[[str, str], None]) -> None:
    ended = shell("explain", "addict")
    assert (ended.status, ended.err) == (0, "")
    golden("explain-addict.txt", ended.out)


def test_the_page_of_a_framing(shell: Shell, golden: Callable[[str, str], None]) -> None:
    golden("explain-moral-failing.txt", shell("explain", "moral", "failings").out)


def test_an_unknown_wording_is_answered_with_the_nearest(shell: Shell) -> None:
    ended = shell("explain", "adict")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err == "stigmalint: no term has the name or the wording “adict”; the nearest are addict (“addict”).\n"


def test_nonsense_leads_to_the_list(shell: Shell) -> None:
    ended = shell("explain", "xylo\x1bphone")
    assert ended.status == 2
    assert ended.err == "stigmalint: no term has the name or the wording “xylo␛phone”; “stigmalint terms” lists them all.\n"


@pytest.mark.parametrize(
    ("wording", "shown"),
    [
        ("{degree?} {substance} addict", "[degree] ‹substance› addict"),
        ("(drug|pill) addict", "(drug | pill) addict"),
        ("fail ... drug test", "fail … drug test"),
        ("person with {substance.disorder}", "person with ‹disorder›"),
    ],
)
def test_wordings_are_shown_without_their_notation(wording: str, shown: str) -> None:
    assert in_print(wording) == shown


class TestDocument:
    """``explain FILE`` and ``explain FILE:LINE``."""

    def test_a_line_of_a_text(self, shell: Shell) -> None:
        Path("my draft.md").write_text(f"# Visits\n\n{FINDING}\nNo junkie is let in.\n", "utf-8")
        listed = " ".join(shell("explain", "my", "draft.md").out.split())
        assert "· line 3, column 5: addicts addict" in listed
        assert "stigmalint explain my draft.md:3" in listed
        ended = shell("explain", "my draft.md:3")
        assert ended.status == 0
        assert "line 3, column 5" in ended.out
        assert "here         people with" in ended.out
        assert "── addict ──" in ended.out
        assert "── junkie ──" not in ended.out
        assert "Nothing is found in line 1 of my draft.md." in shell("explain", "my draft.md:1:7").out

    def test_a_finding_of_a_word_file(self, shell: Shell) -> None:
        document = docx.Document()
        for text in ("The addicts left.", "No junkie is let in."):
            document.add_paragraph(text)
        document.save("a.docx")
        assert " 2 paragraph 2: junkie" in shell("explain", "a.docx").out
        assert "── junkie ──" in shell("explain", "a.docx:2").out
        assert "Nothing is found under number 3 of a.docx." in shell("explain", "a.docx:3").out.replace("\n", " ")

    def test_what_is_passed_over_is_explained_too(self, shell: Shell) -> None:
        Path("a.md").write_text("The addicts. <!-- stigmalint: ignore[addict] our choir -->\n", "utf-8")
        assert "“addicts” (addict) is passed over: our choir (line 1)." in shell("explain", "a.md:1").out
        assert "Nothing is found in this document." in shell("explain", "a.md").out

    def test_what_cannot_be_read(self, shell: Shell) -> None:
        Path("a.docx").write_bytes(b"no")
        ended = shell("explain", "a.docx")
        assert ended.status == 3
        assert "a.docx: " in ended.out
        missing = shell("explain", "nowhere.md:3")
        assert (missing.status, missing.err) == (2, "stigmalint: there is no file “nowhere.md” to explain line 3 of.\n")


def test_the_curated_wordlists_explain_themselves() -> None:
    ended = run("explain", "drug addicts")
    assert ended.returncode == 0
    assert "Flagged:" in ended.stdout.decode()
