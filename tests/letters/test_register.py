"""The list of respondents itself, and finding their names in every form."""

from collections import Counter

import pytest

from extract.codebook import Codebook, load_codebook
from extract.latvian.folding import fold
from extract.latvian.inflection import case_forms
from extract.letters.register import NameKind, Register, register_of

CODEBOOK = load_codebook()
NAMES = [respondent.name for respondent in CODEBOOK.respondents]
COUNTIES = [name for name in NAMES if name.endswith(" novads")]
TOWNS = [
    "Aizkraukle",
    "Jaunjelgava",
    "Koknese",
    "Pļaviņas",
    "Alūksne",
    "Ilūkste",
    "Subate",
    "Ādaži",
    "Balvi",
    "Viļaka",
    "Bauska",
    "Iecava",
    "Cēsis",
    "Līgatne",
    "Aizpute",
    "Durbe",
    "Grobiņa",
    "Pāvilosta",
    "Priekule",
    "Auce",
    "Dobele",
    "Gulbene",
    "Aknīste",
    "Jēkabpils",
    "Viesīte",
    "Dagda",
    "Krāslava",
    "Kuldīga",
    "Skrunda",
    "Baldone",
    "Baloži",
    "Ķekava",
    "Ainaži",
    "Aloja",
    "Limbaži",
    "Salacgrīva",
    "Staicele",
    "Līvāni",
    "Kārsava",
    "Ludza",
    "Zilupe",
    "Cesvaine",
    "Lubāna",
    "Madona",
    "Mārupe",
    "Ikšķile",
    "Ķegums",
    "Lielvārde",
    "Ogre",
    "Olaine",
    "Preiļi",
    "Viļāni",
    "Vangaži",
    "Salaspils",
    "Brocēni",
    "Saldus",
    "Saulkrasti",
    "Sigulda",
    "Ape",
    "Smiltene",
    "Sabile",
    "Stende",
    "Talsi",
    "Valdemārpils",
    "Kandava",
    "Tukums",
    "Valka",
    "Mazsalaca",
    "Rūjiena",
    "Seda",
    "Strenči",
    "Valmiera",
    "Varakļāni",
    "Piltene",
]


@pytest.fixture(scope="module")
def register(codebook: Codebook) -> Register:
    return register_of(codebook.respondents)


def names_found(register: Register, text: str) -> list[str]:
    return [name for mention in register.find_mentions(text) for name in mention.respondents]


def test_the_ministry_lists_53_respondents() -> None:
    kinds = Counter(respondent.kind for respondent in CODEBOOK.respondents)
    assert len(NAMES) == 53
    assert kinds["novads"] == 36
    assert kinds["valstspilsēta"] == 7


def test_every_town_is_led_to_one_county() -> None:
    owners = {town: [r.name for r in CODEBOOK.respondents if town in r.places] for town in TOWNS}
    assert len(TOWNS) == 74
    assert {town: names for town, names in owners.items() if len(names) != 1} == {}


def test_places_are_borne_once_but_for_two_parishes() -> None:
    times = Counter(fold(place) for respondent in CODEBOOK.respondents for place in respondent.places)
    assert {place for place, count in times.items() if count > 1} == {"pilskalnes pagasts", "salas pagasts"}


def test_the_reform_left_511_parishes() -> None:
    parishes = [place for r in CODEBOOK.respondents for place in r.places if place.endswith(" pagasts")]
    assert len(parishes) == 511
    assert all(r.kind == "novads" for r in CODEBOOK.respondents for place in r.places if place.endswith("pagasts"))


def test_former_counties_are_no_present_ones() -> None:
    former = {place for r in CODEBOOK.respondents for place in r.places if place.endswith(" novads")}
    assert len(former) == 77
    assert not former & set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_in_every_case_in_capitals_and_without_diacritics(register: Register, name: str) -> None:
    for form in case_forms(name):
        assert names_found(register, f"{form},") == [name]
        assert names_found(register, form.upper()) == [name]
        assert names_found(register, "".join(_plain(letter) for letter in form)) == [name]


def _plain(letter: str) -> str:
    return fold(letter).upper() if letter.isupper() else fold(letter)


@pytest.mark.parametrize("name", COUNTIES)
def test_offices_of_a_county_are_led_to_it(register: Register, name: str) -> None:
    genitive = name.removesuffix(" novads")
    offices = ("novada dome", "novada pašvaldības Izglītības pārvalde", "novada Sociālā dienesta vadītāja", "nov. Dome")
    for office in offices:
        assert names_found(register, f"{genitive} {office}") == [name]


