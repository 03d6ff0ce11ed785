"""Columns: what is read after what."""

from __future__ import annotations

import pytest

from extract.readers.pdf import read_pdf
from pdf_drawing import HEIGHT, WIDTH, Drawing, wrap

TEXT = (
    "Rudenī bibliotēka atvēra durvis arī sestdienās, un pirmajā mēnesī tajā ieradās daudz jaunu lasītāju. "
    "Bērni šķirstīja bilžu grāmatas, bet pusaudži iekārtoja savu stūri ar galda spēlēm un dzeju. "
    "Ziemā tika rīkoti garie lasījumu vakari, uz kuriem sanāca gan kaimiņi, gan viesi no tālākām vietām. "
    "Pavasarī visi kopā sakopa parku, iestādīja ābeles un uzkrāsoja soliņus, uz kuriem tagad patīkami lasīt. "
)
OTHER = (
    "Kultūras namā darbojas koris, kurā dzied četras paaudzes, un tam šogad apritēja pusgadsimts. "
    "Svētku koncertā skanēja dziesmas no visiem novadiem, un zāle bija pilna līdz pēdējai vietai. "
    "Dejotāji izbrauca uz trim pilsētām un atveda mājās ne tikai pateicības, bet arī jaunus draugus. "
)


def draw_columns(
    drawing: Drawing, top: float, columns: list[str], gutter: float, shift: float = 0.0, size: float = 10
) -> float:
    width = (WIDTH - 120 - gutter * (len(columns) - 1)) / len(columns)
    bottoms = [
        drawing.lines(60 + i * (width + gutter), top + i * shift, wrap(text, width, size), size, 13)
        for i, text in enumerate(columns)
    ]
    return max(bottoms)


def read_words(drawing: Drawing) -> list[str]:
    return read_pdf(drawing.data(), "lapa.pdf").text.split()


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("gutter", [12, 18, 30])
@pytest.mark.parametrize("shift", [0.0, 4.5])
def test_columns_are_read_one_after_the_other(count: int, gutter: float, shift: float) -> None:
    columns = [TEXT + OTHER, OTHER + TEXT, TEXT + TEXT][:count]
    drawing = Drawing()
    draw_columns(drawing, 100, columns, gutter, shift)
    assert read_words(drawing) == " ".join(columns).split()


def test_title_across_the_columns_comes_first_and_text_across_them_last() -> None:
    drawing = Drawing()
    drawing.centred(70, "Novada ziņas par kultūru un bibliotēkām", 16, bold=True)
    bottom = draw_columns(drawing, 100, [TEXT, OTHER], 18)
    drawing.lines(60, bottom + 20, wrap(OTHER, WIDTH - 120))
    expected = f"Novada ziņas par kultūru un bibliotēkām {TEXT} {OTHER} {OTHER}"
    assert read_words(drawing) == expected.split()


def test_two_bands_of_columns_with_a_heading_between() -> None:
    drawing = Drawing()
    bottom = draw_columns(drawing, 80, [TEXT, OTHER], 18)
    drawing.centred(bottom + 15, "Plāni nākamajam gadam un vēl tālākai nākotnei", 14, bold=True)
    draw_columns(drawing, bottom + 45, [OTHER, TEXT, OTHER], 15)
    heading = "Plāni nākamajam gadam un vēl tālākai nākotnei"
    assert read_words(drawing) == f"{TEXT} {OTHER} {heading} {OTHER} {TEXT} {OTHER}".split()


def test_short_last_column() -> None:
    drawing = Drawing()
    draw_columns(drawing, 80, [TEXT + OTHER, OTHER[: OTHER.index(".") + 1]], 18)
    assert read_words(drawing) == f"{TEXT} {OTHER} {OTHER[: OTHER.index('.') + 1]}".split()


def test_signature_under_columns_comes_last() -> None:
    drawing = Drawing()
    bottom = draw_columns(drawing, 80, [TEXT, OTHER], 18)
    drawing.text(60, bottom + 40, "Ar cieņu")
    drawing.text(60, bottom + 60, "redakcija")
    assert read_words(drawing)[-3:] == ["Ar", "cieņu", "redakcija"]


def test_paragraph_goes_on_from_column_to_column_and_page() -> None:
    lines = wrap(TEXT + OTHER, 220, 10)
    drawing = Drawing()
    drawing.lines(60, HEIGHT - 180, lines[:6], 10, 13)
    drawing.lines(310, HEIGHT - 180, lines[6:12], 10, 13)
    drawing.page()
    drawing.lines(60, 80, lines[12:], 10, 13)
    document = read_pdf(drawing.data(), "lapa.pdf")
    assert [document.text[b.start : b.end] for b in document.blocks] == [" ".join((TEXT + OTHER).split())]


def test_wide_spaces_of_justified_lines_are_no_gutter() -> None:
    drawing, y = Drawing(), 80.0
    for text in (TEXT, OTHER, TEXT):
        y = drawing.justified(60, y, wrap(text, 200, 12), 200, 12) + 6
    assert read_words(drawing) == (TEXT + OTHER + TEXT).split()


def test_list_is_not_parted_from_its_bullets() -> None:
    drawing = Drawing()
    items = TEXT.split(", ")
    for i, item in enumerate(items):
        drawing.text(70, 100 + 16 * i, "•")
        drawing.text(100, 100 + 16 * i, item)
    document = read_pdf(drawing.data(), "lapa.pdf")
    assert [document.text[b.start : b.end] for b in document.blocks] == [item.strip() for item in items]
