"""Turn the drawn paths of a page into rulings: the straight lines between which the cells of a table stand.

Boxes drawn as four strokes, thin filled rectangles and whole grids in one path all come out as single rulings.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from stigmalint.readers.pdf.frame import Rectangle

_THIN = 3.0
_MOST_OBJECTS = 6000
_MOST_RULINGS = 1200
_MOST_SEGMENTS = 2000
_DEEPEST = 3

Matrix = tuple[float, float, float, float, float, float]
_STRAIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawn(NamedTuple):
    """A path with the matrix that sets it on the page."""

    path: Any
    matrix: Matrix


def rulings(page: Any) -> list[Rectangle]:
    """The thin horizontal and vertical rulings of a page, as raw rectangles; none when there are absurdly many."""
    if pdfium.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
        return []
    found: list[Rectangle] = []
    for drawn in _paths(page):
        found += _rulings_of(drawn)
        if len(found) > _MOST_RULINGS:
            return []
    return found


def _paths(page: Any) -> Iterator[Drawn]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _within(pdfium.FPDFPage_GetObject(page, index), _STRAIGHT, 0)


def _within(item: Any, matrix: Matrix, depth: int) -> Iterator[Drawn]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield Drawn(item, matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _combined(_matrix_of(item), matrix)
        for index in range(min(pdfium.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)):
            yield from _within(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)


def _rulings_of(drawn: Drawn) -> Iterator[Rectangle]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn.path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    matrix = _combined(_matrix_of(drawn.path), drawn.matrix)
    for figure in _figures(drawn.path, matrix):
        whole = _around(figure)
        if _is_thin(whole):
            yield whole
        elif stroke.value:
            yield from (edge for edge in map(_around, pairwise(figure)) if _is_thin(edge))


def _figures(path: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each figure of a path; a curve ends its figure."""
    figure: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind != pdfium.FPDF_SEGMENT_LINETO and figure:
            yield figure
            figure = []
        figure.append(_moved((x.value, y.value), matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            figure.append(figure[0])
    if figure:
        yield figure


def _around(points: Any) -> Rectangle:
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _is_thin(box: Rectangle) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= _THIN < max(width, height)


def _matrix_of(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _combined(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f
