"""Turn bytes that are not the office file they should be into the sentence that says what they are and what to do.

The surprise: a password-protected Word file is not a zip at all but an old-style container, like a .doc.
"""

from __future__ import annotations

from typing import NamedTuple

from stigmalint.errors import Unreadable

OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Kind(NamedTuple):
    """A kind of office file: what it is called, the program to open it in, its ending and the usual name of its main part."""

    what: str
    holds: str
    program: str
    ending: str
    main: str
    root: str
    """The short name of the outermost element of the main part."""


WORD = Kind("a Word file", "Word document", "Word", ".docx", "word/document.xml", "w:document")
POWERPOINT = Kind("a PowerPoint file", "presentation", "PowerPoint", ".pptx", "ppt/presentation.xml", "p:presentation")
EXCEL = Kind("an Excel file", "workbook", "Excel", ".xlsx", "xl/workbook.xml", "x:workbook")
OPENDOCUMENT = Kind("an OpenDocument file", "document", "LibreOffice", ".odt", "content.xml", "office:document-content")

_BEGINNINGS = (
    (b"{\\rtf", "This is a Rich Text file, not {}: give it the ending .rtf."),
    (b"%PDF-", "This is a PDF, not {}: give it the ending .pdf."),
    (b"PK", "The file is damaged or incomplete: get a fresh copy, or open it in {program} and save it again."),
)
_FOLDERS = {
    "word": "a Word document, not {}: give it the ending .docx.",
    "xl": "an Excel workbook, not {}: give it the ending .xlsx.",
    "ppt": "a PowerPoint presentation, not {}: give it the ending .pptx.",
    "visio": "a Visio drawing, not {}: copy its text into a Word document to check it.",
}
_ROOTS = {"document": "word", "workbook": "xl", "presentation": "ppt", "VisioDocument": "visio"}
PROTECTED = "The file is protected with a password: save a copy without one and check that."
_OLD = {
    "EncryptedPackage": PROTECTED,
    "WordDocument": "This is an old Word file (.doc): open it in Word and save it as .docx.",
    "Workbook": "This is an old Excel file (.xls): open it in Excel and save it as .xlsx.",
    "PowerPoint Document": "This is an old PowerPoint file (.ppt): open it in PowerPoint and save it as .pptx.",
    "__substg1.0_": "This is an Outlook message (.msg): open it in Outlook and save it as .eml or .txt.",
}
_SOME_OLD = "This is an old Office file: open it in the program it came from and save it in today's format, such as .docx."


def refuse_container(data: bytes) -> None:
    """Raise ``Unreadable`` for an empty file and for an old-style container: protected, or from before Office 2007."""
    if not data:
        raise Unreadable("The file is empty.")
    if data.startswith(OLD_CONTAINER):
        raise Unreadable(next((reason for name, reason in _OLD.items() if name.encode("utf-16-le") in data), _SOME_OLD))


def not_a_zip(data: bytes, kind: Kind) -> Unreadable:
    """The reason for a file that cannot be opened as a zip, by how it begins."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    for beginning, reason in _BEGINNINGS:
        if start.startswith(beginning):
            return Unreadable(reason.format(kind.what, program=kind.program))
    return Unreadable(f"This is not {kind.what}: open it in the program it came from and save it as {kind.ending}.")


def not_a_document(part: str, kind: Kind, root: str = "") -> Unreadable:
    """The reason for an office file whose main part, or the root of it, belongs to another kind of file."""
    if is_elsewhere(kind, part, root):
        return Unreadable(f"This is {_FOLDERS[_folder(part, root)].format(kind.what)}")
    return Unreadable(f"The file holds no {kind.holds}: open it in {kind.program} and save it again.")


def is_elsewhere(kind: Kind, part: str, root: str = "") -> bool:
    """Whether a part stands in the folder, or has the root, that files of another kind have."""
    return _folder(part, root) in _FOLDERS.keys() - {kind.main.partition("/")[0]}


def _folder(part: str, root: str) -> str:
    return _ROOTS.get(root) or part.partition("/")[0].lower()


def no_main_part(members: frozenset[str], kind: Kind) -> Unreadable:
    """The reason for a zip without the main part that it should have."""
    if kind is not OPENDOCUMENT and "content.xml" in members and "mimetype" in members:
        return Unreadable(f"This is an OpenDocument file, not {kind.what}: give it the ending .odt, or open it and save it anew.")
    found = next((name for name in sorted(members) if name.partition("/")[0] in _FOLDERS), "")
    return not_a_document(found, kind) if found else Unreadable(f"This is a zip file without a {kind.holds} in it.")
