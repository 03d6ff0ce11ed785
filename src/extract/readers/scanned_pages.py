"""Pages of a PDF that are pictures: which these are, and what is recognised on them."""

from __future__ import annotations

import math

import pypdfium2
from PIL import Image

from extract.errors import MissingProgramError, ReadError
from extract.model import Message
from extract.readers.pdf_pages import RawPage, RawPdf
from extract.readers.recognition import DPI, recognise_page, tell
from extract.readers.tesseract import find_version, name_file
from extract.readers.text_layer import doubt_layer, is_better

#: Pages of one file that are recognised; a page takes some two seconds. What lies beyond is told of.
MAX_PAGES = 40
#: Pixels of a page as it is rendered: four times an A4 page at 300 dots an inch.
MAX_PIXELS = 35_000_000
#: A page that would have to be rendered with fewer dots an inch than this cannot be recognised.
_LEAST_DPI = 100


def recognise_pages(raw: RawPdf, data: bytes, name: str) -> ReadError | None:
    """Recognise the pages of `raw` that have no text, or none to be believed; the notices tell of each.

    Returns the error that kept a page from being recognised, for where there is no text at all.
    """
    doubts = {page.number: doubt_layer(page) for page in raw.pages if page.glyphs is not None}
    wanted = [page for page in raw.pages if page.glyphs is not None and (not page.has_text or doubts[page.number])]
    if not wanted:
        return None
    try:
        find_version()
    except MissingProgramError as error:
        unread = [page for page in wanted if not page.has_text]
        raw.notices += [*map(_unread, unread), error.cause, error.advice] if unread else []
        return name_file(error, name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raw.notices += [_no_text(page) for page in wanted if not page.has_text]
        return None
    failure: ReadError | None = None
    try:
        for i, page in enumerate(wanted):
            if i >= MAX_PAGES:
                limits = {"limit": MAX_PAGES, "page": page.number}
                raw.notices.append(
                    Message("Only {limit} pages that are pictures were recognised; page {page} was not.", limits)
                )
                continue
            try:
                _recognise(document, page, name, raw.notices)
            except ReadError as error:
                failure = name_file(error, name)
                raw.notices += [error.cause] if page.has_text else [_unread(page), error.cause]
    finally:
        document.close()
    return failure


def _recognise(document: pypdfium2.PdfDocument, page: RawPage, name: str, notices: list[Message]) -> None:
    picture, dpi = _render(document, page, name)
    found = recognise_page(picture, page.number, dpi)
    place = {"page": page.number}
    if page.has_text:
        if is_better(found, page):
            page.recognised = found
            notices.append(
                Message("The text layer of page {page} is wrong; it was read from its picture instead.", place)
            )
        return
    notices.append(tell(page.number, found))
    if found.is_text:
        page.recognised = found


def _no_text(page: RawPage) -> Message:
    return Message("Page {page} is a picture on which no text was recognised.", {"page": page.number})


def _unread(page: RawPage) -> Message:
    return Message("Page {page} is a picture and was not read.", {"page": page.number})


def _render(document: pypdfium2.PdfDocument, page: RawPage, name: str) -> tuple[Image.Image, float]:
    """The page as a grey picture, and its dots an inch. Raises ReadError where it is too large or cannot be drawn."""
    inches = page.width * page.height / 72**2
    dpi = min(DPI, math.sqrt(MAX_PIXELS / inches)) if inches > 0 else 0.0
    sides = page.width * dpi / 72, page.height * dpi / 72
    if dpi < _LEAST_DPI or min(sides) < 8 or max(sides) > 30_000:
        raise ReadError(
            Message(
                "Page {page} of {file} measures {width} × {height} points, which cannot be recognised.",
                {"file": name, "page": page.number, "width": round(page.width), "height": round(page.height)},
            ),
            Message("Print the file to a new PDF with pages of a usual size."),
        )
    try:
        drawn = document[page.number - 1]
        try:
            bitmap = drawn.render(scale=dpi / 72, grayscale=True)
            try:
                return bitmap.to_pil().convert("L").copy(), dpi
            finally:
                bitmap.close()
        finally:
            drawn.close()
    except (pypdfium2.PdfiumError, MemoryError) as error:
        raise ReadError(
            Message("Page {page} of {file} cannot be drawn.", {"file": name, "page": page.number}),
            Message("Open it in a PDF viewer; if that fails too, ask the sender for it again."),
        ) from error
