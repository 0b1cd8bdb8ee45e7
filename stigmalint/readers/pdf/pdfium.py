"""Turn the library of PDFium into functions, ready to be called.

The surprise: the package that brings it offers helpers too, which take as long to load as the library and are of no use here.
"""

from __future__ import annotations

import pypdfium2_raw as pdfium

__all__ = ["pdfium"]

pdfium.FPDF_InitLibrary()
