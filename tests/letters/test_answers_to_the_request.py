"""Sentences that refer to the ministry's request: those that tell by it what was not done, and those that do not."""

import pytest

from extract.letters.formulas import is_announcement

TELLING = [
    "2024. gadā pašvaldība nav veikusi nevienu no vēstulē norādītajām aktivitātēm.",
    "Pieprasījumā uzskaitītie pasākumi novadā netika īstenoti.",
    "Neviens no anketā nosauktajiem pasākumiem pagastā nav rīkots.",
    "Vēstulē minētos projektus dome nerealizēja.",
    "Dome 2022. gadā neīstenoja jautājumos minētos pasākumus.",
    "Pasākumi, par kuriem jautāts pieprasījumā, pie mums netiek organizēti.",
    "Ministrijas vēstulē prasītie pasākumi 2021. un 2022. gadā nav notikuši.",
]
ANNOUNCING = [
    "Atbildot uz vēstuli par pasākumiem, kas nav finansēti no valsts budžeta, sniedzam ziņas par 2022. gadu.",
    "Ministrija vēstulē lūdza informēt par pasākumiem, kuri vēl nav īstenoti.",
    "Atbildot uz pieprasījumu, sniedzam informāciju par 2022. gada pasākumiem.",
    "Nosūtām atbildes uz vēstulē uzdotajiem jautājumiem par romu iekļaušanas pasākumiem.",
]


@pytest.mark.parametrize("sentence", TELLING)
def test_a_denial_in_the_words_of_the_request_tells(sentence: str) -> None:
    assert not is_announcement(sentence)


@pytest.mark.parametrize("sentence", ANNOUNCING)
def test_what_only_refers_to_the_request_tells_nothing(sentence: str) -> None:
    assert is_announcement(sentence)
