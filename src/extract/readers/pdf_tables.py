"""Ruled tables of a PDF page: rulings from PDFium's page objects, cells by pdfplumber's table finder."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import itemgetter
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.pdf_glyphs import Placement
from extract.readers.pdf_words import PageWord

#: Bounds of the work on one page: objects looked at, segments of paths, and rulings left after merging.
MAX_OBJECTS, MAX_SEGMENTS, MAX_RULINGS = 20_000, 20_000, 400
#: A filled rectangle thinner than this (points) is a ruling; a line is level or upright within this slant.
MAX_THICKNESS, MAX_SLANT = 2.5, 1.0
#: Rulings this near, in points, are one or meet.
TOLERANCE = 3.0
#: What sticks out of a table by less than this, in points, is no row: it has no room for a line.
LEAST_ROW = 10.0
#: The share of a page's height at its top and at its bottom within which a row may be cut by the page's end.
MARGIN = 0.15

Box4 = tuple[float, float, float, float]


@dataclass(slots=True)
class TableCell:
    """A cell at its first row and column, and the words in it."""

    row: int
    column: int
    words: list[PageWord] = field(default_factory=list)
    box: Box4 = (0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class PageTable:
    """A table on one page, in points as shown. `cells` are sorted by row and column; `edges` are its columns' ends."""

    x0: float
    top: float
    x1: float
    bottom: float
    cells: list[TableCell]
    edges: tuple[float, ...] = ()

    def moved(self, x: float, y: float) -> PageTable:
        """The table that much further to the right and down."""
        cells = [replace(cell, box=_moved(cell.box, x, y)) for cell in self.cells]
        return PageTable(
            *_moved((self.x0, self.top, self.x1, self.bottom), x, y), cells, tuple(e + x for e in self.edges)
        )


def _moved(box: Box4, x: float, y: float) -> Box4:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def find_tables(page: pypdfium2.PdfPage, placement: Placement) -> list[PageTable]:
    """The ruled tables of the page, with empty cells. A lone frame around text is none."""
    return _find_tables(_rulings(page, placement), placement.height)


def tables_from(lines: Iterable[Box4], height: float) -> list[PageTable]:
    """The ruled tables that level and upright lines (x0, top, x1, bottom, in points as shown) make up.

    `height` is that of the page, in points.
    """
    rulings = [_ruling("h" if top == bottom else "v", x0, top, x1, bottom) for x0, top, x1, bottom in lines]
    return _find_tables(rulings, height)


def _find_tables(rulings: list[dict[str, Any]], height: float) -> list[PageTable]:
    if len(rulings) < 4:
        return []
    # Takes a while to load, and most letters have no ruled table.
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges(rulings, TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE)
    if not 4 <= len(merged) <= MAX_RULINGS:
        return []
    merged += _close_cut_rows(merged, height)
    cells = intersections_to_cells(edges_to_intersections(merged, TOLERANCE, TOLERANCE))
    return [_table(table) for table in cells_to_tables(cells)]


def _close_cut_rows(rulings: list[dict[str, Any]], height: float) -> list[dict[str, Any]]:
    """The level rulings that are missing where a row is cut by the end of the page, or goes on from the one before.

    There the uprights of a table run on beyond its last level ruling, by more than the height of a line, and end alike.
    A table that is open elsewhere, or at its sides, may have rows that no ruling parts.
    """
    from pdfplumber.utils.clustering import cluster_objects

    levels = [ruling for ruling in rulings if ruling["orientation"] == "h"]
    uprights = [ruling for ruling in rulings if ruling["orientation"] == "v"]
    found = []
    for end in ("top", "bottom"):
        for group in cluster_objects(uprights, itemgetter(end), TOLERANCE):
            y, x0, x1 = group[0][end], min(v["x0"] for v in group), max(v["x0"] for v in group)
            top, bottom = max(v["top"] for v in group), min(v["bottom"] for v in group)
            as_wide = [h["top"] for h in levels if max(abs(h["x0"] - x0), abs(h["x1"] - x1)) <= TOLERANCE]
            crossed = [level for level in as_wide if top - TOLERANCE <= level <= bottom + TOLERANCE]
            near = [h for h in levels if h["x0"] < x1 and x0 < h["x1"] and abs(h["top"] - y) < LEAST_ROW]
            is_margin = y <= MARGIN * height if end == "top" else y >= (1 - MARGIN) * height
            if is_margin and crossed and not near:
                found.append(_ruling("h", x0, y, x1, y))
    return found


