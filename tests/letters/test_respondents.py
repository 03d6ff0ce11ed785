"""Who answers: told from letterhead, sender, signature, addresses and file name, not from addressee or body."""

from collections.abc import Callable

import pytest

from extract.model import Letter

FORM = """
{letterhead}
2024. gada 5. martā Nr. 1-2/34
Kultūras ministrijai
pasts@km.gov.lv
Par paveikto
Skolā mācījās divi romu bērni.
Ar cieņu
{signature}
"""


@pytest.mark.parametrize(
    ("letterhead", "expected"),
    [
        ("SALDUS NOVADA PAŠVALDĪBA", "Saldus novads"),
        ("Talsu novada pašvaldība", "Talsu novads"),
        ("KULDIGAS NOVADA PASVALDIBA", "Kuldīgas novads"),
        ("Jēkabpils novada Sociālais dienests", "Jēkabpils novads"),
        ("LATVIJAS REPUBLIKA\nALŪKSNES NOVADA DOME", "Alūksnes novads"),
        ("JELGAVAS NOVADA PAŠVALDĪBA\nPasta iela 37, Jelgava, LV-3001", "Jelgavas novads"),
        ("JELGAVAS VALSTSPILSĒTAS PAŠVALDĪBA\nLielā iela 11, Jelgava", "Jelgavas valstspilsēta"),
        ("AUGŠDAUGAVAS NOVADA PAŠVALDĪBA\nRīgas iela 2, Daugavpils, LV-5401", "Augšdaugavas novads"),
        ("Ropažu novada pašvaldība\nSporta iela 1, Ulbroka", "Ropažu novads"),
        ("Rojas apvienības pārvalde\nZvejnieku iela 3, Roja", "Talsu novads"),
        ("VIESĪTES VIDUSSKOLA\nVaļņu iela 7, Viesīte, Jēkabpils novads", "Jēkabpils novads"),
        ("Pašvaldības aģentūra „Jūrmalas sociālais dienests”", "Jūrmalas valstspilsēta"),
        ("RĪGAS DOMES LABKLĀJĪBAS DEPARTAMENTS\nBaznīcas iela 19, Rīga", "Rīgas valstspilsēta"),
        ("Labklājības ministrija\nSkolas iela 28, Rīga, LV-1331", "Labklājības ministrija"),
        (
            "NODARBINĀTĪBAS VALSTS AĢENTŪRAS\nVENTSPILS FILIĀLE\nKuldīgas iela 5, Ventspils",
            "Nodarbinātības valsts aģentūra",
        ),
        ("Sabiedrības integrācijas fonda sekretariāts", "Sabiedrības integrācijas fonds"),
        ("Kuldīgas iela 5, Ventspils, LV-3601", "Ventspils valstspilsēta"),
        ("Pamatskola „Saulīte”\ntālr. 63000000, e-pasts: skola@tukums.lv", "Tukuma novads"),
        ("www.rezeknesnovads.lv, tālr. 64000000", "Rēzeknes novads"),
    ],
)
def test_letterheads(make_letter: Callable[..., Letter], letterhead: str, expected: str) -> None:
    respondent = make_letter(FORM.format(letterhead=letterhead, signature="Vadītāja")).frame.respondent
    assert respondent is not None
    assert respondent.value == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Talsu novada pašvaldība informē par 2023. gadā paveikto.", "Talsu novads"),
        (
            "Atbildot uz Kultūras ministrijas vēstuli, Balvu novada dome sniedz informāciju par 2023. gadu.",
            "Balvu novads",
        ),
        ("Dundagas apvienības pārvalde nosūta ziņas par 2023. gadā paveikto.", "Talsu novads"),
        (
            "Izskatot Kultūras ministrijas lūgumu, Ludzas novada Sociālais dienests ziņo par 2023. gadu.",
            "Ludzas novads",
        ),
        ("Valkas novada pašvaldība ir izskatījusi Jūsu vēstuli.", "Valkas novads"),
        ("Dobeles novada pašvaldība 2023. gadā īpašus pasākumus nerīkoja.", "Dobeles novads"),
    ],
)
def test_senders_of_letters_without_letterhead(make_letter: Callable[..., Letter], opening: str, expected: str) -> None:
    respondent = make_letter(f"Labdien!\n{opening}\nKuldīgas novadā bērni apmeklēja skolu.").frame.respondent
    assert respondent is not None
    assert respondent.value == expected
    assert respondent.evidence[0].quote.split()[0] == opening[opening.index(respondent.evidence[0].quote) :].split()[0]


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("Gulbenes novada domes priekšsēdētājs", "Gulbenes novads"),
        ("Preiļu novada Labklājības pārvaldes vadītāja A. Ozola", "Preiļu novads"),
        ("Kārsavas apvienības pārvaldes vadītājs", "Ludzas novads"),
        ("Vadītāja I. Kalniņa\nizglitiba@limbazi.lv", "Limbažu novads"),
    ],
)
def test_signatures(make_letter: Callable[..., Letter], signature: str, expected: str) -> None:
    respondent = make_letter(FORM.format(letterhead="Sociālais dienests", signature=signature)).frame.respondent
    assert respondent is not None
    assert respondent.value == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("talsu-nov.pdf", "Talsu novads"),
        ("rigas-vp.docx", "Rīgas valstspilsēta"),
        ("jelgavas-vp.docx", "Jelgavas valstspilsēta"),
        ("jelgavas-nov.docx", "Jelgavas novads"),
        ("Talsi.docx", "Talsu novads"),
        ("Cesis_2023.txt", "Cēsu novads"),
        ("KuldigasNovads.pdf", "Kuldīgas novads"),
        ("NVA_2023.pdf", "Nodarbinātības valsts aģentūra"),
        ("atbilde Rēzeknes novada pašvaldība (1).docx", "Rēzeknes novads"),
        ("augsdaugavas_nov.txt", "Augšdaugavas novads"),
        ("Valmiera.pdf", "Valmieras novads"),
        ("Valka.pdf", "Valkas novads"),
        ("iesniegums/2023/liepajas-vp.pdf", "Liepājas valstspilsēta"),
    ],
)
def test_file_names_tell_where_the_letter_does_not(
    make_letter: Callable[..., Letter], name: str, expected: str
) -> None:
    respondent = make_letter("Skolā mācījās divi romu bērni.", name=name).frame.respondent
    assert respondent is not None
    assert respondent.value == expected
    assert respondent.evidence == ()
    assert respondent.confidence < 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Kultūras ministrijai\nPar paveikto\nSkolā mācījās divi romu bērni.",
        "Romu bērni no Talsu novada viesojās Kuldīgas novadā.",
        "Labdien!\nSadarbojāmies ar Valmieras novada pašvaldību.\nAr cieņu\nSociālā darbiniece",
        "Ar 17.02.2023. vēstuli Kultūras ministrija lūdz sniegt informāciju.\nPasākumi netika rīkoti.",
    ],
)
def test_neither_addressee_nor_body_tells_who_answers(make_letter: Callable[..., Letter], text: str) -> None:
    assert make_letter(text).frame.respondent is None


