"""Hidden text layers: which are doubted, and that a good one is never replaced."""

from __future__ import annotations

import unicodedata
from contextlib import nullcontext
from pathlib import Path

import pytest
from PIL import Image

from extract.model import Document
from extract.readers.pdf import read_pdf
from extract.readers.pdf_pages import read_pages
from extract.readers.text_layer import Doubt, doubt_layer, doubt_text
from pdf_drawing import PLAIN, WIDTH, Drawing
from program_stand_ins import no_programs
from scanning import photograph, roughen

ROOT = Path(__file__).resolve().parents[2]
LINES = [
    "Atbildot uz vēstuli, informējam par pasākumiem, kas novadā īstenoti",
    "2022. gadā. Novada skolās mācījās 34 romu bērni, un katram no viņiem",
    "palīdzēja skolotāja palīgs. Projektā „Prieks kopā” piedalījās septiņas",
    "ģimenes, bet vasaras nometnē Ķemeros – 12 jaunieši. Sociālais dienests",
    "sniedza atbalstu visām ģimenēm, kuras pēc tā vērsās. Pašvaldība ir",
    "gatava turpināt sadarbību arī nākamajā gadā.",
]
TEXT = " ".join(LINES)
#: The bytes of windows-1257 as windows-1252 shows them.
MOJIBAKE = [line.translate(str.maketrans("āēīšūņķļģčžĶ", "âçîðûòíïìèþÍ")) for line in LINES]
PLAIN_LETTERS = [unicodedata.normalize("NFD", line).encode("ascii", "ignore").decode() for line in LINES]
GARBAGE = [
    "".join(chr(ord(char) - 29) if char.isascii() and char.isalpha() else char for char in line) for line in LINES
]


def scan_with_layer(layer: list[str], *, x: float = 70, leading: float = 15) -> bytes:
    """A scanned page with an invisible text layer, as scanners' programs add it."""
    page = Drawing()
    page.lines(70, 100, LINES)
    picture = roughen(photograph(page.data()))
    drawing = Drawing()
    drawing.canvas.drawInlineImage(picture, 0, 0, WIDTH, 842)
    text = drawing.canvas.beginText()
    text.setTextRenderMode(3)
    text.setFont(PLAIN, 11)
    for i, line in enumerate(layer):
        text.setTextOrigin(x, 842 - 100 - i * leading)
        text.textOut(line)
    drawing.canvas.drawText(text)
    return drawing.data()


def is_replaced(document: Document) -> bool:
    return "The text layer of page 1 is wrong; it was read from its picture instead." in map(str, document.notices)


def test_good_layer_is_read_as_it_is() -> None:
    document = read_pdf(scan_with_layer(LINES), "a.pdf")
    assert document.text == TEXT
    assert not document.notices
    assert all(word.confidence is None for word in document.words)


@pytest.mark.tesseract
@pytest.mark.parametrize(
    ("layer", "options"),
    [
        (PLAIN_LETTERS, {}),
        (MOJIBAKE, {}),
        (GARBAGE, {}),
        (["Dokuments parakstīts ar drošu elektronisko parakstu"], {}),
        (LINES, {"x": 700}),
        (["wcrc iiii tlie aud oti nnn mnm vvv"] * 6, {}),
    ],
    ids=["no diacritics", "mojibake", "garbage", "stamp only", "outside the page", "no language"],
)
def test_bad_layer_is_replaced_by_what_the_page_shows(layer: list[str], options: dict[str, float]) -> None:
    document = read_pdf(scan_with_layer(layer, **options), "a.pdf")
    assert is_replaced(document)
    assert document.text == TEXT
    assert all(word.confidence is not None for word in document.words)


@pytest.mark.tesseract
def test_doubted_layer_stays_where_the_picture_tells_no_better() -> None:
    # A short letter on a page whose paper is a picture: what is recognised is no more than the layer has.
    page = Drawing()
    page.lines(70, 100, LINES[:2])
    drawing = Drawing()
    drawing.canvas.drawInlineImage(roughen(photograph(Drawing().data())), 0, 0, WIDTH, 842)
    drawing.lines(70, 100, LINES[:2])
    document = read_pdf(drawing.data(), "a.pdf")
    assert document.text == " ".join(LINES[:2])
    assert not is_replaced(document)
    assert all(word.confidence is None for word in document.words)


@pytest.mark.tesseract
def test_garbage_longer_than_what_the_page_shows_is_replaced() -> None:
    document = read_pdf(scan_with_layer(GARBAGE * 4, leading=8), "a.pdf")
    assert is_replaced(document)
    assert document.text == TEXT


@pytest.mark.tesseract
@pytest.mark.parametrize("has_program", [True, False])
def test_doubted_layer_that_stays_is_told_of_and_goes_to_the_reviewer(
    has_program: bool,
) -> None:
    drawing = Drawing()
    drawing.canvas.drawInlineImage(Image.effect_noise((600, 850), 200), 0, 0, WIDTH, 842)
    drawing.lines(70, 100, GARBAGE)
    with nullcontext() if has_program else no_programs():
        document = read_pdf(drawing.data(), "a.pdf")
    assert str(document.notices[0]) == (
        "The text layer of page 1 seems wrong and was read all the same; compare it with the original."
    )
    assert {word.confidence for word in document.words} == {0.5}


@pytest.mark.parametrize("file", sorted((ROOT / "corpus/files").glob("*.pdf")), ids=lambda path: path.name)
def test_text_of_the_corpus_is_not_doubted(file: Path) -> None:
    pages = read_pages(file.read_bytes(), file.name).pages
    scanned = [page for page in pages if page.picture_share > 0.9 and not page.has_text]
    assert scanned == pages or [doubt_layer(page) for page in pages] == [None] * len(pages)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["balvu-nov.pdf", "gulbenes-nov.pdf", "rigas-vp.pdf"])
def test_text_of_real_letters_is_not_doubted(shared: Path, name: str) -> None:
    data = (shared / "gold/letters" / name).read_bytes()
    assert [doubt_layer(page) for page in read_pages(data, name).pages if doubt_layer(page)] == []


@pytest.mark.parametrize(
    ("words", "is_scan", "doubt"),
    [
        (TEXT, True, None),
        (" ".join(PLAIN_LETTERS), False, None),
        (" ".join(PLAIN_LETTERS), True, Doubt.NO_DIACRITICS),
        (" ".join(MOJIBAKE), False, Doubt.FOREIGN_LETTERS),
        (" ".join(GARBAGE), False, Doubt.GARBAGE),
        ("The report of the ministry is on the way to the state and for that it was read by all. " * 3, True, None),
        ("Reģ. Nr. 90000012345, LV-4201, tālr. 64200000, konts LV12UNLA0000000000000", True, None),
        ("2021 2022 2023 12 15 17 34 € 1 200,50 3.4. 5.1.", True, None),
    ],
)
def test_doubts_of_words(words: str, is_scan: bool, doubt: Doubt | None) -> None:
    assert doubt_text(words.split(), is_scan=is_scan) == doubt
