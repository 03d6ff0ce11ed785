"""Tables in PDF letters: ruled and not, with merged cells, over pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

import pypdfium2
import pytest

from extract.model import BlockKind, Document
from extract.readers.pdf import read_pdf
from pdf_drawing import Drawing, wrap

XS = (60.0, 200.0, 530.0)
DOMAINS = ("Sadarbība ar citām pašvaldībām", "Izglītība", "Veselība")
DONE = (
    "Mediatore reizi mēnesī tikās ar kaimiņu novadu kolēģiem, un kopīgi tika apspriesti deviņi gadījumi.",
    "Skolā darbojās skolotāja palīgs, mājas darbus pildīja 16 bērni, un par to priecājās arī vecāki.",
    "Veselības istabā tika mērīts asinsspiediens.",
)


def read(drawing: Drawing) -> Document:
    return read_pdf(drawing.data(), "tabula.pdf")


def cells(document: Document) -> dict[tuple[int, int, int], list[str]]:
    """The paragraphs of each cell by table, row and column."""
    found: dict[tuple[int, int, int], list[str]] = {}
    for block in document.blocks:
        if block.cell:
            key = (block.cell.table, block.cell.row, block.cell.column)
            found.setdefault(key, []).append(document.text[block.start : block.end])
    return found


def draw_rows(
    drawing: Drawing, top: float, rows: Sequence[Sequence[str]], xs: Sequence[float] = XS, *, rule: bool = True
) -> float:
    """Rows of wrapped text, drawn column by column, as some producers do. Returns the table's lower end."""
    ys = [top]
    for row in rows:
        lines = max(len(wrap(cell, x1 - x0 - 10, 10)) for cell, x0, x1 in zip(row, xs, xs[1:], strict=False))
        ys.append(ys[-1] + 13 * lines + 12)
    for column, (x0, x1) in enumerate(pairwise(xs)):
        for y, row in zip(ys, rows, strict=False):
            drawing.lines(x0 + 5, y + 15, wrap(row[column], x1 - x0 - 10, 10), 10, 13)
    if rule:
        drawing.grid(xs, ys)
    return ys[-1]


def test_ruled_table_comes_cell_by_cell_in_row_order() -> None:
    drawing = Drawing()
    drawing.text(60, 80, "Paveikto apkopojām tabulā.")
    bottom = draw_rows(drawing, 100, [("Joma", "Paveiktais"), *zip(DOMAINS, DONE, strict=True)])
    drawing.text(60, bottom + 30, "Ar cieņu")
    document = read(drawing)
    expected = {(0, 0, 0): ["Joma"], (0, 0, 1): ["Paveiktais"]}
    for row, (domain, done) in enumerate(zip(DOMAINS, DONE, strict=True), start=1):
        expected |= {(0, row, 0): [domain], (0, row, 1): [done]}
    assert cells(document) == expected
    assert list(cells(document)) == sorted(expected)
    assert document.text.startswith("Paveikto apkopojām tabulā.\nJoma\n")
    assert document.text.endswith("\nAr cieņu")


def test_rulings_drawn_as_thin_filled_rectangles() -> None:
    drawing = Drawing()
    bottom = draw_rows(drawing, 100, [("Joma", "Paveiktais"), (DOMAINS[1], DONE[1])], rule=False)
    height = 841.89
    for x in XS:
        drawing.canvas.rect(x, height - bottom, 0.6, bottom - 100, stroke=0, fill=1)
    for y in (100.0, 125.0, bottom):
        drawing.canvas.rect(XS[0], height - y, XS[-1] - XS[0], 0.6, stroke=0, fill=1)
    assert cells(read(drawing)) == {
        (0, 0, 0): ["Joma"],
        (0, 0, 1): ["Paveiktais"],
        (0, 1, 0): [DOMAINS[1]],
        (0, 1, 1): [DONE[1]],
    }


def test_cells_drawn_as_stroked_rectangles_with_two_paragraphs_in_one() -> None:
    drawing = Drawing()
    height = 841.89
    for x, top, width, depth in [(60, 100, 140, 30), (200, 100, 330, 30), (60, 130, 140, 120), (200, 130, 330, 120)]:
        drawing.canvas.rect(x, height - top - depth, width, depth)
    drawing.text(65, 118, "Joma", 10)
    drawing.text(205, 118, "Paveiktais", 10)
    drawing.text(65, 148, "Izglītība", 10)
    y = drawing.lines(205, 148, wrap(DONE[1], 320, 10), 10, 13)
    drawing.lines(205, y + 8, wrap(DONE[0], 320, 10), 10, 13)
    assert cells(read(drawing))[0, 1, 1] == [DONE[1], DONE[0]]


