"""Terse refusals of clerks, and sentences that only look like them."""

import pytest

from denials import tells_of_nothing_done

SAYS_SO = [
    "Naudas šim nolūkam nav, tālab nekas nav pat iesākts.",
    "Šajā jomā nekas netika iesākts.",
    "Nav lūgts un nav sniegts.",
    "Netika plānoti un netika rīkoti.",
    "Nē, nav rīkoti.",
    "Nē, netika nodrošināts.",
    "Līdzekļu trūkuma dēļ nekas nav atbalstīts.",
    "Budžeta nebija, tāpēc neko neesam paveikuši.",
    "Šajā gadā nekas nav finansēts.",
]
DOES_NOT = [
    "Nav lūgts un nav noraidīts neviens pabalsts, sniegtas 12 konsultācijas.",
    "Nē, nav īstenoti lieli projekti, bet 12 bērni apmeklēja nometni.",
    "Nekas nav atstāts bez uzraudzības.",
    "Nekas neliecināja, ka projekts nav finansēts pietiekami.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*((text, True) for text in SAYS_SO), *((text, False) for text in DOES_NOT)]
)
def test_no_measures(text: str, expected: bool) -> None:
    assert tells_of_nothing_done(text) is expected
