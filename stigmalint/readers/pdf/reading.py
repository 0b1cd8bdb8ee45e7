"""Turn the bytes of a PDF into a document, in this very process.

A PDF made to hurt can take this process with it: everyone but the worker and the tests reads through the package.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from weakref import finalize

from stigmalint.document import Block, BlockBuilder, BlockKind, Document, Place, Stream
from stigmalint.errors import Unreadable
from stigmalint.limits import Limits
from stigmalint.readers.addresses import mark_addresses
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.pdf.blocks import Assembler
from stigmalint.readers.pdf.columns import Gutters, regions
from stigmalint.readers.pdf.engine import File
from stigmalint.readers.pdf.flow import Leaf, flow
from stigmalint.readers.pdf.furniture import Furniture, Sheet, furniture
from stigmalint.readers.pdf.gaps import told
from stigmalint.readers.pdf.hyphens import Hyphens
from stigmalint.readers.pdf.legible import MOSTLY_PICTURE, NO_TEXT_LAYER
from stigmalint.readers.pdf.locating import Locator
from stigmalint.readers.pdf.pages import PageRead, read_page
from stigmalint.readers.pdf.paragraphs import Paragraph, measure
from stigmalint.readers.pdf.place import boxes_of
from stigmalint.readers.pdf.references import with_references
from stigmalint.readers.pdf.tabletext import table_texts
from stigmalint.readers.pdf.writing import Writer
from stigmalint.readers.pulse import alive

_STAMP = 40
"""A page that is a picture and has fewer letters than this has nothing but a stamp on it."""


def read_here(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The document in ``data``. Its locator keeps the file open. Raises ``Unreadable`` with a plain reason."""
    file = File(data)
    locator = Locator(lambda number, spans: boxes_of(file, number, spans))
    finalize(locator, file.close)
    return replace(read_file(file, name, options), locator=locator)


def read_file(file: File, name: str, options: Options) -> Document:
    """The document in an open file, without a locator. Raises ``Unreadable``."""
    pages, gaps = _pages(file, options.limits)
    fixed = furniture([Sheet(page.number, page.height, page.lines) for page in pages])
    streams = [Stream(f"page {page.number}", page.text) for page in pages]
    blocks = [*_blocks(pages, streams, fixed), *_notes(pages, streams)]
    if not blocks:
        raise Unreadable(_why_empty(pages))
    return Document(name, "pdf", tuple(blocks), tuple(streams), gaps=(*gaps, *_pictures(pages, fixed)))


def _pages(file: File, limits: Limits) -> tuple[list[PageRead], tuple[str, ...]]:
    """The pages up to the limits, and why others, or parts of them, were not read."""
    pages: list[PageRead] = []
    gaps: list[str] = []
    characters = 0
    for number in range(1, file.page_count + 1):
        if number > limits.pages or characters > limits.characters:
            gaps += told((other, "is beyond what is read of one file: split it") for other in range(number, file.page_count + 1))
            break
        alive()
        pages.append(read_page(file, number))
        characters += len(pages[-1].text)
    if file.is_dynamic_form:
        gaps.append("the file is a form that builds itself (XFA) and was not read: print it to a new PDF and check that")
    if not file.ends_well:
        gaps.append("the end of the file is missing: pages may be lost, so export it again")
    return pages, (*told((page.number, page.gap) for page in pages if page.gap), *gaps)


def _pictures(pages: Iterable[PageRead], fixed: Furniture) -> tuple[str, ...]:
    """Names the pages that are scans with no more than a stamp or a running head printed over them."""
    letters = ((page.number, sum(len(line.text) for line in page.lines if line not in fixed.lines), page) for page in pages)
    return told((number, MOSTLY_PICTURE) for number, count, page in letters if page.is_picture and count < _STAMP)


def _why_empty(pages: Sequence[PageRead]) -> str:
    problems = {page.gap for page in pages if page.gap}
    if not pages:
        return "The file has no pages: export it again from the program it was made with."
    if not problems:
        return "The file has no text: its pages are blank."
    if NO_TEXT_LAYER in problems:
        return "The file has no text layer: it is probably a scan. Run text recognition (OCR) on it, or check the original."
    return f"The file could not be read: {' and '.join(told((page.number, page.gap) for page in pages if page.gap))}."


def _notes(pages: Sequence[PageRead], streams: list[Stream]) -> Iterator[Block]:
    """What was laid over the pages, each in a stream of its own after those of the pages."""
    numbers = Counter[BlockKind]()
    for page in pages:
        for note in page.notes:
            numbers[note.kind] += 1
            part = f"{note.kind.value} {numbers[note.kind]}"
            streams.append(Stream(f"{part} on page {page.number}", note.text))
            builder = BlockBuilder(streams)
            builder.keep(len(streams) - 1, 0, len(note.text))
            mark_addresses(builder)
            block = builder.build(note.kind, Place(page=page.number, part=part, boxes=(note.box,)))
            if block:
                yield block


def _blocks(pages: Sequence[PageRead], streams: Sequence[Stream], fixed: Furniture) -> list[Block]:
    gutters = Gutters()
    leaves = [_leaf(page, fixed, gutters) for page in pages]
    usual = measure(region for leaf in leaves for region in leaf.regions)
    paragraphs = with_references(flow(leaves, usual))
    tables = {table.stand_in: table for page in pages for table in page.tables}
    writer = Writer(streams, Hyphens([stream.text for stream in streams]))
    assembler = Assembler(writer, table_texts(paragraphs, tables, usual))
    for page, some in _by_page(paragraphs, len(pages)):
        assembler.add_furniture((line for line in fixed.heads if line.page == page), BlockKind.HEADER)
        for paragraph in some:
            assembler.add(paragraph)
        assembler.add_furniture((line for line in fixed.feet if line.page == page), BlockKind.FOOTER)
    return assembler.blocks


def _leaf(page: PageRead, fixed: Furniture, gutters: Gutters) -> Leaf:
    lines = [line for line in page.lines if line not in fixed.lines]
    return Leaf(page.height, [*regions(lines, gutters), *page.aside])


def _by_page(paragraphs: Iterable[Paragraph], count: int) -> Iterator[tuple[int, list[Paragraph]]]:
    """The paragraphs that begin on each page, in their order; an empty list for a page without any."""
    pages: dict[int, list[Paragraph]] = {number: [] for number in range(1, count + 1)}
    for paragraph in paragraphs:
        pages[paragraph.lines[0].page].append(paragraph)
    yield from pages.items()
