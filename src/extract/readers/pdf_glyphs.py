"""Glyphs of a PDF page with their places, read through PDFium's raw interface."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

#: A page with more glyphs than this is read up to here only. A dense page of a law gazette has some 12,000.
MAX_GLYPHS = 100_000

Floats = npt.NDArray[np.float64]

#: PDFium writes U+0002 or U+FFFE for a hyphen at a line end; the others stand for no character.
_SPECIAL = {0x2: "-", 0xFFFE: "-", 0x0: " ", 0xFFFD: " ", 0xFFFF: " "}
_RECTANGLE = ctypes.sizeof(pdfium.FS_RECTF)


def _bare(function: Any, result: Any, *arguments: Any) -> Any:
    """PDFium's function with plain addresses for pointers: what is asked for every glyph must make no objects."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_loose_box = _bare(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_text_object = _bare(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)

#: Capitals are between so many font sizes high, whatever the font; else a form scales them.
_LOWEST_CAPITAL, _HIGHEST_CAPITAL = 0.5, 1.8
#: A run shorter than this (in font sizes) does not show its direction.
_SHORTEST_RUN = 0.3
#: Directions that differ by no more than this (in degrees) are the same, and those that lie opposite opposite.
_ASKEW = 30
#: Weight of a font from which on it is bold (OpenType's usWeightClass).
_SEMI_BOLD = 600
#: Font size (points) taken where a file tells none that makes sense.
_LEAST_SIZE = 0.1


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
    def has_ink(self) -> bool:
        """Whether any glyph is no white space."""
        return any(not text.isspace() for text in self.texts)


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
    texts = _texts(raw, count)
    runs = _runs(raw, texts)
    lengths = np.diff([start for start, _ in runs] + [count])

    # One buffer for all boxes, filled in place: a Python object for each would cost more than PDFium does.
    buffer = bytearray(_RECTANGLE * max(1, count))
    start = ctypes.addressof(pdfium.FS_RECTF.from_buffer(buffer))
    handle = ctypes.cast(raw, ctypes.c_void_p).value
    for i in range(count):
        _loose_box(handle, i, start + _RECTANGLE * i)
    corners = np.frombuffer(buffer, np.float32).reshape(-1, 4)[:count].astype(np.float64)

    written = np.repeat(np.array([style.angle for _, style in runs], np.int64), lengths)
    places = np.repeat(np.array([style.origin for _, style in runs], np.float64).reshape(-1, 2), lengths, axis=0)
    for i in np.flatnonzero(written).tolist():  # what holds for level writing only is asked glyph by glyph
        corners[i] = _tight_box(raw, i)
        places[i] = _origin(raw, i)
    shown_x, shown_y = placement.points(places[:, 0], places[:, 1])
    sizes = np.repeat(np.array([style.size for _, style in runs], np.float64), lengths)
    return Glyphs(
        texts=texts,
        boxes=placement.boxes(corners[:, 0], corners[:, 3], corners[:, 2], corners[:, 1]),
        origins=np.stack([shown_x, shown_y], axis=1),
        sizes=sizes * _scale(corners[:, 1] - corners[:, 3], sizes, written, texts),
        angles=(written - placement.rotation) % 360,
        bold=np.repeat(np.array([style.bold for _, style in runs], np.bool_), lengths),
        truncated=found > count,
    )


def _scale(heights: Floats, sizes: Floats, angles: npt.NDArray[np.int64], texts: Sequence[str]) -> float:
    """By how much forms scale the page's text, which the sizes do not know: 1 unless glyphs are far too low or high."""
    tall = np.array([text.isupper() for text in texts], np.bool_) & (angles == 0) & (heights > 0)
    if not tall.any():
        return 1.0
    ratio = float(np.median(heights[tall] / sizes[tall]))
    return 1.0 if _LOWEST_CAPITAL <= ratio <= _HIGHEST_CAPITAL else ratio


def _texts(raw: pdfium.FPDF_TEXTPAGE, count: int) -> list[str]:
    buffer = bytearray(2 * (count + 1))
    written = pdfium.FPDFText_GetText(raw, 0, count, ctypes.c_ushort.from_buffer(buffer))
    text = buffer[: 2 * count].decode("utf-16-le", "replace")
    if written != count + 1 or len(text) != count:
        # Some glyphs have no code or two: only glyph by glyph is it known which.
        codes = (pdfium.FPDFText_GetUnicode(raw, i) for i in range(count))
        text = "".join(chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " " for code in codes)
    return list(text.translate(_SPECIAL))


