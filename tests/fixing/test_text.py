"""A text file is changed in the words meant and nowhere else, whatever stands around and among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stigmalint import readers
from stigmalint.api import Checker
from stigmalint.findings import Edit, Report
from stigmalint.fixing import Declined
from stigmalint.fixing.changes import Change
from stigmalint.fixing.choosing import chosen
from stigmalint.fixing.text import Desk, Fixed, fix, is_plain, make, reworded
from tests.small_wordlists import ADDICT, term, vocabulary_of

ABUSE = 'noun = ["substance abuse", "{substance} abuse"]\nprefer = ["substance use"]'
CLEAN = 'phrase = ["stay clean"]\nprefer = ["stay in recovery"]'
CIRCULAR = 'noun = ["junkie"]\nprefer = ["wino/winos"]'
CIRCLE = 'noun = ["wino"]\nprefer = ["junkie/junkies"]'


@cache
def checker() -> Checker:
    terms = {"addict": ADDICT, "abuse": ABUSE, "clean": CLEAN, "junkie": CIRCULAR, "wino": CIRCLE}
    return Checker(vocabulary_of(*(term(body, id) for id, body in terms.items())), keep=True)


def check(data: bytes, name: str = "a.md") -> Report:
    return checker().check(data, name)


def desk(name: str = "a.md") -> Desk:
    return Desk(lambda data: readers.read(data, name), lambda data: check(data, name))


def firsts(report: Report) -> Iterator[Change | Declined]:
    return (reworded(report, finding, finding.suggestions[0]) for finding in chosen(report.findings))


def fixed(text: str, name: str = "a.md") -> Fixed:
    data = text.encode()
    return fix(Fixed(data, check(data, name)), firsts, desk(name))


def text_of(text: str, name: str = "a.md") -> str:
    return fixed(text, name).data.decode()


PERSON = "person with an addiction"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The addicts may stay.\n", "The people with an addiction may stay.\n"),
        ("# Addicts\r\n\r\n*All* of it.\r\n", "# People with an addiction\r\n\r\n*All* of it.\r\n"),
        ("\ufeffAn addict’s dog.", "\ufeffA person’s dog."),
        ("The drug  addict.", f"The {PERSON}."),
        ("| a | b |\n|---|---|\n| addict  | no |\n", f"| a | b |\n|---|---|\n| {PERSON}  | no |\n"),
        ("---\ntitle: The addict\n---\n\nText.\n", f"---\ntitle: The {PERSON}\n---\n\nText.\n"),
        ("A <span>drug addict</span> here.", f"<span>A {PERSON}</span> here."),
        ("The drug&nbsp;addict.", f"The {PERSON}."),
        ("The ad\u00addict.", f"The {PERSON}."),
        ("Heroin &amp; a heroin addict.", f"Heroin &amp; a {PERSON}."),
    ],
)
def test_only_the_words_change(before: str, after: str) -> None:
    assert text_of(before) == after
    assert not fixed(before).declined


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The drug **addict** may.", f"The **{PERSON}** may."),
        ("The **drug** addict may.", f"The **{PERSON}** may."),
        ("The crack [cocaine](u) addict.", f"The [{PERSON}](u)."),
        ("The [drug](u) addict may.", f"The [{PERSON}](u) may."),
        ("The drug <b>addict</b> may.", f"The <b>{PERSON}</b> may."),
        ("The **addict**’s dog.", "The **person’s** dog."),
        ("A **drug addict** may.", f"**A {PERSON}** may."),
        ("The drug ~~old~~ addict may.", f"The ~~old~~ {PERSON} may."),
        ("The drug\n**addict** may.", f"The \n**{PERSON}** may."),
        ("- The drug\n  *addict* may.", f"- The \n  *{PERSON}* may."),
    ],
)
def test_markup_among_the_words_stays_balanced(before: str, after: str) -> None:
    assert text_of(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "A *drug* **addict** may.",
        "The [drug addict] may.\n\n[drug addict]: https://example.org\n",
    ],
)
def test_where_it_would_not_the_words_stay_and_the_place_is_told(text: str) -> None:
    done = fixed(text)
    assert done.data == text.encode()
    (declined,) = done.declined
    assert declined.reason == "Markup stands among these words; change them by hand."
    assert declined.finding.place.line == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Every crack cocaine\naddict may.", "Every person with\nan addiction may."),
        ("Every drug\r\naddict may.\r\n", "Every person\r\nwith an addiction may.\r\n"),
        ("> [!NOTE]\n> Every drug\n> addict may.", "> [!NOTE]\n> Every person\n> with an addiction may."),
        ("- Every crack\n  cocaine\n  addict may.", "- Every person\n  with an\n  addiction may."),
        ("Every drug  \naddict may.", "Every person  \nwith an addiction may."),
        ("Every drug\\\naddict may.", "Every person\\\nwith an addiction may."),
        ("Every drug\raddict may.", "Every person\rwith an addiction may."),
    ],
)
def test_lines_stay_lines(before: str, after: str) -> None:
    assert text_of(before) == after


def test_a_single_word_for_two_lines_stands_on_the_second() -> None:
    report = check(b"Every drug\naddict may.")
    change = reworded(report, report.findings[0], "guest")
    assert make(Fixed(b"Every drug\naddict may.", report), [change], desk()).data == b"Every \nguest may."


def test_plain_text_keeps_its_shape_too() -> None:
    before = "RULES\n=====\n\n  1. Substance\n     abuse is over.\n"
    assert text_of(before, "a.txt") == "RULES\n=====\n\n  1. Substance\n     use is over.\n"


def test_a_wording_that_would_be_flagged_again_is_declined() -> None:
    done = fixed("The junkie and the addict.")
    assert done.data.decode() == f"The junkie and the {PERSON}."
    (declined,) = done.declined
    assert (declined.finding.matched, "flagged itself" in declined.reason) == ("junkie", True)


def test_one_that_cannot_be_made_does_not_keep_the_others_back() -> None:
    before = "The drug addict. " * 3 + "The *drug* **addict**. " + "[drug addict] " + "The addicts. " * 3
    done = fixed(f"{before}\n\n[drug addict]: https://example.org\n")
    assert len(done.changed) == 6
    assert len(done.declined) == 2
    assert done.data.decode().count(PERSON) == 3


def test_what_its_encoding_cannot_write_is_declined() -> None:
    data = "Café, the addict.".encode("cp1252")
    report = check(data)
    done = make(Fixed(data, report), [reworded(report, report.findings[0], "☕")], desk())
    assert done.data == data
    assert "cp1252" in done.declined[0].reason


def test_edits_that_overlap_in_the_source_are_never_both_made() -> None:
    data = b"The addict and the addict."
    report = check(data)
    first, second = report.findings
    both = [reworded(report, first, PERSON), Change(second, PERSON, (Edit(0, first.span, PERSON),))]
    done = make(Fixed(data, report), both, desk())
    assert done.data == f"The {PERSON} and the addict.".encode()
    assert [declined.finding for declined in done.declined] == [second]


def test_a_long_file_is_read_as_often_as_a_short_one() -> None:
    """Markup among the words is tried in all blocks at once: nothing here grows with the number of findings but the text."""
    counted = {"reads": 0, "checks": 0}

    def counting(what: str, look: Callable[[bytes], Any]) -> Callable[[bytes], Any]:
        def counted_look(data: bytes) -> Any:
            counted[what] += 1
            return look(data)

        return counted_look

    told = {}
    for times in (2, 40):
        data = ("A **drug** addict. A drug **addict** and *drug* **addicts**.\n\nThe junkie.\n\n" * times).encode()
        counted.update(reads=0, checks=0)
        look = Desk(counting("reads", desk().read), counting("checks", desk().check))
        done = fix(Fixed(data, check(data)), firsts, look)
        assert (len(done.changed), len(done.declined)) == (2 * times, 2 * times)
        told[times] = dict(counted)
    assert told[2] == told[40]


def test_what_is_plain() -> None:
    assert is_plain(b"\xef\xbb\xbfThe addict", check(b"\xef\xbb\xbfThe addict").documents[0])
    assert not is_plain(b"Another", check(b"The addict").documents[0])
    assert not is_plain(b"%PDF-1.7", check(b"The addict").documents[0])


# -- whatever a person writes

WORDS = st.sampled_from(
    ["the", "addict", "addicts", "An addict", "drug addict", "drug", "substance abuse", "stay clean", "junkie", "é", "and"]
)
WHITE = [" ", " ", "  ", "\t", "\n", "\r\n", "\n\n", "\r\n\r\n- ", "\n> ", "\\\n", "&nbsp;", "\u00ad"]
MARKUP = [" **", "** ", " *", "* ", " `", "` ", " [", "](u) ", " ~~", "~~ ", " | ", ". "]
SEPARATORS = st.sampled_from([*WHITE, *MARKUP])
TEXTS = st.lists(st.tuples(WORDS, SEPARATORS), min_size=1, max_size=14).map(lambda parts: "".join(map("".join, parts)))


def outside(text: str, report: Report) -> list[str]:
    """What stands outside the lines of the findings' words, stretch by stretch."""
    stretches, at = [], 0
    for finding in sorted(report.findings, key=lambda each: (each.block, each.span)):
        sources = [span for _, span in report.documents[0].blocks[finding.block].source_of(finding.span)]
        stretches.append(text[at : sources[0].start])
        at = max(at, sources[-1].end)
    return [*stretches, text[at:]]


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["a.md", "a.txt"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@example("- drug\n> addict", "a.md", "utf-8")
@example("**drug** *addict*", "a.md", "utf-8")
def test_no_byte_outside_the_words_changes_and_twice_is_as_once(text: str, name: str, encoding: str) -> None:
    data = text.encode(encoding)

    before = check(data, name)
    done = fix(Fixed(data, before), firsts, desk(name))
    twice = fix(Fixed(done.data, check(done.data, name)), firsts, desk(name))
    assert twice.data == done.data
    rest = done.data.decode(encoding)
    for stretch in outside(text, before):
        assert stretch in rest
        rest = rest[rest.index(stretch) + len(stretch) :]
    left = {(each.finding.term, each.finding.matched) for each in done.declined}
    assert {(each.term, each.matched) for each in chosen(done.report.findings)} == left
