"""Where pictures stand on a PDF page, and which of them may hold text that the page's text layer does not have."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.pdf_glyphs import Floats, Placement
from extract.readers.picture_sizes import may_hold_text, share_of

#: x0, top, x1, bottom in points as shown.
Box4 = tuple[float, float, float, float]

#: Objects of a page, and of a form on it, that are looked at.
_MOST_OBJECTS, _MOST_IN_FORM = 1_000, 100
#: A picture with fewer characters of the layer on it than a page of so many would have there has its text for itself.
_SPARSE = 300
#: Strips that a scanner cuts a picture into lie this near, in points, and end at the same places.
_SEAM = 2.0


def find_pictures(page: pypdfium2.PdfPage, placement: Placement) -> list[Box4]:
    """Where the page shows pictures, be they in forms; the strips of one that was cut up are put together."""
    return _join_strips(
        box for item in _pictures(page) if (box := _box(item, placement)) and box[0] < box[2] and box[1] < box[3]
    )


def without_text(pictures: Iterable[Box4], glyphs: Floats, page: tuple[float, float]) -> list[Box4]:
    """The pictures large enough to hold text on which hardly any of the glyphs, given by their boxes, stand."""
    x, y = (glyphs[:, 0] + glyphs[:, 2]) / 2, (glyphs[:, 1] + glyphs[:, 3]) / 2
    found = []
    for box in pictures:
        size = box[2] - box[0], box[3] - box[1]
        if may_hold_text(*size, page):
            on_it = ((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])).sum()
            if on_it < _SPARSE * share_of(*size, page):
                found.append(box)
    return found


def _pictures(page: pypdfium2.PdfPage) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    for i in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page.raw, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_picture(item)):
            yield item


def _holds_picture(form: pdfium.FPDF_PAGEOBJECT) -> bool:
    count = min(pdfium.FPDFFormObj_CountObjects(form), _MOST_IN_FORM)
    items = (pdfium.FPDFFormObj_GetObject(form, i) for i in range(count))
    return any(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE for item in items)


def _box(item: pdfium.FPDF_PAGEOBJECT, placement: Placement) -> Box4 | None:
    """Where the object is shown, as far as it lies on the page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return placement.box(
        max(left.value, placement.left),
        max(bottom.value, placement.bottom),
        min(right.value, placement.right),
        min(top.value, placement.top),
    )


def _join_strips(boxes: Iterable[Box4]) -> list[Box4]:
    joined: list[Box4] = []
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        for i, other in enumerate(joined):
            below = _near(box[0], other[0]) and _near(box[2], other[2]) and _near(box[1], other[3])
            beside = _near(box[1], other[1]) and _near(box[3], other[3]) and _near(box[0], other[2])
            if below or beside:
                joined[i] = (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
                break
        else:
            joined.append(box)
    return joined


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= _SEAM
