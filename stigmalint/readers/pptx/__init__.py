"""Turn a PowerPoint file into blocks: slides in the order they are shown, with their tables, notes and comments.

The surprise: what every slide has from its design (dates, numbers, prompts) is no text of the author's and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from stigmalint.document import Block, BlockKind, Document, Place, Stream
from stigmalint.readers.office.names import Element, attribute, short
from stigmalint.readers.office.package import Package, Relation
from stigmalint.readers.office.parse import Damaged
from stigmalint.readers.office.refusal import POWERPOINT
from stigmalint.readers.office.writing import Run, Writer
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.pptx.slide import Slide, runs_of

_BESIDE = {"notesSlide": "notes", "comments": "comment", "diagramData": "diagram", "chart": "chart", "chartEx": "chart"}
_KINDS = {"comment": BlockKind.COMMENT, "notes": BlockKind.PARAGRAPH}


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a presentation. ``Unreadable`` says why there is none; ``gaps`` what of it could not be read."""
    package = Package(data, POWERPOINT, options.limits)
    streams: list[Stream] = []
    blocks: list[Block] = []
    gaps: list[str] = []
    for number, part in enumerate(_slides(package), 1):
        try:
            blocks += _slide(package, part, number, streams, gaps)
        except Damaged as damaged:
            gaps.append(f"Slide {number}: {damaged}")
    return Document(name, "pptx", tuple(blocks), tuple(streams), gaps=tuple(gaps))


def _slides(package: Package) -> list[str]:
    """The parts that hold the slides, in the order of the presentation."""
    main = package.main_part()
    by_id = {relation.id: relation.part for relation in package.relations(main) if relation.kind == "slide"}
    order = [attribute(element, "r:id") for element in package.tree(main).iter() if short(element.tag) == "p:sldId"]
    return [by_id[id] for id in order if by_id.get(id, "") in package]


def _slide(package: Package, part: str, number: int, streams: list[Stream], gaps: list[str]) -> Iterator[Block]:
    """The blocks of a slide, then those of what hangs on it."""
    writer = Writer(part)
    slide = Slide(package.tree(part), f"slide {number}", writer)
    slide.read()
    gaps += slide.gaps
    yield from writer.finish(streams)
    for relation in package.relations(part):
        if relation.kind in _BESIDE and relation.part in package:
            yield from _beside(package, relation, slide, streams)


def _beside(package: Package, relation: Relation, slide: Slide, streams: list[Stream]) -> Iterator[Block]:
    """The notes of a slide, its comments, diagrams and charts."""
    what, writer, root = _BESIDE[relation.kind], Writer(relation.part), package.tree(relation.part)
    if what == "notes":
        Slide(root, f"{slide.part}, notes", writer, slide.title).read()
    else:
        place = Place(part=f"{slide.part}, {what}", heading=slide.title)
        once: dict[object, list[Run]] = {}
        for element in _paragraphs(root):
            runs = list(runs_of(element))
            once.setdefault(element if what == "comment" else tuple(runs), runs)  # a chart names its categories with each series
        for runs in once.values():
            writer.add(runs, _KINDS.get(what, BlockKind.TEXT_BOX), place)
    yield from writer.finish(streams)


def _paragraphs(root: Element) -> Iterator[Element]:
    """The paragraphs of a diagram, a chart or a comment; the names of a chart's series are single values."""
    return (element for element in root.iter() if short(element.tag) in ("a:p", "p:text", "c:v") and not _is_number(element))


def _is_number(element: Element) -> bool:
    parent = element.getparent()
    while parent is not None and short(parent.tag) not in ("c:numRef", "c:numCache", "c:numLit"):
        parent = parent.getparent()
    return short(element.tag) == "c:v" and parent is not None
