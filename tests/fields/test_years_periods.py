"""Periods of plans, lists, ranges, study years and what is inherited over them; expectations came before the rules.

The letter answers for 2022, 2023 and 2024 and was written in 2025.
"""

import pytest

from extract.fields.years import find_years
from extract.model import Cell, Finding, Message
from invented_letters import Told, analysed

ALL = (2022, 2023, 2024)
PLANS = [
    ("Saliedētas sabiedrības plāns 2025.-2029. gadam vēl tikai top.", ALL),
    ("Novada attīstības programma 2022.–2028. gadam romus nemin.", ALL),
    ("Jauniešu konkurss, kuru paredz pamatnostādnes 2021.–2027. gadam, 2023. gadā izsludināts divreiz.", (2023,)),
    ("Pakalpojums, ko paredz rīcības plāns 2023.–2027.gadam, 2024.gadā vēl nebija uzsākts.", (2024,)),
    ("Saskaņā ar attīstības programmu 2021.–2027. gadam 2022. un 2023. gadā atjaunoti divi dzīvokļi.", (2022, 2023)),
    ("Pamatnostādnes 2021.-2027.gadam, 2022.gadā apspriestas ar romiem.", (2022,)),
    ("Plānu 2023.–2027. gadam dome apstiprināja 2023. gada martā.", (2023,)),
    ("Stratēģija 2022.-2028.gadam, kas apstiprināta 2022.gadā, paredz mediatoru.", (2022,)),
    ("Rīcības plāns 2024. - 2026. gadam izstrādāts 2023. gadā.", (2023,)),
    ("2023. gadā sākts darbs pie plāna 2025.–2029. gadam.", (2023,)),
    ("2023. gadā, gatavojot plānu 2025.–2029. gadam, uzklausīti astoņi romi.", (2023,)),
    ("Plānā laikposmam no 2024. līdz 2030. gadam romiem paredzēti trīs pasākumi.", ALL),
    ("Plāna laikposmam līdz 2030. gadam vēl nav.", ALL),
    ("Izglītības attīstības plānā 2022–2027 romi nav minēti.", ALL),
    ("Izglītības attīstības plānā 2022–2024 romi nav minēti.", ALL),
    ("Plāna 2022.–2024. gadam izpildei 2023. gadā atvēlēti 900 eiro.", (2023,)),
    ("Romu iekļaušanas pasākumu plāns 2022.–2023. gadam izpildīts.", ALL),
    ("Sociālās iekļaušanas pamatnostādnes 2023.–2026. gadam ministrija rakstīja bez romiem.", ALL),
    ("Ar attīstības programmu 2021.-2027.g. var iepazīties mājaslapā.", ALL),
    ("Plānošanas perioda 2021.–2027. g. projektos romu biedrības nav pieteikušās.", ALL),
    ("Plāns 2024. gadam pieņemts 2023. gada decembrī.", (2023,)),
    ("Plāns līdz 2027. gadam tapa kopā ar romiem.", ALL),
    ("No 2025. gada būs spēkā jauns plāns.", ALL),
    ("2026. gadā plānots atvērt dienas centru.", ALL),
    ("Plāna (2023–2027) darba grupā ir divi romi.", ALL),
    ("Plāna 2023.–2027.g. darba grupā 2024.g. bija divi romi.", (2024,)),
    ("Ilgtspējīgas attīstības stratēģijā „Novads 2035” romi nav minēti.", ALL),
    ("Romu stratēģiskais ietvars 2020–2030 novadā apspriests 2022. gadā.", (2022,)),
    ("Integrācijas plāns 2025.–2030.gadam, tajā romiem būs sava sadaļa.", ALL),
    ("Plānu 2025.–2029. gadam un tā budžetu dome vēl skata.", ALL),
    ("Novada budžetā 2025. gadam līdzekļi mediatoram ir paredzēti.", ALL),
    ("Attīstības programma (2022.-2028. gads) mediatoru neparedz.", ALL),
]
KEPT = [
    ("Kā plānots, pulciņš darbojās no 2022. līdz 2023. gadam.", (2022, 2023)),
    ("Plānotās nodarbības notika no 2022. līdz 2023. gadam.", (2022, 2023)),
    ("Plānojot atbalstu, ģimenes apsekotas no 2022. līdz 2023. gadam.", (2022, 2023)),
    ("Individuālie plāni sastādīti laikā no 2022. līdz 2023. gadam.", (2022, 2023)),
    ("Programmas „Soli” nodarbības notika no 2022. līdz 2023. gadam.", (2022, 2023)),
    ("Programmā „Soli” no 2022. līdz 2023. gadam strādāja trīs romi.", (2022, 2023)),
    ("Programmā „Soli” 2022.–2023. gadā strādāja trīs romi.", (2022, 2023)),
    ("Līgumu ar mentori pildīja no 2022. līdz 2023. gadam.", (2022, 2023)),
    ("Likuma prasības 2022.–2023. gadā nav mainījušās.", (2022, 2023)),
    ("Saskaņā ar plānu 2022.–2023. gadā notika sešas lekcijas.", (2022, 2023)),
    ("Saskaņā ar plānu 2022. un 2023. gadā notika sešas lekcijas.", (2022, 2023)),
    ("Ziņojumu skolas sagatavoja 2022. un 2024. gadā.", (2022, 2024)),
    ("Vēstules ģimenēm nosūtītas 2022.-2023.gadā.", (2022, 2023)),
    ("Stratēģijas darba grupa no 2022. līdz 2023. gadam tikās sešreiz.", (2022, 2023)),
    ("Programma (2022.–2023. gads) palīdzēja deviņiem romiem.", (2022, 2023)),
    ("Abos gados pulciņu vadīja viena skolotāja.", ALL),
    ("Bērni ir trīs gadus veci.", ALL),
    ("Plāns top trim gadiem.", ALL),
    ("2023. gadā pulciņš, kas darbojas jau trīs gadus, pulcēja 12 bērnus.", (2023,)),
    ("2023. gadā pieņemts plāns nākamajiem trim gadiem.", (2023,)),
    ("2023. gadā nākamo trīs gadu laikā darāmais apspriests ar romiem.", (2023,)),
]
LISTS = [
    ("2022., 2023. un 2024. gadā darbojās pulciņš.", ALL),
    ("2022.,2023.un 2024.gadā darbojās pulciņš.", ALL),
    ("2022., 2023., 2024. gadā darbojās pulciņš.", ALL),
    ("2022.g., 2023.g. un 2024.g. darbojās pulciņš.", ALL),
    ("2022.gadā, 2023.gadā un 2024.gadā darbojās pulciņš.", ALL),
    ("Laikā no 2022. līdz 2024. gadam darbojās pulciņš.", ALL),
    ("Laikā no 2022. gada līdz 2024. gadam darbojās pulciņš.", ALL),
    ("Laika posmā no 2022.gada līdz 2024.gadam darbojās pulciņš.", ALL),
    ("No 2022 līdz 2024 darbojās pulciņš.", ALL),
    ("No 2022. līdz 2024.g. darbojās pulciņš.", ALL),
    ("2022.–2024. gadā darbojās pulciņš.", ALL),
    ("2022.-2024.g. darbojās pulciņš.", ALL),
    ("2022-2024 darbojās pulciņš.", ALL),
    ("Pulciņš darbojās trīs gadus (2022–2024).", ALL),
    ("Pulciņš darbojās trīs gadus: 2022., 2023. un 2024. gadā.", ALL),
    ("Gan 2022., gan 2024. gadā darbojās pulciņš.", (2022, 2024)),
    ("2022. un 2024. gadā darbojās pulciņš.", (2022, 2024)),
    ("Ne 2022., ne 2023., ne 2024. gadā pulciņš nedarbojās.", ALL),
    ("2022. gadā – 5, 2023. gadā – 7, 2024. gadā – 9 bērni.", ALL),
    ("2022.gadā-5,2023.gadā-7,2024.gadā-9 bērni.", ALL),
    ("2022: 5, 2023: 7, 2024: 9 bērni.", ALL),
    ("2022. – 5, 2023. – 7 bērni.", (2022, 2023)),
    ("Visos trijos gados pulciņu vadīja viena skolotāja.", ALL),
    ("Visus trīs gadus pulciņu vadīja viena skolotāja.", ALL),
    ("Trīs gadu laikā pulciņu apmeklēja 21 bērns.", ALL),
    ("Šajos trīs gados pulciņu apmeklēja 21 bērns.", ALL),
    ("Visā pārskata periodā pulciņu apmeklēja 21 bērns.", ALL),
    ("Pārskata perioda pēdējā gadā pulciņu apmeklēja 21 bērns.", (2024,)),
    ("Pārskata perioda otrajā gadā pulciņu apmeklēja 21 bērns.", (2023,)),
    ("Pārskata pirmajā gadā pulciņu apmeklēja 21 bērns.", (2022,)),
    ("Otrajā pārskata gadā pulciņu apmeklēja 21 bērns.", (2023,)),
    ("Pulciņa bērni: 2022 – 18, 2023 – 22.", (2022, 2023)),
    ("Atšķirībā no 2022. gada 2023. gadā pulciņš darbojās.", (2023,)),
    ("Pērn pulciņu apmeklēja 21 bērns.", (2024,)),
    ("Aizpērn pulciņu apmeklēja 21 bērns.", (2023,)),
    ("2022. gada rudenī un 2023. gada pavasarī bija pulciņš.", (2022, 2023)),
    ("No 2022. gada oktobra līdz 2023. gada aprīlim bija pulciņš.", (2022, 2023)),
    ("No 2022. gada oktobra līdz 2024. gada aprīlim bija pulciņš.", ALL),
    ("01.10.2022.–30.04.2023. bija pulciņš.", (2022, 2023)),
]
STUDY_YEARS = [
    ("2022./2023. mācību gadā bija pulciņš.", (2022,)),
    ("2022./23. m.g. bija pulciņš.", (2022,)),
    ("22./23. mācību gadā bija pulciņš.", (2022,)),
    ("22./23.m.g. bija pulciņš.", (2022,)),
    ("2022./2023. un 2023./2024. mācību gadā bija pulciņš.", (2022, 2023)),
    ("2022./23. mācību gadā bija četri bērni, 2023./24. - pieci, un 2024./25. mācību gadu sāka seši.", ALL),
    ("2022./2023. m.g. – 4, 2023./2024. m.g. – 5 bērni.", (2022, 2023)),
    ("2023./2024.mācību gada pirmajā semestrī bija pulciņš.", (2023,)),
    ("Mācību gadā 2022/2023 bija pulciņš.", (2022,)),
    ("2022.-2023. mācību gadā bija pulciņš.", (2022,)),
    ("2022. gada septembrī un 2022./2023. mācību gada otrajā pusē bija pulciņš.", (2022,)),
]
#: Statements with their domains and years.
INHERITED = [
    [
        ("education", "2022. gadā skolā bija četri romu bērni.", (2022,)),
        ("education", "Izglītības plāns 2025.-2029. gadam vēl top.", (2022,)),
        ("education", "Pulciņu vada viena skolotāja.", (2022,)),
    ],
    [
        ("housing", "2022. gada rudenī pārmūrētas divas krāsnis.", (2022,)),
        (None, "Saliedētas sabiedrības plāns 2025.-2029. gadam vēl tikai top.", ALL),
        ("housing", "Rindā gaida trīs ģimenes.", (2022,)),
    ],
    [
        (None, "2023. gadā romiem veltītu pasākumu nebija.", (2023,)),
        ("health", "Māsa nodarbības vadīja 2022. gadā.", (2022,)),
        (None, "Plāns 2025.–2030. gadam vēl top.", (2023,)),
    ],
    [
        ("health", "Laikā no 2022. līdz 2024. gadam notika sešas lekcijas.", ALL),
        ("culture", "2023. gadā bija koncerts.", (2023,)),
        ("health", "Lekcijas lasīja divi ārsti.", ALL),
        ("culture", "Klausījās 40 cilvēku.", (2023,)),
    ],
    [
        ("health", "Veselības plāns 2023.–2027. gadam stājās spēkā.", ALL),
        ("health", "2024. gadā bija lekcija.", (2024,)),
        ("health", "Klausījās 12 romi.", (2024,)),
    ],
    [
        ("participation", "Konkurss, ko paredz pamatnostādnes 2021.–2027. gadam, 2023. gadā bija divreiz.", (2023,)),
        ("participation", "Abās reizēs romu biedrības nepieteicās.", (2023,)),
        ("participation", "2024. gadā pieteicās viena.", (2024,)),
        ("participation", "Tā ieguva 300 eiro.", (2024,)),
    ],
    [
        ("education", "2022./2023. mācību gadā bija četri bērni, 2023./2024. – pieci.", (2022, 2023)),
        ("education", "Palīdzēja pedagoga palīgs.", (2022, 2023)),
    ],
    [
        ("employment", "2022. gadā darbu atrada divi, 2024. gadā – četri romi.", (2022, 2024)),
        ("employment", "Visi strādā kokzāģētavā.", (2022, 2024)),
        ("employment", "Visos trijos gados notika karjeras konsultācijas.", ALL),
        ("employment", "Tās sniedza divas konsultantes.", ALL),
    ],
    [
        ("employment", "2022. un 2023. gadā bija kursi.", (2022, 2023)),
        ("employment", "Abos gados tos beidza trīs romi.", (2022, 2023)),
        ("employment", "2024. gadā kursu nebija.", (2024,)),
        ("employment", "Trīs gadu laikā darbu atrada četri.", ALL),
        ("employment", "Vienā gadā darbu atrada divi.", ALL),
    ],
    [
        ("employment", "2023. gadā, salīdzinot ar 2022. gadu, bezdarbnieku bija mazāk.", (2023,)),
        ("employment", "Kursus beidza trīs.", (2023,)),
    ],
    [
        ("culture", "Izstāde „Romi 2022” bija skatāma divas nedēļas.", ALL),
        ("culture", "To apmeklēja 90 cilvēku.", ALL),
    ],
]


