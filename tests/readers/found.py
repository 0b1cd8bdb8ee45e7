"""Turn words into the block that holds them, where a person finds them, and the source behind them."""

from __future__ import annotations

from stigmalint.document import Block, Document, MarkKind, Span
from stigmalint.readers import markdown


def parse_markdown(text: str, name: str = "policy.md") -> Document:
    """The document that Markdown text makes."""
    return markdown.read(text.encode(), name)


def block_with(document: Document, words: str) -> Block:
    """The one block that holds ``words``."""
    (block,) = (block for block in document.blocks if words in block.text)
    return block


def span_of(block: Block, words: str) -> Span:
    """Where ``words`` stand in a block's text; they must stand there once."""
    assert block.text.count(words) == 1
    start = block.text.index(words)
    return Span(start, start + len(words))


def where(document: Document, words: str) -> str:
    """``line:column-line:column`` of words that stand in the document once."""
    block = block_with(document, words)
    place = document.place_of(block, span_of(block, words))
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def source_of(document: Document, words: str) -> list[str]:
    """The stretches of the file behind words that stand in the document once."""
    block = block_with(document, words)
    return [document.streams[stream].text[span.start : span.end] for stream, span in block.source_of(span_of(block, words))]


def marked(block: Block, kind: MarkKind) -> list[str]:
    """The stretches of a block's text with a mark of one kind."""
    return [block.text[mark.span.start : mark.span.end] for mark in block.marks if mark.kind is kind]
