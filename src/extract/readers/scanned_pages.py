"""Pages of a PDF that are pictures, and pictures beside the text of others: what is recognised on them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pypdfium2
from PIL import Image

from extract.errors import HinderedError, MissingProgramError, ReadError
from extract.model import Box, Message
from extract.readers.page_notices import tell_pages
from extract.readers.pdf_forms import open_pdf
from extract.readers.pdf_glyphs import Floats
from extract.readers.pdf_pages import RawPage, RawPdf
from extract.readers.pdf_pictures import Box4
from extract.readers.recognition import DPI, RecognisedPage, recognise_page, tell, tell_insets
from extract.readers.tesseract import find_version, name_file
from extract.readers.text_layer import agrees, doubt_layer, is_better

#: Pages of one file that are recognised; a page takes some two seconds. What lies beyond is told of.
MAX_PAGES = 40
#: Pixels of a page as it is rendered: four times an A4 page at 300 dots an inch.
MAX_PIXELS = 35_000_000
#: A page that would have to be rendered with fewer dots an inch than this cannot be recognised.
_LEAST_DPI = 100


def recognise_pages(raw: RawPdf, data: bytes, name: str) -> ReadError | None:
    """Recognise the pages of `raw` that have no text, or none to be believed, and pictures beside the text of others.

    The notices tell of each. Returns the error that kept a page from being recognised, for where there is no text at
    all.
    """
    whole = [page for page in raw.pages if page.glyphs is not None and (not page.has_text or doubt_layer(page))]
    beside = [page for page in raw.pages if page not in whole and page.unread_pictures]
    try:
        find_version()
        document = open_pdf(data)
    except MissingProgramError as error:
        _leave_out(raw, whole, beside)
        raw.notices += [error.cause, error.advice]
        return name_file(error, name)
    except pypdfium2.PdfiumError:
        _leave_out(raw, whole, beside)
        return None
    work = _Work(document, name)
    try:
        for page in whole:
            work.take_page(page)
        for page in beside:
            work.take_insets(page)
    finally:
        document.close()
    work.tell(raw)
    return work.failure


def _leave_out(raw: RawPdf, whole: Iterable[RawPage], beside: Iterable[RawPage]) -> None:
    """Tell of pages and pictures none of which can be recognised."""
    doubted = [page for page in whole if page.has_text]
    for page in doubted:
        page.doubted = True
    raw.notices += _tell_unread([page.number for page in whole if not page.has_text])
    raw.notices += _tell_doubted([page.number for page in doubted])
    raw.leave_out({page.number for page in beside})


class _Work:
    """Recognises pages of one file, and gathers what there is to say of them."""

    def __init__(self, document: pypdfium2.PdfDocument, name: str) -> None:
        self._document = document
        self._name = name
        self._number = 0
        self._told: dict[int, RecognisedPage] = {}
        self._insets: dict[int, list[RecognisedPage]] = {}
        self._replaced: list[int] = []
        self._doubted: list[int] = []
        self._unread: list[int] = []
        self._beyond: list[int] = []
        #: Pages with pictures beside their text that were not recognised.
        self._left_out: set[int] = set()
        self._causes: list[Message] = []
        self.failure: ReadError | None = None

    def take_page(self, page: RawPage) -> None:
        """Recognise a page as a whole."""
        found = self._recognise(page, None)
        if not page.has_text:
            if found is not None:
                self._told[page.number] = found
                page.recognised = found if found.is_text else None
            return
        if found is not None and is_better(found, page):
            page.recognised = found
            self._replaced.append(page.number)
        elif found is None or not agrees(found, page):
            page.doubted = True
            self._doubted.append(page.number)

    def take_insets(self, page: RawPage) -> None:
        """Recognise the pictures beside the text of a page."""
        for box in page.unread_pictures:
            found = self._recognise(page, box)
            if found is None:
                self._left_out.add(page.number)
            elif not found.blank:
                self._insets.setdefault(page.number, []).append(found)
                if found.is_text:
                    own = page.glyphs.boxes if page.glyphs is not None else np.empty((0, 4))
                    page.insets.append(_move(found, own, box))

    def tell(self, raw: RawPdf) -> None:
        """Add what there is to say to the notices."""
        raw.notices += tell(self._told)
        raw.notices += tell_pages(
            self._replaced,
            Message("The text layer of page {page} is wrong; it was read from its picture instead."),
            Message("The text layers of pages {pages} are wrong; they were read from their pictures instead."),
        )
        raw.notices += _tell_doubted(self._doubted)
        raw.notices += _tell_unread(self._unread)
        raw.notices += tell_pages(
            self._beyond,
            Message("Only {limit} pages that are pictures were recognised; page {page} was not."),
            Message("Only {limit} pages that are pictures were recognised; pages {pages} were not."),
            {"limit": MAX_PAGES},
        )
        raw.notices += tell_insets(self._insets)
        dim = {number for number, found in self._insets.items() if not all(inset.is_text for inset in found)}
        raw.leave_out(self._left_out | dim)
        raw.notices += [cause for i, cause in enumerate(self._causes) if cause not in self._causes[:i]]

    def _recognise(self, page: RawPage, box: Box4 | None) -> RecognisedPage | None:
        """What is on the page, or within the box on it; None where it could not be recognised, and the reason noted."""
        self._number += 1
        try:
            if self._number > MAX_PAGES:
                self._beyond.append(page.number)
                return None
            picture, dpi = _render(self._document, page, self._name, box)
            return recognise_page(picture, page.number, dpi)
        except HinderedError as error:
            raise name_file(error, self._name) from error
        except ReadError as error:
            self.failure = name_file(error, self._name)
            if box is None and not page.has_text:
                self._unread.append(page.number)
            self._causes.append(error.cause)
            return None


def _move(found: RecognisedPage, glyphs: Floats, box: Box4) -> RecognisedPage:
    """What was recognised within a box, in the page's own measures, without what its text layer has as well.

    `glyphs` holds x0, top, x1 and bottom of each glyph of that layer, in points.
    """
    x0, top = box[0], box[1]
    words = []
    for word in found.words:
        own = word.box
        moved = Box(own.page, own.x0 + x0, own.top + top, own.x1 + x0, own.bottom + top)
        x, y = (moved.x0 + moved.x1) / 2, (moved.top + moved.bottom) / 2
        if ((glyphs[:, 0] <= x) & (x <= glyphs[:, 2]) & (glyphs[:, 1] <= y) & (y <= glyphs[:, 3])).any():
            continue
        words.append(replace(word, x0=word.x0 + x0, x1=word.x1 + x0, baseline=word.baseline + top, box=moved))
    tables = [table.moved(x0, top) for table in found.tables]
    return replace(found, words=words, tables=tables)


def _tell_unread(pages: list[int]) -> list[Message]:
    return tell_pages(
        pages,
        Message("Page {page} is a picture and was not read."),
        Message("Pages {pages} are pictures and were not read."),
    )


def _tell_doubted(pages: list[int]) -> list[Message]:
    return tell_pages(
        pages,
        Message("The text layer of page {page} seems wrong and was read all the same; compare it with the original."),
        Message(
            "The text layers of pages {pages} seem wrong and were read all the same; compare them with the original."
        ),
    )


def _render(document: pypdfium2.PdfDocument, page: RawPage, name: str, box: Box4 | None) -> tuple[Image.Image, float]:
    """The page, or what is within the box on it, as a grey picture, and its dots an inch.

    Raises ReadError where it is too large or cannot be drawn.
    """
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
            crop = (box[0], page.height - box[3], page.width - box[2], box[1]) if box else (0, 0, 0, 0)
            bitmap = drawn.render(scale=dpi / 72, grayscale=True, crop=crop)
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
