"""The years that letters answer for and their first statements; expectations came before the finder was run.

The letters were written in March 2023.
"""

from collections.abc import Callable

import pytest

from extract.model import Letter

FORM = """
DOBELES NOVADA PAŠVALDĪBA
Brīvības iela 17, Dobele, LV-3701, tālr. 60000000
12.03.2023. Nr. 3-9/23/842
{reference}
Kultūras ministrijai
{subject}
{opening}
Divas romu ģimenes saņēma pārtikas pakas.
Ar cieņu
priekšsēdētājs
"""
REFERENCE, SUBJECT = "Uz 17.02.2023. Nr. 4.2-7/315", "Par romu iekļaušanu"
BOTH = (2021, 2022)
PACKS = "Divas romu ģimenes saņēma pārtikas pakas."
OPENINGS = [
    (
        "Atbildot uz 2023. gada 17. februāra vēstuli Nr. 4.2-7/315 „Par pasākumiem 2021. un 2022. gadā”, informējam:",
        BOTH,
    ),
    (
        "Pašvaldība saņēma ministrijas vēstuli ar lūgumu līdz 2023. gada 15. martam sniegt ziņas par 2022. gadu.",
        (2022,),
    ),
    (
        "Atsaucoties uz vēstuli, iesniedzam pārskatu par laiku no 2021. gada 1. janvāra līdz 2022. gada 31. decembrim.",
        BOTH,
    ),
    ("Atbilstoši 2022. gada 14. jūnija rīkojumam Nr. 412 sniedzam pārskatu par 2021. gadu.", (2021,)),
    (
        "Saskaņā ar Romu stratēģiskā ietvara pasākumu plānu 2022.–2023. gadam informējam par 2022. gadā paveikto.",
        (2022,),
    ),
    ("Pamatnostādņu 2021.–2027. gadam izpildi 2021. un 2022. gadā raksturo šādas ziņas.", BOTH),
    ("Izpildot pieprasījumu, sniedzam informāciju par periodu 2021.-2022.g.", BOTH),
    ("Pārskats par 2021.gadu un 2022.gadu sagatavots, apkopojot pagastu pārvalžu ziņas.", BOTH),
    ("Nosūtām atbildes uz jautājumiem par diviem iepriekšējiem gadiem (2021, 2022).", BOTH),
    ("Jūsu vēstulē lūgts sniegt informāciju par 2021./2022. gadu.", None),
    ("Sniedzam atbildi par pagājušo gadu.", (2022,)),
    ("Atbildam uz Jūsu 17.02.2023. e-pastu par 2022.gadā īstenotajiem pasākumiem.", (2022,)),
    (
        "Ministrijas 2023. gada 17. februāra vēstulē prasīts par 2021. gadu un 2022. gadu, un par abiem atbildam kopā.",
        BOTH,
    ),
    ("Turpinot 2022. gadā sākto saraksti, sniedzam ziņas par 2022. gadu.", (2022,)),
]
SUBJECTS = [
    ("Par informācijas sniegšanu par 2022. gadu", (2022,)),
    ("Par 2023. gada 17. februāra vēstuli „Par pasākumiem 2021. un 2022. gadā”", BOTH),
    ("Par Romu stratēģiskā ietvara pasākumu plāna 2022.–2023. gadam izpildi 2022. gadā", (2022,)),
    ("Par 2021. – 2022. gadā paveikto romu iekļaušanā", BOTH),
]
TELLING = [
    ("Atbildot uz vēstuli, paziņojam, ka 2022. gadā romu ģimenēm īpaši pasākumi netika rīkoti.", (2022,)),
    ("Informējam, ka Dobelē 2021. un 2022. gadā darbojās romu mediatore.", BOTH),
    ("Ministrijas vēstulē minētie pasākumi 2022. gadā Dobelē netika īstenoti.", (2022,)),
    ("Uz vēstulē uzdotajiem jautājumiem atbildam, ka 2022. gadā skolās mācījās 14 romu bērni.", (2022,)),
    ("Izskatot vēstuli, konstatējām, ka 2022. gadā Dobelē neviens roms pie mums nav vērsies.", (2022,)),
]


def read(make_letter: Callable[..., Letter], opening: str, subject: str = SUBJECT) -> Letter:
    return make_letter(FORM.format(reference=REFERENCE, subject=subject, opening=opening))


def years_of(letter: Letter) -> tuple[int, ...] | None:
    found = letter.frame.reporting_years
    return found.value if found else None


@pytest.mark.parametrize(("opening", "years"), OPENINGS)
def test_an_opening_that_announces(
    make_letter: Callable[..., Letter], opening: str, years: tuple[int, ...] | None
) -> None:
    letter = read(make_letter, opening)
    assert [statement.text for statement in letter.statements] == [PACKS]
    if years is not None:
        assert years_of(letter) == years


@pytest.mark.parametrize(("subject", "years"), SUBJECTS)
def test_years_of_the_subject(make_letter: Callable[..., Letter], subject: str, years: tuple[int, ...]) -> None:
    letter = read(make_letter, "Sniedzam prasīto informāciju.", subject)
    assert years_of(letter) == years
    assert [statement.text for statement in letter.statements] == [PACKS]


@pytest.mark.parametrize(("opening", "years"), TELLING)
def test_an_opening_that_tells(make_letter: Callable[..., Letter], opening: str, years: tuple[int, ...]) -> None:
    letter = read(make_letter, opening)
    assert [statement.text for statement in letter.statements] == [opening, PACKS]
    assert years_of(letter) == years
