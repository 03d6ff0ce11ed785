"""Years in short, sloppy and relative forms, and years of other things; written before the finder was run on them.

The letter answers for 2021 and 2022 and was written in 2023.
"""

import pytest

from extract.fields.years import find_years
from invented_letters import Told, analysed

BOTH = (2021, 2022)
CASES = [
    ("2021./22. mācību gadā skolā bija trīs romu bērni.", (2021,)),
    ("2021./2022.mācību gadā pulciņu vadīja romu meitene.", (2021,)),
    ("2021/2022 m.g. atbalsts sniegts trim bērniem.", (2021,)),
    ("2022./2023. m. g. pirmajā semestrī atbalsts sniegts trim bērniem.", (2022,)),
    ("No 2021. gada septembra līdz 2022. gada maijam darbojās mentors.", BOTH),
    ("Pērn kursus beidza četri romi.", (2022,)),
    ("Pagājušajā gadā kursus beidza četri romi.", (2022,)),
    ("Aizvadītajā gadā kursus beidza četri romi.", (2022,)),
    ("Pārskata periodā kursus beidza četri romi.", BOTH),
    ("Abos gados kursus beidza četri romi.", BOTH),
    ("Abos pārskata gados kursus beidza četri romi.", BOTH),
    ("2021. un 2022.g. kursus beidza četri romi.", BOTH),
    ("2021.,2022.g. kursus beidza četri romi.", BOTH),
    ("2021.gadā- divas, 2022.gadā- trīs ģimenes.", BOTH),
    ("2022gadā kursus beidza četri romi.", (2022,)),
    ("2022. g. kursus beidza četri romi.", (2022,)),
    ("2022.g kursus beidza četri romi.", (2022,)),
    ("2022 . gadā kursus beidza četri romi.", (2022,)),
    ("2022 gadā kursus beidza četri romi.", (2022,)),
    ("22.02.2022 notika tikšanās ar romu vecākiem.", (2022,)),
    ("2022. gada nogalē notika tikšanās.", (2022,)),
    ("2022.gada vasarā bērni devās nometnē.", (2022,)),
    ("2021. gada rudenī un 2022. gada pavasarī notika talkas.", BOTH),
    ("Laikposmā 2021.–2022. gads darbu atrada trīs romi.", BOTH),
    ("Gadu gaitā (2021-2022) darbu atrada trīs romi.", BOTH),
    ("Kopš 2015. gada novadā darbojas mediatore, un 2022. gadā viņa apmeklēja 9 ģimenes.", (2022,)),
    ("Saskaņā ar 2016. gada 27. aprīļa Regulu tautību 2022. gadā neuzskaitījām.", (2022,)),
    ("Novada attīstības programma 2022.–2028. gadam 2021. gadā apspriesta ar romiem.", (2021,)),
    ("Atbilstoši Ministru kabineta 2021. gada 13. aprīļa noteikumiem Nr. 240 2022. gadā izmaksāti pabalsti.", (2022,)),
    ("Biedrība dibināta 2009. gadā un 2022. gadā saņēma 300 eiro.", (2022,)),
    ("2022. gadā, salīdzinot ar 2021. gadu, pabalstu saņēma vairāk ģimeņu.", (2022,)),
    ("2022. gadā rinda bija garāka nekā 2021. gadā.", (2022,)),
    ("Programma „Vesels 2021” 2022. gadā noslēdzās.", (2022,)),
    ("Projekts (2020–2023) 2022. gadā aptvēra sešas ģimenes.", (2022,)),
    ("Līdz 2027. gadam plānots atjaunot māju, kurā 2022. gadā dzīvoja trīs ģimenes.", (2022,)),
    ("2022. gadā apstiprināta stratēģija 2023.–2029. gadam.", (2022,)),
    ("Gan 2021., gan 2022. gadā dienests sniedza konsultācijas.", BOTH),
    ("Ne 2021., ne 2022. gadā pasākumi netika rīkoti.", BOTH),
    ("Uz 01.01.2022. rindā bija 11 ģimenes.", (2022,)),
    ("2021.gada 4.ceturksnī izmitināta viena ģimene.", (2021,)),
    ("Divtūkstoš divdesmit otrajā gadā izmitināta viena ģimene.", (2022,)),
    ("2021-2022 mācību gadā izmitināta viena ģimene.", (2021,)),
    ("2021. - 2022. gadā darbs turpinājās.", BOTH),
]


def told(text: str) -> object:
    (found,) = find_years(analysed([text]), [None])
    return found.value if found else None


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_years_unseen_forms(text: str, expected: tuple[int, ...]) -> None:
    assert told(text) == expected


ABOVE = [
    (Told("Nodarbības apmeklēja septiņi bērni.", heading="2021. gads"), (2021,)),
    (Told("Nodarbības apmeklēja septiņi bērni.", heading="Izglītība (2022. gads)"), (2022,)),
    (Told("nodarbības – 7 bērni;", lead_in="2022.gadā notika šādas aktivitātes:"), (2022,)),
    (Told("nodarbības 2022. gadā – 7 bērni;", lead_in="2021. un 2022. gadā notika šādas aktivitātes:"), (2022,)),
    (Told("Nodarbības apmeklēja septiņi bērni.", heading="Attīstības programma 2020.–2027. gadam"), BOTH),
]


@pytest.mark.parametrize(("statement", "expected"), ABOVE)
def test_years_of_what_stands_above(statement: Told, expected: tuple[int, ...]) -> None:
    (found,) = find_years(analysed([statement]), [None])
    assert found is not None
    assert found.value == expected
