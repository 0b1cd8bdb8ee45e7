"""``stigmalint explain``: everything that is known about a wording, on one page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stigmalint.cli import explain
from stigmalint.packs.notation import in_print
from tests.cli.shell import Shell, run
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


def test_the_curated_wordlists_explain_themselves() -> None:
    ended = run("explain", "drug addicts")
    assert ended.returncode == 0
    assert "Flagged:" in ended.stdout.decode()
