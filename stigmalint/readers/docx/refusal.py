"""Turn bytes that are no Word file into the sentence that says what they are and what to do.

The surprise: a password-protected Word file is not a zip at all but an old-style container, like a .doc.
"""

from __future__ import annotations

from stigmalint.errors import Unreadable

_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS = (
    (b"{\\rtf", "This is a Rich Text file, not a Word file: open it in Word and save it as .docx."),
    (b"%PDF-", "This is a PDF, not a Word file: give it the ending .pdf."),
    (b"PK", "The file is damaged or incomplete: get a fresh copy, or open it in Word and save it again."),
)
_NO_WORD_FILE = "This is not a Word file: open it in the program it came from and save it as .docx."
_DIRECTORIES = {
    "xl": "This is an Excel workbook, not a Word file: copy its text into a Word document to check it.",
    "ppt": "This is a PowerPoint presentation, not a Word file: save its outline as .docx to check it.",
    "visio": "This is a Visio drawing, not a Word file: copy its text into a Word document to check it.",
}
_ROOTS = {"workbook": "xl", "presentation": "ppt", "VisioDocument": "visio"}


def refuse_container(data: bytes) -> None:
    """Raise ``Unreadable`` for an empty file and for an old-style container: protected, or from before Word 2007."""
    if not data:
        raise Unreadable("The file is empty.")
    if not data.startswith(_OLD_CONTAINER):
        return
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("The file is protected with a password: save a copy without one and check that.")
    if "WordDocument".encode("utf-16-le") in data:
        raise Unreadable("This is an old Word file (.doc): open it in Word and save it as .docx.")
    raise Unreadable("This is an old Office file, not a .docx: open it in the program it came from and save it as .docx.")


def not_a_zip(data: bytes) -> Unreadable:
    """The reason for a file that cannot be opened as a zip, by how it begins."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    for beginning, reason in _BEGINNINGS:
        if start.startswith(beginning):
            return Unreadable(reason)
    return Unreadable(_NO_WORD_FILE)


def not_a_document(part: str, root: str = "") -> Unreadable:
    """The reason for an Office file whose main part, or the root of it, is not a Word document."""
    directory = _ROOTS.get(root) or part.partition("/")[0].lower()
    return Unreadable(_DIRECTORIES.get(directory, "The file holds no Word document: open it in Word and save it again."))


def no_main_part(members: frozenset[str]) -> Unreadable:
    """The reason for a zip in which no relationship leads to a document."""
    if "content.xml" in members and "mimetype" in members:
        return Unreadable("This is an OpenDocument file, not a Word file: open it and save it as .docx.")
    found = next((name for name in members if name.partition("/")[0] in _DIRECTORIES), "")
    return not_a_document(found) if found else Unreadable("This is a zip file without a Word document in it.")
