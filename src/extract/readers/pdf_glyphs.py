"""Glyphs of a PDF page with their places, read through PDFium's raw interface."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

#: A page with more glyphs than this is read up to here only. A dense page of a law gazette has some 12,000.
MAX_GLYPHS = 100_000

Floats = npt.NDArray[np.float64]

#: PDFium writes U+0002 or U+FFFE for a hyphen at a line end; the others stand for no character.
_SPECIAL = {"\x02": "-", "\ufffe": "-", "\0": " ", "\ufffd": " ", "\uffff": " "}
_RECTANGLE, _DOUBLE = ctypes.sizeof(pdfium.FS_RECTF), ctypes.sizeof(ctypes.c_double)


def _bare(function: Any, result: Any, *arguments: Any) -> Any:
    """PDFium's function with plain addresses for pointers: what is asked for many glyphs must make no objects.

    Called as a function of Python, it keeps the interpreter lock: giving that back takes longer than the answer.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_ADDRESS, _INDEX = ctypes.c_void_p, ctypes.c_int
_loose_box = _bare(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, _ADDRESS, _INDEX, _ADDRESS)
_origin = _bare(pdfium.FPDFText_GetCharOrigin, ctypes.c_int, _ADDRESS, _INDEX, _ADDRESS, _ADDRESS)
_matrix = _bare(pdfium.FPDFText_GetMatrix, ctypes.c_int, _ADDRESS, _INDEX, _ADDRESS)
_font_size = _bare(pdfium.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INDEX)
_text_object = _bare(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INDEX)
_font = _bare(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
_render_mode = _bare(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, _ADDRESS)

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

    @property
    def turn(self) -> int:
        """The direction of most of the writing where that is a quarter turn or two; else 0."""
        most = int(np.bincount(self.angles).argmax()) if len(self.angles) else 0
        return most if most in (90, 180, 270) else 0


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

    def unrotated(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """The points of the page's own coordinates that are shown there: the inverse of `points`."""
        if self.rotation == 90:
            return y + self.left, x + self.bottom
        if self.rotation == 180:
            return self.right - x, y + self.bottom
        if self.rotation == 270:
            return self.right - y, self.top - x
        return x + self.left, self.top - y

    def boxes(self, left: Floats, bottom: Floats, right: Floats, top: Floats) -> Floats:
        """Rectangles as shown: one row of x0, top, x1, bottom each."""
        xa, ya = self.points(left, bottom)
        xb, yb = self.points(right, top)
        return np.stack([np.minimum(xa, xb), np.minimum(ya, yb), np.maximum(xa, xb), np.maximum(ya, yb)], axis=1)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """One rectangle as shown: x0, top, x1, bottom; empty where its ends are crossed."""
        if left >= right or bottom >= top:
            return 0.0, 0.0, 0.0, 0.0
        x0, y0, x1, y1 = self.boxes(*(np.array([end]) for end in (left, bottom, right, top)))[0].tolist()
        return x0, y0, x1, y1


def placement_of(page: pypdfium2.PdfPage) -> Placement:
    """The visible rectangle (crop box within media box) and rotation of `page`."""
    left, bottom, right, top = page.get_bbox()
    return Placement(left, bottom, right, top, page.get_rotation() % 360)


def read_glyphs(page: pypdfium2.PdfPage, placement: Placement) -> Glyphs:
    """All glyphs of `page`, at most `MAX_GLYPHS`. Raises PdfiumError where the page's text cannot be loaded."""
    textpage = page.get_textpage()
    try:
        return _TextPage(textpage.raw).read(placement)
    finally:
        textpage.close()


class _Run(NamedTuple):
    """Glyphs that one text object draws, and what they share; angle and origin are those on the unrotated page."""

    length: int
    size: float
    angle: int
    bold: bool
    origin: tuple[float, float]


class _TextPage:
    """PDFium's text of one page. What is asked for every run goes through one set of buffers."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE) -> None:
        self._raw = raw
        self._handle = ctypes.cast(raw, _ADDRESS).value
        self._found = max(0, pdfium.FPDFText_CountChars(raw))
        self._texts = self._read_texts(min(self._found, MAX_GLYPHS))
        self._matrix = pdfium.FS_MATRIX()
        self._point = (ctypes.c_double * 2)()
        self._bold_fonts: dict[int, bool] = {}

    def read(self, placement: Placement) -> Glyphs:
        """The glyphs as `placement` shows them."""
        texts, count = self._texts, len(self._texts)
        runs = self._runs()
        lengths = np.array([run.length for run in runs], np.int64)
        corners = self._loose_boxes()
        written = np.repeat(np.array([run.angle for run in runs], np.int64), lengths)
        places = np.repeat(np.array([run.origin for run in runs], np.float64).reshape(-1, 2), lengths, axis=0)
        for i in np.flatnonzero(written).tolist():  # what holds for level writing only is asked glyph by glyph
            corners[i] = self._tight_box(i)
            places[i] = self._origin(i)
        shown_x, shown_y = placement.points(places[:, 0], places[:, 1])
        sizes = np.repeat(np.array([run.size for run in runs], np.float64), lengths)
        return Glyphs(
            texts=texts,
            boxes=placement.boxes(corners[:, 0], corners[:, 3], corners[:, 2], corners[:, 1]),
            origins=np.stack([shown_x, shown_y], axis=1),
            sizes=sizes * _scale(corners[:, 1] - corners[:, 3], sizes, written, texts),
            angles=(written - placement.rotation) % 360,
            bold=np.repeat(np.array([run.bold for run in runs], np.bool_), lengths),
            truncated=self._found > count,
        )

    def _read_texts(self, count: int) -> list[str]:
        buffer = bytearray(2 * (count + 1))
        written = pdfium.FPDFText_GetText(self._raw, 0, count, ctypes.c_ushort.from_buffer(buffer))
        text = buffer[: 2 * count].decode("utf-16-le", "replace")
        if written != count + 1 or len(text) != count:
            # Some glyphs have no code or two: only glyph by glyph is it known which.
            codes = (pdfium.FPDFText_GetUnicode(self._raw, i) for i in range(count))
            text = "".join(chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " " for code in codes)
        for special, meant in _SPECIAL.items():
            text = text.replace(special, meant)
        return list(text)

    def _loose_boxes(self) -> Floats:
        """Left, top, right and bottom of each glyph's box, as high as its font, on the unrotated page."""
        count = len(self._texts)
        # One buffer for all boxes, filled in place: a Python object for each would cost more than PDFium does.
        buffer = bytearray(_RECTANGLE * max(1, count))
        start = ctypes.addressof(pdfium.FS_RECTF.from_buffer(buffer))
        for i in range(count):
            _loose_box(self._handle, i, start + _RECTANGLE * i)
        return np.frombuffer(buffer, np.float32).reshape(-1, 4)[:count].astype(np.float64)

    def _runs(self) -> list[_Run]:
        runs: list[_Run] = []
        handle = self._handle
        start, count = 0, len(self._texts)
        while start < count:
            this, low, step = _text_object(handle, start), start, 1
            while low + step < count and _text_object(handle, low + step) == this:
                low, step = low + step, 2 * step
            high = min(low + step, count)
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if _text_object(handle, middle) == this else (low, middle)
            runs.append(self._run(start, high, this))
            start = high
        return runs

    def _run(self, start: int, end: int, text_object: int | None) -> _Run:
        # White space that PDFium puts in has the object of a neighbour, but no size and place of its own.
        texts = self._texts
        first = next((i for i in range(start, end) if not texts[i].isspace()), start)
        last = next((i for i in range(end - 1, first, -1) if not texts[i].isspace()), first)
        matrix = self._matrix
        known = _matrix(self._handle, first, ctypes.addressof(matrix))
        size = abs(_font_size(self._handle, first)) * (math.hypot(matrix.c, matrix.d) if known else 1.0)
        if not (math.isfinite(size) and size > _LEAST_SIZE):
            size = _LEAST_SIZE
        told = round(math.degrees(math.atan2(matrix.b, matrix.a))) if known else 0
        origin = self._origin(first)
        angle = self._angle(first, last, told, origin, size) if last > first else told
        bold = text_object is not None and self._is_bold(first, text_object)
        return _Run(end - start, size, angle % 360, bold, origin)

    def _angle(self, first: int, last: int, told: int, origin: tuple[float, float], size: float) -> int:
        """The direction of writing of a run in degrees: as its matrix tells, or as its glyphs lie where they differ.

        A text object's matrix does not know of the form that the object may stand in, which may be turned.
        """
        x, y = self._origin(last)
        across, up = x - origin[0], y - origin[1]
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
        ink = (i for i in range(first, last + 1) if not self._texts[i].isspace())
        for i in islice(ink, 9):
            left, top, right, bottom = self._tight_box(i)
            x, y = self._origin(i)
            rise += ((top + bottom) / 2 - y) * math.cos(turn) - ((left + right) / 2 - x) * math.sin(turn)
        return seen if rise < 0 else told

    def _origin(self, i: int) -> tuple[float, float]:
        """The place of the glyph on its baseline, on the unrotated page."""
        start = ctypes.addressof(self._point)
        _origin(self._handle, i, start, start + _DOUBLE)
        x, y = self._point
        return x, y

    def _is_bold(self, i: int, text_object: int) -> bool:
        if _render_mode(text_object) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
            return True
        font = _font(text_object)
        if font not in self._bold_fonts:
            buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
            pdfium.FPDFText_GetFontInfo(self._raw, i, buffer, 128, flags)
            self._bold_fonts[font] = (
                is_bold_name(buffer.value.decode("utf-8", "replace"))
                or pdfium.FPDFText_GetFontWeight(self._raw, i) >= _SEMI_BOLD
            )
        return self._bold_fonts[font]

    def _tight_box(self, i: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the glyph's ink on the unrotated page."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._raw, i, left, right, bottom, top)
        return left.value, top.value, right.value, bottom.value


def _scale(heights: Floats, sizes: Floats, angles: npt.NDArray[np.int64], texts: Sequence[str]) -> float:
    """By how much forms scale the page's text, which the sizes do not know: 1 unless glyphs are far too low or high."""
    tall = np.fromiter(map(str.isupper, texts), np.bool_, len(texts)) & (angles == 0) & (heights > 0)
    if not tall.any():
        return 1.0
    ratio = float(np.median(heights[tall] / sizes[tall]))
    return 1.0 if _LOWEST_CAPITAL <= ratio <= _HIGHEST_CAPITAL else ratio


def is_bold_name(font: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = font.casefold()
    return any(word in name for word in ("bold", "black", "heavy", "demi"))
