"""What was filled in on a PDF: text, choices and ticks of forms, and text typed onto a page."""

from __future__ import annotations

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from extract.readers.pdf import read_pdf
from pdf_drawing import HEIGHT, Drawing
from scanning import photograph, roughen

FILLED = "2022. gadā 12 romu bērni mācījās pamatskolā."


def form(picture: bool = False) -> bytes:
    drawing = Drawing()
    if picture:
        page = Drawing()
        page.lines(70, 80, ["Veidlapa par paveikto romu iekļaušanā novadā."] * 3)
        drawing.canvas.drawInlineImage(roughen(photograph(page.data())), 0, 0, 595, 842)
    drawing.text(60, 60, "Veidlapa")
    drawing.text(60, 130, "Izglītība:")
    fields = drawing.canvas.acroForm
    fields.textfield(name="a", x=60, y=HEIGHT - 170, width=400, height=24, value="x", fontSize=10)
    fields.textfield(name="b", x=60, y=HEIGHT - 210, width=400, height=24, value="", fontSize=10)
    for i, (text, is_ticked) in enumerate((("Jā", True), ("Nē", False))):
        fields.checkbox(name=text, x=60, y=HEIGHT - 255 - 40 * i, size=14, checked=is_ticked)
        drawing.text(80, 252 + 40 * i, text)
    fields.choice(name="c", x=60, y=HEIGHT - 340, width=200, height=20, value="Ogre", options=["Ogre", "Talsi"])
    drawing.text(60, 370, "Paldies par atbildi.")
    return fill_in(drawing.data())


def fill_in(data: bytes) -> bytes:
    """The file with the value of its first field, which reportlab cannot write in Latvian, and nothing drawn for it."""
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        field = pdfium.FPDFPage_GetAnnot(page.raw, 0)
        value = ctypes.create_string_buffer(FILLED.encode("utf-16-le") + b"\0\0")
        pdfium.FPDFAnnot_SetStringValue(field, b"V", ctypes.cast(value, ctypes.POINTER(pdfium.FPDF_WCHAR)))
        pdfium.FPDFAnnot_SetAP(field, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None)
        pdfium.FPDFPage_CloseAnnot(field)
        document.save(stream)
    return stream.getvalue()


def turned(data: bytes) -> bytes:
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        document[0].set_rotation(90)
        document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("is_upright", [True, False])
def test_fields_are_read_where_they_stand(is_upright: bool) -> None:
    document = read_pdf(form() if is_upright else turned(form()), "a.pdf")
    lines = ["Veidlapa", "Izglītība:", FILLED, "☒ Jā", "☐ Nē", "Ogre", "Paldies par atbildi."]
    assert " ".join(document.text.split()) == " ".join(lines)
    start = document.text.index("bērni")
    (box,) = document.evidence(start, start + 5).boxes
    across, down = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    x, y = (across, down) if is_upright else (down, document.pages[0].width - across)
    assert 120 < x < 260
    assert y == pytest.approx(158, abs=4)


def test_a_long_answer_keeps_its_lines() -> None:
    drawing = Drawing()
    drawing.text(60, 60, "Veidlapa")
    answer = "Skolas strada ar visiem. " * 20 + "Beigas."
    drawing.canvas.acroForm.textfield(name="a", x=60, y=600, width=300, height=120, value=answer, maxlen=1000)
    drawing.text(60, 300, "Paldies.")
    document = read_pdf(drawing.data(), "a.pdf")
    assert document.text == f"Veidlapa\n{answer}\nPaldies."


@pytest.mark.tesseract
def test_fields_over_a_scan_are_recognised_with_it() -> None:
    document = read_pdf(form(picture=True), "a.pdf")
    assert "Ogre" in document.text
    assert "paveikto romu iekļaušanā" in document.text


def test_hidden_fields_are_not_read() -> None:
    drawing = Drawing()
    drawing.text(60, 60, "Veidlapa")
    drawing.canvas.acroForm.textfield(name="a", x=60, y=600, width=400, value="5 reizes", annotationFlags="hidden")
    assert read_pdf(drawing.data(), "a.pdf").text == "Veidlapa"


def test_text_typed_onto_a_page_is_read() -> None:
    drawing = Drawing()
    drawing.text(60, 60, "Veidlapa")
    drawing.canvas.freeTextAnnotation("Nometne notika 5 reizes.", Rect=[60, 600, 400, 640], DA="/Helv 10 Tf 0 g")
    assert "Nometne notika 5 reizes." in read_pdf(drawing.data(), "a.pdf").text
