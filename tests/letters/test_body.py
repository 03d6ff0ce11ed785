"""Which blocks of a letter are its body, and what the others are."""

from collections.abc import Callable

import pytest

from extract.letters.body import Part, find_parts
from extract.letters.headings import CodebookHeadings
from extract.model import Document

TELLING = "2023. gadā Sociālais dienests atbalstīja deviņas romu ģimenes."


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("LATVIJAS REPUBLIKA", Part.LETTERHEAD),
        ("SMILTENES NOVADA PAŠVALDĪBA", Part.LETTERHEAD),
        ("Smiltenes novada pašvaldības Izglītības pārvalde", Part.LETTERHEAD),
        ("Dārza iela 3, Smiltene, LV-4729", Part.LETTERHEAD),
        ("Reģ. Nr. 90009067337, tālr. 64700000, e-pasts: dome@pasvaldiba.example", Part.LETTERHEAD),
        ("Smiltenē", Part.LETTERHEAD),
        ("Liepāja", Part.LETTERHEAD),
        ("2023. gada 14. martā Nr. 8-1/23/412", Part.DATE_LINE),
        ("Smiltenē, 2023. gada 14. martā", Part.DATE_LINE),
        ("Nr. 8-1/23/412", Part.DATE_LINE),
        ("Datums skatāms laika zīmogā", Part.DATE_LINE),
        ("Uz 17.02.2023. Nr. 4.2-7/315", Part.REFERENCE),
        ("Uz Nr. 4.2-7/315", Part.REFERENCE),
        ("Uz 2023. gada 17. februāra Nr. 4.2-7/315", Part.REFERENCE),
        ("Kultūras ministrijai", Part.ADDRESSEE),
        ("Latvijas Republikas Kultūras ministrijai", Part.ADDRESSEE),
        ("LR Kultūras ministrijas valsts sekretārei", Part.ADDRESSEE),
        ("Sabiedrības integrācijas departamentam", Part.ADDRESSEE),
        ("Par informācijas sniegšanu", Part.SUBJECT),
        ("Par romu stratēģiskā ietvara pasākumu īstenošanu 2023. gadā", Part.SUBJECT),
        ("Informācija par romu kopienai sniegto atbalstu", Part.SUBJECT),
        ("Labdien!", Part.SALUTATION),
        ("Sveiki, kolēģi!", Part.SALUTATION),
        ("Godātā Ozolas kundze!", Part.SALUTATION),
        ("Cien. departamenta vadītāja", Part.SALUTATION),
        ("Cienījamie kolēģi,", Part.SALUTATION),
    ],
)
def test_lines_of_the_front(
    make_document: Callable[..., Document], codebook_headings: CodebookHeadings, line: str, part: Part
) -> None:
    assert find_parts(make_document(f"{line}\n{TELLING}"), codebook_headings) == (part, Part.BODY)


@pytest.mark.parametrize(
    "line",
    [
        TELLING,
        "Par romu bērnu vajadzībām skola runāja ar vecākiem.",
        "Uz sanāksmi ieradās visi pedagogi.",
        "Informējam, ka pasākumi netika rīkoti.",
        "Novadā dzīvo divas romu ģimenes",
        "Kultūras ministrijai iesniegts projekts tika atbalstīts.",
        "Veselības jomā:",
        "Izglītība",
        "Sadarbība ar citām pašvaldībām, romu kopienu un citām iesaistītajām pusēm",
        "1. Vai notika sadarbība ar romu kopienu?",
        "- pārtikas pakas saņēma divas ģimenes;",
    ],
)
def test_lines_that_open_the_body(
    make_document: Callable[..., Document], codebook_headings: CodebookHeadings, line: str
) -> None:
    parts = find_parts(make_document(f"Par paveikto\nLabdien!\n{line}\n{TELLING}"), codebook_headings)
    assert parts == (Part.SUBJECT, Part.SALUTATION, Part.BODY, Part.BODY)


