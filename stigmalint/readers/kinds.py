"""Turn a file's name and first bytes into the suffix of the reader that understands it, or into what to do instead.

The surprise: a name is believed only until the bytes say otherwise. Word saves Rich Text as .doc, web sites hand out web
pages as .xls, and people rename files; whatever says plainly what it is, is read as that.
"""

from __future__ import annotations

import re

from stigmalint.errors import Unreadable
from stigmalint.readers.office.refusal import OLD_CONTAINER, refuse_container

_ZIP = b"PK\x03\x04"
_ENDS = {
    "ppt": "open it in PowerPoint and save it as .pptx",
    "pages": "open it in Pages and export it as a Word file (.docx)",
    "key": "open it in Keynote and export it as .pptx",
    "numbers": "open it in Numbers and export it as .xlsx",
    "msg": "open it in Outlook and save it as .eml or .txt",
    "wpd": "open it in LibreOffice and save it as .docx",
    "wps": "open it in LibreOffice and save it as .docx",
    "odp": "open it in LibreOffice and save it as .pptx",
    "ods": "open it in LibreOffice and save it as .xlsx",
    "epub": "convert it to .docx or .html",
    "one": "export the page as a Word file (.docx)",
    "gdoc": "it is only a link; download the document as a Word file (.docx)",
    "doc": "open it in Word or LibreOffice and save it as .docx",
    "xls": "open it in Excel or LibreOffice and save it as .xlsx",
    "zip": "unpack it and check what is in it",
}
ADVICE = {f".{ending}": f"a .{ending} file is not read; {remedy}" for ending, remedy in _ENDS.items()}
"""What to do with documents that no reader reads."""
_PICTURES = frozenset(".png .jpg .jpeg .gif .bmp .tif .tiff .webp .heic .svg".split())
_PICTURE = "pictures are not read; have their text recognized (OCR), look it over, and save it as .docx or .txt"
_BINARY = {
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"II*\0": _PICTURE,
    b"MM\0*": _PICTURE,
    b"\x1f\x8b": "this is a gzip archive; unpack it first",
    b"7z\xbc\xaf": "this is a 7-Zip archive; unpack it first",
    b"Rar!": "this is a RAR archive; unpack it first",
    b"\x7fELF": "this is a program, not a document",
}
_ZIPPED = {
    b"word/document.xml": ".docx",
    b"ppt/presentation.xml": ".pptx",
    b"xl/workbook.xml": ".xlsx",
    b"mimetypeapplication/vnd.oasis.opendocument.text": ".odt",
}
"""A member that tells what a zip holds, as its name stands in the file."""
FAMILIES = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), ".docx"),
    **dict.fromkeys((".pptx", ".pptm", ".ppsx", ".potx"), ".pptx"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx"), ".xlsx"),
    **dict.fromkeys((".odt", ".ott"), ".odt"),
}
"""The office files that are zips, with the usual suffix of their kind."""
_OWN = {".docx": b"word/", ".pptx": b"ppt/", ".xlsx": b"xl/", ".odt": b"content.xml"}
"""What every file of a family has among the names of its members, wherever its main part stands."""
_NEVER_TEXT = frozenset({*FAMILIES, ".doc", ".rtf", ".pdf", ".ppt", ".xls", ".odp", ".ods", ".pages"})
_PDF = b"%PDF-"
_WEB_PAGE = re.compile(
    rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def kind_of(data: bytes, suffix: str) -> str:
    """The suffix of the format that ``data`` is in: what the bytes say, else ``suffix``. Raises ``Unreadable``."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(_PDF):
        return ".pdf"
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(OLD_CONTAINER):
        refuse_container(data)
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    if suffix in _NEVER_TEXT and _WEB_PAGE.match(start) and _PDF not in data:  # a PDF may follow what a proxy said first
        return ".html"
    for beginning, reason in _BINARY.items():
        if data.startswith(beginning):
            raise Unreadable(reason)
    return suffix


def advice(suffix: str, known: str) -> str:
    """What to say of a suffix that no reader has."""
    if suffix in _PICTURES:
        return _PICTURE
    return ADVICE.get(suffix, f"this kind of file is not read; stigmalint reads {known}")


def _zipped(data: bytes, suffix: str) -> str:
    """The format of an office file; its suffix is believed if the file holds such a thing, for one may hold another."""
    if suffix in FAMILIES and _OWN[FAMILIES[suffix]] in data:
        return suffix
    return next((found for name, found in _ZIPPED.items() if name in data), suffix)
