"""Makes scans of PDF pages for the tests: real pictures, askew, noisy, in the formats in which scanners save them."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
from PIL import Image


def photograph(pdf: bytes, page: int = 0, dpi: int = 200) -> Image.Image:
    """The page as a clean grey picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        return picture
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """How many pages the file has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def roughen(picture: Image.Image, *, skew: float = 0.0, noise: float = 8.0, quality: int = 60) -> Image.Image:
    """The picture on greyish paper, turned counter-clockwise by `skew` degrees, with noise, as a JPEG file keeps it."""
    turned = picture.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    tones = np.asarray(turned, np.float32) * 0.88 + 22
    tones += np.random.default_rng(1).normal(0, noise, tones.shape)
    stream = io.BytesIO()
    Image.fromarray(tones.clip(0, 255).astype(np.uint8)).save(stream, "JPEG", quality=quality)
    return Image.open(stream)


def as_pdf(*pictures: Image.Image, dpi: int = 200) -> bytes:
    """A PDF file with one picture a page and nothing else."""
    stream = io.BytesIO()
    first, *others = (picture if picture.mode in ("L", "1") else picture.convert("L") for picture in pictures)
    first.save(stream, "PDF", save_all=True, append_images=others, resolution=dpi)
    return stream.getvalue()


def saved(picture: Image.Image, format_: str, **options: object) -> bytes:
    """The picture as a file of the format."""
    stream = io.BytesIO()
    picture.save(stream, format_, **options)
    return stream.getvalue()
