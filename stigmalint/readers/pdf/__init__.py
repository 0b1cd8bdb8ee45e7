"""Turn a PDF into a document."""

from __future__ import annotations

from stigmalint.readers.pdf.reading import read_here as read

__all__ = ["read"]