def test_merged_cells_stand_at_their_first_row_and_column() -> None:
    drawing = Drawing()
    xs, ys = (60.0, 200.0, 365.0, 530.0), (100.0, 130.0, 160.0, 190.0)
    for y in (ys[0], ys[1], ys[3]):
        drawing.line(xs[0], y, xs[3], y)
    drawing.line(xs[1], ys[2], xs[3], ys[2])
    for x in (xs[0], xs[1], xs[3]):
        drawing.line(x, ys[0], x, ys[3])
    drawing.line(xs[2], ys[1], xs[2], ys[3])
    for x, y, text in [
        (65, 118, "Joma"),
        (205, 118, "Divi gadi kopā"),
        (65, 148, "Izglītība"),
        (205, 148, "4 bērni"),
        (370, 148, "5 bērni"),
        (205, 178, "6 bērni"),
        (370, 178, "7 bērni"),
    ]:
        drawing.text(x, y, text, 10)
    assert cells(read(drawing)) == {
        (0, 0, 0): ["Joma"],
        (0, 0, 1): ["Divi gadi kopā"],
        (0, 1, 0): ["Izglītība"],
        (0, 1, 1): ["4 bērni"],
        (0, 1, 2): ["5 bērni"],
        (0, 2, 1): ["6 bērni"],
        (0, 2, 2): ["7 bērni"],
    }


def test_table_goes_on_over_the_page_and_its_head_is_dropped() -> None:
    drawing = Drawing()
    draw_rows(drawing, 600, [("Joma", "Paveiktais"), (DOMAINS[0], DONE[0])])
    drawing.page()
    draw_rows(drawing, 60, [("Joma", "Paveiktais"), (DOMAINS[1], DONE[1]), (DOMAINS[2], DONE[2])])
    document = read(drawing)
    assert cells(document) == {
        (0, 0, 0): ["Joma"],
        (0, 0, 1): ["Paveiktais"],
        (0, 1, 0): [DOMAINS[0]],
        (0, 1, 1): [DONE[0]],
        (0, 2, 0): [DOMAINS[1]],
        (0, 2, 1): [DONE[1]],
        (0, 3, 0): [DOMAINS[2]],
        (0, 3, 1): [DONE[2]],
    }
    start = document.text.index(DONE[2])
    assert document.evidence(start, start + 10).page == 2


def test_row_that_breaks_over_the_page_is_one() -> None:
    whole = f"{DONE[0]} {DONE[1]}"
    lines = wrap(whole, 320, 10)
    drawing = Drawing()
    draw_rows(drawing, 700, [("Joma", "Paveiktais"), (DOMAINS[0], " ".join(lines[:2]))])
    drawing.page()
    draw_rows(drawing, 60, [("", " ".join(lines[2:])), (DOMAINS[2], DONE[2])])
    assert cells(read(drawing)) == {
        (0, 0, 0): ["Joma"],
        (0, 0, 1): ["Paveiktais"],
        (0, 1, 0): [DOMAINS[0]],
        (0, 1, 1): [whole],
        (0, 2, 0): [DOMAINS[2]],
        (0, 2, 1): [DONE[2]],
    }


def test_row_that_is_cut_by_the_page_without_a_ruling_is_one() -> None:
    """Word draws no ruling where the page ends within a row; the uprights just stop."""
    whole = f"{DONE[0]} {DONE[1]}"
    lines = wrap(whole, 320, 10)
    drawing = Drawing()
    end = draw_rows(drawing, 700, [("Joma", "Paveiktais"), (DOMAINS[0], " ".join(lines[:2]))], rule=False)
    for y in (700.0, 725.0):
        drawing.line(XS[0], y, XS[-1], y)
    for x in XS:
        drawing.line(x, 700, x, end)
    drawing.page()
    bottom = draw_rows(drawing, 60, [("", " ".join(lines[2:])), (DOMAINS[2], DONE[2])], rule=False)
    for y in (60.0 + 13 * len(lines[2:]) + 12, bottom):
        drawing.line(XS[0], y, XS[-1], y)
    for x in XS:
        drawing.line(x, 60, x, bottom)
    assert cells(read(drawing)) == {
        (0, 0, 0): ["Joma"],
        (0, 0, 1): ["Paveiktais"],
        (0, 1, 0): [DOMAINS[0]],
        (0, 1, 1): [whole],
        (0, 2, 0): [DOMAINS[2]],
        (0, 2, 1): [DONE[2]],
    }


