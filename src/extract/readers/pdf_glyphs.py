"""Glyphs of a PDF page with their places, read through PDFium's raw interface."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped] # as above

#: A page with more glyphs than this is read up to here only. A dense page of a law gazette has some 12,000.
MAX_GLYPHS = 100_000

Floats = npt.NDArray[np.float64]

#: PDFium writes U+0002 for a hyphen at a line end; U+FFFE and U+FFFF are no characters.
_HYPHEN, _NO_CHARACTERS = 0x2, frozenset({0x0, 0xFFFE, 0xFFFF})


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The glyphs of a page, in the order in which the file draws them.

    `boxes` holds x0, top, x1, bottom as shown and `origins` x and y of each glyph's place on its baseline, both in
    points from the top left corner. `angles` are the directions of writing in whole degrees, counter-clockwise, as
    shown. White space is kept, with boxes of no meaning.
    """

    texts: list[str]
    boxes: Floats
    origins: Floats
    sizes: Floats
    angles: npt.NDArray[np.int64]
    bold: npt.NDArray[np.bool_]
    truncated: bool = False

    @property
    def visible(self) -> int:
        """How many glyphs are no white space."""
        return sum(not text.isspace() for text in self.texts)


@dataclass(frozen=True, slots=True)
class Placement:
    """How a page's own coordinates become those it is shown with: its visible rectangle and its rotation."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """Width of the page as shown, in points."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the page as shown, in points."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def points(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """The points as shown, from the top left corner."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def boxes(self, left: Floats, bottom: Floats, right: Floats, top: Floats) -> Floats:
        """Rectangles as shown: one row of x0, top, x1, bottom each."""
        xa, ya = self.points(left, bottom)
        xb, yb = self.points(right, top)
        return np.stack([np.minimum(xa, xb), np.minimum(ya, yb), np.maximum(xa, xb), np.maximum(ya, yb)], axis=1)


def placement_of(page: pypdfium2.PdfPage) -> Placement:
    """The visible rectangle (crop box within media box) and rotation of `page`."""
    left, bottom, right, top = page.get_bbox()
    return Placement(left, bottom, right, top, page.get_rotation() % 360)


def read_glyphs(page: pypdfium2.PdfPage, placement: Placement) -> Glyphs:
    """All glyphs of `page`, at most `MAX_GLYPHS`. Raises PdfiumError where the page's text cannot be loaded."""
    textpage = page.get_textpage()
    try:
        return _read(textpage.raw, placement)
    finally:
        textpage.close()


def _read(raw: pdfium.FPDF_TEXTPAGE, placement: Placement) -> Glyphs:
    found = max(0, pdfium.FPDFText_CountChars(raw))
    count = min(found, MAX_GLYPHS)
    codes = [pdfium.FPDFText_GetUnicode(raw, i) for i in range(count)]
    styles = _styles(raw, count)

    # One buffer for all boxes, filled in place: a Python object for each would cost more than PDFium does.
    rectangles, points = bytearray(16 * max(1, count)), bytearray(16 * max(1, count))
    rectangle, x, y = (
        pdfium.FS_RECTF.from_buffer(rectangles),
        ctypes.c_double.from_buffer(points),
        ctypes.c_double.from_buffer(points, 8),
    )
    byref, box_of, origin_of = ctypes.byref, pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    for i in range(count):
        box_of(raw, i, byref(rectangle, 16 * i))
        origin_of(raw, i, byref(x, 16 * i), byref(y, 16 * i))
    corners = np.frombuffer(rectangles, np.float32).reshape(-1, 4)[:count].astype(np.float64)
    places = np.frombuffer(points, np.float64).reshape(-1, 2)[:count]

    sizes = np.array([style[0] for style in styles], np.float64)
    written = np.array([style[1] for style in styles], np.int64)
    for i in np.flatnonzero(written).tolist():  # PDFium's loose boxes are right for upright text only
        corners[i] = _tight_box(raw, i)
    shown_x, shown_y = placement.points(places[:, 0], places[:, 1])
    return Glyphs(
        texts=[_character(code) for code in codes],
        boxes=placement.boxes(corners[:, 0], corners[:, 3], corners[:, 2], corners[:, 1]),
        origins=np.stack([shown_x, shown_y], axis=1),
        sizes=sizes,
        angles=(written - placement.rotation) % 360,
        bold=np.array([style[2] for style in styles], np.bool_),
        truncated=found > count,
    )


def _character(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    if code in _NO_CHARACTERS or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return " "
    return chr(code)


Style = tuple[float, int, bool]


def _styles(raw: pdfium.FPDF_TEXTPAGE, count: int) -> list[Style]:
    """Size, angle on the unrotated page and boldness of each glyph; glyphs of one text object share them."""
    styles: list[Style] = []
    by_object: dict[int, Style] = {}
    address_of, object_of = ctypes.addressof, pdfium.FPDFText_GetTextObject
    for i in range(count):
        pointer = object_of(raw, i)
        key = address_of(pointer.contents) if pointer else 0
        style = by_object.get(key)
        if style is None:
            style = by_object[key] = _style(raw, i, pointer if key else None)
        styles.append(style)
    return styles


def _style(raw: pdfium.FPDF_TEXTPAGE, i: int, text_object: pdfium.FPDF_PAGEOBJECT | None) -> Style:
    matrix = pdfium.FS_MATRIX()
    known = pdfium.FPDFText_GetMatrix(raw, i, matrix)
    scale = math.hypot(matrix.c, matrix.d) if known else 1.0
    size = abs(pdfium.FPDFText_GetFontSize(raw, i)) * scale
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360 if known else 0
    if not (math.isfinite(size) and size > 0.1):
        size = 0.1
    return size, angle, text_object is not None and _is_bold(raw, i, text_object)


def _is_bold(raw: pdfium.FPDF_TEXTPAGE, i: int, text_object: pdfium.FPDF_PAGEOBJECT) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
        return True
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, i, buffer, 128, flags)
    return is_bold_name(buffer.value.decode("utf-8", "replace")) or pdfium.FPDFText_GetFontWeight(raw, i) >= 600


def is_bold_name(font: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = font.casefold()
    return any(word in name for word in ("bold", "black", "heavy", "demi"))


def _tight_box(raw: pdfium.FPDF_TEXTPAGE, i: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the glyph's ink on the unrotated page."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, i, left, right, bottom, top)
    return left.value, top.value, right.value, bottom.value
