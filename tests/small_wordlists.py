"""A vocabulary of a few terms, made from TOML in the test, so that engine tests do not depend on the curated wordlists."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from stigmalint.api import Checker
from stigmalint.document import BlockBuilder, BlockKind, Document, LineLocator, Mark, Place, Stream
from stigmalint.examples import apply_first
from stigmalint.findings import Finding
from stigmalint.packs.compile import compile_vocabulary
from stigmalint.packs.load import read_wordlists
from stigmalint.packs.model import Wordlists
from stigmalint.packs.vocabulary import Vocabulary

HEADER = 'format = 1\npack = "small"\nlanguage = "en"\ntitle = "Small"\n'

SOURCES = '[guide]\ntitle = "A guide to words"\npublisher = "A clinic"\nyear = 2020\n'

CLASSES = """
[person]
inflect = "noun"
words = ["patient", "client", "mother", "parent", "person"]

[person-pronoun]
words = ["he", "she", "they", "who", "anyone"]

[substance]
default = "drugs"
words = ["drug", "drugs", "heroin", "crack cocaine", "street drug", "alcohol", "OxyContin"]

[substance.disorder]
"opioid use disorder" = ["heroin", "OxyContin"]

[degree]
words = ["chronic", "hard-core", "out-of-control"]

[number]
words = ["two", "three"]
figures = true

[any]
words = ["any", "a", "the", "no", "each"]

[cue]
words = ["methadone", "syringe", "drug court"]
"""

NAMES = """
[names]
bodies = ["Narcotics Anonymous", "National Addict Fund"]

[heads]
end = ["Act", "Journal", "Test", "Program"]
of = ["Institute", "Administration"]
"""

TERM_TAIL = 'severity = "error"\nwhy = "Because."\nsources = ["guide"]\nflag = ["A [word]."]\npass = ["Nothing."]\n'

ADDICT = """
noun = ["addict", "{degree?} {substance?} addict"]
prefer = ["person/people with an addiction", "individual/individuals with an addiction"]
"""


def term(body: str, id: str = "t") -> str:
    """One ``[[term]]`` block around its wordings."""
    return f'[[term]]\nid = "{id}"\n{body}\n{TERM_TAIL}'


def wordlists_of(*terms: str, classes: str = CLASSES) -> Wordlists:
    """Wordlists with these terms."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {
            "sources.toml": SOURCES,
            "classes.toml": classes,
            "names.toml": NAMES,
            "small.toml": HEADER + "\n".join(terms),
        }.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        return read_wordlists(Path(folder))


def vocabulary_of(*terms: str, classes: str = CLASSES) -> Vocabulary:
    """The compiled vocabulary of these terms."""
    return compile_vocabulary(wordlists_of(*terms, classes=classes))


def document_of(
    *texts: str,
    kind: BlockKind = BlockKind.PARAGRAPH,
    kinds: Sequence[BlockKind] = (),
    place: Place | None = None,
    marks: Iterable[Mark] = (),
    **heads: str,
) -> Document:
    """A document with one block for each text, all in one stream, a line each; ``kinds`` gives each its own kind."""
    streams = (Stream("", "\n".join(texts)),)
    blocks, at = [], 0
    for number, text in enumerate(texts):
        builder = BlockBuilder(streams)
        builder.keep(0, at, at + len(text))
        for mark in marks:
            builder.add_mark(mark.kind, mark.span.start, mark.span.end)
        block = builder.build(kinds[number] if kinds else kind, place or Place(), **heads)
        assert block is not None
        blocks.append(block)
        at += len(text) + 1
    return Document("small.md", "markdown", tuple(blocks), streams, LineLocator(streams[0].text))


def findings_in(document: Document | str, *terms: str, full: bool = False) -> list[Finding]:
    """What a vocabulary of these terms finds in a document, or in a paragraph."""
    document = document_of(document) if isinstance(document, str) else document
    return list(Checker(vocabulary_of(*terms), full=full).findings(document))


def matched(document: Document | str, *terms: str) -> list[str]:
    """The words found."""
    return [finding.matched for finding in findings_in(document, *terms)]


def rewritten(text: str, *terms: str) -> str:
    """The paragraph with the first suggestion of every finding put in."""
    return apply_first(text, findings_in(text, *terms))
