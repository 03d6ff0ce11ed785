"""Letters as PDF: paragraphs, headings, lists, boxes, spaces, broken words, and what repeats on pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from extract.model import BlockKind, Document
from extract.readers.pdf import read_pdf
from pdf_drawing import HEIGHT, WIDTH, Drawing, wrap

MARGIN = 70
COLUMN = WIDTH - 2 * MARGIN
FIRST = (
    "Novada dome informē, ka aizvadītajā gadā bibliotēkā notika astoņas lasītāju pēcpusdienas, uz kurām ieradās "
    "gan skolēni, gan viņu vecvecāki, un ikviens varēja izstāstīt savu iemīļotāko pasaku."
)
SECOND = (
    "Sociālais dienests turpināja apmeklēt ģimenes to dzīvesvietās, palīdzēja sakārtot dokumentus un vajadzības "
    "gadījumā pavadīja vecākus uz ārsta pieņemšanu."
)
THIRD = "Citi pasākumi netika rīkoti."


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    """The texts of the blocks, of the given kinds only where any are given."""
    return [document.text[b.start : b.end] for b in document.blocks if not kinds or b.kind in kinds]


def read(drawing: Drawing) -> Document:
    return read_pdf(drawing.data(), "vēstule.pdf")


def test_paragraphs_are_told_by_the_space_between_them() -> None:
    drawing, y = Drawing(), 100.0
    for paragraph in (FIRST, SECOND, THIRD):
        y = drawing.lines(MARGIN, y, wrap(paragraph, COLUMN)) + 10
    assert texts(read(drawing)) == [FIRST, SECOND, THIRD]


def test_paragraphs_are_told_by_their_first_lines_indent() -> None:
    drawing, y = Drawing(), 100.0
    for paragraph in (FIRST, SECOND, FIRST):
        head, *rest = wrap("\u2003\u2003" + paragraph, COLUMN - 30)
        drawing.text(MARGIN + 30, y, head)
        y = drawing.lines(MARGIN, y + 15, wrap(" ".join(rest), COLUMN))
    assert texts(read(drawing)) == [FIRST, SECOND, FIRST]


def test_paragraphs_are_told_by_a_short_last_line() -> None:
    drawing, y = Drawing(), 100.0
    for paragraph in (FIRST, THIRD, SECOND, THIRD):
        y = drawing.justified(MARGIN, y, wrap(paragraph, COLUMN), COLUMN)
    assert texts(read(drawing)) == [FIRST, THIRD, SECOND, THIRD]


def test_justified_lines_keep_their_words_and_paragraph() -> None:
    drawing = Drawing()
    drawing.justified(MARGIN, 100, wrap(FIRST, 150), 150)
    drawing.text(MARGIN, 500, THIRD)
    assert texts(read(drawing)) == [FIRST, THIRD]


@pytest.mark.parametrize(("size", "bold"), [(11, True), (15, False), (15, True)])
def test_heading_by_weight_or_size(size: float, bold: bool) -> None:
    drawing = Drawing()
    drawing.text(MARGIN, 100, "Pasākumi izglītības jomā", size, bold=bold)
    y = drawing.lines(MARGIN, 122, wrap(FIRST, COLUMN))
    drawing.lines(MARGIN, y + 10, wrap(SECOND, COLUMN))
    document = read(drawing)
    assert texts(document, BlockKind.HEADING) == ["Pasākumi izglītības jomā"]
    assert texts(document, BlockKind.PARAGRAPH) == [FIRST, SECOND]


def test_heading_of_two_lines_stays_one() -> None:
    heading = "Atbalsts pasākumiem, kas veicina iedzīvotāju līdzdalību novada dzīvē un sabiedrisko organizāciju darbu"
    drawing, y = Drawing(), 100.0
    for line in wrap(heading, COLUMN - 40):
        drawing.text(MARGIN, y, line, bold=True)
        y += 15
    drawing.lines(MARGIN, y, wrap(FIRST, COLUMN))
    document = read(drawing)
    assert texts(document, BlockKind.HEADING) == [heading]
    assert texts(document, BlockKind.PARAGRAPH) == [FIRST]


def test_heading_by_its_colon_but_no_lead_in_of_a_list() -> None:
    drawing = Drawing()
    drawing.text(MARGIN, 100, "Mājokļu pieejamība:")
    y = drawing.lines(MARGIN, 125, wrap(FIRST, COLUMN))
    drawing.text(MARGIN, y + 10, "Notika šādas nodarbības:")
    drawing.text(MARGIN + 18, y + 35, "• rokdarbi – 5;")
    drawing.text(MARGIN + 18, y + 50, "• dejas – 7.")
    document = read(drawing)
    assert texts(document, BlockKind.HEADING) == ["Mājokļu pieejamība:"]
    assert texts(document, BlockKind.PARAGRAPH) == [FIRST, "Notika šādas nodarbības:"]
    assert texts(document, BlockKind.LIST_ITEM) == ["rokdarbi – 5;", "dejas – 7."]


@pytest.mark.parametrize(
    "markers",
    [("•", "•", "•"), ("–", "–", "–"), ("-", "-", "-"), ("1.", "2.", "3."), ("1)", "2)", "3)"), ("a)", "b)", "c)")],
)
def test_list_items_lose_their_marker_and_keep_their_lines(markers: tuple[str, ...]) -> None:
    items = [
        "Apmācītas " + SECOND[0].lower() + SECOND[1:],
        "Iegādātas grāmatas.",
        "Sarīkots " + FIRST[0].lower() + FIRST[1:],
    ]
    drawing, y = Drawing(), 130.0
    drawing.text(MARGIN, 100, "Paveikts:")
    for marker, item in zip(markers, items, strict=True):
        drawing.text(MARGIN + 15, y, marker)
        y = drawing.lines(MARGIN + 33, y, wrap(item, COLUMN - 33))
    document = read(drawing)
    found = [b for b in document.blocks if b.kind is BlockKind.LIST_ITEM]
    assert [b.marker for b in found] == list(markers)
    assert [document.text[b.start : b.end] for b in found] == items


def test_numbers_and_dashes_at_line_starts_are_no_markers() -> None:
    lines = [
        "Pārskatu par paveikto un nākamajiem darbiem novada dome saņēma",
        "12. martā, bet bibliotēka un kultūras nams sagatavoja izstādes",
        "– gan lielās, gan pavisam mazās, un tās aplūkoja daudz iedzīvotāju.",
    ]
    drawing = Drawing()
    drawing.justified(MARGIN, 100, lines, stringWidth(lines[1], "DejaVuSerif", 11) + 40)
    assert texts(read(drawing)) == [" ".join(lines)]


def test_paragraph_goes_on_over_the_page() -> None:
    drawing = Drawing()
    lines = wrap(f"{FIRST} {SECOND}", COLUMN)
    drawing.lines(MARGIN, HEIGHT - 130, lines[:3])
    drawing.page()
    y = drawing.lines(MARGIN, 80, lines[3:])
    drawing.lines(MARGIN, y + 10, wrap(THIRD, COLUMN))
    document = read(drawing)
    assert texts(document) == [f"{FIRST} {SECOND}", THIRD]
    assert document.blocks[0].page == 1
    start = document.text.index("dokumentus")
    assert document.evidence(start, start + 10).page == 2


def test_new_paragraph_on_the_next_page_stays_new() -> None:
    drawing = Drawing()
    drawing.lines(MARGIN, HEIGHT - 130, wrap(FIRST, COLUMN))
    drawing.page()
    drawing.lines(MARGIN, 80, wrap(SECOND, COLUMN))
    assert texts(read(drawing)) == [FIRST, SECOND]


def test_letterhead_blocks_side_by_side_are_read_one_after_the_other() -> None:
    drawing = Drawing()
    drawing.lines(MARGIN, 80, ["Priežu novada pašvaldība", "Meža iela 3, Priedaine", "LV-9999"])
    drawing.lines(360, 80, ["Latvijas Republikas", "Kultūras ministrijai", "Rīgā"])
    drawing.lines(MARGIN, 200, wrap(FIRST, COLUMN))
    found = " ".join(texts(read(drawing)))
    assert found.startswith("Priežu novada pašvaldība Meža iela 3, Priedaine LV-9999 Latvijas Republikas Kultūras")


def test_signature_stays_on_one_line() -> None:
    drawing = Drawing()
    y = drawing.lines(MARGIN, 100, wrap(FIRST, COLUMN))
    drawing.text(MARGIN, y + 10, "Ar cieņu")
    drawing.text(MARGIN, y + 35, "Domes priekšsēdētājs")
    drawing.text(MARGIN + 320, y + 35, "V.Uzvārds")
    assert texts(read(drawing)) == [FIRST, "Ar cieņu", "Domes priekšsēdētājs V.Uzvārds"]


def test_word_boxes_lie_on_the_words() -> None:
    drawing = Drawing()
    drawing.text(MARGIN, 100, "Bērni zīmēja pavasari")
    document = read(drawing)
    assert [document.text[w.start : w.end] for w in document.words] == ["Bērni", "zīmēja", "pavasari"]
    (box,) = document.words[1].boxes
    x0 = MARGIN + stringWidth("Bērni ", "DejaVuSerif", 11)
    assert box.page == 1
    assert box.x0 == pytest.approx(x0, abs=1)
    assert box.x1 == pytest.approx(x0 + stringWidth("zīmēja", "DejaVuSerif", 11), abs=1)
    assert box.top < 97 < 100 <= box.bottom < 106


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_rotated_page_is_read_as_it_is_shown(rotation: int) -> None:
    """The text reads upright once the page has been turned, 50 right of and 80 below its corner.

    For quarter turns reportlab swaps the sides of the page, so that it is shown with those it was asked for.
    """
    drawing = Drawing()
    canvas = drawing.canvas
    canvas.setPageRotation(rotation)
    canvas.saveState()
    across, down = {
        0: (50.0, HEIGHT - 80),
        90: (80.0, 50.0),
        180: (WIDTH - 50, 80.0),
        270: (HEIGHT - 80, WIDTH - 50),
    }[rotation]
    canvas.translate(across, down)
    canvas.rotate(rotation)
    canvas.setFont("DejaVuSerif", 12)
    canvas.drawString(0, 0, "Skolā notika sarunu pēcpusdiena.")
    canvas.drawString(0, -16, "Piedalījās vecāki un skolotāji.")
    canvas.restoreState()
    document = read(drawing)
    page = document.pages[0]
    assert (page.width, page.height) == pytest.approx((WIDTH, HEIGHT), abs=1)
    assert texts(document) == ["Skolā notika sarunu pēcpusdiena. Piedalījās vecāki un skolotāji."]
    box = document.words[0].boxes[0]
    assert (box.x0, box.bottom) == pytest.approx((50, 82), abs=4)
    assert all(
        0 <= b.x0 < b.x1 <= page.width and 0 <= b.top < b.bottom <= page.height for w in document.words for b in w.boxes
    )


def test_writing_in_the_margin_does_not_cut_the_text() -> None:
    drawing = Drawing()
    drawing.lines(MARGIN, 100, wrap(FIRST, COLUMN))
    drawing.canvas.saveState()
    drawing.canvas.translate(30, 400)
    drawing.canvas.rotate(90)
    drawing.canvas.setFont("DejaVuSerif", 8)
    drawing.canvas.drawString(0, 0, "Elektroniski parakstīts dokuments")
    drawing.canvas.restoreState()
    document = read(drawing)
    assert texts(document, BlockKind.PARAGRAPH) == [FIRST]
    assert "Elektroniski parakstīts dokuments" in document.text


def test_page_within_its_crop_box() -> None:
    drawing = Drawing()
    drawing.canvas.setCropBox((40, 60, 440, 660))
    drawing.text(90, HEIGHT - 600, "Nodarbība notika.")
    document = read(drawing)
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx((400, 600))
    box = document.words[0].boxes[0]
    assert (box.x0, box.bottom) == pytest.approx((50, 62), abs=4)


WORDS = st.text("abcdeāčēģikļmnņoprsštuūvzž", min_size=1, max_size=9)


@settings(max_examples=25)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=40), min_size=1, max_size=4))
def test_every_word_has_its_place_in_the_text_and_on_the_page(paragraphs: list[list[str]]) -> None:
    drawing, y = Drawing(), 100.0
    for words in paragraphs:
        y = drawing.lines(MARGIN, y, wrap(" ".join(words) + ".", COLUMN)) + 12
    document = read(drawing)
    assert document.text.split() == " ".join(" ".join(words) + "." for words in paragraphs).split()
    for word in document.words:
        evidence = document.evidence(word.start, word.end)
        assert evidence.quote == document.text[word.start : word.end]
        assert evidence.boxes == word.boxes
        assert all(MARGIN - 2 <= box.x0 < box.x1 <= WIDTH - MARGIN + 2 for box in word.boxes)


def test_line_that_ends_with_an_open_abbreviation_goes_on_in_the_next() -> None:
    opening = "Bērni darbojās projektā (projekta Nr."
    going_on = "9.2.4.2/16/I/050) visu gadu un vasarā."
    drawing = Drawing()
    drawing.lines(MARGIN, 100.0, [*wrap(SECOND, COLUMN)[:2], opening, going_on])
    assert texts(read(drawing)) == [" ".join([*wrap(SECOND, COLUMN)[:2], opening, going_on])]