@pytest.mark.parametrize("town", TOWNS)
def test_town_halls_are_led_to_the_county(register: Register, town: str) -> None:
    (owner,) = (r.name for r in CODEBOOK.respondents if town in r.places)
    genitives = [form for form in case_forms(town) if names_found(register, f"{form} pilsētas pārvalde") == [owner]]
    assert genitives


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Viļakas pilsētas pārvalde", "Balvu novads"),
        ("Indras pagasta pārvalde", "Krāslavas novads"),
        ("INDRAS PAMATSKOLA", "Krāslavas novads"),
        ("Rojas bibliotēka", "Talsu novads"),
        ("Daugavpils novada dome", "Augšdaugavas novads"),
        ("Ilūkstes novada pašvaldība", "Augšdaugavas novads"),
        ("Grobiņas apvienības pārvalde", "Dienvidkurzemes novads"),
        ("Priekules vidusskola", "Dienvidkurzemes novads"),
        ("Priekuļu apvienības pārvalde", "Cēsu novads"),
        ("Ozolnieku vidusskola", "Jelgavas novads"),
        ("Jelgavas Sociālo lietu pārvalde", "Jelgavas valstspilsēta"),
        ("Jelgavas pilsētas dome", "Jelgavas valstspilsēta"),
        ("Jelgavas novada Sociālais dienests", "Jelgavas novads"),
        ("Rēzeknes pilsētas dome", "Rēzeknes valstspilsēta"),
        ("Rēzeknes novada Izglītības pārvalde", "Rēzeknes novads"),
        ("Ventspils pilsētas pašvaldība", "Ventspils valstspilsēta"),
        ("Ventspils novada pašvaldība", "Ventspils novads"),
        ("Jēkabpils pilsētas pašvaldība", "Jēkabpils novads"),
        ("Jēkabpils valstspilsēta", "Jēkabpils novads"),
        ("Valmieras pilsētas pašvaldība", "Valmieras novads"),
        ("Ogres valstspilsēta", "Ogres novads"),
        ("Liepājas Sociālais dienests", "Liepājas valstspilsēta"),
        ("Rīgas domes Labklājības departaments", "Rīgas valstspilsēta"),
        ("RIGAS VALSTSPILSETAS PASVALDIBA", "Rīgas valstspilsēta"),
        ("Rīgas 34. vidusskola", "Rīgas valstspilsēta"),
        ("Valkas novada Sociālais dienests", "Valkas novads"),
        ("Varakļānu Kultūras nams", "Varakļānu novads"),
        ("Vangažu pilsētas pārvalde", "Ropažu novads"),
        ("Inčukalna pagasta pārvalde", "Siguldas novads"),
        ("Aglonas apvienība, Aglonas bibliotēka", "Preiļu novads"),
        ("Nodarbinātības valsts aģentūras Talsu filiāles vadītāja", "Nodarbinātības valsts aģentūra"),
        ("Labklājības ministrijas Sociālās politikas departaments", "Labklājības ministrija"),
        ("LATVIJAS REPUBLIKAS TIESĪBSARGS", "Tiesībsarga birojs"),
        ("biedrība „Romu kultūras centrs”", "Romu kultūras centrs"),
        ("SIF sekretariāts", "Sabiedrības integrācijas fonds"),
    ],
)
def test_institutions_of_places(register: Register, text: str, expected: str) -> None:
    assert names_found(register, text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rīgas iela 10",
        "Jelgavas ielā 3, 2. stāvā",
        "Liepājas šoseja 25",
        "Kalna iela 4",
        "Annas kundze",
        "skola pie upes",
        "nva",
    ],
)
def test_streets_and_common_words_name_nobody(register: Register, text: str) -> None:
    assert [m for m in register.find_mentions(text) if m.kind > NameKind.SETTLEMENT] == []


def test_a_name_that_two_parishes_bear_is_told_of_both(register: Register) -> None:
    (mention,) = register.find_mentions("Salas pagasta pārvalde")
    assert mention.kind is NameKind.PLACE
    assert set(mention.respondents) == {"Jēkabpils novads", "Mārupes novads"}


def test_a_longer_name_wins(register: Register) -> None:
    (mention,) = register.find_mentions("Jelgavas novadā")
    assert mention.respondents == ("Jelgavas novads",)
    assert not mention.is_dative


def test_a_dative_is_told() -> None:
    (mention,) = register_of(CODEBOOK.respondents).find_mentions("Kultūras ministrijai")
    assert mention.is_dative


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("talsi.lv", "Talsu novads"),
        ("soc.cesis.lv", "Cēsu novads"),
        ("rezekne.lv", "Rēzeknes valstspilsēta"),
        ("rezeknesnovads.lv", "Rēzeknes novads"),
        ("ventspilsnovads.lv", "Ventspils novads"),
        ("jelgavas-novads.lv", "Jelgavas novads"),
        ("riga.lv", "Rīgas valstspilsēta"),
        ("ogresnovads.lv", "Ogres novads"),
        ("dkn.lv", "Dienvidkurzemes novads"),
        ("augsdaugavasnovads.lv", "Augšdaugavas novads"),
        ("nva.gov.lv", "Nodarbinātības valsts aģentūra"),
        ("km.gov.lv", "Kultūras ministrija"),
        ("tiesibsargs.lv", "Tiesībsarga birojs"),
        ("roja.lv", "Talsu novads"),
        ("inbox.lv", None),
        ("pasvaldiba.example", None),
    ],
)
def test_web_addresses(register: Register, site: str, expected: str | None) -> None:
    assert register.respondent_of_site(site) == expected