@pytest.mark.parametrize(
    "closing",
    [
        "Ar cieņu",
        "Ar cieņu,\npriekšsēdētāja vietnieks J. Ozols",
        "Ar patiesu cieņu\nIlze Kalniņa",
        "Cieņā\nvadītāja",
        "Domes priekšsēdētājs (paraksts*) E. Bērziņš\n*Dokuments parakstīts ar drošu elektronisko parakstu",
        "ŠIS DOKUMENTS IR PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU UN SATUR LAIKA ZĪMOGU",
        "Pašvaldības izpilddirektors\nA. Liepiņš",
        "Vadītāja p.i. I. Vītola",
        "Kalniņa 64712345",
        "I. Kalniņa, 29123456, ilze.kalnina@pasvaldiba.example",
        "Sociālā darbiniece\nAnna Ozola-Liepa\n26123456",
        "Pielikumā: 1. Dalībnieku saraksts uz 2 lp.\n2. Fotoattēli uz 3 lp.",
        "Sagatavoja: Kalniņa, tālr. 64712345",
        "Sekretariāta direktore",
        "juriste 60000161",
        "I.P. 60000081",
    ],
)
def test_closings(make_document: Callable[..., Document], codebook_headings: CodebookHeadings, closing: str) -> None:
    parts = find_parts(make_document(f"Labdien!\n{TELLING}\n{closing}"), codebook_headings)
    assert parts[:2] == (Part.SALUTATION, Part.BODY)
    assert set(parts[2:]) == {Part.CLOSING}


@pytest.mark.parametrize(
    "last",
    [
        "Skolas direktors un sociālā pedagoģe apmeklēja trīs romu ģimenes",
        "- vadītāja konsultācijas – 12;",
        "Bērnu nometnē piedalījās septiņi romu jaunieši.",
    ],
)
def test_last_lines_that_are_no_closing(
    make_document: Callable[..., Document], codebook_headings: CodebookHeadings, last: str
) -> None:
    assert find_parts(make_document(f"Labdien!\n{TELLING}\n{last}"), codebook_headings)[-1] is Part.BODY


def test_an_address_after_the_addressee_is_not_the_senders(
    make_document: Callable[..., Document], codebook_headings: CodebookHeadings
) -> None:
    text = f"Latvijas Republikas\nKultūras ministrijai\nKr. Valdemāra ielā 11A\nRīgā, LV-1364\n{TELLING}"
    assert find_parts(make_document(text), codebook_headings) == (Part.ADDRESSEE,) * 4 + (Part.BODY,)


def test_an_annex_after_the_signature_may_hold_the_answer(
    make_document: Callable[..., Document], codebook_headings: CodebookHeadings
) -> None:
    text = f"Labdien!\nNosūtām veidlapu.\nAr cieņu\nvadītāja\nPielikums\nDomes vēstulei\n{TELLING}\nvadītāja I. Vītola"
    assert find_parts(make_document(text), codebook_headings)[2:] == (
        Part.CLOSING,
        Part.CLOSING,
        Part.ANNEX_TITLE,
        Part.ANNEX_TITLE,
        Part.BODY,
        Part.CLOSING,
    )


def test_a_list_of_annexes_holds_no_answer(
    make_document: Callable[..., Document], codebook_headings: CodebookHeadings
) -> None:
    text = f"Labdien!\n{TELLING}\nPielikumā: saraksts uz 2 lp.\nAr cieņu\nvadītāja"
    assert find_parts(make_document(text), codebook_headings)[2:] == (Part.CLOSING,) * 3


def test_page_furniture_stands_beside(
    make_document: Callable[..., Document], codebook_headings: CodebookHeadings
) -> None:
    parts = find_parts(make_document(f"^ Dobeles novada dome\n{TELLING}\n_ 1 no 2"), codebook_headings)
    assert parts == (Part.BESIDE, Part.BODY, Part.BESIDE)


def test_a_letterhead_may_be_laid_out_as_a_table(
    make_document: Callable[..., Document], codebook_headings: CodebookHeadings
) -> None:
    text = f"| 12.03.2023. Nr. 5/77 | Kultūras ministrijai |\n| Uz 17.02.2023. Nr. 2/3 | |\n{TELLING}"
    parts = find_parts(make_document(text), codebook_headings)
    assert parts == (Part.DATE_LINE, Part.ADDRESSEE, Part.REFERENCE, Part.BODY)
