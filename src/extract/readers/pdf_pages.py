"""PDF file to pages with glyphs and tables: PDFium first, pdfplumber where it finds nothing; errors in one place."""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from extract.errors import DamagedFileError, EncryptedFileError, ReadError, TooLongError
from extract.model import Message
from extract.readers.assembly import SPLIT
from extract.readers.pdf_glyphs import Glyphs, Placement, placement_of, read_glyphs
from extract.readers.pdf_tables import PageTable, find_tables

if TYPE_CHECKING:
    from extract.readers.recognition import RecognisedPage

#: A file of more pages is refused: a letter with all its annexes has some dozens, and a cut one would look complete.
MAX_PAGES = 1000
#: Seconds that pdfplumber may take for one file. It needed up to 15 for one page of its own test files.
FALLBACK_SECONDS = 20


@dataclass(slots=True)
class RawPage:
    """What an engine found on one page; sizes in points as shown.

    `picture_share` is the share of the page that pictures cover; `recognised` is what was read from the page's picture,
    which then stands in for glyphs and tables.
    """

    number: int
    width: float
    height: float
    glyphs: Glyphs | None
    tables: list[PageTable] = field(default_factory=list)
    has_text_objects: bool = False
    picture_share: float = 0.0
    recognised: RecognisedPage | None = None

    @property
    def has_text(self) -> bool:
        """Whether any text was found on the page."""
        if self.recognised is not None:
            return bool(self.recognised.words)
        return self.glyphs is not None and self.glyphs.has_ink


@dataclass(slots=True)
class RawPdf:
    """The pages of a file and what there is to say of their reading."""

    pages: list[RawPage]
    notices: list[Message]


def read_pages(data: bytes, name: str) -> RawPdf:
    """The pages of a PDF file.

    Raises EncryptedFileError where the file needs a password and DamagedFileError where neither engine can read it.
    """
    try:
        found = _read_with_pdfium(data, name)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise _encrypted(name) from error
        found = None
    if found is None:
        second = _read_with_pdfplumber(data, None, name)
        if not any(page.glyphs is not None and page.glyphs.has_ink for page in second.pages):
            raise _damaged(name)
        notice = Message(
            "{name} is damaged; it was read with a second engine. Compare it with the original.", {"name": name}
        )
        return RawPdf(second.pages, [notice, *second.notices])
    if not found.pages:
        raise _damaged(name)
    wanted = [
        page.number
        for page in found.pages
        if page.glyphs is None or (page.has_text_objects and not page.glyphs.has_ink)
    ]
    if wanted:
        _fill_in(found, data, wanted, name)
    return found


def _read_with_pdfium(data: bytes, name: str) -> RawPdf:
    document = pypdfium2.PdfDocument(data)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise TooLongError(
                Message(
                    "{file} has {pages} pages; no more than {limit} are read.",
                    {"file": name, "pages": count, "limit": MAX_PAGES},
                ),
                SPLIT,
            )
        notices = []
        pages = [_read_page(document, i) for i in range(count)]
        for page in pages:
            if page.glyphs is not None and page.glyphs.truncated:
                place = {"page": page.number}
                notices.append(Message("Page {page} has so many characters that only its first part was read.", place))
        return RawPdf(pages, notices)
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, index: int) -> RawPage:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return RawPage(index + 1, 0.0, 0.0, None)
    try:
        placement = placement_of(page)
        try:
            glyphs = read_glyphs(page, placement)
        except pypdfium2.PdfiumError:
            return RawPage(index + 1, placement.width, placement.height, None)
        tables = find_tables(page, placement) if glyphs.has_ink else []
        text_objects = not glyphs.has_ink and _has_text_objects(page)
        pictures = _picture_share(page, placement)
        return RawPage(index + 1, placement.width, placement.height, glyphs, tables, text_objects, pictures)
    finally:
        page.close()


