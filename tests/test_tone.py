"""Messages name the wording and never the writer; they cite, offer, and do not scold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from stigmalint.api import Checker
from stigmalint.examples import paragraph
from stigmalint.findings import Kind, Severity
from stigmalint.packs import load_vocabulary, load_wordlists
from stigmalint.packs.model import Term
from tests.tools import ROOT

WORDLISTS = load_wordlists()
TERMS = [term for pack in WORDLISTS.packs for term in pack.terms]
MODULES = sorted(path for path in (ROOT / "stigmalint").rglob("*.py") if "_wordlists" not in path.parts)

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"")
_WRITER = re.compile(r"\b(?:you|your|yours|yourself|the (?:author|writer)s?)\b", re.IGNORECASE)
_SCOLDING = re.compile(
    r"\b(?:offensive|insensitive|ignorant|unacceptable|inappropriate|politically|disgusting|lazy|careless|stupid|sloppy|shocking"
    r"|horrible|terrible|awful|bigoted|shameful|forbidden|banned words?|never say|never use|you must|you should have"
    r"|obviously|of course|simply do not|how dare|watch your|problematic|outdated language)\b|!(?=\s|\Z)",
    re.IGNORECASE,
)
_ROBOTIC = re.compile(r"\b(?:illegal|invalid|fatal|abort(?:ed|ing)?|bad (?:value|input|option|file)|oops|sorry)\b", re.IGNORECASE)
_NO_SENTENCE = re.compile(r"\n|\(\?|\\|<!--")


def said(term: Term) -> Iterator[str]:
    """What a term says of a wording, without what it quotes."""
    yield from (_QUOTED.sub("", text) for text in (term.why, term.instead, term.disputed) if text)


def test_no_term_speaks_of_the_writer_or_scolds() -> None:
    found = [(term.id, text) for term in TERMS for text in said(term) if _SCOLDING.search(text) or _WRITER.search(text)]
    assert found == []


def test_every_reason_is_one_or_two_whole_sentences() -> None:
    odd = [
        (term.id, term.why)
        for term in TERMS
        if not (len(term.why) <= 160 and re.match(r"[“A-Z]", term.why) and re.search(r"[.?]”?\Z", term.why))
    ]
    assert odd == []


def test_every_term_cites_and_offers() -> None:
    """A publication with a publisher and a title; a wording, or how to put it. Rules that help have nothing to change."""
    for term in TERMS:
        cited = [WORDLISTS.sources[source] for source in term.sources]
        assert cited, term.id
        assert all(source.publisher and source.title for source in cited), term.id
        assert term.kind is Kind.SUPPORT or term.prefer or term.instead, term.id


def test_no_message_uses_a_label_that_every_guide_advises_against() -> None:
    checker = Checker(load_vocabulary())
    texts = dict.fromkeys(text for term in TERMS for text in (term.why, term.instead, term.disputed) if text)
    found = [
        (text, each.matched)
        for text in texts
        for each in checker.findings(paragraph(text))
        if _is_label(each.kind, each.severity)
    ]
    assert found == []


def _is_label(kind: Kind, severity: Severity) -> bool:
    return kind is Kind.TERM and severity is Severity.ERROR


def texts_in(path: Path) -> Iterator[str]:
    """What a module may say: its strings of several words, apart from docstrings and patterns."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in docstrings:
            continue
        if " " in node.value and not _NO_SENTENCE.search(node.value):
            yield node.value


def test_the_program_neither_scolds_nor_talks_like_a_machine() -> None:
    """Help texts are docstrings of commands; they are held to the same in the page that is made of them."""
    every = [(path.name, text) for path in MODULES for text in texts_in(path)]
    assert [each for each in every if _SCOLDING.search(plain := _QUOTED.sub("", each[1])) or _ROBOTIC.search(plain)] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_the_manual_does_not_scold(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`|<!--.*?-->|!\[", "", page.read_text("utf-8"), flags=re.DOTALL)
    assert not [line for line in text.splitlines() if _SCOLDING.search(_QUOTED.sub("", line))]
