"""Arrivals of several parts: which are read for statements, and whose letter it is."""

from collections.abc import Callable, Mapping

import pytest

from arrival_files import make_container, make_letter, make_mail, make_zip
from extract.codebook import Codebook
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.model import Letter
from extract.readers.dispatch import read_bytes

HEAD = ("TALSU NOVADA PAŠVALDĪBA", "Talsos", "2023. gada 14. martā Nr. 1-8/55", "Kultūras ministrijai")
TOLD = ("2022. gadā romu bērniem notika trīs nodarbības.", "Divas romu ģimenes saņēma ģimenes asistenta pakalpojumu.")
TALSI = make_letter(*HEAD, *TOLD, "Ar cieņu", "I. Paraugs")
MAIL = "Labdien!\n\nPielikumā nosūtām pašvaldības vēstuli.\n\nAr cieņu\nLietvedība\n"
Arrive = Callable[[bytes, str], Letter]


@pytest.fixture(scope="module")
def arrive(codebook: Codebook) -> Arrive:
    return lambda data, name: read_letter(read_bytes(data, name), codebook, load_language())


def mail(text: str, files: Mapping[str, bytes], **head: str) -> bytes:
    return make_mail(text, files, **head).as_bytes()


def roles(letter: Letter) -> list[str]:
    return [part.role.value for part in letter.document.parts]


def told(letter: Letter) -> list[str]:
    return [statement.text for statement in letter.statements]


def test_a_covering_message_gives_no_statements_and_stays_a_part(arrive: Arrive) -> None:
    letter = arrive(mail(MAIL, {"vēstule.docx": TALSI}), "pasts.eml")
    assert roles(letter) == ["cover", "letter"]
    assert told(letter) == list(TOLD)
    assert "Pielikumā nosūtām" in letter.document.text
    assert letter.frame.respondent is not None
    assert letter.frame.respondent.value == "Talsu novads"
    assert letter.frame.letter_date is not None
    assert letter.frame.letter_date.value.isoformat() == "2023-03-14"
    assert letter.notices == ()


def test_statements_stand_where_the_text_says(arrive: Arrive) -> None:
    letter = arrive(mail(MAIL, {"vēstule.docx": TALSI}), "pasts.eml")
    for statement in letter.statements:
        assert letter.document.text[statement.start : statement.end] == statement.text
        assert letter.document.evidence(statement.start, statement.end).quote == statement.text


def test_a_message_that_is_the_letter(arrive: Arrive) -> None:
    text = f"Labdien!\n\n{TOLD[0]}\n\n{TOLD[1]}\n\nAr cieņu\nTalsu novada pašvaldība\n"
    letter = arrive(mail(text, {}, subject="Re: Par 2022. gada pasākumiem"), "pasts.eml")
    assert roles(letter) == ["letter"]
    assert told(letter) == list(TOLD)
    assert letter.frame.respondent is not None
    assert letter.frame.respondent.value == "Talsu novads"
    assert letter.frame.letter_date is not None
    assert letter.frame.letter_date.value.isoformat() == "2023-03-14"
    assert letter.frame.reporting_years is not None
    assert letter.frame.reporting_years.method == "subject"


def test_the_sender_of_the_message_tells_where_the_letter_does_not(arrive: Arrive) -> None:
    data = mail(MAIL, {"v.docx": make_letter(*TOLD)}, sender="Talsu novada pašvaldība <pasts@talsi.example>")
    respondent = arrive(data, "pasts.eml").frame.respondent
    assert respondent is not None
    assert (respondent.value, respondent.method) == ("Talsu novads", "cover")


def test_a_request_that_is_quoted_below_gives_no_statements(arrive: Arrive) -> None:
    text = (
        f"Labdien!\n\n{TOLD[0]}\n\nNo: Ministrija <a@km.example>\nNosūtīts: 2023. gada 3. martā\nKam: Talsu novads\n"
        "Temats: Lūgums\n\nPērn novados tika īstenoti vairāki pasākumi, kurus ministrija atbalstīja."
    )
    assert told(arrive(mail(text, {}), "pasts.eml")) == [TOLD[0]]


def test_a_message_passed_on_is_read_for_what_it_passes_on(arrive: Arrive) -> None:
    head = "-------- Pārsūtītā ziņa --------\nNo: Talsu novads <a@talsi.example>\nDatums: 3.3.2023"
    text = f"Zināšanai.\n\n{head}\n\n{TOLD[0]}"
    assert told(arrive(mail(text, {}), "pasts.eml")) == [TOLD[0]]


def test_a_letter_in_two_formats_is_read_once(arrive: Arrive) -> None:
    page = "".join(f"<p>{line}</p>" for line in (*HEAD, *TOLD, "Ar cieņu", "I. Paraugs"))
    letter = arrive(mail(MAIL, {"v.docx": TALSI, "v.html": f"<html>{page}".encode()}), "pasts.eml")
    assert roles(letter) == ["cover", "letter", "copy"]
    assert str(letter.document.parts[2].reason) == "Its text is that of v.docx."
    assert told(letter) == list(TOLD)


def test_a_letter_by_itself_and_signed_is_read_once(arrive: Arrive) -> None:
    files = {"v.edoc": make_container({"v.docx": TALSI}), "v.docx": TALSI}
    assert roles(arrive(mail(MAIL, files), "pasts.eml")) == ["cover", "letter", "copy"]


def test_a_message_that_repeats_the_letter_is_its_copy(arrive: Arrive) -> None:
    lines = (*HEAD, *TOLD, "Ar cieņu", "I. Paraugs")
    letter = arrive(mail("\n\n".join(lines), {"v.docx": TALSI}), "pasts.eml")
    assert told(letter) == list(TOLD)