def test_the_ministry_may_answer_itself(make_letter: Callable[..., Letter]) -> None:
    text = "KULTŪRAS MINISTRIJA\n2024. gada 5. martā\nLabklājības ministrijai\nPar paveikto\nNotika trīs semināri."
    respondent = make_letter(text).frame.respondent
    assert respondent is not None
    assert respondent.value == "Kultūras ministrija"


def test_the_ministry_may_write_to_itself(make_letter: Callable[..., Letter]) -> None:
    text = "KULTŪRAS MINISTRIJA\nKr. Valdemāra iela 11A, Rīga\nKultūras ministrijai\nPar paveikto\nNotika seminārs."
    respondent = make_letter(text).frame.respondent
    assert respondent is not None
    assert respondent.value == "Kultūras ministrija"


def test_the_header_of_the_page_tells(make_letter: Callable[..., Letter]) -> None:
    respondent = make_letter("^ MADONAS NOVADA PAŠVALDĪBA\nSkolā mācījās divi romu bērni.").frame.respondent
    assert respondent is not None
    assert (respondent.value, respondent.method) == ("Madonas novads", "header")


def test_a_city_and_its_namesake_county_are_told_as_alternatives(make_letter: Callable[..., Letter]) -> None:
    text = FORM.format(letterhead="Jelgavas Sociālo lietu pārvalde", signature="Vadītāja")
    respondent = make_letter(text).frame.respondent
    assert respondent is not None
    assert (respondent.value, respondent.alternatives) == ("Jelgavas valstspilsēta", ("Jelgavas novads",))


def test_a_rival_lowers_the_confidence(make_letter: Callable[..., Letter]) -> None:
    alone = make_letter("Salaspils novada pašvaldība\nSkolā mācījās divi romu bērni.").frame.respondent
    rivals = make_letter(
        "Salaspils novada pašvaldība\nOlaines novada pašvaldība\nSkolā mācījās divi romu bērni."
    ).frame.respondent
    assert alone is not None
    assert rivals is not None
    assert rivals.confidence < alone.confidence - 0.3
    assert len(rivals.alternatives) == 1


def test_sources_that_agree_raise_the_confidence(make_letter: Callable[..., Letter]) -> None:
    one = make_letter("Līvānu novada pašvaldība\nSkolā mācījās divi romu bērni.").frame.respondent
    two = make_letter("Līvānu novada pašvaldība\nSkolā mācījās divi romu bērni.", name="livani.pdf").frame.respondent
    assert one is not None
    assert two is not None
    assert two.confidence > one.confidence
    assert str(two.reason) == "The letterhead names Līvānu novada."
