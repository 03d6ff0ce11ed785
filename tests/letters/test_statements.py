"""A body cut into statements, with the heading and the lead-in each stands under."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.codebook import Codebook, load_codebook
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.model import BlockKind, Cell, Layout, Letter
from extract.readers import read_document
from extract.readers.assembly import DocumentBuilder

TOP = "LUDZAS NOVADA PAŠVALDĪBA\nKultūras ministrijai\nPar paveikto\n"


def texts(letter: Letter) -> list[str]:
    return [statement.text for statement in letter.statements]


def headings(letter: Letter) -> list[str | None]:
    return [statement.heading.quote if statement.heading else None for statement in letter.statements]


def lead_ins(letter: Letter) -> list[str | None]:
    return [statement.lead_in.quote if statement.lead_in else None for statement in letter.statements]


def test_plain_paragraphs(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "Informējam par 2023. gadu.\nSkolās mācījās 6 romu bērni. Visi turpina mācības.\nKoncertā uzstājās 4 "
        "romi.\nAr cieņu"
    )
    assert texts(letter) == ["Skolās mācījās 6 romu bērni.", "Visi turpina mācības.", "Koncertā uzstājās 4 romi."]
    assert [statement.paragraph for statement in letter.statements] == [1, 1, 2]
    assert letter.layout is Layout.PLAIN
    assert headings(letter) == [None] * 3


def test_headings_stand_over_what_follows(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "# Izglītība\nSkolās mācījās 6 romu bērni.\nVisi turpina mācības.\nVeselības joma\nLekcijas nenotika."
    )
    assert headings(letter) == ["Izglītība", "Izglītība", "Veselības joma"]
    assert letter.layout is Layout.HEADINGS


def test_numbered_answers(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP
        + "1. Īstenotie pasākumi romu izglītības jomā\nSkolās mācījās 6 romu bērni.\n"
        + "2. Īstenotie pasākumi romu veselības jomā: notika viena lekcija.\n"
        + "3. Vai novadā darbojas ģimenes asistents?\n3.1. Jā, ar divām ģimenēm strādāja asistente.\n3.2. Gaida "
        "viena ģimene."
    )
    assert texts(letter) == [
        "Skolās mācījās 6 romu bērni.",
        "notika viena lekcija.",
        "Jā, ar divām ģimenēm strādāja asistente.",
        "Gaida viena ģimene.",
    ]
    assert headings(letter)[2:] == ["Vai novadā darbojas ģimenes asistents?"] * 2
    assert letter.layout is Layout.NUMBERED


def test_list_items_and_their_lead_in(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "2023. gadā romi piedalījās šādos pasākumos:\n• kursi – 7;\n• e-apmācība – 3 (viens pārtrauca).\nKursi "
        "beidzās maijā."
    )
    lead_in = "2023. gadā romi piedalījās šādos pasākumos:"
    assert texts(letter) == [lead_in, "kursi – 7;", "e-apmācība – 3 (viens pārtrauca).", "Kursi beidzās maijā."]
    assert lead_ins(letter) == [None, lead_in, lead_in, None]
    assert [statement.is_list_item for statement in letter.statements] == [False, True, True, False]


def test_a_list_may_go_on_without_bullets(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(TOP + "Ģimenes saņēma:\npārtikas pakas;\nmalku apkurei.\nVisas ģimenes dzīvo pilsētā.")
    assert lead_ins(letter) == [None, "Ģimenes saņēma:", "Ģimenes saņēma:", None]


def test_inner_lists_have_their_own_lead_in(codebook: Codebook) -> None:
    builder = DocumentBuilder("vestule.docx", "0" * 64, "docx")
    builder.add_text("Darbu atrada:")
    for level, text in ((0, "jaunieši:"), (1, "divi pilsētā;"), (1, "trīs laukos;"), (0, "viens pensionārs.")):
        builder.add_text(text, BlockKind.LIST_ITEM, marker="•", level=level)
    letter = read_letter(builder.build(), codebook, load_language())
    assert lead_ins(letter) == [None, "Darbu atrada:", "jaunieši:", "jaunieši:", "Darbu atrada:"]


def test_markers_of_another_shape_begin_an_inner_list(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(TOP + "Bērni apmeklēja:\n• pulciņus:\na) dejas – 3;\nb) sports – 2;\n• nometni – 4.")
    assert lead_ins(letter) == [None, "Bērni apmeklēja:", "pulciņus:", "pulciņus:", "Bērni apmeklēja:"]


def test_a_title_before_a_list_leads_in_under_a_heading(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "# Veselība\nSniegtie pakalpojumi:\n• konsultācijas – 7;\n• vizītes – 3.\nLekcijas nenotika.\n"
        "# Darbs un palīdzība\nPašvaldības atbalsts:\n• malka divām ģimenēm."
    )
    assert headings(letter) == ["Veselība"] * 3 + ["Pašvaldības atbalsts:"]
    assert lead_ins(letter) == ["Sniegtie pakalpojumi:"] * 2 + [None] * 2


def test_lines_that_a_sentence_lists_are_no_headings(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(TOP + "Ģimenes saņēma:\nPārtikas paku komplektus\nMalku apkurei\nVisas ģimenes dzīvo pilsētā.")
    assert len(letter.statements) == 4
    assert headings(letter) == [None] * 4


def test_year_lines_lead_in_what_follows(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "# Izglītība\n2022. gads\nSkolās mācījās 6 romu bērni.\n2023. gads\nSkolās mācījās 8 bērni.\n# "
        "Veselība\nLekcijas nenotika."
    )
    assert headings(letter) == ["Izglītība", "Izglītība", "Veselība"]
    assert lead_ins(letter) == ["2022. gads", "2023. gads", None]


def test_a_table_of_domains(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP
        + "Sniedzam informāciju par 2023. gadu.\n| Joma | Paveiktais |\n"
        + "| Izglītība | Skolās mācījās 6 bērni. Visi turpina mācības. // Trīs bērni dzied korī. |\n"
        + "| Joma | Paveiktais |\n| Veselība | Pasākumi netika rīkoti. |"
    )
    assert texts(letter) == [
        "Skolās mācījās 6 bērni.",
        "Visi turpina mācības.",
        "Trīs bērni dzied korī.",
        "Pasākumi netika rīkoti.",
    ]
    assert headings(letter) == ["Izglītība"] * 3 + ["Veselība"]
    assert letter.layout is Layout.TABLE


def test_a_numbered_table_with_a_column_of_counts(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "| Nr.p.k. | Pasākums | Izpilde | Skaits |\n| 1. | Mācību atbalsts | Pulciņos darbojās seši romu bērni. "
        "| 6 |\n" + "| 2. | Darba meklēšana | Darbu atrada divi romi. | 2 |"
    )
    assert texts(letter) == ["Pulciņos darbojās seši romu bērni.", "Darbu atrada divi romi."]
    assert headings(letter) == ["Mācību atbalsts", "Darba meklēšana"]


def test_columns_of_years_lead_in_their_cells(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "| Joma | 2022. gads | 2023. gads |\n| Izglītība | Skolās mācījās 6 bērni. | Skolās mācījās 8 bērni. |"
    )
    assert lead_ins(letter) == ["2022. gads", "2023. gads"]
    assert headings(letter) == ["Izglītība", "Izglītība"]


def test_rows_of_years_lead_in_their_cells(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "# Izglītība\n| Gads | Paveiktais |\n| 2022. gads | Skolās mācījās 6 bērni. |\n| 2023. gads | Skolās "
        "mācījās 8 bērni. |"
    )
    assert texts(letter) == ["Skolās mācījās 6 bērni.", "Skolās mācījās 8 bērni."]
    assert lead_ins(letter) == ["2022. gads", "2023. gads"]
    assert headings(letter) == ["Izglītība", "Izglītība"]


def test_a_domain_may_stand_in_a_row_of_its_own(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP
        + "| Pasākums | Norise |\n| Izglītība |\n| Skolās darbojās trīs pulciņi. | Tajos piedalījās 6 bērni. |\n"
        + "| Veselība |\n| Notika divas lekcijas. | Tās apmeklēja 4 romi. |"
    )
    assert headings(letter) == ["Izglītība", "Izglītība", "Veselība", "Veselība"]


def test_a_heading_cell_may_span_rows(codebook: Codebook) -> None:
    builder = DocumentBuilder("vestule.docx", "0" * 64, "docx")
    for row, column, text in (
        (0, 0, "Izglītība"),
        (0, 1, "Skolās mācījās 6 bērni."),
        (1, 1, "Visi turpina mācības."),
        (2, 0, "Veselība"),
        (2, 1, "Pasākumi netika rīkoti."),
    ):
        builder.add_text(text, BlockKind.CELL, cell=Cell(0, row, column))
    letter = read_letter(builder.build(), codebook, load_language())
    assert headings(letter) == ["Izglītība", "Izglītība", "Veselība"]


def test_sentences_of_the_letter_itself_are_left_out(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        "Labdien! Pielikumā nosūtām veidlapu. Skolās mācījās 6 romu bērni. "
        "Jautājumu gadījumā lūdzam sazināties ar skolu."
        "\nPateicamies par sadarbību!"
    )
    assert texts(letter) == ["Skolās mācījās 6 romu bērni."]


def test_what_an_opening_tells_after_its_colon_is_a_statement(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(TOP + "Informējam par 2023. gadā paveikto: skolās notika trīs nodarbības.")
    assert texts(letter) == ["skolās notika trīs nodarbības."]
    assert letter.frame.reporting_years is not None
    assert letter.frame.reporting_years.method == "opening"


def test_an_announcement_later_in_the_body_is_a_statement(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        TOP + "Skolās mācījās 6 romu bērni.\nMediatore sniedz informāciju par pasākumiem romu ģimenēm."
    )
    assert len(letter.statements) == 2


def test_a_letter_of_one_sentence(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(TOP + "Ludzas novada pašvaldība paziņo, ka 2023. gadā īpaši pasākumi nav rīkoti.\nAr cieņu")
    assert texts(letter) == ["Ludzas novada pašvaldība paziņo, ka 2023. gadā īpaši pasākumi nav rīkoti."]


def test_a_letter_without_diacritics(make_letter: Callable[..., Letter]) -> None:
    letter = make_letter(
        "Labdien!\nNosutam informaciju par 2023. gada paveikto.\nSkolas darbojas pulcini romu berniem.\n"
        "Ar cienu\nvaditaja"
    )
    assert texts(letter) == ["Skolas darbojas pulcini romu berniem."]


def test_a_letter_without_a_statement(make_letter: Callable[..., Letter]) -> None:
    assert make_letter(TOP + "Ar cieņu\nvadītāja").statements == ()


WORDS = st.sampled_from(
    [
        "2023.",
        "gadā",
        "skolās",
        "mācījās",
        "bērni",
        ";",
        ":",
        "Izglītība",
        "Ar",
        "cieņu",
        ",",
        "12",
        "–",
        "•",
        "Nr.",
        "5/77",
        "Labdien!",
        "Par",
        "vecāki.",
        "ģimenes",
        "(t.sk.",
        "3)",
        "Uz",
        "informē",
        "vēstuli",
        "?",
    ]
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=12)
KINDS = st.lists(st.sampled_from([*BlockKind]), min_size=12, max_size=12)


@given(lines=LINES, kinds=KINDS)
def test_statements_are_slices_in_order_that_never_overlap(lines: list[str], kinds: list[BlockKind]) -> None:
    builder = DocumentBuilder("vestule.docx", "0" * 64, "docx")
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=False)):
        cell = Cell(0, number // 2, number % 2) if kind is BlockKind.CELL else None
        builder.add_text(line, kind, cell=cell, marker="•" if kind is BlockKind.LIST_ITEM else None)
    document = builder.build()
    letter = read_letter(document, load_codebook(), load_language())
    end = 0
    for statement in letter.statements:
        assert document.text[statement.start : statement.end] == statement.text
        assert statement.text == statement.text.strip()
        assert "\n" not in statement.text
        assert statement.start >= end
        end = statement.end
        for evidence in (statement.heading, statement.lead_in):
            assert evidence is None or document.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.shared
@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".txt"])
def test_the_gold_letters(shared: Path, codebook: Codebook, suffix: str) -> None:
    gold = [json.loads(line) for line in (shared / "gold/letters.jsonl").read_text(encoding="utf-8").splitlines()]
    letters = [each for each in gold if each["file"].endswith(suffix) and not each["scanned"]]
    assert letters
    for expected in letters:
        document = read_document(shared / "gold/letters" / expected["file"])
        letter = read_letter(document, codebook, load_language())
        frame = letter.frame
        assert texts(letter) == [statement["text"] for statement in expected["statements"]]
        assert frame.respondent is not None
        assert frame.letter_date is not None
        assert frame.letter_number is not None
        assert frame.reporting_years is not None
        assert frame.respondent.value == expected["respondent"]
        assert frame.letter_date.value.isoformat() == expected["letter_date"]
        assert frame.letter_number.value == expected["letter_number"]
        assert list(frame.reporting_years.value) == expected["reporting_years"]
        assert letter.layout.value == expected["layout"]
