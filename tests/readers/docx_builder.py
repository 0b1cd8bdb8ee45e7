"""Turn strings into Word files: every kind of content a test may want, from nothing but ``zipfile`` and text.

The surprise: nothing is checked. What a test writes is what the file holds, sound or not; that is why it is made here
and not by a library that would put it right.

    data = docx(paragraph(run("Policy"), style="Heading1"), paragraph(inserted(run("new ")), deleted("old "), run("text")))

``known_document`` in ``docx_known`` puts such pieces together at random and knows what must be read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

OFFICE, STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
NAMESPACES = {
    "w": f"{OFFICE}/wordprocessingml/2006/main",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "m": f"{OFFICE}/officeDocument/2006/math",
    "a": f"{OFFICE}/drawingml/2006/main",
    "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "c": f"{OFFICE}/drawingml/2006/chart",
    "dgm": f"{OFFICE}/drawingml/2006/diagram",
    "mc": f"{OFFICE}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>"}
_CONTENT_TYPES = f'''<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{OFFICE}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'''


# Runs and what stands among them


def run(text: str, properties: str = "") -> str:
    """A run; a tab, line break, soft or non-breaking hyphen in ``text`` becomes the element Word uses for it."""
    inside, plain = "", ""
    for character in text:
        if character in _SIGNS:
            inside, plain = inside + _text(plain) + _SIGNS[character], ""
        else:
            plain += character
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}{_text(plain)}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def inserted(*runs: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{"".join(runs)}</w:ins>'


def moved_here(*runs: str) -> str:
    return f'<w:moveTo w:id="2" w:author="A">{"".join(runs)}</w:moveTo>'


def deleted(text: str) -> str:
    return f'<w:del w:id="3" w:author="A"><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def moved_away(text: str) -> str:
    return f'<w:moveFrom w:id="4" w:author="A">{run(text)}</w:moveFrom>'


def hidden(text: str) -> str:
    return run(text, "<w:vanish/>")


def link(*runs: str) -> str:
    return f'<w:hyperlink r:id="rId99">{"".join(runs)}</w:hyperlink>'


def smart_tag(*runs: str) -> str:
    return f'<w:smartTag w:uri="u" w:element="place">{"".join(runs)}</w:smartTag>'


def control(*content: str) -> str:
    """A content control round runs, paragraphs, rows or cells."""
    return f'<w:sdt><w:sdtPr><w:alias w:val="Not shown"/></w:sdtPr><w:sdtContent>{"".join(content)}</w:sdtContent></w:sdt>'


def simple_field(instruction: str, *runs: str) -> str:
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{''.join(runs)}</w:fldSimple>"


def field(instruction: str, *result: str) -> str:
    """A field of begin, instruction, separate, result and end."""
    begin = f'{_field_sign("begin")}<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
    return f"{begin}{_field_sign('separate')}{''.join(result)}{_field_sign('end')}"


def _field_sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def ruby(base: str, above: str) -> str:
    return f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(above)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"


def note_reference(kind: str, id: int) -> str:
    """A reference to a ``footnote``, ``endnote`` or ``comment``."""
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


def picture(alt_text: str) -> str:
    properties = f'<wp:docPr id="1" name="Picture 1" descr={quoteattr(alt_text)}/>'
    return f"<w:r><w:drawing><wp:inline>{properties}</wp:inline></w:drawing></w:r>"


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: a drawing, and the same text once more for programs that cannot show drawings."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
    drawing = f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def old_text_box(*paragraphs: str) -> str:
    """A text box from before 2010."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"


# Paragraphs and tables


def paragraph(*content: str, style: str = "", item: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph; ``item`` is the list and the level (from 0) it is an item of."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>' if item else ""
    return f"<w:p><w:pPr>{styled}{numbered}{properties}</w:pPr>{''.join(content)}</w:p>"


DELETED_MARK = '<w:rPr><w:del w:id="5" w:author="A"/></w:rPr>'
"""For ``properties``: the end of the paragraph was deleted, so that it runs on into the next one."""


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*content: str, columns: int = 1, goes_on: bool = False) -> str:
    merged = "<w:vMerge/>" if goes_on else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/>{merged}</w:tcPr>{"".join(content)}</w:tc>'


