"""Running heads, feet and page numbers."""

from __future__ import annotations

import pytest

from extract.model import BlockKind, Document
from extract.readers.pdf import read_pdf
from extract.readers.running_heads import is_page_number
from pdf_drawing import HEIGHT, Drawing, wrap

BODY = (
    "Kultūras namā trīs vakarus pēc kārtas skanēja tautasdziesmas, un klausītāji dziedāja līdzi.",
    "Jaunieši iestudēja lugu par savu pilsētu, to noskatījās arī kaimiņu ciema ļaudis.",
    "Gada nogalē visi kopā izrotāja egli un sagatavoja dāvanas pansionāta iemītniekiem.",
)


@pytest.mark.parametrize(
    "text",
    [
        "2",
        "- 2 -",
        "– 2 –",
        "2/3",
        "2 / 3",
        "2 no 3",
        "(2)",
        "Lpp. 2",
        "2. lpp.",
        "2.lpp",
        "2. lapa",
        "lapa 2",
        "2.",
        "2 | 3",
        "Page 2 of 3",
    ],
)
def test_page_numbers(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize(
    "text", ["2022. gads", "Tālr. 2", "2 bērni", "Nr. 2/3", "12.03.2023.", "", "Rīgā", "60000000 60000001", "- -"]
)
def test_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)


def draw(head: str, foot: str, *, pages: int = 3) -> Document:
    drawing = Drawing()
    for number in range(1, pages + 1):
        if head:
            drawing.centred(40, head.format(number), 9)
        drawing.lines(70, 120, wrap(BODY[number - 1], 450))
        if foot:
            drawing.centred(HEIGHT - 35, foot.format(number), 9)
        drawing.page()
    return read_pdf(drawing.data(), "vēstule.pdf")


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize("foot", ["{}", "{}/3", "{} no 3", "Lpp. {}", "– {} –", "Priežu novada pašvaldība, {}. lapa"])
def test_feet_are_kept_once_after_the_body(foot: str) -> None:
    body = [(BlockKind.PARAGRAPH, text) for text in BODY]
    assert kinds(draw("", foot)) == [*body, (BlockKind.FOOTER, foot.format(1))]


def test_heads_are_kept_once_after_the_body() -> None:
    body = [(BlockKind.PARAGRAPH, text) for text in BODY]
    document = draw("Pārskats par kultūras dzīvi", "{}")
    heads = [(BlockKind.HEADER, "Pārskats par kultūras dzīvi"), (BlockKind.FOOTER, "1")]
    assert kinds(document) == body + heads


def test_number_on_a_single_page_is_a_foot() -> None:
    assert kinds(draw("", "1", pages=1)) == [(BlockKind.PARAGRAPH, BODY[0]), (BlockKind.FOOTER, "1")]


def test_sentence_runs_on_between_foot_and_head() -> None:
    drawing = Drawing()
    lines = wrap(" ".join(BODY), 300)
    for number, part in enumerate((lines[:3], lines[3:]), start=1):
        drawing.centred(40, "Pārskats par kultūras dzīvi", 9)
        drawing.lines(70, 120, part)
        drawing.centred(HEIGHT - 35, f"{number} no 2", 9)
        drawing.page()
    assert kinds(read_pdf(drawing.data(), "vēstule.pdf"))[0] == (BlockKind.PARAGRAPH, " ".join(BODY))


def test_letterhead_of_the_first_page_stays_in_the_body() -> None:
    drawing = Drawing()
    drawing.centred(45, "PRIEŽU NOVADA PAŠVALDĪBA", bold=True)
    drawing.centred(60, "Meža iela 3, Priedaine, dome@pasvaldiba.example", 9)
    drawing.lines(70, 120, wrap(BODY[0], 450))
    drawing.page()
    drawing.lines(70, 60, wrap(BODY[1], 450))
    document = read_pdf(drawing.data(), "vēstule.pdf")
    assert {kind for kind, _ in kinds(document)} <= {BlockKind.HEADING, BlockKind.PARAGRAPH}
    assert document.text.startswith("PRIEŽU NOVADA PAŠVALDĪBA\nMeža iela 3")


def test_letterhead_that_repeats_stays_on_the_first_page() -> None:
    drawing = Drawing()
    for text in BODY[:2]:
        drawing.centred(45, "PRIEŽU NOVADA PAŠVALDĪBA", bold=True)
        drawing.centred(60, "Meža iela 3, Priedaine, dome@pasvaldiba.example", 9)
        drawing.lines(70, 120, wrap(text, 450))
        drawing.page()
    document = read_pdf(drawing.data(), "vēstule.pdf")
    body = [text for kind, text in kinds(document) if kind not in (BlockKind.HEADER, BlockKind.FOOTER)]
    assert body == ["PRIEŽU NOVADA PAŠVALDĪBA", "Meža iela 3, Priedaine, dome@pasvaldiba.example", *BODY[:2]]
