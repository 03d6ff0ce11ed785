"""PDF files without text, with a password, damaged, or too much: a clear error or notice, and never a hang."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader

from extract.errors import DamagedFileError, EmptyFileError, EncryptedFileError, TooLongError
from extract.readers import pdf_glyphs, pdf_pages
from extract.readers.pdf import read_pdf
from pdf_drawing import Drawing

NAME = "vēstule nr. 3.pdf"


def draw_scan(drawing: Drawing) -> None:
    from PIL import Image

    drawing.canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


@pytest.mark.tesseract
def test_page_without_text_is_told() -> None:
    drawing = Drawing()
    drawing.text(70, 100, "Pielikumā apliecinājums.")
    drawing.page()
    draw_scan(drawing)
    document = read_pdf(drawing.data(), NAME)
    assert [page.has_text for page in document.pages] == [True, False]
    assert list(map(str, document.notices)) == ["Page 2 is empty."]


@pytest.mark.tesseract
def test_file_without_any_text_is_an_error() -> None:
    drawing = Drawing()
    draw_scan(drawing)
    with pytest.raises(EmptyFileError, match=f"No page of {NAME} has any text"):
        read_pdf(drawing.data(), NAME)


def test_password_is_an_error_of_its_own() -> None:
    drawing = Drawing(encrypt="noslēpums")
    drawing.text(70, 100, "Slepeni.")
    with pytest.raises(EncryptedFileError, match=f"{NAME} is encrypted"):
        read_pdf(drawing.data(), NAME)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.4\n%%EOF",
        b"Labdien! Nos\xc5\xabt\xc4\xabm v\xc4\x93stuli.",
        b"PK\x03\x04" + bytes(200),
    ],
)
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match=f"{NAME} is damaged"):
        read_pdf(data, NAME)


def test_truncated_file_is_read_or_told() -> None:
    drawing = Drawing()
    for _ in range(3):
        drawing.text(70, 100, "Bibliotēkā notika lasījumi.")
        drawing.page()
    data = drawing.data()
    with pytest.raises(DamagedFileError):
        read_pdf(data[: len(data) // 4], NAME)


def test_what_pdfium_cannot_open_is_read_with_pdfplumber(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFium refuses some files that pdfplumber reads; here it is made to refuse one."""
    drawing = Drawing()
    drawing.text(70, 100, "Bibliotēkā notika lasījumi.")
    drawing.text(70, 140, "Klausījās 12 bērni.", bold=True)

    def refuse(data: bytes) -> pypdfium2.PdfDocument:
        raise pypdfium2.PdfiumError("Failed to load document", err_code=3)

    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    document = read_pdf(drawing.data(), NAME)
    assert document.text == "Bibliotēkā notika lasījumi.\nKlausījās 12 bērni."
    assert document.words[0].boxes[0].x0 == pytest.approx(70, abs=1)
    assert [message.text for message in document.notices] == [
        "{name} is damaged; it was read with a second engine. Compare it with the original."
    ]


def test_pdfplumber_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "FALLBACK_SECONDS", 0.01)
    with pytest.raises(DamagedFileError):
        read_pdf(b"%PDF-1.4\n%%EOF", NAME)


def test_more_characters_than_any_page_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_glyphs, "MAX_GLYPHS", 10)
    drawing = Drawing()
    drawing.text(70, 100, "Bibliotēkā notika lasījumi.")
    document = read_pdf(drawing.data(), NAME)
    assert document.text == "Bibliotēkā"
    assert list(map(str, document.notices)) == ["Page 1 has so many characters that only its first part was read."]


def test_more_pages_than_any_letter_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MAX_PAGES", 2)
    drawing = Drawing()
    for number in range(3):
        drawing.text(70, 100, f"Nodarbība ar kārtas numuru {number} notika.")
        drawing.page()
    with pytest.raises(TooLongError, match="no more than 2 are read"):
        read_pdf(drawing.data(), NAME)


def test_stream_that_swells_is_read_in_bounded_time() -> None:
    """Some kilobytes that hold a quarter of a million painted lines."""
    drawing = Drawing()
    drawing.text(70, 100, "Bibliotēkā notika lasījumi.")
    drawing.canvas._code.append("0 0 m 10 10 l S " * 250_000)
    data = drawing.data()
    assert len(data) < 200_000
    assert read_pdf(data, NAME).text == "Bibliotēkā notika lasījumi."


def test_same_bytes_give_the_same_document() -> None:
    drawing = Drawing()
    drawing.text(70, 100, "Bibliotēkā notika lasījumi.")
    data = drawing.data()
    first, second = read_pdf(data, NAME), read_pdf(io.BytesIO(data).getvalue(), NAME)
    assert first == second
    assert (first.name, first.format, len(first.sha256)) == (NAME, "pdf", 64)
