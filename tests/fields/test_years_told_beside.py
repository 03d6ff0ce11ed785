"""Years that a sentence tells beside its own, and years in relation to others; expectations came before the rules.

The letter answers for 2021 and 2022 and was written in 2023.
"""

import pytest

from extract.fields.years import find_years
from extract.model import Finding, Message
from invented_letters import Told, analysed

BOTH = (2021, 2022)
BESIDE = [
    "Novada robežas mainīja 2020. gada reforma.",
    "Pēc 2019. gada ugunsgrēka četrām ģimenēm atvēlētas istabas kopmītnē.",
    "2018. gada pētījums rāda, ka romu bērni biežāk maina skolu.",
    "Saskaņā ar 2020. gada tautas skaitīšanas datiem novadā dzīvo 31 roms.",
    "Ar domes 2020. gada lēmumu ēdināšana ir bez maksas.",
    "Kā liecina 2019. gada aptauja, darba devēji romus pieņem nelabprāt.",
    "Mediatore, kuru pašvaldība pieņēma darbā 2020. gadā, apmeklē ģimenes katru nedēļu.",
    "Klubiņu, kas darbu sāka 2019. gadā, vada divas romu sievietes.",
    "Ģimenes mitinās mājā, ko 2018. gadā atjaunoja draudze.",
    "Bērni brauc ar autobusu, jo Mazsalacas skolu 2020. gadā slēdza.",
    "2019. gadā izveidotā darba grupa sanāk reizi mēnesī.",
    "Pašvaldība vadās pēc 2020. gadā pieņemtās kārtības.",
    "Pulciņš turpina 2018. gadā aizsākto tradīciju.",
    "Pakalpojums ieviests 2020. gadā un joprojām ir pieejams visos pagastos.",
    "Jumtu vētra norāva 2019. gada rudenī, un to salaboja tikai tagad.",
    "Sporta zāle 2020. gadā izdega, pašlaik bērni vingro klubā.",
    "Līgums ar pakalpojuma sniedzēju slēgts 2020. gadā.",
    "Šī kārtība apstiprināta 2019. gadā.",
    "Asistentu amati izveidoti 2020. gadā.",
    "Romu diena 2020. gadā iekļauta svinamo dienu sarakstā, un līdz šim tā svinēta klusi.",
    "Sarakstu, ko ministrija saņēma 2023. gada janvārī, sastādīja skolas.",
    "Skolas ēkā, kurā 2023. gadā notika remonts, mācījās trīs romu bērni.",
    "Ziņas par iepriekšējiem gadiem pašvaldības arhīvā nav saglabātas.",
]
TOLD = [
    ("2020. gada vasarā nometnē bija divi romu bērni.", (2020,)),
    ("2020. gada pavasarī skolā viesojās romu mūziķi.", (2020,)),
    ("2020. gada laikā konsultēti divi romi.", (2020,)),
    ("2020. gada otrajā pusē kursus beidza divi romi.", (2020,)),
    ("2020. gada 3. ceturksnī kursus beidza divi romi.", (2020,)),
    ("2020. gada oktobrī kursus beidza divi romi.", (2020,)),
    ("Semināru, ko vadīja mediatore, 2020. gadā apmeklēja divi romi.", (2020,)),
    ("No 2021. gada 23. marta skolēniem aizdotas planšetes.", (2021,)),
    ("No 2021. gada marta regulāri notika nodarbības.", (2021,)),
    ("Eiropas Savienības 2021. gada regula nosaka, ka 2022. gadā atbalstu saņem visi.", (2022,)),
    ("2020. gada lēmums stājās spēkā 2021. gadā.", (2021,)),
    # words that begin like those of documents, of what is compared with, founded, planned, or a part of the year
    ("Nekādi pasākumi 2021. gadā nav īstenoti.", (2021,)),
    ("Vairāk nekā 2021. gadā.", (2021, 2022)),
    ("Kursus skolā, kā arī pirmsskolā 2021. gadā apmeklēja divi romi.", (2021,)),
    ("Salīdzinoši daudz romu 2021. gadā atrada darbu.", (2021,)),
    ("Salīdzinot ar 2021. gadu, darbu atrada vairāk romu.", (2021, 2022)),
    ("2021. gada bērnu tiesību aktivitātēs piedalījās 14 romi.", (2021,)),
    ("2021. gada tiesību akti nosaka, kā atbalstu saņem.", (2021, 2022)),
    ("2021. gada bērnu likumīgie pārstāvji saņēma atbalstu.", (2021,)),
    ("2021. gada pavasarī noslēgts līgums ar biedrību.", (2021,)),
    ("2021. gada pavasara plāns nosūtīts domei.", (2021, 2022)),
    ("2019. gadā dzimtās valodas pulciņu apmeklēja astoņi romi.", (2019,)),
    ("2019. gadā dzimušos romus uzņēma pirmsskola.", (2021, 2022)),
    ("2020. gadā sociālās iekļaušanas pasākumos piedalījās pieci romi.", (2020,)),
    ("2020. gadā atvērto durvju dienā piedalījās pieci romi.", (2020,)),
    ("2020. gadā atvērtajā centrā darbojas pieci romi.", (2021, 2022)),
    ("2020. gadā pastāvīgi nodarbības apmeklēja pieci romi.", (2020,)),
    ("2020. gadā celtniecības kursus pabeidza pieci romi.", (2020,)),
    ("Darbu atrada 2020. gada vidusskolas absolvente.", (2021, 2022)),
    ("Darbu 2020. gada vidū atrada romiete.", (2020,)),
    ("Izstādē aplūkojami 2020. gada laikraksti.", (2021, 2022)),
    ("2023. gada februārī notika budžeta plānošanas nodarbība romu ģimenēm.", (2023,)),
    ("2023. gada februārī notika plānotā nodarbība romu ģimenēm.", (2021, 2022)),
    ("2022. gadā palīdzība sniegta ģimenēm, kuru mājas 2020. gadā applūda.", (2022,)),
    ("Aizpērn kursus beidza trīs romi.", (2021,)),
    ("Aizpagājušajā gadā kursus beidza trīs romi.", (2021,)),
    ("Gan pērn, gan aizpērn dienests izsniedza pārtikas pakas.", BOTH),
    ("Pārskata perioda pirmajā gadā kursus beidza trīs romi.", (2021,)),
    ("Pārskata perioda otrajā gadā kursus beidza trīs romi.", (2022,)),
    ("Pārskata perioda pēdējā gadā kursus beidza trīs romi.", (2022,)),
    ("Pārskata perioda sākumā kursus beidza trīs romi.", BOTH),
    ("Abos šajos gados kursus beidza trīs romi.", BOTH),
    ("Šogad kursus beigs trīs romi.", BOTH),
    ("Ne pērn, ne šogad kursi nav rīkoti.", (2022,)),
]


def told(text: str) -> object:
    (found,) = find_years(analysed([text]), [None])
    return found.value if found else None


@pytest.mark.parametrize("text", BESIDE)
def test_a_year_told_beside_is_none_of_the_statement(text: str) -> None:
    assert told(text) == BOTH


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_years_told_in_relation(text: str, expected: tuple[int, ...]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("confidence", "alternatives", "expected"),
    [
        (0.6, ("participation", "health"), (2022,)),
        (0.6, ("health", "participation"), BOTH),
        (0.9, ("participation",), BOTH),
    ],
)
def test_years_of_the_statement_before_where_the_domain_is_doubted(
    confidence: float, alternatives: tuple[str, ...], expected: tuple[int, ...]
) -> None:
    letter = analysed(["Biedrība 2022. gadā saņēma telpas.", Told("Tajās rāda romu gleznas.", same_paragraph=True)])
    reason = Message("The letter says so.")
    domains = [
        Finding("participation", (), "test", 0.9, reason),
        Finding("culture", (), "test", confidence, reason, alternatives),
    ]
    found = find_years(letter, domains)[1]
    assert found is not None
    assert found.value == expected
