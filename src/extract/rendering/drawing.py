"""Draws pages: of a PDF with PDFium, of a picture with Pillow. Runs in a worker process, as files may be hostile."""

from __future__ import annotations

import io
import math
import warnings

import pypdfium2
from PIL import Image, ImageOps

from extract.errors import DamagedFileError
from extract.model import Message
from extract.readers.picture import FORMATS, MAX_PIXELS
from extract.readers.sniff import Format

#: Pixels of a drawn page: A4 at 300 dots an inch has 8.7 million.
_MOST_PIXELS = 16_000_000


def draw_page(data: bytes, format_: Format, name: str, index: int, size: tuple[float, float], scale: float) -> bytes:
    """The page of that index (from 0) as PNG, `scale` pixels a point; `size` is its width and height in points.

    A page too large for the scale is drawn smaller. Raises ReadError where it cannot be drawn.
    """
    width, height = size
    scale = min(scale, math.sqrt(_MOST_PIXELS / (width * height)))
    try:
        if format_ is Format.PDF:
            picture = _draw_pdf(data, index, scale)
        else:
            picture = _draw_picture(data, index, (max(1, round(width * scale)), max(1, round(height * scale))))
    except (pypdfium2.PdfiumError, Image.DecompressionBombError, OSError, EOFError, SyntaxError, ValueError) as error:
        raise DamagedFileError(
            Message("Page {page} of {file} cannot be drawn.", {"file": name, "page": index + 1}),
            Message("Open it in a PDF viewer; if that fails too, ask the sender for it again."),
        ) from error
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=3)
    return file.getvalue()


def _draw_pdf(data: bytes, index: int, scale: float) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[index]
        try:
            picture: Image.Image = page.render(scale=scale).to_pil()
            return picture.convert("RGB")
        finally:
            page.close()
    finally:
        document.close()


def _draw_picture(data: bytes, index: int, pixels: tuple[int, int]) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of odd metadata
        with Image.open(io.BytesIO(data), formats=FORMATS) as file:
            file.seek(index)
            if file.width * file.height > MAX_PIXELS:
                raise Image.DecompressionBombError(f"{file.width} × {file.height} pixels")
            picture = ImageOps.exif_transpose(file)
            if picture.has_transparency_data:
                paper = Image.new("RGBA", picture.size, "white")
                picture = Image.alpha_composite(paper, picture.convert("RGBA"))
            return picture.convert("RGB").resize(pixels, Image.Resampling.LANCZOS)