def fill_cells(tables: list[PageTable], words: list[PageWord]) -> list[PageWord]:
    """Put the words into the cells that hold their middle. Returns the words outside all cells."""
    if not tables:
        return words
    cells = [cell for table in tables for cell in table.cells]
    boxes = np.array([cell.box for cell in cells])
    middles = np.array([((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2) for word in words]).reshape(-1, 2)
    x, y = middles[:, [0]], middles[:, [1]]
    inside = (boxes[:, 0] <= x) & (x < boxes[:, 2]) & (boxes[:, 1] <= y) & (y < boxes[:, 3])
    outside = []
    for i, word in enumerate(words):
        if inside[i].any():
            cells[inside[i].argmax()].words.append(word)
        else:
            outside.append(word)
    return outside


def _table(boxes: list[Box4]) -> PageTable:
    lefts, tops = (sorted({box[side] for box in boxes}) for side in (0, 1))
    rights = {box[2] for box in boxes}
    cells = [TableCell(tops.index(box[1]), lefts.index(box[0]), box=box) for box in boxes]
    return PageTable(
        min(lefts),
        min(tops),
        max(rights),
        max(box[3] for box in boxes),
        sorted(cells, key=lambda c: (c.row, c.column)),
        tuple(sorted({*lefts, max(rights)})),
    )


def _rulings(page: pypdfium2.PdfPage, placement: Placement) -> list[dict[str, Any]]:
    """Level and upright lines of the page as shown, in the form that pdfplumber's table finder takes."""
    lines = np.array(list(_lines(page)), np.float64).reshape(-1, 4)
    if not len(lines):
        return []
    boxes = placement.boxes(lines[:, 0], lines[:, 1], lines[:, 2], lines[:, 3])
    boxes = boxes[np.isfinite(boxes).all(axis=1)]
    rulings = []
    for x0, top, x1, bottom in boxes.tolist():
        if x1 - x0 <= MAX_SLANT < bottom - top:
            x = (x0 + x1) / 2
            rulings.append(_ruling("v", x, top, x, bottom))
        elif bottom - top <= MAX_SLANT < x1 - x0:
            y = (top + bottom) / 2
            rulings.append(_ruling("h", x0, y, x1, y))
    return rulings


def _ruling(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    ends = {"x0": x0, "top": top, "x1": x1, "bottom": bottom}
    return {"orientation": orientation, "width": x1 - x0, "height": bottom - top, **ends}


def _lines(page: pypdfium2.PdfPage) -> Iterator[Box4]:
    """Ends of every straight line that the page draws, in its own coordinates; thin filled rectangles are lines too."""
    left = [MAX_OBJECTS, MAX_SEGMENTS]
    yield from _lines_in(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, np.eye(3), 0, left)


def _lines_in(holder: Any, count: Any, get: Any, outer: Any, depth: int, left: list[int]) -> Iterator[Box4]:
    for i in range(count(holder)):
        left[0] -= 1
        if left[0] < 0 or left[1] < 0:
            return
        item = get(holder, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path_lines(item, outer, left)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 4:
            inner = _matrix(item) @ outer
            yield from _lines_in(
                item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1, left
            )


def _matrix(item: Any) -> Any:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, m):
        return np.eye(3)
    return np.array([[m.a, m.b, 0], [m.c, m.d, 0], [m.e, m.f, 1]])


def _path_lines(path: Any, outer: Any, left: list[int]) -> Iterator[Box4]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return
    count = pdfium.FPDFPath_CountSegments(path)
    left[1] -= max(0, count)
    if not 2 <= count <= MAX_SEGMENTS:
        return
    if not stroke.value and count > 6:
        return  # filled shapes are drawings, not rulings
    matrix = _matrix(path) @ outer
    x, y = ctypes.c_float(), ctypes.c_float()
    shapes: list[list[tuple[float, float]]] = []
    for k in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, k)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            continue
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = tuple((np.array([x.value, y.value, 1.0]) @ matrix)[:2].tolist())
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not shapes:
            shapes.append([point])
        else:
            shapes[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            shapes[-1].append(shapes[-1][0])
    for shape in shapes:
        xs, ys = [p[0] for p in shape], [p[1] for p in shape]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if min(x1 - x0, y1 - y0) <= MAX_THICKNESS:
            if x1 - x0 <= y1 - y0:
                yield (x0 + x1) / 2, y0, (x0 + x1) / 2, y1
            else:
                yield x0, (y0 + y1) / 2, x1, (y0 + y1) / 2
        elif stroke.value:
            for (xa, ya), (xb, yb) in pairwise(shape):
                yield min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