def test_uprights_that_stick_out_of_a_table_make_no_row() -> None:
    drawing = Drawing()
    bottom = draw_rows(drawing, 100, [("Joma", "Paveiktais"), (DOMAINS[1], DONE[1])])
    for x in XS:
        drawing.line(x, 95, x, bottom + 6)
    drawing.text(60, bottom + 30, "Ar cieņu")
    assert max(row for _, row, _ in cells(read(drawing))) == 1


def test_two_tables_with_text_between_stay_two() -> None:
    drawing = Drawing()
    bottom = draw_rows(drawing, 100, [("Joma", "Paveiktais"), (DOMAINS[0], DONE[0])])
    drawing.text(60, bottom + 25, "Otrajā gadā paveikts vēl vairāk.")
    draw_rows(drawing, bottom + 50, [("Joma", "Paveiktais"), (DOMAINS[2], DONE[2])])
    found = cells(read(drawing))
    assert found[0, 1, 1] == [DONE[0]]
    assert found[1, 1, 1] == [DONE[2]]


def test_frame_around_text_is_no_table() -> None:
    drawing = Drawing()
    drawing.grid((60, 530), (90, 160))
    drawing.lines(70, 110, wrap(DONE[0], 440))
    document = read(drawing)
    assert [(b.kind, document.text[b.start : b.end]) for b in document.blocks] == [(BlockKind.PARAGRAPH, DONE[0])]


def test_line_under_the_letterhead_is_no_table() -> None:
    drawing = Drawing()
    drawing.centred(80, "PRIEŽU NOVADA PAŠVALDĪBA", bold=True)
    drawing.line(60, 90, 530, 90)
    drawing.line(60, 93, 530, 93)
    drawing.lines(60, 120, wrap(DONE[0], 470))
    assert cells(read(drawing)) == {}


def test_table_without_rulings_is_read_by_rows() -> None:
    drawing = Drawing()
    rows = list(zip((*DOMAINS, "Kultūra"), (*DONE, DONE[0]), strict=True))
    draw_rows(drawing, 100, rows, rule=False)
    document = read(drawing)
    texts = [document.text[b.start : b.end] for b in document.blocks]
    assert texts == [text for row in rows for text in row]


def test_numbers_in_columns_are_read_by_rows() -> None:
    drawing = Drawing()
    rows = [("Skola", "2021", "2022"), ("Sākumskola", "4", "5"), ("Vidusskola", "11", "9"), ("Mūzikas skola", "1", "0")]
    for i, row in enumerate(rows):
        for x, cell in zip((70, 250, 350), row, strict=True):
            drawing.text(x, 100 + 16 * i, cell)
    assert read(drawing).text.split() == [word for row in rows for cell in row for word in cell.split()]


def letter_with_table() -> bytes:
    drawing = Drawing()
    for page in (1, 2):
        drawing.text(60, 40, "Ezerkalnu novada pašvaldība, 2022")
        drawing.lines(60, 90, wrap(f"{page}. lappusē ir uzskaitīti pasākumi, kas novadā īstenoti kopā ar skolām.", 300))
        rows = [("Joma", "Paveiktais"), *zip(DOMAINS, DONE, strict=True)]
        end = draw_rows(drawing, 150, rows)
        drawing.text(60, end + 40, "Pasākumi turpināsies.")
        drawing.page()
    return drawing.data()


def turned(data: bytes, rotation: int) -> bytes:
    """The file with its pages shown turned clockwise."""
    stream = io.BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.set_rotation(rotation)
        document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_pages_laid_sideways_are_read_as_they_were_written(rotation: int) -> None:
    data = letter_with_table()
    upright, lying = read_pdf(data, "a.pdf"), read_pdf(turned(data, rotation), "a.pdf")
    assert lying.text == upright.text
    assert [(b.kind, b.cell) for b in lying.blocks] == [(b.kind, b.cell) for b in upright.blocks]
    assert any(b.kind is BlockKind.HEADER for b in lying.blocks)
    assert len(cells(lying)) == 16
    width, height = upright.pages[0].width, upright.pages[0].height
    for was, word in zip(upright.words, lying.words, strict=True):
        (old,), (box,) = was.boxes, word.boxes
        shown = {
            90: (height - old.bottom, old.x0, height - old.top, old.x1),
            180: (width - old.x1, height - old.bottom, width - old.x0, height - old.top),
            270: (old.top, width - old.x1, old.bottom, width - old.x0),
        }[rotation]
        assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx(shown, abs=0.1)