def test_letters_of_two_years_are_no_copies(arrive: Arrive) -> None:
    said = "Informējam, ka {}. gadā Talsu novadā netika īstenoti īpaši pasākumi romu tautības iedzīvotāju atbalstam."
    letters = {f"{year}.docx": make_letter(*HEAD, said.format(year)) for year in (2021, 2022)}
    letter = arrive(make_zip(letters), "atbildes.zip")
    assert roles(letter) == ["letter", "letter"]
    assert told(letter) == [said.format(2021), said.format(2022)]


def test_a_copy_that_is_not_the_same_to_the_word_is_told_of(arrive: Arrive) -> None:
    other = make_letter(*HEAD, TOLD[0], TOLD[1].replace("Divas", "Trīs"), "Ar cieņu", "I. Paraugs")
    letter = arrive(mail(MAIL, {"v.docx": TALSI, "labota.docx": other}), "pasts.eml")
    assert roles(letter) == ["cover", "letter", "copy"]
    assert [str(notice) for notice in letter.notices] == [
        "labota.docx says nearly the same as v.docx and was not read; look whether it is a copy."
    ]


def test_an_annex_is_read_and_does_not_date_the_letter(arrive: Arrive) -> None:
    annex = make_letter("2. pielikums", "2021. gada 3. maijā Nr. 7", "Vasarā notika romu bērnu nometne.")
    letter = arrive(make_zip({"1_pielikums.docx": annex, "vēstule.docx": TALSI}), "atbilde.zip")
    assert roles(letter) == ["annex", "letter"]
    assert set(told(letter)) == {"Vasarā notika romu bērnu nometne.", *TOLD}
    assert letter.frame.letter_date is not None
    assert letter.frame.letter_date.value.isoformat() == "2023-03-14"


def test_an_annex_alone_is_the_letter(arrive: Arrive) -> None:
    assert roles(arrive(mail(MAIL, {"pielikums.docx": TALSI}), "pasts.eml")) == ["cover", "letter"]


def test_what_a_covering_message_says_beside_is_told_of(arrive: Arrive) -> None:
    letter = arrive(
        mail(MAIL.replace("vēstuli.", "vēstuli. Novadā dzīvo desmit romu ģimenes."), {"v.docx": TALSI}), "p.eml"
    )
    assert told(letter) == list(TOLD)
    assert [str(notice) for notice in letter.notices] == [
        "The covering message also says: “Novadā dzīvo desmit romu ģimenes.” It was not read for statements."
    ]


def test_a_heading_of_one_part_does_not_stand_over_the_next(arrive: Arrive) -> None:
    first = make_letter(*HEAD, "Veselības joma:", "Notika divas lekcijas par veselību.")
    second = make_letter(*HEAD, "Notika romu kultūras diena.")
    letter = arrive(make_zip({"a.docx": first, "b.docx": second}), "atbilde.zip")
    headings = [statement.heading.quote if statement.heading else None for statement in letter.statements]
    assert headings == ["Veselības joma:", None]


def test_letters_of_several_respondents_in_one_arrival_are_told_of(arrive: Arrive) -> None:
    other = make_letter(
        "SALDUS NOVADA PAŠVALDĪBA", "Saldū", "2023. gada 1. martā Nr. 5", "Pavasarī notika romu svētki."
    )
    letter = arrive(make_zip({"talsi.docx": TALSI, "saldus.docx": other}), "vēstules.zip")
    assert roles(letter) == ["letter", "letter"]
    assert [str(notice) for notice in letter.notices] == [
        "It holds letters of several respondents: Saldus novads, Talsu novads. Unpack it and give each by itself."
    ]
    assert letter.frame.respondent is None


def test_an_annex_that_is_the_letter_of_another_respondent_is_told_of(arrive: Arrive) -> None:
    other = make_letter(
        "SALDUS NOVADA PAŠVALDĪBA", "2023. gada 1. martā Nr. 5", "Kultūras ministrijai", "Pavasarī notika romu svētki."
    )
    letter = arrive(mail(MAIL, {"talsi.docx": TALSI, "2. pielikums.docx": other}), "pasts.eml")
    assert roles(letter) == ["cover", "letter", "annex"]
    assert letter.frame.respondent is None
    assert [str(notice) for notice in letter.notices] == [
        "It holds letters of several respondents: Saldus novads, Talsu novads. Unpack it and give each by itself."
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Saldus novada pašvaldības dalība projektā", "Pavasarī notika romu svētki."),
        ("Saldus novads", "Pavasarī notika romu svētki.", "Saldus novada pašvaldība piešķīra telpas."),
        (*HEAD, "Pavasarī notika romu svētki.", "Piedalījās Saldus novada pašvaldība."),
    ],
)
def test_an_annex_that_names_another_municipality_is_no_letter_of_it(arrive: Arrive, lines: tuple[str, ...]) -> None:
    letter = arrive(mail(MAIL, {"talsi.docx": TALSI, "2. pielikums.docx": make_letter(*lines)}), "pasts.eml")
    assert roles(letter) == ["cover", "letter", "annex"]
    assert letter.notices == ()
    assert letter.frame.respondent is not None
    assert letter.frame.respondent.value == "Talsu novads"


def test_several_letters_of_one_respondent(arrive: Arrive) -> None:
    other = make_letter(*HEAD, "Pavasarī notika romu svētki.")
    letter = arrive(make_zip({"a.docx": TALSI, "b.docx": other}), "vēstules.zip")
    assert letter.notices == ()
    assert letter.frame.respondent is not None
    assert letter.frame.respondent.value == "Talsu novads"
