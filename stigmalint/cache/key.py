"""Turn everything that a judgement depends on into one hash: the text as it was read, the wordlists, the settings, the program.

The surprise: the bytes of the file are not asked, nor how they are to be read. What was read of them says it all, so another
version of a PDF engine that reads other words is noticed, and a file that was only moved or saved again is known.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache

from stigmalint.document import Block, Document
from stigmalint.matching.kept_rules import spacy_version
from stigmalint.packs.store import PACKAGE, digest_of, files_in
from stigmalint.packs.vocabulary import Vocabulary

_JUDGES = ("cache", "context", "matching")
"""The folders whose code has a say in what is judged; the wordlists' hash covers ``packs``."""
_MORE_JUDGES = ("config.py", "document.py", "judged.py", "judging.py", "pieces.py")


def key_of(document: Document, vocabulary: Vocabulary, most: int) -> bytes:
    """The hash of all that decides what is judged of a document; none where the state of wordlists or program is not known."""
    program = _program()
    if not (vocabulary.digest and program):
        return b""
    digest = hashlib.blake2b(repr((program, vocabulary.digest, vocabulary.style, most)).encode(), digest_size=20)
    for block in document.blocks:
        digest.update(repr(_seen(block)).encode())
    return digest.digest()


def _seen(block: Block) -> tuple[object, ...]:
    """All that a reason can see of a block; not which characters of the file it stands for."""
    return block.text, block.kind, block.place, block.marks, block.lead_in, block.column_head, block.row_head


@cache
def _program() -> str:
    """What tells this program from its other versions, and Python and spaCy from theirs; empty where it cannot be told."""
    version = spacy_version()
    if not version:
        return ""
    folders = (file for folder in _JUDGES for file in files_in(f"{PACKAGE}/{folder}", ".py"))
    try:
        return f"{digest_of([*folders, *(f'{PACKAGE}/{file}' for file in _MORE_JUDGES), version])} {sys.hexversion}"
    except OSError:
        return ""