def page_parts(**relations: str) -> str:
    """The properties of a section, with its headers and footers: ``page_parts(first_header="rId7")``."""
    references = ""
    for name, id in relations.items():
        pages, _, kind = name.rpartition("_")
        references += f'<w:{kind}Reference w:type="{pages or "default"}" r:id="{id}"/>'
    return f"<w:sectPr>{references}</w:sectPr>"


# Other parts


def part(root: str, *content: str) -> str:
    """A part with that root element (``w:hdr``)."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {DECLARED}>{"".join(content)}</{root}>'


def notes(kind: str, found: Mapping[int, str]) -> str:
    """The part that holds the ``footnote``s, ``endnote``s or ``comment``s, by id; with the separators Word adds to notes."""
    separators = "" if kind == "comment" else f'<w:{kind} w:type="separator" w:id="-1">{paragraph(run("Separator"))}</w:{kind}>'
    return part(f"w:{kind}s", separators, *(f'<w:{kind} w:id="{id}">{content}</w:{kind}>' for id, content in found.items()))


def style(id: str, name: str, properties: str = "", *, run: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inside = f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


STYLES = (
    *(style(f"Heading{level}", f"heading {level}", f'<w:outlineLvl w:val="{level - 1}"/>') for level in range(1, 5)),
    style("Title", "Title"),
    style("Quote", "Quote"),
    style("Caption", "caption"),
    style("HTMLCode", "HTML Code", kind="character"),
)


def levels(*formats: tuple[str, str], style_of_first: str = "") -> str:
    """The levels of a list: ``levels(("decimal", "%1."), ("lowerLetter", "(%2)"))``."""
    made = ""
    for depth, (format, text) in enumerate(formats):
        styled = f'<w:pStyle w:val="{style_of_first}"/>' if style_of_first and not depth else ""
        made += (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{styled}<w:lvlText w:val="{text}"/></w:lvl>'
        )
    return made


def numbering(*lists: str) -> str:
    """``numbering.xml`` with list 1, 2 … of the given ``levels``."""
    abstract = [f'<w:abstractNum w:abstractNumId="{n}">{made}</w:abstractNum>' for n, made in enumerate(lists, 1)]
    used = [f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(lists) + 1)]
    return part("w:numbering", *abstract, *used)


# The file


Parts = Mapping[str, tuple[str, str]]


def docx(*body: str, styles: tuple[str, ...] = STYLES, parts: Parts | None = None, strict: bool = False) -> bytes:
    """A Word file. ``parts`` maps a file name to its kind of relationship (``header``, ``footnotes``) and content.

    The n-th of ``parts`` has the relationship ``rId{n}``, counted from 1. ``strict`` writes the other set of namespaces.
    """
    parts = {**(parts or {}), "styles.xml": ("styles", part("w:styles", *styles))}
    related = [relationship(f"rId{n}", kind, name) for n, (name, (kind, _)) in enumerate(parts.items(), 1)]
    files = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": relationships(relationship("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("w:document", f"<w:body>{''.join(body)}</w:body>"),
        "word/_rels/document.xml.rels": relationships(*related),
        **{f"word/{name}": content for name, (_, content) in parts.items()},
    }
    return zipped({name: _strict(content) if strict else content for name, content in files.items()})


def relationship(id: str, kind: str, target: str, *, external: bool = False) -> str:
    type = f"{NAMESPACES['r']}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{id}" Type="{type}" Target="{target}"{mode}/>'


def relationships(*found: str) -> str:
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{"".join(found)}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files, packed; only ``mimetype`` is not, so that OpenDocument files begin with what they are."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return data.getvalue()


def _strict(xml: str) -> str:
    kept = xml.replace(f"{OFFICE}/package/", "\0package/").replace(f"{OFFICE}/markup-compatibility/", "\0markup-compatibility/")
    renamed = kept.replace(f"{OFFICE}/", f"{STRICT}/").replace("/2006/", "/")
    return renamed.replace("\0package/", f"{OFFICE}/package/2006/").replace("\0markup", f"{OFFICE}/markup")
