"""Turn an Excel workbook into blocks: the texts of its cells with their heads, comments and text boxes, sheet by sheet.

The surprise: a cell holds the number of its text in a list that all sheets share. Numbers and dates are
not prose.
"""

from __future__ import annotations

from collections.abc import Iterator

from stigmalint.document import Block, BlockKind, Document, Place, Stream
from stigmalint.readers.office.names import attribute, short
from stigmalint.readers.office.package import Package, Relation
from stigmalint.readers.office.parse import Damaged, walked
from stigmalint.readers.office.refusal import EXCEL
from stigmalint.readers.office.writing import Writer
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.pptx.slide import runs_of
from stigmalint.readers.xlsx.sheet import Shared, read_cells, shared_texts, text_runs

_BESIDE = frozenset({"comments", "threadedComment", "drawing"})


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a workbook. ``Unreadable`` says why there is none; ``gaps`` what of it could not be read."""
    package = Package(data, EXCEL, options.limits)
    main = package.main_part()
    relations = package.relations(main)
    shared = _shared(package, relations)
    by_id = {relation.id: relation for relation in relations if relation.part in package}
    streams: list[Stream] = []
    blocks: list[Block] = []
    gaps: list[str] = []
    for element in package.tree(main).iter():
        sheet = by_id.get(attribute(element, "r:id")) if short(element.tag) == "x:sheet" else None
        if sheet:
            try:
                blocks += _sheet(package, sheet, f"sheet “{element.get('name', '')}”", shared, streams)
            except Damaged as damaged:
                gaps.append(f"Sheet “{element.get('name', '')}”: {damaged}")
    return Document(name, "xlsx", tuple(blocks), tuple(streams), gaps=tuple(gaps))


def _shared(package: Package, relations: tuple[Relation, ...]) -> Shared:
    part = next((relation.part for relation in relations if relation.kind == "sharedStrings"), "")
    return shared_texts(package, part) if part in package and part else []


def _sheet(package: Package, sheet: Relation, name: str, shared: Shared, streams: list[Stream]) -> Iterator[Block]:
    """The blocks of a sheet's cells (one that is a chart has none), then those of what lies on it."""
    writer = Writer(sheet.part)
    if sheet.kind == "worksheet":
        read_cells(package, sheet.part, name, shared, writer)
    yield from writer.finish(streams)
    for relation in package.relations(sheet.part):
        if relation.kind in _BESIDE and relation.part in package:
            yield from _beside(package, relation, name, streams)
            for chart in package.relations(relation.part):
                if chart.kind == "chart" and chart.part in package:
                    yield from _beside(package, chart, name, streams)


def _beside(package: Package, relation: Relation, sheet: str, streams: list[Stream]) -> Iterator[Block]:
    """The comments of a sheet, the boxes drawn on it, and the titles of its charts."""
    what = "chart" if relation.kind == "chart" else "text box"
    writer = Writer(relation.part)
    for element in walked(package.tree(relation.part)):
        name = short(element.tag)
        if name in ("x:comment", "tc:threadedComment"):
            where = Place(part=f"{sheet}, comment on cell {element.get('ref', '')}")
            writer.add(text_runs(element), BlockKind.COMMENT, where)
        elif name == "a:p":
            writer.add(runs_of(element), BlockKind.TEXT_BOX, Place(part=f"{sheet}, {what}"))
        elif name == "xdr:cNvPr":
            writer.add([(element.get("descr", ""), None)], BlockKind.ALT_TEXT, Place(part=sheet))
    yield from writer.finish(streams)
