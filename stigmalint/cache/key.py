"""Turn everything that a judgement depends on into one hash: the text as it was read, the wordlists, the settings, the program.

The surprise: the bytes of the file are not asked, nor how they are to be read. What was read of them says it all, so another
version of a PDF engine that reads other words is noticed, and a file that was only moved or saved again is known.
"""

from __future__ import annotations

from stigmalint.cache.program import program
from stigmalint.document import Block, Document
from stigmalint.hashing import blake2b
from stigmalint.packs.vocabulary import Vocabulary


def key_of(document: Document, vocabulary: Vocabulary, most: int) -> bytes:
    """The hash of all that decides what is judged of a document; none where the state of wordlists or program is not known."""
    if not (vocabulary.digest and program()):
        return b""
    digest = blake2b(repr((program(), vocabulary.digest, vocabulary.style, most)).encode(), digest_size=20)
    for block in document.blocks:
        digest.update(repr(_seen(block)).encode())
    return digest.digest()


def _seen(block: Block) -> tuple[object, ...]:
    """All that a reason can see of a block; not which characters of the file it stands for."""
    return block.text, block.kind, block.place, block.marks, block.lead_in, block.column_head, block.row_head
