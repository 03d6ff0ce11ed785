"""Reads letters that are pictures: PNG, JPEG, TIFF of many pages, BMP, WEBP, GIF."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from extract.errors import DamagedFileError, EmptyFileError, ReadError, UnsupportedFormatError
from extract.model import Document, Message
from extract.readers.blocks import build_document
from extract.readers.pdf_pages import RawPage
from extract.readers.recognition import DPI, RecognisedPage, recognise_page, tell
from extract.readers.scanned_pages import MAX_PAGES
from extract.readers.tesseract import find_version, name_file

#: What Pillow opens here; its other formats are drawings, films and raw data that no letter arrives as.
FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")
#: Pixels of a picture; beyond are decompression bombs. A page of A3 at 600 dots an inch has 70 million.
MAX_PIXELS = 80_000_000
#: What Pillow raises at broken pictures: TypeError where a cut-off TIFF tells no size of its next page.
FAULTS = (OSError, SyntaxError, ValueError, TypeError, EOFError, MemoryError, OverflowError, KeyError, IndexError)
#: Dots an inch that a file may tell; what lies outside is a screen's figure or nonsense.
_LEAST_DPI, _MOST_DPI = 90, 1_300
#: Shorter side of A4 in inches: the page taken where a file tells no dots an inch.
_SHORT_SIDE = 8.27
#: Pictures with fewer dots an inch than this are too coarse to be recognised as they are.
_COARSE = 180


def read_picture(data: bytes, name: str) -> Document:
    """The letter in a picture file; `name` is the file's name, for messages. Each frame of a TIFF is a page.

    Raises UnsupportedFormatError, DamagedFileError, ReadError where it is too large or recognition fails,
    EmptyFileError where no text is recognised, and MissingProgramError.
    """
    try:
        pages, notices = _recognise_frames(data, name)
    except ReadError as error:
        raise name_file(error, name) from error
    if not any(page.has_text for page in pages):
        raise EmptyFileError(
            Message("No text was recognised on the picture {file}.", {"file": name}),
            Message("Open it and look; where it does have text, scan it anew at 300 dpi."),
        )
    return build_document(data, name, "image", pages, notices)


def _recognise_frames(data: bytes, name: str) -> tuple[list[RawPage], list[Message]]:
    find_version()
    pages: list[RawPage] = []
    notices: list[Message] = []
    told: dict[int, RecognisedPage] = {}
    for number, (picture, dpi) in enumerate(_frames(data, name), start=1):
        if number > MAX_PAGES:
            limit = {"limit": MAX_PAGES}
            notices.append(Message("The file has more than {limit} pages; the others were not read.", limit))
            break
        found = recognise_page(picture, number, dpi)
        width, height = picture.width * 72 / dpi, picture.height * 72 / dpi
        recognised = found if found.is_text else None
        pages.append(RawPage(number, width, height, None, recognised=recognised))
        told[number] = found
    return pages, [*tell(told), *notices]


def _frames(data: bytes, name: str) -> Iterator[tuple[Image.Image, float]]:
    """Each frame upright as it is meant to be shown, grey, and its dots an inch as they now are."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata; the size is checked below
            with Image.open(io.BytesIO(data), formats=FORMATS) as file:
                for frame in ImageSequence.Iterator(file):
                    _check_size(frame, name)
                    picture = ImageOps.exif_transpose(frame)
                    yield _scaled(_grey(picture), _dpi(picture))
                    if file.format in ("GIF", "MPO", "WEBP"):
                        return  # further frames are an animation, or the same picture for a screen
    except UnidentifiedImageError as error:
        raise UnsupportedFormatError(
            Message("{file} is a picture of a kind that is not read, or damaged.", {"file": name}),
            Message("Open it and save it as PNG, JPEG, TIFF or PDF."),
        ) from error
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except FAULTS as error:
        raise DamagedFileError(
            Message("{file} is a damaged picture: it cannot be read to its end.", {"file": name}),
            Message("Open it in a picture viewer; if that fails too, ask the sender for it again."),
        ) from error


def _check_size(frame: Image.Image, name: str) -> None:
    if frame.width * frame.height > MAX_PIXELS:
        raise _too_large(name)


def _too_large(name: str) -> ReadError:
    return ReadError(
        Message(
            "{file} has more than the {limit} million pixels that are read.",
            {"file": name, "limit": MAX_PIXELS // 10**6},
        ),
        Message("Save it anew at 300 dpi."),
    )


def _grey(picture: Image.Image) -> Image.Image:
    """The picture in grey; what is transparent shows white paper."""
    if picture.has_transparency_data:
        rgba = picture.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        return Image.alpha_composite(paper, rgba).convert("L")
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        tones = np.asarray(picture, np.float32)
        darkest, lightest = float(tones.min()), float(tones.max())
        return Image.fromarray(((tones - darkest) * (255 / max(lightest - darkest, 1e-9))).astype(np.uint8))
    return picture.convert("L")


def _dpi(picture: Image.Image) -> float:
    """Dots an inch as the file tells, or as they are when the picture is a page of A4."""
    told = picture.info.get("dpi")
    try:
        across, down = (float(value) for value in told or ())
    except (TypeError, ValueError, ZeroDivisionError):
        across = down = 0.0
    if across > 0 and abs(across - down) < 0.1 * across and _LEAST_DPI <= across <= _MOST_DPI:
        return across
    return min(picture.size) / _SHORT_SIDE


def _scaled(picture: Image.Image, dpi: float) -> tuple[Image.Image, float]:
    """The picture at about `DPI` where it is far from it, and its dots an inch."""
    if _COARSE <= dpi <= 1.5 * DPI:
        return picture, dpi
    factor = min(DPI / dpi, 3.0)
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    if size[0] * size[1] > MAX_PIXELS:
        return picture, dpi
    return picture.resize(size, Image.Resampling.BICUBIC), dpi * factor
