"""A broken or hostile Word file costs a moment and gets a reason; it never leaks, hangs or reads as clean."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stigmalint.errors import Unreadable
from stigmalint.readers.docx import read
from tests.readers import docx_builder as made
from tests.readers.docx_builder import paragraph, relationship, relationships, run, zipped

WORDS = made.docx(paragraph(run("Some words.")))
ROOT_RELATIONS = relationships(relationship("rId1", "officeDocument", "word/document.xml"))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def with_main(content: str | bytes, **more: str | bytes) -> bytes:
    return zipped({"_rels/.rels": ROOT_RELATIONS, "word/document.xml": content, **more})


def utf16(name: str) -> bytes:
    return OLD + name.encode("utf-16-le")


def starting(name: str, target: str, kind: str = "officeDocument") -> bytes:
    return zipped({"_rels/.rels": relationships(relationship("rId1", kind, target)), name: "<x/>"})


NOT_WORD = {
    "an empty file": (b"", "is empty"),
    "text": (b"Dear staff,", "not a Word file"),
    "Rich Text": (b"\xef\xbb\xbf{\\rtf1 Dear staff}", "Rich Text"),
    "a PDF": (b"%PDF-1.7\n", "a PDF"),
    "half a file": (WORDS[: len(WORDS) // 2], "damaged or incomplete"),
    "the beginning of a file": (b"PK\x03\x04", "damaged or incomplete"),
    "a protected file": (utf16("EncryptedPackage"), "password"),
    "an old Word file": (utf16("WordDocument"), "old Word file"),
    "an old Excel file": (utf16("Workbook"), "old Excel file"),
    "a zip of other things": (zipped({"photo.txt": "x"}), "without a Word document"),
    "an OpenDocument file": (zipped({"mimetype": "application/vnd.oasis", "content.xml": "<x/>"}), "OpenDocument"),
    "an Excel workbook": (starting("xl/workbook.xml", "xl/workbook.xml"), "Excel"),
    "an Excel workbook that does not say so": (zipped({"xl/workbook.xml": "<x/>"}), "Excel"),
    "a presentation": (starting("ppt/presentation.xml", "/ppt/presentation.xml"), "PowerPoint"),
    "a drawing": (starting("visio/document.xml", "visio/document.xml"), "Visio"),
    "a workbook in disguise": (with_main('<workbook xmlns="http://example.org"/>'), "Excel"),
    "something else": (with_main("<note/>"), "no Word document"),
    "no XML": (with_main("Dear staff,"), "damaged"),
    "XML without an end": (with_main(made.part("w:document", paragraph(run("text")))[:-9]), "damaged"),
    "a control character": (with_main(made.part("w:document", paragraph(run("a\x01b")))), "damaged"),
}


@pytest.mark.parametrize(("data", "reason"), NOT_WORD.values(), ids=NOT_WORD.keys())
def test_what_is_no_sound_word_file_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason) as refused:
        read(data, "policy.docx")
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/footer1.xml", "word/styles.xml"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str, part: str) -> None:
    """With entities left alone their text would be lost without a word; so no file that declares them is read."""
    declared = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e "secret">]>'
    hostile = made.part("w:document", paragraph(run("a &e; b").replace("&amp;", "&"))).partition("?>")[2]
    files = unzipped(made.docx(paragraph(run("text"), style="Quote"), parts={"footer1.xml": ("footer", made.part("w:ftr"))}))
    with pytest.raises(Unreadable, match="document type"):
        read(zipped({**files, part: (declared + hostile).encode(encoding)}), "a.docx")


def test_entities_that_multiply_are_refused() -> None:
    entities = '<!ENTITY e0 "lol">' + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = run("x").replace(">x<", ">&e9;<")
    main = made.part("w:document", paragraph(text)).replace("?>", f"?><!DOCTYPE x [{entities}]>", 1)
    with pytest.raises(Unreadable):
        read(with_main(main), "a.docx")


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    leaking = made.part("w:document", paragraph(run("x").replace(">x<", ">&e;<"))).replace("?>", f"?>{entity}", 1)
    with pytest.raises(Unreadable) as refused:
        read(with_main(leaking), "a.docx")
    assert "the secret" not in str(refused.value)


@pytest.fixture
def opened_outside() -> Iterator[list[str]]:
    """What is opened, written or connected to while a test runs."""
    seen: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and (event.startswith("socket.") or event in {"open", "os.mkdir", "os.rename", "subprocess.Popen"}):
            seen.append(f"{event} {arguments}")

    sys.addaudithook(watch)
    yield seen
    watching = False


def test_names_and_links_that_lead_outside_lead_nowhere(opened_outside: list[str]) -> None:
    related = relationships(
        relationship("rId1", "header", "../../../../etc/hostname"),
        relationship("rId2", "footer", "file:///etc/hostname", external=True),
        relationship("rId3", "comments", "https://example.org/comments.xml", external=True),
        relationship("rId4", "attachedTemplate", "https://example.org/template.dotm", external=True),
        relationship("rId5", "styles", "..\\..\\windows\\win.ini"),
    )
    files = {"../../evil.xml": "<x/>", "C:\\evil.xml": "<x/>", "/abs.xml": "<x/>", "word/_rels/document.xml.rels": related}
    data = with_main(made.part("w:document", paragraph(run("text"))), **files)
    opened_outside.clear()
    document = read(data, "a.docx")
    assert not opened_outside
    assert [block.text for block in document.blocks] == ["text"]


def test_parts_are_found_as_word_finds_them() -> None:
    """Without regard to case, below any name, with a slash in front, escaped, or written with backslashes."""
    files = {
        "_rels\\.rels": relationships(relationship("rId1", "officeDocument", "/Docs/My%20Text.XML")),
        "docs/my text.xml": made.part("w:document", paragraph(run("body"))),
        "docs/_rels/my text.xml.rels": relationships(relationship("rId1", "header", "Head.xml")),
        "docs/head.xml": made.part("w:hdr", paragraph(run("head"))),
    }
    assert [block.text for block in read(zipped(files), "a.docx").blocks] == ["body", "head"]


def test_a_file_without_its_root_relationships_is_still_read() -> None:
    files = {"word/document.xml": made.part("w:document", paragraph(run("body")))}
    assert read(zipped(files), "a.docx").blocks[0].text == "body"


def test_an_unusual_packing_is_named() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", made.part("w:document", paragraph(run("body"))))
    with pytest.raises(Unreadable, match="unusual way"):
        read(data.getvalue(), "a.docx")


def test_a_locked_member_is_named() -> None:
    with pytest.raises(Unreadable, match="password"):
        read(with_every_header(WORDS, 8, 6, struct.pack("<H", 1)), "a.docx")


def test_a_size_that_lies_loses_nothing() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read(with_every_header(WORDS, 24, 22, struct.pack("<I", 5)), "a.docx")
    assert read(with_every_header(WORDS, 24, 22, struct.pack("<I", 10**6)), "a.docx").blocks == read(WORDS, "a.docx").blocks


def test_members_that_share_bytes_are_refused() -> None:
    """Many entries of the table of contents that lead to one place: kilobytes that unpack to gigabytes."""
    data = bytearray(zipped({"a.xml": "x" * 10_000, "b.xml": "y" * 10_000, "c.xml": "z"}))
    at = data.index(b"PK\x01\x02")
    for _ in range(2):
        data[at + 42 : at + 46] = struct.pack("<I", 0)
        at = data.index(b"PK\x01\x02", at + 1)
    with pytest.raises(Unreadable, match="overlap"):
        read(bytes(data), "a.docx")


@given(st.data())
def test_any_damage_gives_a_document_or_a_reason(data: st.DataObject) -> None:
    whole = made.docx(paragraph(run("text"), made.note_reference("footnote", 1)), parts=NOTES)
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    for damaged in (bytes(broken), whole[:cut], whole[cut:]):
        with suppress(Unreadable):
            read(damaged, "a.docx")


NOTES = {"footnotes.xml": ("footnotes", made.notes("footnote", {1: paragraph(run("a note"))}))}
ELEMENTS = "p r t tbl tr tc txbxContent sdt ins del hyperlink fldSimple footnote rt trPr tcPr pPr rPr numPr".split()
LEAVES = ("", "word ", '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:tab/>", "<w:sym/>")


nonsense = st.recursive(
    st.sampled_from(LEAVES),
    lambda inside: st.builds(
        lambda name, inner: f"<w:{name}>{''.join(inner)}</w:{name}>", st.sampled_from(ELEMENTS), st.lists(inside)
    ),
    max_leaves=15,
)
"""Word's own elements, nested in ways that Word never would."""


