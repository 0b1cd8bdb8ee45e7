"""Turn the drawn paths of a page into rulings: the straight lines between which the cells of a table stand.

Boxes drawn as four strokes, thin filled rectangles and whole grids in one path all come out as single rulings.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any, NamedTuple

from stigmalint.readers.pdf.frame import Rectangle
from stigmalint.readers.pdf.pdfium import pdfium

_THIN = 3.0
_MOST_OBJECTS = 4000
_MOST_RULINGS = 1200
_MOST_IN_A_PATH, _MOST_SEGMENTS = 400, 3000
"""A path, or a page, of more is a drawing."""
_ONE_BOX = 5
_SHORT = 6.0
_DEEPEST = 3

Matrix = tuple[float, float, float, float, float, float]
_STRAIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_SIDES = tuple(ctypes.c_float() for _ in range(4))
_MODES = (ctypes.c_int(), ctypes.c_int())
"""Where PDFium writes its answers: a page has thousands of paths, and one place to write is enough."""


class Drawn(NamedTuple):
    """A path with the matrix that sets it on the page."""

    path: Any
    matrix: Matrix


def rulings(page: Any) -> list[Rectangle]:
    """The thin horizontal and vertical rulings of a page, as raw rectangles; none when there are absurdly many."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > _MOST_OBJECTS:
        return []
    found: list[Rectangle] = []
    looked_at = 0
    for drawn in chain.from_iterable(_paths(pdfium.FPDFPage_GetObject(page, index), _STRAIGHT, 0) for index in range(count)):
        segments, rulings_in_path = _rulings_of(drawn)
        looked_at += segments
        found += rulings_in_path
        if looked_at > _MOST_SEGMENTS or len(found) > _MOST_RULINGS:
            return []
    return found


def _paths(item: Any, matrix: Matrix, depth: int) -> Iterator[Drawn]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield Drawn(item, matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _combined(_matrix_of(item), matrix)
        for index in range(min(pdfium.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)):
            yield from _paths(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)


def _rulings_of(drawn: Drawn) -> tuple[int, list[Rectangle]]:
    """How many segments of a path were looked at, and the rulings in it.

    Its bounds alone settle most: a dot is none, a thin path is one.
    """
    bounds = _bounds(drawn)
    if max(bounds[2] - bounds[0], bounds[3] - bounds[1]) < _SHORT:
        return 1, []
    fill, stroke = _MODES
    pdfium.FPDFPath_GetDrawMode(drawn.path, fill, stroke)
    if _is_thin(bounds):
        return 1, [bounds] if fill.value or stroke.value else []
    segments = pdfium.FPDFPath_CountSegments(drawn.path)
    if segments > _MOST_IN_A_PATH or not (stroke.value or (fill.value and segments > _ONE_BOX)):
        return 1, []
    figures = _figures(drawn.path, _combined(_matrix_of(drawn.path), drawn.matrix))
    edges = chain.from_iterable(map(_around, pairwise(figure)) if stroke.value else [_around(figure)] for figure in figures)
    return segments, [edge for edge in edges if _is_thin(edge)]


def _bounds(drawn: Drawn) -> Rectangle:
    left, bottom, right, top = _SIDES
    pdfium.FPDFPageObj_GetBounds(drawn.path, left, bottom, right, top)
    bounds = (left.value, bottom.value, right.value, top.value)
    if drawn.matrix is _STRAIGHT:
        return bounds
    return _around([_moved(bounds[:2], drawn.matrix), _moved(bounds[2:], drawn.matrix)])


def _figures(path: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each figure of a path; a curve ends its figure."""
    figure: list[tuple[float, float]] = []
    x, y = _SIDES[:2]
    for index in range(pdfium.FPDFPath_CountSegments(path)):
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
    return min(width, height) <= _THIN and max(width, height) >= _SHORT


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
