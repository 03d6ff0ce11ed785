"""Scanned PDF files, made from drawn ones: the text, its place on the page, and what is told of the reading."""

from __future__ import annotations

import math
import re

import pytest
from PIL import Image

from arrival_files import make_zip
from extract.errors import EmptyFileError, MissingProgramError
from extract.model import BlockKind, Document, PartRole
from extract.readers import scanned_pages
from extract.readers.dispatch import read_bytes
from extract.readers.pdf import read_pdf
from pdf_drawing import Drawing
from program_stand_ins import no_programs
from scanning import as_pdf, photograph, roughen

pytestmark = pytest.mark.tesseract

LINES = [
    "2022. gadā novada skolās mācījās 34 romu bērni, un katram no viņiem",
    "palīdzēja skolotāja palīgs. Projektā „Prieks kopā” piedalījās septiņas",
    "ģimenes, bet vasaras nometnē Ķemeros – 12 jaunieši.",
]
TEXT = " ".join(LINES)


def letter() -> bytes:
    drawing = Drawing()
    drawing.centred(80, "Ezerkalnu novada pašvaldība", 14, bold=True)
    drawing.text(70, 130, "1. Izglītība", bold=True)
    drawing.lines(70, 160, LINES)
    drawing.text(70, 240, "2. Veselība", bold=True)
    drawing.text(70, 270, "Pasākumi netika īstenoti.")
    return drawing.data()


def scan(data: bytes, **options: float) -> bytes:
    return as_pdf(roughen(photograph(data), **options))  # type: ignore[arg-type] # figures only


def messages(document: Document) -> list[str]:
    return [str(notice) for notice in document.notices]


@pytest.mark.parametrize("skew", [0.0, 1.3, -5.0, 5.0])
def test_scan_reads_as_its_original_does(skew: float) -> None:
    original, scanned = read_pdf(letter(), "a.pdf"), read_pdf(scan(letter(), skew=skew), "a.pdf")
    assert scanned.text == original.text
    assert [(block.kind, block.marker) for block in scanned.blocks] == [(b.kind, b.marker) for b in original.blocks]
    assert scanned.pages[0].has_text
    (notice,) = messages(scanned)
    assert notice.startswith("Page 1 is a picture; its text was recognised (certainty 9")


def test_words_stand_on_the_scan_where_they_stood() -> None:
    original, scanned = read_pdf(letter(), "a.pdf"), read_pdf(scan(letter()), "a.pdf")
    for ours, theirs in zip(scanned.words, original.words, strict=True):
        (box,), (true,) = ours.boxes, theirs.boxes
        assert box.page == 1
        assert abs(box.x0 - true.x0) < 2
        assert abs(box.x1 - true.x1) < 2
        assert true.top - 2 < (box.top + box.bottom) / 2 < true.bottom + 2
    assert all(0.3 < (word.confidence or 0) <= 1 for word in scanned.words)
    assert all(word.confidence is None for word in original.words)


def test_boxes_of_a_page_askew_are_those_on_the_page_as_it_arrived() -> None:
    picture = roughen(photograph(letter()), skew=4)
    document = read_pdf(as_pdf(picture), "a.pdf")
    at = document.text.index("Ķemeros")
    (box,) = document.evidence(at, at + len("Ķemeros")).boxes
    (true,) = read_pdf(letter(), "a.pdf").evidence(at, at + len("Ķemeros")).boxes
    page = document.pages[0]
    across, down = (true.x0 + true.x1 - page.width) / 2, (true.top + true.bottom - page.height) / 2
    turn = math.radians(4)
    x = page.width / 2 + across * math.cos(turn) + down * math.sin(turn)
    y = page.height / 2 - across * math.sin(turn) + down * math.cos(turn)
    assert abs((box.x0 + box.x1) / 2 - x) < 3
    assert abs((box.top + box.bottom) / 2 - y) < 3
    assert abs((true.x0 + true.x1) / 2 - x) > 15, "it did move"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_page_that_was_laid_in_turned_is_read(turn: int) -> None:
    picture = photograph(letter()).rotate(turn, expand=True)
    document = read_pdf(as_pdf(roughen(picture)), "a.pdf")
    assert TEXT in document.text
    page = document.pages[0]
    at = document.text.index("Ezerkalnu")
    (box,) = document.evidence(at, at + 9).boxes
    if turn == 180:
        assert box.top > 0.8 * page.height
    else:
        assert page.width > page.height
        assert (box.x0 < 0.2 * page.width) == (turn == 90)
        assert box.bottom - box.top > box.x1 - box.x0, "the word stands upright"