def told(text: str) -> object:
    (found,) = find_years(analysed([text], ALL, written=2025), [None])
    return found.value if found else None


@pytest.mark.parametrize(("text", "expected"), [*PLANS, *KEPT, *LISTS, *STUDY_YEARS])
def test_years_of_a_sentence(text: str, expected: tuple[int, ...]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("letter", INHERITED)
def test_years_are_inherited_within_a_domain(letter: list[tuple[str | None, str, tuple[int, ...]]]) -> None:
    domains = [
        Finding(domain, (), "test", 0.95, Message("The letter says so.")) if domain else None for domain, _, _ in letter
    ]
    found = find_years(analysed([text for _, text, _ in letter], ALL, written=2025), domains)
    assert [each.value if each else None for each in found] == [years for _, _, years in letter]


def test_a_year_in_a_cell_belongs_to_the_statements_that_name_it() -> None:
    cells = [
        Told("Veselība", cell=Cell(0, 1, 0)),
        Told("Lekcija 2023. gadā un izbraukums 2024. gadā.", cell=Cell(0, 1, 1)),
        Told("Klausītāji – 12.", cell=Cell(0, 1, 2)),
        Told("Izbraukumā 2024. gadā – 7.", cell=Cell(0, 1, 2)),
        Told("Vadīja divas māsas.", cell=Cell(0, 1, 2)),
    ]
    domains = [Finding("health", (), "test", 0.95, Message("The letter says so."))] * len(cells)
    found = find_years(analysed(cells, ALL, written=2025), domains)
    assert [each.value if each else None for each in found[1:]] == [(2023, 2024), (2023, 2024), (2024,), (2024,)]


def test_columns_of_years() -> None:
    cells = [
        Told("2022. gads", cell=Cell(0, 0, 1)),
        Told("2023. gads", cell=Cell(0, 0, 2)),
        Told("Konsultēti pieci romi.", cell=Cell(0, 1, 1)),
        Told("Konsultēti deviņi romi.", cell=Cell(0, 1, 2)),
        Told("Plāns 2025.–2029. gadam vēl top.", cell=Cell(0, 2, 1)),
        Told("2024. gadā sākās kursi.", cell=Cell(0, 2, 2)),
    ]
    domains = [Finding("employment", (), "test", 0.95, Message("The letter says so."))] * len(cells)
    found = find_years(analysed(cells, ALL, written=2025), domains)
    assert [each.value if each else None for each in found[2:]] == [(2022,), (2023,), (2022,), (2024,)]