@given(nonsense)
def test_any_nesting_of_words_elements_is_read(body: str) -> None:
    assert read(made.docx(paragraph(run("A word.")), body), "a.docx").blocks[0].text == "A word."


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_every_header(data: bytes, central: int, local: int, value: bytes) -> bytes:
    """The zip with a field changed in each member's two headers; the offsets count from their signatures."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x01\x02", central), (b"PK\x03\x04", local)):
        at = data.find(signature)
        while at >= 0:
            changed[at + offset : at + offset + len(value)] = value
            at = data.find(signature, at + 1)
    return bytes(changed)


ODD = {
    "fields inside each other": paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 2000, run("A word.")),
    "ends without a beginning": paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 50, run("A word.")),
    "a level that no list has": paragraph(run("A word."), item=(1, 999_999)),
    "a level below the first": paragraph(run("A word."), item=(1, -7)),
    "a level that is no number": paragraph(
        run("A word."), properties='<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr>'
    ),
    "a very wide cell": made.table(made.row(made.cell(paragraph(run("A word.")), columns=999_999))),
    "a cell of no width": made.table(made.row(made.cell(paragraph(run("A word.")), columns=0))),
    "a number with too many digits": paragraph(run("A word."), properties=f'<w:outlineLvl w:val="{"9" * 5000}"/>'),
    "a paragraph inside a paragraph": f"<w:p>{paragraph(run('A word.'))}</w:p>",
    "a cell without a table": made.cell(paragraph(run("A word."))),
}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD.keys())
def test_odd_values_do_no_harm(body: str) -> None:
    lists = made.numbering(made.levels(("decimal", "%1" * 5000)))
    document = read(made.docx(body, parts={"numbering.xml": ("numbering", lists)}), "a.docx")
    assert [block.text for block in document.blocks] == ["A word."]


def test_gaps_are_named_but_not_without_end() -> None:
    objects = "".join(f'<w:object><o:OLEObject Type="Embed" ProgID="Package.{n}"/></w:object>' for n in range(50))
    assert len(read(made.docx(paragraph(run("A word.")), objects), "a.docx").gaps) == 10
