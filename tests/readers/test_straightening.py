"""How a page lies, measured on pictures turned by known angles."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from extract.readers.picture_rulings import find_rulings
from extract.readers.straightening import find_ink, measure_lie, paper_tone
from pdf_drawing import Drawing
from scanning import photograph, roughen

WORDS = "Novada skolās mācījās romu bērni, un katram palīdzēja skolotāja palīgs."


def page() -> Drawing:
    drawing = Drawing()
    drawing.lines(70, 100, [WORDS] * 12)
    return drawing


@pytest.mark.parametrize("skew", [-5.0, -2.3, -0.6, 0.8, 3.1, 5.0])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_skew_is_measured_whichever_way_up_the_page_lies(skew: float, turn: int) -> None:
    picture = roughen(photograph(page().data(), dpi=150), skew=skew).rotate(turn, expand=True)
    lie = measure_lie(picture)
    assert lie.skew == pytest.approx(-skew, abs=0.15)
    assert lie.sideways == (turn in (90, 270))
    assert not lie.blank


def test_level_page_is_left_alone() -> None:
    assert measure_lie(photograph(page().data())).skew == 0


def test_blank_paper_is_blank_though_it_is_noisy() -> None:
    assert measure_lie(roughen(Image.new("L", (1200, 1700), 255))).blank


def test_a_single_word_is_not_blank() -> None:
    drawing = Drawing()
    drawing.text(70, 100, "Pielikumā")
    assert not measure_lie(photograph(drawing.data())).blank


def test_ink_is_told_from_the_paper_it_stands_on() -> None:
    picture = Image.new("L", (100, 100), 180)
    picture.paste(60, (10, 10, 20, 20))
    assert paper_tone(picture) == 180
    assert np.argwhere(find_ink(picture)).tolist() == [[y, x] for y in range(10, 20) for x in range(10, 20)]


def test_rulings_of_a_table_are_found_and_wiped() -> None:
    drawing = page()
    drawing.grid([70, 250, 500], [400, 430, 460])
    picture = roughen(photograph(drawing.data(), dpi=300))
    rulings = find_rulings(picture)
    level = sorted({round(line[1] / 300 * 72) for line in rulings.lines if line[1] == line[3]})
    upright = sorted({round(line[0] / 300 * 72) for line in rulings.lines if line[0] == line[2]})
    assert level == [400, 430, 460]
    assert upright == [70, 250, 500]
    assert not find_ink(rulings.without(picture))[1600:1980].any()


def test_text_and_underlines_are_no_rulings() -> None:
    drawing = page()
    drawing.text(70, 350, "Par pasākumiem romu iekļaušanai novadā un pilsētā", 13, bold=True)
    drawing.line(70, 354, 420, 354)
    drawing.line(70, 700, 250, 700)
    assert find_rulings(photograph(drawing.data(), dpi=300)).lines == ()


def test_hatching_is_no_table() -> None:
    tones = np.full((2600, 2600), 255, np.uint8)
    tones[::2, :] = 0
    tones[:, ::9] = 0
    assert find_rulings(Image.fromarray(tones)).lines == ()
