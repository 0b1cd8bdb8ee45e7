"""Turn reading into two steps: an opened file gives its bare texts, and whoever finds something in them asks for the document.

The surprise: the texts may say more than the document (what is said twice, or stands together in print), never less.
"""

from __future__ import annotations

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from stigmalint.document import Document

    class Opened(Protocol):
        """A file that has been opened and not yet read."""

        loose: bool
        """Whether a block may take its words, or parts of them, from anywhere in the texts; else each block is one of them."""

        def texts(self) -> Iterator[str]:
            """All that blocks can be made of. Raises ``Unsure`` or ``Unreadable``."""

        def document(self) -> Document:
            """The document, to be asked for once. Raises ``Unreadable``."""


class Unsure(Exception):
    """The texts are not all that there is to say of a file: it has to be read properly."""
