"""What was filled in on a PDF page: fields of forms, boxes that were ticked, text that was typed onto it.

The values are read, not what is drawn for them: many programs leave the drawing to the viewer, and PDFium's own has no
Latvian letters. Each value is set into its field's place as glyphs, so that it is read where it stands.
"""

from __future__ import annotations

import ctypes
import logging
import textwrap
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from extract.readers.pdf_glyphs import MAX_GLYPHS, Floats, Glyphs, Placement

# It warns of forms that are drawn by programs of Adobe only; what of them can be read is read all the same.
logging.getLogger("pypdfium2").setLevel(logging.ERROR)

#: Annotations of a page that are looked at.
_MOST = 2_000
_TICKED, _FREE = "☒", "☐"
_SHOWN_FIELDS = frozenset(
    {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
)
_TICKS = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
#: Font sizes (points) that values are set in; widths of letters, and steps from line to line, in shares of them.
_SIZES, _WIDTH, _LEADING = range(12, 3, -1), 0.5, 1.25
#: How far a letter reaches above and below its baseline, and how far below the middle of its field the baseline of a
#: single line stands, in shares of the font size.
_RISE, _FALL, _SINK = 0.9, 0.2, 0.35


class Filled(NamedTuple):
    """A text that was filled in, and the left, bottom, right and top end of its place on the unrotated page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """The document with its form, if it has one. Raises PdfiumError."""
    document = pypdfium2.PdfDocument(data)
    if document.get_formtype():
        document.init_forms()
    return document


def find_filled(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[Filled]:
    """What was filled in on the page."""
    found = []
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        item = pdfium.FPDFPage_GetAnnot(page.raw, i)
        try:
            text = _text(document, item)
            area = pdfium.FS_RECTF()
            is_shown = not pdfium.FPDFAnnot_GetFlags(item) & _HIDDEN and pdfium.FPDFAnnot_GetRect(item, area)
            if text.strip() and is_shown and area.left < area.right and area.bottom < area.top:
                found.append(Filled(text, area.left, area.bottom, area.right, area.top))
        finally:
            pdfium.FPDFPage_CloseAnnot(item)
    return found


def _text(document: pypdfium2.PdfDocument, item: pdfium.FPDF_ANNOTATION) -> str:
    kind = pdfium.FPDFAnnot_GetSubtype(item)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(lambda buffer, length: pdfium.FPDFAnnot_GetStringValue(item, b"Contents", buffer, length))
    form = document.formenv
    if kind != pdfium.FPDF_ANNOT_WIDGET or form is None:
        return ""
    field = pdfium.FPDFAnnot_GetFormFieldType(form, item)
    if field in _TICKS:
        return _TICKED if pdfium.FPDFAnnot_IsChecked(form, item) else _FREE
    if field not in _SHOWN_FIELDS:
        return ""
    return _string(lambda buffer, length: pdfium.FPDFAnnot_GetFormFieldValue(form, item, buffer, length))


def _string(get: Callable[[object, int], int]) -> str:
    """A string of PDFium's, which tells its length in bytes first, with a NUL at its end."""
    length = get(None, 0)
    buffer = ctypes.create_string_buffer(max(2, length))
    get(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")


def with_filled(glyphs: Glyphs, filled: list[Filled], placement: Placement) -> Glyphs:
    """The glyphs of a page with those of what was filled in, which runs as most of its writing does."""
    if not filled:
        return glyphs
    turn = glyphs.turn
    upright = replace(placement, rotation=(placement.rotation + turn) % 360)
    texts: list[str] = []
    places: list[tuple[float, float, float]] = []
    for each in filled:
        for text, start, baseline, size in _set_lines(each.text, upright.box(*each[1:])):
            texts += text
            places += [(start + i * _WIDTH * size, baseline, size) for i in range(len(text))]
        if len(texts) > MAX_GLYPHS:
            break
    laid: Floats = np.array(places, np.float64).reshape(-1, 3)
    x, y, sizes = laid[:, 0], laid[:, 1], laid[:, 2]
    x0, y0 = upright.unrotated(x, y + _FALL * sizes)
    x1, y1 = upright.unrotated(x + _WIDTH * sizes, y - _RISE * sizes)
    boxes = placement.boxes(np.minimum(x0, x1), np.minimum(y0, y1), np.maximum(x0, x1), np.maximum(y0, y1))
    origins = np.stack(placement.points(*upright.unrotated(x, y)), axis=1)

    def added(own: Floats, new: Floats) -> Floats:
        return np.concatenate([own, new])

    return replace(
        glyphs,
        texts=glyphs.texts + texts,
        boxes=added(glyphs.boxes, boxes),
        origins=added(glyphs.origins, origins),
        sizes=added(glyphs.sizes, sizes),
        truncated=glyphs.truncated or len(texts) > MAX_GLYPHS,
        angles=np.concatenate([glyphs.angles, np.full(len(texts), turn, np.int64)]),
        bold=np.concatenate([glyphs.bold, np.zeros(len(texts), np.bool_)]),
    )


def _set_lines(text: str, box: tuple[float, float, float, float]) -> list[tuple[str, float, float, float]]:
    """The lines of a text set into a box: their text, where they begin, their baseline, and their font size."""
    x0, top, x1, bottom = box
    lines: list[str] = []
    size = float(_SIZES[0])
    for size in map(float, _SIZES):  # the largest in which it fits, else the smallest
        most = max(1, int((x1 - x0) / (_WIDTH * size)))
        lines = [line for part in text.splitlines() for line in textwrap.wrap(part, most, break_long_words=False)]
        if len(lines) * _LEADING * size <= bottom - top or (len(lines) == 1 and size <= bottom - top):
            break
    first = (top + bottom) / 2 + _SINK * size if len(lines) == 1 else top + size
    return [(line, x0, first + i * _LEADING * size, size) for i, line in enumerate(lines)]