def test_pages_with_text_and_scanned_ones_in_one_file() -> None:
    drawing = Drawing()
    drawing.lines(70, 100, LINES)
    drawing.page()
    drawing.canvas.drawInlineImage(roughen(photograph(letter())), 0, 0, 595, 842)
    document = read_pdf(drawing.data(), "a.pdf")
    assert document.text.count("Projektā „Prieks kopā” piedalījās septiņas") == 2
    assert messages(document)[0].startswith("Page 2 is a picture; its text was recognised")
    first = [word for word in document.words if word.boxes[0].page == 1]
    assert all(word.confidence is None for word in first)
    assert all(page.has_text for page in document.pages)


def test_empty_page_of_a_scan_is_told_of() -> None:
    blank = Image.new("L", (1654, 2339), 250)
    document = read_pdf(as_pdf(roughen(photograph(letter())), roughen(blank)), "a.pdf")
    assert "Page 2 is empty." in messages(document)
    assert [page.has_text for page in document.pages] == [True, False]


def test_scan_without_text_is_an_error() -> None:
    blank = Image.new("L", (1654, 2339), 250)
    with pytest.raises(EmptyFileError, match=r"No page of a\.pdf has any text"):
        read_pdf(as_pdf(roughen(blank)), "a.pdf")


def test_ruled_table_of_a_scan_keeps_its_cells() -> None:
    drawing = Drawing()
    drawing.text(70, 80, "Īstenotie pasākumi 2022. gadā:")
    cells = [
        ["Joma", "Pasākums", "Skaits"],
        ["Izglītība", "Skolotāja palīgs", "17"],
        ["Veselība", "Nometne ģimenēm", "12"],
    ]
    xs, ys = [70, 200, 380, 470], [100, 130, 160, 190]
    drawing.grid(xs, ys)
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            drawing.text(xs[column] + 6, ys[row] + 20, text)
    document = read_pdf(scan(drawing.data(), skew=0.8), "a.pdf")
    found = {(b.cell.row, b.cell.column): document.text[b.start : b.end] for b in document.blocks if b.cell}
    assert found == {(row, column): text for row, texts in enumerate(cells) for column, text in enumerate(texts)}


def test_list_items_and_broken_words_of_a_scan() -> None:
    drawing = Drawing()
    drawing.text(70, 100, "2021. gadā novadā darbojās:")
    for i, text in enumerate(["divi skolotāja palīgi,", "viens logopēds,", "trīs sociālie darbinieki."]):
        drawing.text(84, 125 + 18 * i, "•")
        drawing.text(100, 125 + 18 * i, text)
    drawing.lines(70, 200, ["Visi kopā viņi strādāja ar ģimenēm, un viņiem palīdzēja arī pašval-", "dības policija."])
    document = read_pdf(scan(drawing.data()), "a.pdf")
    items = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == ["divi skolotāja palīgi,", "viens logopēds,", "trīs sociālie darbinieki."]
    assert "palīdzēja arī pašvaldības policija." in document.text
    (word,) = (w for w in document.words if document.text[w.start : w.end] == "pašvaldības")
    assert len(word.boxes) == 2


def test_without_the_program_a_scan_is_an_error_that_says_what_to_install() -> None:
    data = scan(letter())
    with no_programs(), pytest.raises(MissingProgramError, match=r"^a\.pdf holds its text as pictures") as caught:
        read_pdf(data, "a.pdf")
    assert "Install the Debian packages tesseract-ocr and tesseract-ocr-lav" in str(caught.value.advice)


def test_without_the_program_the_pages_with_text_are_read() -> None:
    drawing = Drawing()
    drawing.lines(70, 100, LINES)
    drawing.page()
    drawing.canvas.drawInlineImage(photograph(letter()), 0, 0, 595, 842)
    with no_programs():
        document = read_pdf(drawing.data(), "a.pdf")
    assert document.text == TEXT
    assert messages(document) == [
        "Page 2 is a picture and was not read.",
        "Text in pictures is recognised by the program Tesseract, which is not installed.",
        "Install the Debian packages tesseract-ocr and tesseract-ocr-lav, then run again.",
    ]


def table_page() -> bytes:
    drawing = Drawing()
    drawing.lines(70, 80, LINES)
    drawing.grid([70, 200, 380, 520], range(160, 700, 30))
    for row, y in enumerate(range(160, 670, 30), start=1):
        drawing.text(76, y + 20, f"{row}. skola")
        drawing.text(206, y + 20, "Skolotāja palīgs")
        drawing.text(386, y + 20, f"{row + 20} bērni")
    return drawing.data()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_page_askew_with_a_ruled_table_is_read_whichever_way_it_was_laid_in(turn: int) -> None:
    picture = roughen(photograph(table_page(), dpi=150), skew=1.8).rotate(turn, expand=True)
    document = read_pdf(as_pdf(picture, dpi=150), "a.pdf")
    assert TEXT in document.text
    cells = {(b.cell.row, b.cell.column): document.text[b.start : b.end] for b in document.blocks if b.cell}
    assert cells[16, 0] == "17. skola"
    assert cells[16, 2] == "37 bērni"


