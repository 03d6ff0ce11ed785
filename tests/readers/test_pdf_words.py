"""Words of a PDF: spaces, doubled and spaced-out glyphs, ligatures, footnote marks, broken words."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from extract.model import BlockKind
from extract.readers.pdf import read_pdf
from pdf_drawing import WIDTH, Drawing, wrap

SENTENCE = "Jauniešu centrā darbojās kora, teātra un šaha pulciņš."


def read_text(drawing: Drawing) -> str:
    return read_pdf(drawing.data(), "vēstule.pdf").text


def test_words_drawn_without_space_characters() -> None:
    drawing, x = Drawing(), 70.0
    for word in SENTENCE.split():
        drawing.text(x, 100, word)
        x += stringWidth(word, "DejaVuSerif", 11) + 2.6
    assert read_text(drawing) == SENTENCE


def test_glyphs_drawn_one_by_one_in_any_order() -> None:
    drawing, x = Drawing(), 70.0
    places = []
    for char in SENTENCE:
        places.append((x, char))
        x += stringWidth(char, "DejaVuSerif", 11)
    for at, char in sorted(places, key=lambda place: -place[0]):
        if char != " ":
            drawing.text(at, 100, char)
    assert read_text(drawing) == SENTENCE


def test_every_glyph_drawn_twice() -> None:
    drawing, x = Drawing(), 70.0
    for char in SENTENCE:
        drawing.text(x, 100, char)
        drawing.text(x + 0.3, 100, char)
        x += stringWidth(char, "DejaVuSerif", 11)
    assert read_text(drawing) == SENTENCE


def test_every_line_drawn_twice() -> None:
    drawing = Drawing()
    for offset in (0.0, 0.35):
        drawing.text(70 + offset, 100, SENTENCE)
        drawing.text(70 + offset, 115, "Kopā pulcējās 40 jaunieši.")
    assert read_text(drawing) == f"{SENTENCE} Kopā pulcējās 40 jaunieši."


def test_double_letters_stay_double() -> None:
    drawing = Drawing()
    drawing.text(70, 100, "Pilī, mallē, Anna, 1100, affiks, vajadzēja „…”")
    assert read_text(drawing) == "Pilī, mallē, Anna, 1100, affiks, vajadzēja „…”"


def test_kerned_pairs_stay_together() -> None:
    drawing = Drawing()
    text = drawing.canvas.beginText(70, 700)
    text.setFont("DejaVuSerif", 11)
    text.setCharSpace(0.9)
    text.textOut("Vakarā Tālavas ielā notika dejas.")
    drawing.canvas.drawText(text)
    assert read_text(drawing) == "Vakarā Tālavas ielā notika dejas."


def test_spurious_space_characters_are_no_spaces() -> None:
    """A space character over which the next glyph is drawn: nobody sees it."""
    drawing = Drawing()
    text = drawing.canvas.beginText(70, 700)
    text.setFont("DejaVuSerif", 11)
    text.textOut("Biblio ")
    text.moveCursor(stringWidth("Biblio", "DejaVuSerif", 11), 0)
    text.textOut("tēka atvērta.")
    drawing.canvas.drawText(text)
    assert read_text(drawing) == "Bibliotēka atvērta."


@pytest.mark.parametrize(("ligature", "letters"), [("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi")])
def test_ligatures_become_letters(ligature: str, letters: str) -> None:
    drawing = Drawing()
    drawing.text(70, 100, f"Pro{ligature}ls un gra{ligature}ks")
    assert read_text(drawing) == f"Pro{letters}ls un gra{letters}ks"


def test_soft_hyphens_are_left_out() -> None:
    drawing = Drawing()
    drawing.text(70, 100, "Sa\u00addar\u00adbī\u00adba turpinās.")
    assert read_text(drawing) == "Sadarbība turpinās."


def draw_superscript(drawing: Drawing, x: float, y: float, before: str, mark: str, after: str) -> None:
    drawing.text(x, y, before)
    x += stringWidth(before, "DejaVuSerif", 11)
    drawing.text(x, y - 4, mark, 6.5)
    drawing.text(x + stringWidth(mark, "DejaVuSerif", 6.5), y, after)


@pytest.mark.parametrize(
    ("before", "mark", "after", "expected"),
    [
        ("Nodarbības vadīja mediatore", "1", " un skolotāja.", "Nodarbības vadīja mediatore un skolotāja."),
        ("Kods ir 21011121", "2", ".", "Kods ir 21011121."),
        ("Apmeklēja 25", "3", " bērni.", "Apmeklēja 25 bērni."),
        ("Sarunas.", "12", " Tās turpinās.", "Sarunas. Tās turpinās."),
        ("Parakstīja līgumu", "*", ".", "Parakstīja līgumu."),
        ("Dzīvoklis ir 38 m", "2", " liels.", "Dzīvoklis ir 38 m² liels."),
        ("Platība (km", "2", ") augusi.", "Platība (km²) augusi."),
    ],
)
def test_footnote_marks_come_off_the_word(before: str, mark: str, after: str, expected: str) -> None:
    drawing = Drawing()
    draw_superscript(drawing, 70, 100, before, mark, after)
    assert read_text(drawing) == expected


def test_footnotes_are_blocks_of_their_own_after_the_body() -> None:
    drawing = Drawing()
    draw_superscript(drawing, 70, 100, "Pabalstu saņēma 14 ģimenes", "1", ", un tas palīdzēja iekurt krāsnis visas")
    drawing.line(70, 745, 200, 745)
    draw_superscript(drawing, 70, 757, "", "1", "")
    drawing.text(75, 757, "Pabalstu piešķir pēc iesnieguma.", 8)
    drawing.page()
    drawing.text(70, 80, "ziemas garumā un arī pavasarī.")
    document = read_pdf(drawing.data(), "vēstule.pdf")
    kinds = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    body = "Pabalstu saņēma 14 ģimenes, un tas palīdzēja iekurt krāsnis visas ziemas garumā un arī pavasarī."
    assert kinds == [(BlockKind.PARAGRAPH, body), (BlockKind.FOOTNOTE, "Pabalstu piešķir pēc iesnieguma.")]
    assert document.blocks[1].marker == "1"


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("nodar-", "bināti", "nodarbināti"),
        ("pašval-", "dībā", "pašvaldībā"),
        ("e-", "pastu", "e-pastu"),
        ("NVO-", "projektā", "NVO-projektā"),
        ("Rīgas-", "Daugavpils", "Rīgas-Daugavpils"),
        ("01.01.2021.-", "31.12.2021.", "01.01.2021.-31.12.2021."),
        ("2021.–", "2022.gadā", "2021.–2022.gadā"),
        ("9.2.4.2/16/", "I/050", "9.2.4.2/16/I/050"),
        ("Covid-", "19", "Covid-19"),
        ("vakars –", "pārrunas", "vakars – pārrunas"),
        ("vakars -", "pārrunas", "vakars - pārrunas"),
        ("līdz 2021.", "gadam", "līdz 2021. gadam"),
    ],
)
def test_words_broken_at_a_line_end(end: str, start: str, joined: str) -> None:
    drawing = Drawing()
    head = "Aizvadītajā gadā domes darbinieki bija"
    tail = "un turpināja iesākto, jo darba vēl ir daudz."
    gap = WIDTH - 140 - stringWidth(f"{head} {end}", "DejaVuSerif", 11)
    drawing.text(70, 100, f"{head} {end}")
    drawing.text(70, 115, f"{start} {tail}")
    drawing.lines(70, 130, wrap(SENTENCE, WIDTH - 140 - gap))
    assert read_text(drawing).startswith(f"{head} {joined} {tail}")


def test_broken_word_keeps_the_boxes_of_both_parts() -> None:
    drawing = Drawing()
    drawing.text(70, 100, "Vasarā ogu lasīšanā bija nodar-")
    drawing.text(70, 115, "bināti desmit pusaudži, rudenī divi.")
    document = read_pdf(drawing.data(), "vēstule.pdf")
    start = document.text.index("nodarbināti")
    evidence = document.evidence(start, start + len("nodarbināti"))
    assert evidence.quote == "nodarbināti"
    assert [round(box.bottom) > 110 for box in evidence.boxes] == [False, True]


def test_hyphen_is_kept_where_the_document_writes_the_word_with_it() -> None:
    drawing = Drawing()
    drawing.text(70, 100, "Jaunais bibliotēkas-centrs ir atvērts, un kopš tā laika bibliotēkas-")
    drawing.text(70, 115, "centra apmeklētāju skaits aug; arī bibliotēkas un centra darbinieku.")
    assert "bibliotēkas-centra apmeklētāju" in read_text(drawing)
