"""Sentences that say where the letter's data come from are no statements; expectations came before the rule."""

from collections.abc import Callable

import pytest

from extract.letters.formulas import is_announcement, is_courtesy
from extract.model import Letter

SOURCES = [
    "Ziņas ņemtas no VIIS un NVA.",
    "Dati iegūti no Sociālā dienesta.",
    "Dati iegūti no Sociālā dienesta uzskaites.",
    "Datu avots – VIIS.",
    "Datu avoti: VIIS, NVA un Sociālais dienests.",
    "Avots: Valsts izglītības informācijas sistēma.",
    "Ziņas apkopotas no skolu atskaitēm.",
    "Ziņas apkopotas no pagastu pārvalžu un skolu ziņojumiem.",
    "Skaitļi ņemti no dienesta uzskaites.",
    "Skaitļi ir no dienesta uzskaites.",
    "Tabula sastādīta pēc skolu ziņām.",
    "Tabula sastādīta pēc skolu un Sociālā dienesta datiem.",
    "Dati par 2022. gadu ņemti no VIIS.",
    "Dati par skolēniem ņemti no VIIS.",
    "Ziņas par bezdarbniekiem iegūtas no NVA.",
    "Pārskatam izmantoti NVA dati.",
    "Pārskatā izmantoti skolu un NVA dati.",
    "Pārskats balstīts uz skolu datiem.",
    "Informācija iegūta no pagastu pārvaldēm.",
    "Informācija apkopota no pagastu pārvaldēm un skolām.",
    "Dati nāk no VIIS.",
    "Visi skaitļi ņemti no SOPA.",
    "Šie dati iegūti no Sociālā dienesta.",
    "Dati: VIIS un NVA.",
    "Tabula aizpildīta, izmantojot skolu un sociālā dienesta ziņas.",
    "Tabula ir aizpildīta pēc iestāžu sniegtās informācijas.",
    "Dati sagatavoti, pamatojoties uz Izglītības pārvaldes un bibliotēku sniegto informāciju.",
    "Informācija sagatavota sadarbībā ar pagastu pārvaldēm.",
    "Atbildes sagatavotas, balstoties uz struktūrvienību ziņām.",
    "Ziņas sniedza Izglītības pārvalde, Sociālais dienests un Kultūras centrs.",
    "Tabulu aizpildīja sociālā darbiniece kopā ar skolas direktori.",
    "Pārskata sagatavošanā piedalījās visas pagastu pārvaldes.",
    "Atskaite veidota pēc dienesta lietvedības datiem.",
]
TELLING = [
    "Pēc VIIS datiem skolās mācās 14 romu bērni.",
    "Saskaņā ar NVA datiem reģistrēti 14 romi.",
    "Informāciju par kursiem ģimenēm sniedza mediatore.",
    "Informāciju par pabalstiem sniedza sociālais darbinieks.",
    "Informāciju romiem sniedza Sociālais dienests.",
    "Ziņas par darbu romi ieguva no NVA.",
    "Dati par tautību netiek vākti.",
    "Statistiku par tautību dienests neveido.",
    "Ziņas par romu bērniem skola neapkopo.",
    "Dati par romu skaitu nav pieejami.",
    "Dati rāda, ka darbu atrada trīs romi.",
    "Skaitļi ir mazi, jo romu novadā ir maz.",
    "Datus par ģimenēm bāriņtiesa saņēma no policijas.",
    "Ziņas no skolām par kavējumiem mediatore saņem katru nedēļu.",
    "Informācija par kursiem izlikta dienestā.",
    "Izmantoti NVA pakalpojumi.",
    "Nauda ņemta no pašvaldības budžeta.",
    "Bērni ņemti no divām skolām.",
    "Grāmatas iegūtas no bibliotēkas.",
    "Tabula ar ēdienreizēm izlikta skolā.",
    "Dati par 14 ģimenēm nodoti bāriņtiesai.",
    "Ziņas par ģimeni pārbaudīja sociālais dienests.",
    "Dati par dzīvokļiem apkopoti, un 12 ģimenes uzņemtas rindā.",
    "Tabulas aizpildītas kopā ar romu ģimenēm kursos.",
    "Informācija par vakcināciju sagatavota romu valodā.",
    "Ziņas par kursiem sniedza mediators, apmeklējot 12 ģimenes.",
    "Ziņas sniedza romu ģimenēm un skolām.",
    "Atbildes sagatavoja sociālais dienests, un pasākumi romiem netika īstenoti.",
    "Tabulu aizpildīja skola, kura romu bērniem rīkoja nometni.",
    "Izglītības pārvalde sniedza informāciju vecākiem par brīvpusdienām.",
]
LETTER = (
    "Aizkraukles novada pašvaldība\nKultūras ministrijai\nSniedzam ziņas par 2022. gadu.\n"
    "Divas ģimenes saņēma malku.\n{}\nTrīs romi atrada darbu.\nSociālā darbiniece"
)


@pytest.mark.parametrize("sentence", SOURCES)
def test_where_the_data_come_from(make_letter: Callable[..., Letter], sentence: str) -> None:
    assert is_courtesy(sentence)
    assert [each.text for each in make_letter(LETTER.format(sentence)).statements] == [
        "Divas ģimenes saņēma malku.",
        "Trīs romi atrada darbu.",
    ]


@pytest.mark.parametrize("sentence", TELLING)
def test_what_is_done_with_data(make_letter: Callable[..., Letter], sentence: str) -> None:
    assert not is_courtesy(sentence)
    assert sentence in [each.text for each in make_letter(LETTER.format(sentence)).statements]


WRITERS = [
    ("Par šo gadu rakstu es, romu mediatore, jo dienestā neviens cits to nezina.", True),
    ("Par 2023. gadu šoreiz atbildu es, skolas sociālais pedagogs, jo dienesta vadītāja ir slimības lapā.", True),
    ("Šo vēstuli rakstu es pati, jo lietvedei nav laika.", True),
    ("Atbildi sagatavoju es, bāriņtiesas priekšsēdētāja.", True),
    ("Par 2021. gadu rakstu es, skolas direktore, jo domē teica, ka es zinot visvairāk.", True),
    ("Par romu bērniem skolā rūpējos es, sociālā pedagoģe.", False),
    ("Par šo jomu neko nezinu, jo dienestā strādāju tikai kopš rudens.", False),
    ("Anketas aizpildīja 14 romu vecāki.", False),
    ("Atbildu es, pasākumi nav īstenoti.", False),
    ("Šoreiz atbildu es, un pasākumi romiem netika rīkoti.", False),
    ("Par skolu atbildu es, skola rīkoja divas nometnes.", False),
    ("Iesniegumu ģimenei uzrakstīju es, un dzīvokli piešķīra.", False),
]


@pytest.mark.parametrize(("sentence", "expected"), WRITERS)
def test_who_writes_the_letter(sentence: str, expected: bool) -> None:
    assert is_announcement(sentence) == expected
