"""PDF file to pages with glyphs and tables: PDFium first, pdfplumber where it finds nothing; errors in one place."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from extract.errors import DamagedFileError, EncryptedFileError, HinderedError, ReadError, TooLongError
from extract.model import Message
from extract.readers.assembly import SPLIT
from extract.readers.page_notices import tell_pages
from extract.readers.pdf_forms import find_filled, open_pdf, with_filled
from extract.readers.pdf_glyphs import Glyphs, placement_of, read_glyphs
from extract.readers.pdf_pictures import Box4, find_pictures, without_text
from extract.readers.pdf_tables import PageTable, find_tables
from extract.readers.picture_sizes import share_of
from extract.system_errors import ended_from_outside, is_ended_from_outside

if TYPE_CHECKING:
    from extract.readers.recognition import RecognisedPage

#: A file of more pages is refused: a letter with all its annexes has some dozens, and a cut one would look complete.
MAX_PAGES = 1000
#: Seconds that pdfplumber may take for one file. It needed up to 15 for one page of its own test files.
FALLBACK_SECONDS = 20


@dataclass(slots=True)
class RawPage:
    """What an engine found on one page; sizes in points as shown.

    `turn` is the quarter turn, in degrees counter-clockwise, by which most of its writing is turned as shown; tables
    are measured on the page as it stands when that is undone. `pictures` tells where pictures stand on it.
    `recognised` is what was read from the page's picture, which then stands in for glyphs and tables; `insets` what was
    read from pictures beside its text. `doubted` tells that what speaks against its text layer could not be settled.
    """

    number: int
    width: float
    height: float
    glyphs: Glyphs | None
    tables: list[PageTable] = field(default_factory=list)
    has_text_objects: bool = False
    pictures: list[Box4] = field(default_factory=list)
    recognised: RecognisedPage | None = None
    insets: list[RecognisedPage] = field(default_factory=list)
    doubted: bool = False
    turn: int = 0

    @property
    def has_text(self) -> bool:
        """Whether any text was found on the page."""
        if self.recognised is not None:
            return bool(self.recognised.words)
        return self.glyphs is not None and self.glyphs.has_ink

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.width, self.height

    @property
    def picture_share(self) -> float:
        """The largest share of the page that one picture covers."""
        return max((share_of(x1 - x0, y1 - y0, self.size) for x0, y0, x1, y1 in self.pictures), default=0.0)

    @property
    def unread_pictures(self) -> list[Box4]:
        """Pictures beside the page's text that may hold more of it."""
        if self.recognised is not None or self.glyphs is None or not self.glyphs.has_ink:
            return []
        return without_text(self.pictures, self.glyphs.boxes, self.size)


@dataclass(slots=True)
class RawPdf:
    """The pages of a file and what there is to say of their reading.

    `left_out` tells, by the numbers of their pages, why pictures beside the text were not read.
    """

    pages: list[RawPage]
    notices: list[Message]
    left_out: dict[int, Message] = field(default_factory=dict)

    def leave_out(self, pages: Collection[int]) -> None:
        """Note that pictures beside the text of these pages were not read."""
        one = Message("A picture on page {page} was not read; look whether it holds text.")
        several = Message("Pictures on pages {pages} were not read; look whether they hold text.")
        self.notices += tell_pages(sorted(pages), one, several)
        for page in sorted(pages):
            self.left_out[page] = replace(one, values={"page": page})


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
    document = open_pdf(data)
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
            glyphs = with_filled(read_glyphs(page, placement), find_filled(document, page), placement)
        except pypdfium2.PdfiumError:
            return RawPage(index + 1, placement.width, placement.height, None)
        turn = glyphs.turn
        upright = replace(placement, rotation=(placement.rotation + turn) % 360)
        tables = find_tables(page, upright) if glyphs.has_ink else []
        text_objects = not glyphs.has_ink and _has_text_objects(page)
        pictures = find_pictures(page, placement)
        return RawPage(index + 1, placement.width, placement.height, glyphs, tables, text_objects, pictures, turn=turn)
    finally:
        page.close()


def _has_text_objects(page: pypdfium2.PdfPage) -> bool:
    count = min(pdfium.FPDFPage_CountObjects(page.raw), 1_000)
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, i)) for i in range(count))
    return any(kind in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM) for kind in kinds)


def _fill_in(found: RawPdf, data: bytes, wanted: list[int], name: str) -> None:
    """Read the pages on which PDFium saw no text with pdfplumber too, and keep what has more."""
    try:
        second = _read_with_pdfplumber(data, wanted, name)
    except HinderedError:
        raise
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
    if is_ended_from_outside(done.returncode):
        raise ended_from_outside(name, done.returncode)
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
