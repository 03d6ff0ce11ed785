"""Highlights in Chromium lie on the ink of their words, on pages of all sizes, turned, cropped, and zoomed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extract.codebook import Codebook
from extract.dataset import Dataset, UserRole, open_dataset
from extract.latvian.language import load_language
from extract.pipeline import extract_file
from extract.rendering import Renderer
from extract.review.app import make_desk
from extract.review.desk import Desk
from letter_factory import PROVENANCE
from pdf_drawing import FONTS, PLAIN

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

#: Pixels of the screen that ink may lie outside of its highlight.
_OUTSIDE = 2.0
#: Points that a highlight may reach beyond ink along the line: one of air, and the white beside a letter; and across
#: it, where the line's height is more than that of letters without tails.
_BESIDE, _ABOVE = 3.0, 7.0
_COUNTS = (14, 15, 16, 17, 18)


def mixed_letter(path: Path) -> None:
    """Five pages with a count in red: A4, A5 across, two that are stored turned, and one whose edges are cut away."""
    registerFont(TTFont(PLAIN, FONTS / f"{PLAIN}.ttf"))
    canvas = Canvas(str(path), pagesize=A4)
    for number, (size, turned) in enumerate(((A4, 0), (landscape(A5), 0), (A4, 90), (A4, 270), (A4, 0))):
        canvas.setPageSize(size)
        if turned == 90:
            canvas.translate(A4[0], 0)
            canvas.rotate(90)
        elif turned == 270:
            canvas.translate(0, A4[1])
            canvas.rotate(-90)
        canvas.setFont(PLAIN, 12)
        place = 130.0
        for text, colour in (
            (f"{2020 + number}. gadā skolā mācījās ", 0),
            (f"{_COUNTS[number]} bērni", 1),
            (" kopā.", 0),
        ):
            canvas.setFillColorRGB(colour, 0, 0)
            canvas.drawString(place, 300, text)
            place += stringWidth(text, PLAIN, 12)
        canvas.showPage()
    canvas.save()
    file = pypdfium2.PdfDocument(path.read_bytes())
    file[2].set_rotation(90)
    file[3].set_rotation(270)
    file[4].set_cropbox(100, 200, A4[0], A4[1])
    file.save(str(path))
    file.close()


@pytest.fixture
def stored(tmp_path: Path, codebook: Codebook) -> Iterator[Dataset]:
    letter = tmp_path / "mixed.pdf"
    mixed_letter(letter)
    with open_dataset(str(tmp_path / "letters.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(extract_file(letter, letter.name, codebook, load_language()), letter)
        yield dataset


@pytest.fixture
def page(
    stored: Dataset,
    codebook: Codebook,
    renderer: Renderer,
    serve: Callable[[Desk], str],
    open_page: Callable[..., Page],
) -> Page:
    desk = make_desk(stored, codebook, renderer)
    desk.users.add("Ilze", UserRole.LEAD, None)
    address = serve(desk)
    page = open_page(f"{address}/enter?word={desk.make_entrance()}")
    page.goto(f"{address}/letters/mixed.pdf")
    page.wait_for_selector("#pages[data-ready=true]")
    return page


def gaps(page: Page, number: int) -> tuple[float, float, float, float]:
    """How far the highlight on a page reaches beyond the red ink, to the left, top, right and bottom, in pixels."""
    mark = page.locator(f"svg[data-page='{number}'] rect.mark.counts")
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    shown = b""
    for _ in range(50):  # the picture of the page is asked for once it is in view, and drawn once it has come
        before, shown = shown, page.screenshot()
        shot = np.asarray(Image.open(io.BytesIO(shown)).convert("RGB")).astype(int)
        left, top = round(box["x"]) - 20, round(box["y"]) - 20
        part = shot[top : top + round(box["height"]) + 40, left : left + round(box["width"]) + 40]
        red = (part[..., 0] > 120) & (part[..., 1] < 90) & (part[..., 2] < 90)
        if shown == before and red.any():
            break
        page.wait_for_timeout(50)
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    assert rows.size > 5, f"there is no red ink near the highlight on page {number}"
    return (
        left + float(columns[0]) - box["x"],
        top + float(rows[0]) - box["y"],
        box["x"] + box["width"] - left - float(columns[-1]) - 1,
        box["y"] + box["height"] - top - float(rows[-1]) - 1,
    )


def test_words_that_are_dragged_over_are_selected_wherever_the_button_is_let_go(page: Page) -> None:
    with page.expect_response("**/pages/words?*"):
        page.hover("svg[data-page='1']", position={"x": 40, "y": 40})
    mark = page.locator("svg[data-page='1'] rect.mark.counts").bounding_box()
    sheet = page.locator("#pages").bounding_box()
    assert mark is not None
    assert sheet is not None
    middle = mark["y"] + mark["height"] / 2
    page.mouse.move(mark["x"] + 4, middle)
    page.mouse.down()
    page.mouse.move(mark["x"] + mark["width"] + 15, middle, steps=4)
    page.mouse.move(sheet["x"] + sheet["width"] + 60, middle, steps=4)  # beyond the line, the page and its pane
    page.mouse.up()
    page.wait_for_selector("#selected:not([hidden])")
    page.keyboard.press("a")
    assert page.inner_text("#adding blockquote").startswith("14 bērni")
    page.keyboard.press("Escape")
    assert page.locator("#pages .picked rect").count() == 0


def test_highlights_lie_on_their_words(page: Page, stored: Dataset) -> None:
    found = [count.value.value for record in stored.records() for count in record.counts]
    assert sorted(found) == list(_COUNTS)
    for steps in ((), ("in", "in"), ("out",), ("turn",), ("turn", "turn", "turn", "in")):
        page.reload()
        page.wait_for_selector("#pages[data-ready=true]")
        for step in steps:
            page.click(f"[data-zoom={step}]")
        is_upright = steps.count("turn") % 2 == 0
        for number in range(1, 6):
            around = gaps(page, number)
            scale = page.evaluate(
                "(number) => { const sheet = document.querySelector(`svg[data-page='${number}'] .sheet`);"
                " const matrix = sheet.getScreenCTM(); return Math.hypot(matrix.a, matrix.b); }",
                number,
            )
            along = (around[0], around[2]) if is_upright else (around[1], around[3])
            across = (around[1], around[3]) if is_upright else (around[0], around[2])
            place = (steps, number, scale, around)
            assert all(-_OUTSIDE <= gap <= _BESIDE * scale + _OUTSIDE for gap in along), place
            assert all(-_OUTSIDE <= gap <= _ABOVE * scale + _OUTSIDE for gap in across), place
