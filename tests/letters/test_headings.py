"""Headings, questions and year lines told from statements."""

import pytest

from extract.codebook import Codebook
from extract.letters.headings import CodebookHeadings, heading_end, is_heading, is_year_heading
from extract.model import BlockKind

P, L, H = BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING


@pytest.mark.parametrize(
    ("text", "kind", "marker"),
    [
        ("Īstenotie pasākumi romu izglītības jomā:", P, None),
        ("ĪSTENOTIE PASĀKUMI ROMU IZGLĪTĪBAS JOMĀ", P, None),
        ("Istenotie pasakumi romu veselibas joma", P, None),
        ("Īstenotie pasākumi romu nodarbinātības un sociālas iekļaušanas jomā.", L, "3."),
        ("Sadarbība ar citām pašvaldībām, romu kopienu un citām iesaistītām pusēm;", L, "1."),
        ("Atbalsts romu līdzdalības veicināšanas pasākumiem, tai skaitā romu NVO iniciatīvām", P, None),
        ("Ģimenes asistenta pakalpojuma iedzīvināšana un atīstība", P, None),
        ("Izglītība", P, None),
        ("Veselības joma", P, None),
        ("Romu izglītības jautājumi:", P, None),
        ("Nodarbinātība", L, "2."),
        ("Mājokļu jautājumi", H, None),
        ("Darbs un sociālā palīdzība", H, None),
        ("Kādi pasākumi īstenoti romu veselības jomā?", L, "4."),
        ("Vai novadā ir ģimenes asistents?", P, None),
        ("Kā tika atbalstītas romu NVO iniciatīvas?", H, None),
        ("Pielikums. Mediatores piezīmes", H, None),
    ],
)
def test_headings(codebook_headings: CodebookHeadings, text: str, kind: BlockKind, marker: str | None) -> None:
    assert is_heading(text, kind, marker, codebook_headings, has_text_below=True)


@pytest.mark.parametrize(
    ("text", "kind", "marker"),
    [
        ("2023. gadā romu ģimenes saņēma:", P, None),
        ("Romi uzsākuši dalību šādos pasākumos:", P, None),
        ("Skolās mācās 12 romu bērni", P, None),
        ("Pasākumi romu veselības jomā netika īstenoti.", H, None),
        ("karjeras konsultācijas", L, "-"),
        ("e-apmācība – 7;", L, "•"),
        ("Sadarbība ar Kuldīgas romu biedrību.", L, "1.2."),
        ("Pārtikas pakas divām ģimenēm.", P, None),
        ("Vai tas palīdzēja, rādīs laiks.", P, None),
        ("gultas veļa un apģērbs", P, None),
    ],
)
def test_statements_are_no_headings(
    codebook_headings: CodebookHeadings, text: str, kind: BlockKind, marker: str | None
) -> None:
    assert not is_heading(text, kind, marker, codebook_headings, has_text_below=True)


def test_a_title_that_heads_nothing_is_no_heading(codebook_headings: CodebookHeadings) -> None:
    assert not is_heading("Divu ģimeņu atbalsts", P, None, codebook_headings, has_text_below=False)


@pytest.mark.parametrize(
    "text",
    [
        "2023. gads",
        "2023.gadā:",
        "2022. gadā",
        "Par 2022. un 2023. gadu",
        "2021.–2022. gads:",
        "2022./2023. mācību gads",
    ],
)
def test_year_headings(text: str) -> None:
    assert is_year_heading(text)


@pytest.mark.parametrize("text", ["2023. gadā notika:", "2023. gada pasākumi", "12.03.2023. Nr. 5", "Izglītība", ""])
def test_other_lines_are_no_year_headings(text: str) -> None:
    assert not is_year_heading(text)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "Īstenotie pasākumi romu izglītības jomā: 2023. gadā skolā mācījās trīs bērni.",
            "Īstenotie pasākumi romu izglītības jomā:",
        ),
        ("Īstenotie pasākumi romu veselības jomā. Pasākumi netika rīkoti.", "Īstenotie pasākumi romu veselības jomā."),
        ("Īstenotie pasākumi romu veselības jomā – notika divas lekcijas.", "Īstenotie pasākumi romu veselības jomā –"),
        ("Izglītība: skolās mācās 12 romu bērni.", "Izglītība:"),
        ("Izglītības joma. Skolās mācās 12 romu bērni.", "Izglītības joma."),
        ("Nodarbinātība – darbu atrada divi romi.", "Nodarbinātība –"),
        (
            "Kādi pasākumi īstenoti romu veselības jomā? Notika divas lekcijas.",
            "Kādi pasākumi īstenoti romu veselības jomā?",
        ),
        (
            "Sadarbība ar citām pašvaldībām, romu kopienu un citām iesaistītajām pusēm: notika tikšanās.",
            "Sadarbība ar citām pašvaldībām, romu kopienu un citām iesaistītajām pusēm:",
        ),
    ],
)
def test_headings_within_a_paragraph(codebook_headings: CodebookHeadings, text: str, heading: str) -> None:
    end = heading_end(text, codebook_headings)
    assert end is not None
    assert text[:end] == heading


@pytest.mark.parametrize(
    "text",
    [
        "Skolās mācās: Ezerkrastu pamatskolā – 2 bērni.",
        "Romu ģimenes: divas saņēma pabalstu.",
        "2023. gadā notika sanāksme. Tajā piedalījās 5 romi.",
        "Izglītības pārvalde sadarbojas ar skolām.",
        "Īstenotie pasākumi romu izglītības jomā:",
    ],
)
def test_paragraphs_that_open_with_no_heading(codebook_headings: CodebookHeadings, text: str) -> None:
    assert heading_end(text, codebook_headings) is None


def test_a_heading_of_the_codebook_is_like_itself(codebook: Codebook, codebook_headings: CodebookHeadings) -> None:
    for domain in codebook.domains:
        for heading in domain.headings:
            assert codebook_headings.has_like(heading.upper() + ":")


@pytest.mark.parametrize(
    "text",
    ["Koncertā uzstājās romu jauniešu deju kopa no Rīgas un Jelgavas.", "Pasākumi", "romu", "", "Īstenotie pasākumi"],
)
def test_other_texts_are_like_no_heading(codebook_headings: CodebookHeadings, text: str) -> None:
    assert not codebook_headings.has_like(text)