def test_many_pages_of_which_the_same_is_said_are_told_of_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    scanned, blank = roughen(photograph(letter(), dpi=150)), Image.new("L", (1240, 1754), 250)
    monkeypatch.setattr(scanned_pages, "MAX_PAGES", 6)
    document = read_pdf(as_pdf(scanned, scanned, blank, blank, scanned, blank, scanned, scanned, dpi=150), "a.pdf")
    first, *others = messages(document)
    assert re.fullmatch(
        r"Pages 1–2, 5 are pictures; their text was recognised \(certainty 9\d of 100 or more\)\.", first
    )
    assert others == [
        "Pages 3–4, 6 are empty.",
        "Only 6 pages that are pictures were recognised; pages 7–8 were not.",
    ]
    files = {"a.pdf": as_pdf(scanned.copy(), dpi=150), "b.pdf": as_pdf(blank.copy(), blank.copy(), scanned.copy())}
    arrival = read_bytes(make_zip(files), "a.zip")
    assert "b.pdf: Pages 1–2 are empty." in messages(arrival), "pages are those of the part"


def beside_text(picture: Image.Image, box: tuple[float, float, float, float]) -> bytes:
    """A page of text with a picture in the box (x0, top, x1, bottom) below it."""
    drawing = Drawing()
    drawing.lines(70, 100, ["Pielikumā par īstenotajiem pasākumiem novadā 2021. gadā."] * 3)
    x0, top, x1, bottom = box
    drawing.canvas.drawInlineImage(picture, x0, 842 - bottom, x1 - x0, bottom - top)
    drawing.text(70, 700, "Pasākumi turpinās arī šogad.")
    return drawing.data()


def test_picture_on_a_part_of_a_page_is_read_where_it_stands() -> None:
    picture = roughen(photograph(letter(), dpi=200).crop((0, 400, 1654, 800)))
    document = read_pdf(beside_text(picture, (0, 300, 595, 444)), "a.pdf")
    assert document.text.index("novadā 2021. gadā") < document.text.index(TEXT) < document.text.index("turpinās")
    (notice,) = messages(document)
    assert notice.startswith("A picture on page 1 was read, too: its text was recognised (certainty 9")
    assert document.parts == ()
    at = document.text.index("Ķemeros")
    (box,) = document.evidence(at, at + 7).boxes
    (true,) = read_pdf(letter(), "a.pdf").evidence(*span_of("Ķemeros", letter())).boxes
    assert (box.x0, box.top) == pytest.approx((true.x0, true.top + 300 - 144), abs=4)
    sure = {document.text[word.start : word.end]: word.confidence for word in document.words}
    assert sure["turpinās"] is None
    assert (sure["Ķemeros"] or 0) > 0.8


def span_of(word: str, data: bytes) -> tuple[int, int]:
    start = read_pdf(data, "a.pdf").text.index(word)
    return start, start + len(word)


def test_logo_beside_text_is_passed_over() -> None:
    logo = Image.effect_noise((200, 200), 120)
    assert messages(read_pdf(beside_text(logo, (70, 300, 150, 380)), "a.pdf")) == []


def test_picture_beside_text_that_cannot_be_read_makes_a_part_that_was_not(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Image.effect_noise((900, 600), 120).resize((1800, 1200)).point(lambda tone: 0 if tone < 60 else 255)
    data = beside_text(picture, (70, 200, 500, 600))
    monkeypatch.setattr(scanned_pages, "MAX_PAGES", 0)
    told = "A picture on page 1 was not read; look whether it holds text."
    packed = read_bytes(make_zip({"a.pdf": data}), "a.zip")
    for arrival, expected in ((read_pdf(data, "a.pdf"), told), (packed, f"a.pdf: {told}")):
        assert "Pasākumi turpinās" in arrival.text
        assert expected in messages(arrival)
        assert [part.name for part in arrival.parts if part.role is PartRole.UNREADABLE] == ["a.pdf#page=1"]
        assert arrival.parts[0].end == len(arrival.text)


def test_without_the_program_a_picture_beside_text_is_told_of() -> None:
    data = beside_text(photograph(letter()), (70, 200, 500, 600))
    with no_programs():
        document = read_pdf(data, "a.pdf")
    assert "A picture on page 1 was not read; look whether it holds text." in messages(document)
    assert [part.role for part in document.parts] == [PartRole.LETTER, PartRole.UNREADABLE]
