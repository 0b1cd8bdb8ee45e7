"""Turn strings into PowerPoint, Excel and OpenDocument files, from nothing but ``zipfile`` and text, sound or not."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.readers.docx_builder import OFFICE, relationship, relationships, zipped

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = {
    "p": f"{OFFICE}/presentationml/2006/main",
    "a": f"{OFFICE}/drawingml/2006/main",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "mc": f"{OFFICE}/markup-compatibility/2006",
    "c": f"{OFFICE}/drawingml/2006/chart",
    "x": f"{OFFICE}/spreadsheetml/2006/main",
    "xdr": f"{OFFICE}/drawingml/2006/spreadsheetDrawing",
    **{name: f"{OASIS}:{name}:1.0" for name in ("office", "text", "table", "style")},
    "draw": f"{OASIS}:drawing:1.0",
    "svg": f"{OASIS}:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())


def xml(root: str, inside: str = "") -> str:
    return f"<{root} {_DECLARED}>{inside}</{root}>"


# PowerPoint


def slide_paragraph(text: str, level: int = 0) -> str:
    return f'<a:p><a:pPr lvl="{level}"/><a:r><a:t>{escape(text)}</a:t></a:r></a:p>'


def shape(*paragraphs: str, placeholder: str = "", alternative: str = "") -> str:
    kind = f'<p:ph type="{placeholder}"/>' if placeholder else ""
    described = f'<p:cNvPr id="1" name="x" descr={quoteattr(alternative)}/>'
    body = "".join(paragraphs)
    return f"<p:sp><p:nvSpPr>{described}<p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:txBody>{body}</p:txBody></p:sp>"


def pptx(*slides: str, beside: Mapping[str, tuple[str, str]] | None = None, order: list[int] | None = None) -> bytes:
    """A presentation; ``beside`` are further parts of the first slide: name → (kind, content)."""
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in order or numbers)
    files = {
        "_rels/.rels": relationships(relationship("rId1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": xml("p:presentation", f"<p:sldIdLst>{listed}</p:sldIdLst>"),
        "ppt/_rels/presentation.xml.rels": relationships(
            *(relationship(f"rId{n}", "slide", f"slides/slide{n}.xml") for n in numbers)
        ),
    }
    for n, slide in zip(numbers, slides, strict=True):
        files[f"ppt/slides/slide{n}.xml"] = xml("p:sld", f"<p:cSld><p:spTree>{slide}</p:spTree></p:cSld>")
    if beside:
        links = (relationship(f"rId{n}", kind, f"../{name}") for n, (name, (kind, _)) in enumerate(beside.items(), 1))
        files["ppt/slides/_rels/slide1.xml.rels"] = relationships(*links)
        files |= {f"ppt/{name}": content for name, (_, content) in beside.items()}
    return zipped(files)


# Excel


def xlsx(
    cells: Mapping[str, str],
    *,
    name: str = "Rules",
    inline: bool = False,
    after: str = "",
    beside: Mapping[str, tuple[str, str]] = {},
) -> bytes:
    """A workbook of one sheet; ``cells`` by address, row by row. A cell that begins with ``=`` is a number."""
    texts = list(dict.fromkeys(text for text in cells.values() if not text.startswith("=")))
    rows: dict[str, str] = {}
    for address, text in cells.items():
        row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if text.startswith("="):
            cell = f'<x:c r="{address}"><x:v>{text[1:]}</x:v></x:c>'
        elif inline:
            cell = f'<x:c r="{address}" t="inlineStr"><x:is><x:t>{escape(text)}</x:t></x:is></x:c>'
        else:
            cell = f'<x:c r="{address}" t="s"><x:v>{texts.index(text)}</x:v></x:c>'
        rows[row] = rows.get(row, "") + cell
    data = "".join(f'<x:row r="{row}">{inside}</x:row>' for row, inside in rows.items())
    shared = "".join(
        f"<x:si><x:r><x:t>{escape(text[:2])}</x:t></x:r><x:r><x:t>{escape(text[2:])}</x:t></x:r></x:si>" for text in texts
    )
    links = (relationship(f"rId{n}", kind, f"../{part}") for n, (part, (kind, _)) in enumerate(beside.items(), 1))
    return zipped(
        {
            "_rels/.rels": relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": xml(
                "x:workbook", f'<x:sheets><x:sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></x:sheets>'
            ),
            "xl/_rels/workbook.xml.rels": relationships(
                relationship("rId1", "worksheet", "worksheets/sheet1.xml"),
                relationship("rId2", "sharedStrings", "sharedStrings.xml"),
            ),
            "xl/worksheets/sheet1.xml": xml("x:worksheet", f"<x:sheetData>{data}</x:sheetData>{after}"),
            "xl/worksheets/_rels/sheet1.xml.rels": relationships(*links),
            "xl/sharedStrings.xml": xml("x:sst", shared),
            **{f"xl/{part}": content for part, (_, content) in beside.items()},
        }
    )


# OpenDocument


def odt(body: str, *, styles: str = "", automatic: str = "", chart: str = "") -> bytes:
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>{inside}"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": xml("office:document-content", content),
            "styles.xml": xml("office:document-styles", styles),
            "Object 1/content.xml": xml("office:document-content", chart),
        }
    )
