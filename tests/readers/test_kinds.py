"""What a file is, is told by its bytes as well as by its name; what nobody reads comes with what to do instead."""

from __future__ import annotations

import pytest

from stigmalint import readers
from stigmalint.errors import Unreadable
from stigmalint.limits import MEBIBYTE, Limits
from stigmalint.readers.kinds import ADVICE, FAMILIES, kind_of
from stigmalint.readers.options import Options
from tests.readers import docx_builder as made
from tests.readers.office_builder import odt, pptx, shape, slide_paragraph, xlsx

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
WORDS = {
    "docx": made.docx(made.paragraph(made.run("Some words."))),
    "pptx": pptx(shape(slide_paragraph("Some words."))),
    "xlsx": xlsx({"A1": "Some words."}),
    "odt": odt("<text:p>Some words.</text:p>"),
    "rtf": rb"{\rtf1 Some words.\par}",
    "html": b"\xef\xbb\xbf\n<!DOCTYPE html><html><body><p>Some words.</p></body></html>",
}
CALLED = [".docx", ".doc", ".rtf", ".odt", ".pptx", ".xls", ".pdf"]


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("suffix", CALLED)
def test_a_file_is_read_as_what_it_is(kind: str, suffix: str) -> None:
    document = readers.read(WORDS[kind], f"policy{suffix}")
    assert (document.format, [block.text for block in document.blocks], document.gaps) == (kind, ["Some words."], ())


def test_what_is_wrong_with_a_file_that_is_something_else_is_said_of_that() -> None:
    with pytest.raises(Unreadable, match=r"says that it is \.html, not \.pdf\. .*UTF-8"):
        readers.read(b"<html><body>" + bytes(range(128, 256)) * 3, "policy.pdf")
    with pytest.raises(Unreadable, match=r"^The file is damaged"):
        readers.read(WORDS["docx"][:200], "policy.docx")


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx", "odt", "rtf"])
def test_a_text_file_that_is_none_is_read_as_what_it_is(kind: str) -> None:
    assert readers.read(WORDS[kind], "policy.txt").format == kind


def test_a_pdf_after_what_a_proxy_said_first_is_a_pdf() -> None:
    assert kind_of(b"<html><head></head></html>\n%PDF-1.4\n", ".pdf") == ".pdf"


def test_a_page_in_a_text_file_stays_text() -> None:
    assert readers.read(WORDS["html"], "page.md").format == "markdown"
    assert readers.read(WORDS["html"], "page.txt").format == "text"


def test_an_office_file_inside_another_does_not_confuse() -> None:
    outer = made.docx(made.paragraph(made.run("Some words.")), parts={"embeddings/xl/workbook.xml": ("package", "<x/>")})
    assert readers.read(outer, "policy.docx").format == "docx"
    assert readers.read(outer, "policy.xls").format == "docx"
    renamed = {
        "_rels/.rels": made.relationships(made.relationship("rId1", "officeDocument", "word/document2.xml")),
        "word/document2.xml": made.part("w:document", made.paragraph(made.run("Some words."))),
        "word/embeddings/x/xl/workbook.xml": "<x/>",
    }
    assert readers.read(made.zipped(renamed), "policy.docx").format == "docx"


@pytest.mark.parametrize(
    ("stream", "reason"),
    [
        ("WordDocument", "old Word file"),
        ("Workbook", "old Excel file"),
        ("PowerPoint Document", "old PowerPoint file"),
        ("__substg1.0_", "Outlook message"),
        ("EncryptedPackage", "protected with a password"),
        ("Something", "old Office file"),
    ],
)
@pytest.mark.parametrize("suffix", [".docx", ".doc", ".msg", ".txt", ".xlsx"])
def test_old_containers_are_told_apart(stream: str, reason: str, suffix: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        readers.read(OLD + stream.encode("utf-16-le"), f"a{suffix}")


@pytest.mark.parametrize("start", [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"II*\x00"])
@pytest.mark.parametrize("suffix", [".png", ".docx", ".txt", ".pdf"])
def test_pictures_are_named(start: bytes, suffix: str) -> None:
    with pytest.raises(Unreadable, match="pictures are not read"):
        readers.read(start + bytes(100), f"scan{suffix}")


@pytest.mark.parametrize("suffix", ADVICE)
def test_what_nobody_reads_comes_with_a_remedy(suffix: str) -> None:
    with pytest.raises(Unreadable, match=r"is not read; .{10}"):
        readers.read(b"words", f"policy{suffix.upper()}")


def test_what_nobody_knows_is_told_what_is_read() -> None:
    with pytest.raises(Unreadable, match=r"reads .*\.docx, .*\.pdf, .*\.txt"):
        readers.read(b"words", "policy.xyz")


def test_every_office_family_has_a_reader_of_its_name() -> None:
    assert set(FAMILIES) <= readers.suffixes()


def test_a_text_that_is_too_large_is_not_read() -> None:
    with pytest.raises(Unreadable, match="larger than the 1 MB of text"):
        readers.read(b"words " * 200_000, "a.html", Options(Limits(text_bytes=MEBIBYTE)))


@pytest.mark.parametrize(
    ("data", "name"),
    [(odt(""), "a.odt"), (pptx(shape()), "a.pptx"), (rb"{\rtf1 }", "a.rtf"), (b"<html><script>x</script></html>", "a.html")],
)
def test_a_document_without_text_is_not_clean(data: bytes, name: str) -> None:
    assert readers.read(data, name).gaps == ("The document has no text.",)
