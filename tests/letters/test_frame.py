"""A letter's date, number and reporting years, told from those of other letters, registers and plans."""

from collections.abc import Callable
from datetime import date

import pytest

from extract.model import Document, Letter

FORM = """
DOBELES NOVADA PAŠVALDĪBA
Reģ. Nr. 90009114000, Brīvības iela 17, Dobele, LV-3701, tālr. 63700000
{lines}
Kultūras ministrijai
{rest}
"""


@pytest.mark.parametrize(
    ("lines", "day", "number"),
    [
        ("2023.gada 12.martā Nr. 3-9/23/842", date(2023, 3, 12), "3-9/23/842"),
        ("12.03.2023. Nr.1-9/23/1307", date(2023, 3, 12), "1-9/23/1307"),
        ("Dobelē, 2023. gada 5. maijā\nNr. DNP-3.1/23/204", date(2023, 5, 5), "DNP-3.1/23/204"),
        ("Dobelē 2023. gada 5. maijā Nr. IZ604", date(2023, 5, 5), "IZ604"),
        ("2024. gada 7. martā\nNr. ANP-2024-312", date(2024, 3, 7), "ANP-2024-312"),
        ("05.03.2024. Nr. 2-3.2 / 345\nUz 24.02.2024. Nr. 4.2-7/315", date(2024, 3, 5), "2-3.2 / 345"),
        ("Uz 17.02.2023. Nr. 4.2-7/315\n12.03.2023. Nr. 5/77", date(2023, 3, 12), "5/77"),
        ("12.03.2023. Nr. 5/77 Uz 17.02.2023. Nr. 4.2-7/315", date(2023, 3, 12), "5/77"),
        ("Uz Nr. 4.2-7/315\nDobelē\n12.03.2023.", date(2023, 3, 12), None),
        ("Datums skatāms laika zīmogā\nNr. 1-2/3", None, "1-2/3"),
        ("Datums: 08.02.2022. Nr. 1.1-18/22N-266", date(2022, 2, 8), "1.1-18/22N-266"),
        ("Dokumenta datums ir tā parakstīšanas laiks Nr. BNP/2023/5.3-7/112", None, "BNP/2023/5.3-7/112"),
        ("2023-03-12 Nr. 4/5", date(2023, 3, 12), "4/5"),
        ("2023. gada ____________ Nr. ______", None, None),
        ("12.03.2023. Nr: 7-1/15.", date(2023, 3, 12), "7-1/15"),
    ],
)
def test_date_and_number(make_letter: Callable[..., Letter], lines: str, day: date | None, number: str | None) -> None:
    text = FORM.format(lines=lines, rest="Par paveikto\nProjektā Nr. 9.2.4.2/16/I/077 piedalījās divas ģimenes.")
    frame = make_letter(text).frame
    assert (frame.letter_date and frame.letter_date.value) == day
    assert (frame.letter_number and frame.letter_number.value) == number


def test_a_date_beneath_the_signature_is_less_sure(make_letter: Callable[..., Letter]) -> None:
    closing = "Ar cieņu\nvadītāja I. Kalniņa\nDobelē, 2023. gada 9. maijā"
    text = f"Kultūras ministrijai\nSkolā mācījās divi romu bērni.\n{closing}"
    found = make_letter(text).frame.letter_date
    assert found is not None
    assert found.value == date(2023, 5, 9)
    assert found.confidence < 0.7


def test_a_date_of_the_body_is_none_of_the_letter(make_letter: Callable[..., Letter]) -> None:
    frame = make_letter("Labdien!\n2022. gada 8. aprīlī notika romu dienas koncerts.\nAr cieņu\nvadītāja").frame
    assert frame.letter_date is None
    assert frame.letter_number is None


@pytest.mark.parametrize(
    ("rest", "years", "method"),
    [
        ("Par paveikto\nDobeles novada pašvaldība informē par 2021. un 2022.gadā paveikto.", (2021, 2022), "opening"),
        ("Sniedzam informāciju par laikposmu no 2021. līdz 2023. gadam.", (2021, 2022, 2023), "opening"),
        (
            "Atbildot uz Jūsu 2024. gada 17. februāra vēstuli Nr. 4.2-7/315, informējam par 2023. gadā paveikto.",
            (2023,),
            "opening",
        ),
        (
            "Atbildot uz vēstuli par Plāna pasākumu īstenošanai 2022.–2023.gadam izpildi, informējam par 2022. gadu.",
            (2022,),
            "opening",
        ),
        ("Par 2022. gadā īstenotajiem pasākumiem\nSkolā mācās divi romu bērni.", (2022,), "subject"),
        ("Par Plāna 2022.–2023. gadam ieviešanu\n2022. gadā pasākumi netika rīkoti.", (2022,), "statements"),
        ("Pasākumi 2023. gadā\n# Izglītība 2023. gadā\nSkolā mācās divi romu bērni.", (2023,), "heading"),
        (
            "Par romiem\nInformējam, ka 2022. un 2023. gadā īpaši pasākumi netika rīkoti.",
            (2022, 2023),
            "statements",
        ),
        ("Par romiem\nUz 31.12.2023. novadā dzīvoja 15 romi.", (2023,), "statements"),
        ("Par romiem\nNovadā dzīvo 15 romi.", (2023,), "letter_date"),
    ],
)
def test_reporting_years(make_letter: Callable[..., Letter], rest: str, years: tuple[int, ...], method: str) -> None:
    found = make_letter(FORM.format(lines="12.03.2024. Nr. 3-16/23", rest=rest)).frame.reporting_years
    assert found is not None
    assert (found.value, found.method) == (years, method)


def test_years_taken_from_the_letters_date_are_unsure(make_letter: Callable[..., Letter]) -> None:
    found = make_letter("12.03.2024. Nr. 3\nNovadā dzīvo 15 romi.").frame.reporting_years
    assert found is not None
    assert found.value == (2023,)
    assert found.confidence < 0.5
    assert "2024" in str(found.reason)


def test_years_that_are_named_by_the_way_are_left_out(make_letter: Callable[..., Letter]) -> None:
    told = "\n".join(f"2023. gada {month}. ceturksnī notika nodarbība." for month in range(1, 7))
    found = make_letter(f"Labdien!\nKopš 2019. gada darbojas padome.\n{told}").frame.reporting_years
    assert found is not None
    assert found.value == (2023,)


def test_evidence_holds_the_words(make_letter: Callable[..., Letter], make_document: Callable[..., Document]) -> None:
    text = FORM.format(lines="12.03.2023. Nr. 5/77", rest="Par 2022. gadu\nNovadā dzīvo 15 romi.")
    letter = make_letter(text)
    assert letter.document == make_document(text)
    for found in (letter.frame.respondent, letter.frame.letter_date, letter.frame.letter_number):
        assert found is not None
        assert all(letter.document.text[e.start : e.end] == e.quote for e in found.evidence)
    assert letter.frame.letter_number is not None
    assert letter.frame.letter_number.evidence[0].quote == "5/77"
