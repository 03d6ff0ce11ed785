"""Years in the sentences of clerks, nurses and teachers; expectations came before the finder was run.

The letter answers for 2021 and 2022 and was written in 2023.
"""

import pytest

from extract.fields.years import find_years
from invented_letters import analysed

BOTH = (2021, 2022)
CASES = [
    ("2021. un 2022. m.g. skolā strādāja mentors.", BOTH),
    ("2021./2022. m. g. un 2022./2023. m. g. skolā strādāja mentors.", BOTH),
    ("2021.g.-2022.g. skolā strādāja mentors.", BOTH),
    ("2021.–2022. gada ziemā skolā strādāja mentors.", BOTH),
    ("No 2021. līdz 2022. gadam skolā strādāja mentors.", BOTH),
    ("No 2021.gada 1.aprīļa līdz 2021.gada 30.novembrim strādāja mentors.", (2021,)),
    ("01.09.2021.–31.05.2022. strādāja mentors.", BOTH),
    ("Laikā no 1. marta līdz 31. maijam 2022. gadā strādāja mentors.", (2022,)),
    ("Mentors strādāja arī 2022.g. pirmajā pusgadā.", (2022,)),
    ("Gada laikā (2022) mentors apciemoja 9 ģimenes.", (2022,)),
    ("2022. – 14 bērni.", (2022,)),
    ("2021.g. – nav, 2022.g. – 3 ģimenes.", BOTH),
    ("2021 – 5, 2022 – 7 ģimenes.", BOTH),
    ("31.12.2022. uzskaitē bija 14 ģimenes.", (2022,)),
    ("Uz 2023. gada 1. janvāri rindā bija 14 ģimenes.", BOTH),
    ("Uz 01.01.2023. rindā bija 14 ģimenes.", BOTH),
    ("2022.gada decembrī un 2023.gada janvārī izdalītas pakas.", (2022,)),
    ("Kopš 2021. gada nogales strādā mentors.", (2021,)),
    ("Pakalpojums pieejams no 2022. gada septembra.", (2022,)),
    ("Pēc 2022. gada 1. jūlija pakalpojums nav sniegts.", (2022,)),
    ("Līdz 2022. gada jūnijam pakalpojumu sniedza biedrība.", (2022,)),
    ("Pašvaldības 2022. gada budžetā paredzēti 500 eiro.", (2022,)),
    ("Saskaņā ar 2021. gada 1. jūlija Sociālo pakalpojumu likuma grozījumiem pabalsts ir 109 eiro.", BOTH),
    ("Domes 2021. gada 28. oktobra saistošie noteikumi Nr. 14 paredz pabalstu.", BOTH),
    ("Saistošie noteikumi Nr. 2022/14 paredz pabalstu.", BOTH),
    ("Līgums Nr. 4-12/2021/77 paredz divas asistentes.", BOTH),
    ("Konkursā „Gada skola 2022” romu bērni nepiedalījās.", BOTH),
    ("Festivālā „Etnofest 2021”, kas 2022. gadā notika pirmo reizi pēc pandēmijas, dziedāja romi.", (2022,)),
    ("Programmā „Eiropa 2021–2027” pieteikumi nav iesniegti.", BOTH),
    ("Novads izveidots 2021. gada 1. jūlijā, apvienojot trīs novadus.", (2021,)),
    ("Muzejs, kas celts 1898. gadā, rādīja romu fotogrāfijas.", BOTH),
    ("Vijolnieks (dzimis 1954. gadā) vadīja meistarklasi.", BOTH),
    ("1935. gada skaitīšanā novadā bija 112 romi.", BOTH),
    ("Pirms 2020. gada pakalpojuma nebija.", BOTH),
    ("Salīdzinājumā ar 2021. gadu klientu skaits 2022. gadā dubultojies.", (2022,)),
    ("Klientu ir par trim mazāk nekā 2021. gadā.", BOTH),
    ("2023. gadā darbs turpināsies.", BOTH),
    ("Nākamgad plānots pieņemt darbā vēl vienu mentoru.", BOTH),
    ("Programma darbosies līdz 2029. gada beigām.", BOTH),
    ("Mērķis ir 2025. gadā izveidot dienas centru.", BOTH),
    ("Covid-19 dēļ 2021. gadā pasākumi nenotika, 2022. gadā tie atsākās.", BOTH),
    ("2022. gadā turpinājās 2021. gadā iesāktā sadarbība.", (2022,)),
    ("Tālruņa Nr. 20212022 strādā visu diennakti.", BOTH),
    ("Projekts Nr. 2021-1-LV02 palīdzēja deviņiem jauniešiem.", BOTH),
    ("Pabalsts ir 2022 eiro gadā.", BOTH),
    ("Piedalījās 2021 skatītājs.", BOTH),
]


def told(text: str) -> object:
    (found,) = find_years(analysed([text]), [None])
    return found.value if found else None


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_years_in_clerks_sentences(text: str, expected: tuple[int, ...]) -> None:
    assert told(text) == expected
