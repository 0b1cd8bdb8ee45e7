"""Turn the examples of a pack into a list of what does not hold: they are its tests and its documentation.

The surprise: a rewritten example is checked again, so a wording that any pack would flag is never offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from stigmalint.api import Checker
from stigmalint.document import Block, BlockBuilder, BlockKind, Document, LineLocator, Stream
from stigmalint.errors import PackError
from stigmalint.findings import Finding, Kind, Severity
from stigmalint.packs import wordlists_folder
from stigmalint.packs.compile import compile_vocabulary
from stigmalint.packs.load import SUPPORT_FILES, read_wordlists
from stigmalint.packs.model import Example, Pack, Term, Wordlists


def check_pack(file: Path) -> list[str]:
    """What is wrong with a pack file, a sentence each with its remedy; empty when it is sound and every example holds.

    A file outside the curated folder is checked together with the curated packs.
    """
    try:
        wordlists = _with_file(file)
        checker = Checker(compile_vocabulary(wordlists))
    except PackError as error:
        return [str(error)]
    pack = next(pack for pack in wordlists.packs if pack.file == file.name)
    return list(pack_problems(pack, checker))


def _with_file(file: Path) -> Wordlists:
    folder = file.resolve().parent
    if file.name in SUPPORT_FILES:
        raise PackError("this file holds no terms; name a pack", file=file.name)
    if (folder / "sources.toml").exists():
        if not file.exists():
            raise PackError("there is no such file; check its name", file=str(file))
        return read_wordlists(folder)
    return read_wordlists(wordlists_folder(), extra=[file])


def pack_problems(pack: Pack, checker: Checker) -> Iterator[str]:
    """What does not hold among the examples of a pack."""
    for term in pack.terms:
        for example in term.flag:
            for problem in _flag_problems(term, example, checker):
                yield str(PackError(problem, file=pack.file, line=term.line, term=term.id, field="flag"))
        for example in term.passes:
            for problem in _pass_problems(pack, term, example, checker):
                yield str(PackError(problem, file=pack.file, line=term.line, term=term.id, field="pass"))


def _flag_problems(term: Term, example: Example, checker: Checker) -> Iterator[str]:
    everything = list(checker.findings(paragraph(example.text)))
    found = [finding for finding in everything if finding.term == term.id]
    if not _as_marked(found, example):
        others = ", ".join(f"“{finding.matched}” ({finding.term})" for finding in everything) or "nothing"
        yield f"expected [{'] ['.join(example.matched)}] but found {others} in: {example.text}"
        return
    offered = all(finding.suggestions for finding in found)
    if not offered:
        if example.rewritten:
            yield f"nothing can be pasted in, so leave out the second sentence (or give a wording in “prefer”): {example.text}"
        return
    rewritten = apply_first(example.text, found)
    if rewritten != example.rewritten:
        yield f"the first suggestion makes “{rewritten}”; write that as the second sentence, or change “prefer”"
    yield from _flagged_again(rewritten, found, checker)


def _flagged_again(rewritten: str, found: list[Finding], checker: Checker) -> Iterator[str]:
    offered = {suggestion.lower() for finding in found for suggestion in finding.suggestions[:1]}
    for finding in checker.findings(paragraph(rewritten)):
        if any(finding.matched.lower() in text for text in offered) and finding.severity is not Severity.ADVICE:
            yield f"the wording offered is itself flagged: “{finding.matched}” by {finding.term}"


def _pass_problems(pack: Pack, term: Term, example: Example, checker: Checker) -> Iterator[str]:
    for finding in checker.findings(paragraph(example.text)):
        turned_round = finding.kind is Kind.SUPPORT and term.kind is not Kind.SUPPORT
        if finding.pack == pack.name and not finding.note and not turned_round:
            yield f"“{finding.matched}” ({finding.term}) is flagged but must pass in: {example.text}"


def _as_marked(found: list[Finding], example: Example) -> bool:
    """Whether exactly the marked words are found; of a rule, whose clause has no sharp edges, at least half of them."""
    if any(finding.elements for finding in found):
        pairs = zip(found, example.matched, strict=False)
        shared = all(2 * len(_words(finding.matched) & _words(marked)) >= len(_words(marked)) for finding, marked in pairs)
        return shared and len(found) == len(example.matched)
    pairs = zip(found, example.matched, strict=False)
    return len(found) == len(example.matched) and all(marked.lower() in _cores(finding) for finding, marked in pairs)


def _cores(finding: Finding) -> set[str]:
    """The words found, with and without an article or possessive that only the wording needed."""
    words = finding.matched.lower()
    bare = words.removeprefix("an ").removeprefix("a ")
    return {core for text in (words, bare) for core in (text, re.sub(r"(?:['’]s|['’])$", "", text))}


def _words(text: str) -> set[str]:
    return set(text.lower().split())


def apply_first(text: str, findings: list[Finding]) -> str:
    """The paragraph with the first suggestion of each finding put in."""
    for finding in reversed(findings):
        place = finding.place
        if finding.suggestions and place.column and place.end_column:
            text = text[: place.column - 1] + finding.suggestions[0] + text[place.end_column - 1 :]
    return text


def paragraph(text: str) -> Document:
    """A document of one paragraph."""
    streams = (Stream("", text),)
    builder = BlockBuilder(streams)
    builder.keep(0, 0, len(text))
    block: Block | None = builder.build(BlockKind.PARAGRAPH)
    return Document("example", "example", (block,) if block else (), streams, LineLocator(text))