def _has_text_objects(page: pypdfium2.PdfPage) -> bool:
    count = min(pdfium.FPDFPage_CountObjects(page.raw), 1_000)
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, i)) for i in range(count))
    return any(kind in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM) for kind in kinds)


def _picture_share(page: pypdfium2.PdfPage, placement: Placement) -> float:
    """The largest share of the page that one picture covers, be it in a form."""
    area = abs((placement.right - placement.left) * (placement.top - placement.bottom))
    if not area:
        return 0.0
    share = 0.0
    for i in range(min(pdfium.FPDFPage_CountObjects(page.raw), 1_000)):
        item = pdfium.FPDFPage_GetObject(page.raw, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_picture(item)):
            left, bottom, right, top = (ctypes.c_float() for _ in range(4))
            if pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                width = min(right.value, placement.right) - max(left.value, placement.left)
                height = min(top.value, placement.top) - max(bottom.value, placement.bottom)
                share = max(share, max(0.0, width) * max(0.0, height) / area)
    return share


def _holds_picture(form: pdfium.FPDF_PAGEOBJECT) -> bool:
    count = min(pdfium.FPDFFormObj_CountObjects(form), 100)
    items = (pdfium.FPDFFormObj_GetObject(form, i) for i in range(count))
    return any(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE for item in items)


def _fill_in(found: RawPdf, data: bytes, wanted: list[int], name: str) -> None:
    """Read the pages on which PDFium saw no text with pdfplumber too, and keep what has more."""
    try:
        second = _read_with_pdfplumber(data, wanted, name)
    except ReadError:
        second = RawPdf([], [])
    by_number = {page.number: page for page in second.pages}
    found.notices += second.notices
    for i, page in enumerate(found.pages):
        other = by_number.get(page.number)
        if page.number in wanted and other is not None and other.glyphs is not None and other.glyphs.has_ink:
            found.pages[i] = other
            place = {"page": page.number}
            message = Message(
                "The text of page {page} was read with a second engine; compare it with the original.", place
            )
            found.notices.append(message)
        elif page.glyphs is None:
            found.notices.append(Message("Page {page} is damaged and could not be read.", {"page": page.number}))
    if all(page.glyphs is None for page in found.pages):
        raise _damaged(name)


def _read_with_pdfplumber(data: bytes, numbers: list[int] | None, name: str) -> RawPdf:
    """Pages as pdfplumber reads them, in a process of its own: it may hang, and raises errors of many kinds."""
    command = [sys.executable, "-m", "extract.readers.pdf_fallback", *map(str, numbers or [])]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=FALLBACK_SECONDS, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as error:
        raise _damaged(name) from error
    if done.returncode:
        raise _damaged(name)
    reply = json.loads(done.stdout)
    if reply.get("error") == "password":
        raise _encrypted(name)
    if "error" in reply:
        raise _damaged(name)
    pages = [RawPage(page["number"], page["width"], page["height"], _glyphs(page["chars"])) for page in reply["pages"]]
    return RawPdf(pages, [])


def _glyphs(chars: list[tuple[str, float, float, float, float, float, float, int, bool]]) -> Glyphs:
    numbers = np.array([char[1:7] for char in chars], np.float64).reshape(-1, 6)
    boxes, sizes, baselines = numbers[:, :4], numbers[:, 4], numbers[:, 5]
    return Glyphs(
        [char[0] for char in chars],
        boxes,
        np.stack([boxes[:, 0], baselines], axis=1),
        sizes,
        np.array([char[7] for char in chars], np.int64),
        np.array([char[8] for char in chars], np.bool_),
    )


def _encrypted(name: str) -> EncryptedFileError:
    return EncryptedFileError(
        Message("{name} is encrypted and needs a password.", {"name": name}),
        Message("Ask the sender for a copy without a password, or save one yourself."),
    )


def _damaged(name: str) -> DamagedFileError:
    return DamagedFileError(
        Message("{name} is damaged or no PDF file: it cannot be read.", {"name": name}),
        Message("Open it in a PDF viewer; if that fails too, ask the sender for it again."),
    )
