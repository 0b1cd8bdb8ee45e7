"""Turn a Word file (.docx, .docm, .dotx) into a document: its body, notes, comments, headers, footers, boxes and charts.

The surprise: nothing but zip and XML is used. Parts are found by following relationships from the root of the file, as
Word does, and read as streams; what a walk over a part means for positions is said in ``walk``.
"""

from __future__ import annotations

from stigmalint.readers.docx.parts import OpenWord
from stigmalint.readers.office.package import Package
from stigmalint.readers.office.refusal import WORD
from stigmalint.readers.options import DEFAULT_OPTIONS, Options

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from stigmalint.document import Document


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The document in a Word file. ``Unreadable`` says why there is none; ``gaps`` what of it could not be read."""
    return opened(data, name, options).document()


def opened(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> OpenWord:
    """A Word file before it is read. Raises ``Unreadable``."""
    return OpenWord(Package(data, WORD, options.limits), name, hidden=options.hidden_text)