@dataclass(frozen=True, slots=True)
class _Style:
    """What the glyphs of one text object share; angle and origin are those on the unrotated page."""

    size: float
    angle: int
    bold: bool
    origin: tuple[float, float]


def _runs(raw: pdfium.FPDF_TEXTPAGE, texts: Sequence[str]) -> list[tuple[int, _Style]]:
    """The runs of glyphs that one text object draws: first glyph and style of each."""
    runs: list[tuple[int, _Style]] = []
    handle = ctypes.cast(raw, ctypes.c_void_p).value

    def key(i: int) -> int:
        return _text_object(handle, i) or 0

    start, count = 0, len(texts)
    while start < count:
        this, low, step = key(start), start, 1
        while low + step < count and key(low + step) == this:
            low, step = low + step, 2 * step
        high = min(low + step, count)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if key(middle) == this else (low, middle)
        # White space that PDFium puts in has the object of a neighbour, but no size and place of its own.
        ink = [i for i in range(start, high) if not texts[i].isspace()] or [start]
        runs.append((start, _style(raw, ink, this != 0)))
        start = high
    return runs


def _style(raw: pdfium.FPDF_TEXTPAGE, ink: Sequence[int], has_object: bool) -> _Style:
    matrix = pdfium.FS_MATRIX()
    first, last = ink[0], ink[-1]
    known = pdfium.FPDFText_GetMatrix(raw, first, matrix)
    scale = math.hypot(matrix.c, matrix.d) if known else 1.0
    size = abs(pdfium.FPDFText_GetFontSize(raw, first)) * scale
    if not (math.isfinite(size) and size > _LEAST_SIZE):
        size = _LEAST_SIZE
    told = round(math.degrees(math.atan2(matrix.b, matrix.a))) if known else 0
    origin = _origin(raw, first)
    angle = _angle(raw, ink, told, origin, _origin(raw, last), size)
    bold = has_object and _is_bold(raw, first, pdfium.FPDFText_GetTextObject(raw, first))
    return _Style(size, angle % 360, bold, origin)


def _angle(
    raw: pdfium.FPDF_TEXTPAGE,
    ink: Sequence[int],
    told: int,
    start: tuple[float, float],
    end: tuple[float, float],
    size: float,
) -> int:
    """The direction of writing of a run in degrees: as its matrix tells, or as its glyphs lie where they differ.

    A text object's matrix does not know of the form that the object may stand in, which may be turned.
    """
    across, up = end[0] - start[0], end[1] - start[1]
    if math.hypot(across, up) < _SHORTEST_RUN * size:
        return told
    seen = round(math.degrees(math.atan2(up, across)))
    off = abs((seen - told + 180) % 360 - 180)
    if off <= _ASKEW:
        return told
    if off < 180 - _ASKEW:
        return seen
    # Opposite directions: writing from right to left, or upside down, when the ink lies below the baseline.
    turn = math.radians(told)
    rise = 0.0
    for i in ink[:9]:
        left, top, right, bottom = _tight_box(raw, i)
        x, y = _origin(raw, i)
        rise += ((top + bottom) / 2 - y) * math.cos(turn) - ((left + right) / 2 - x) * math.sin(turn)
    return seen if rise < 0 else told


def _origin(raw: pdfium.FPDF_TEXTPAGE, i: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, i, x, y)
    return x.value, y.value


def _is_bold(raw: pdfium.FPDF_TEXTPAGE, i: int, text_object: pdfium.FPDF_PAGEOBJECT) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
        return True
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, i, buffer, 128, flags)
    return is_bold_name(buffer.value.decode("utf-8", "replace")) or pdfium.FPDFText_GetFontWeight(raw, i) >= _SEMI_BOLD


def is_bold_name(font: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = font.casefold()
    return any(word in name for word in ("bold", "black", "heavy", "demi"))


def _tight_box(raw: pdfium.FPDF_TEXTPAGE, i: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the glyph's ink on the unrotated page."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, i, left, right, bottom, top)
    return left.value, top.value, right.value, bottom.value
