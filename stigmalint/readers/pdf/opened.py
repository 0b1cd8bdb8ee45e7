"""Turn a PDF that a worker reads into its texts, page by page, and on demand into its document.

The surprise: the worker that has given the texts still has the file open when the document is asked for.
"""

from __future__ import annotations

from stigmalint.readers.opening import Unsure
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.worker import Asking, asking

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stigmalint.document import Box, Document, Span
    from stigmalint.limits import Limits
    from stigmalint.readers.pdf.locating import Boxes

_SERVING = "stigmalint.readers.pdf.serving"


def opened(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> OpenPdf:
    """A PDF before it is read. Raises ``Unreadable``."""
    return OpenPdf(asking(_SERVING, data, name, options), options.limits)


class OpenPdf:
    """One PDF file, which the worker opens when it is first asked something."""

    loose = True
    """A line of a block may stand anywhere in the texts: columns, tables and what follows overleaf are not made out yet."""

    def __init__(self, ask: Asking, limits: Limits) -> None:
        self._ask, self._limits = ask, limits

    def texts(self) -> Iterator[str]:
        """What the pages say, and the notes on them. Raises ``Unsure`` or ``Unreadable``."""
        characters, answer = 0, self._ask.first([1])
        while answer:
            try:
                pages, following, texts = answer
                characters += len("".join(texts))
                is_within = pages <= self._limits.pages and characters <= self._limits.characters
            except (TypeError, ValueError) as error:
                raise Unsure from error
            if not is_within:
                raise Unsure
            yield from texts
            if not following:
                return
            answer = self._ask([following])
        raise Unsure

    def document(self) -> Document:
        """The document. Raises ``Unreadable``."""
        from dataclasses import replace  # noqa: PLC0415  a clean file has no use for it

        from stigmalint.readers.pdf.locating import Locator  # noqa: PLC0415

        document: Document = self._ask.read()
        return replace(document, locator=Locator(_boxes_from(self._ask)))


def _boxes_from(ask: Asking) -> Boxes:
    def boxes(page: int, spans: Sequence[Span]) -> list[Box]:
        from stigmalint.document import Box  # noqa: PLC0415  as above

        found = ask([page, [[span.start, span.end] for span in spans]])
        return [Box(*map(float, box)) for box in found or ()]

    return boxes
