"""First sentences of letters that only announce, and those that already tell."""

import pytest

from extract.letters.formulas import is_announcement

ANNOUNCING = [
    "Novada pašvaldība lūdza pastāstīt, kā mums 2022. gadā klājies.",
    "Muzejs dalās atziņās par to, kā 2022. gadā darbojies kopā ar romiem.",
    "Rakstu par bāriņtiesā paveikto 2022. gadā.",
    "Pēc domes lūguma nosūtām ziņas par Vaives un Raunas pagastiem.",
    "Ministrija sniedz ziņas par 2022. gadu par jautājumu, kas ir tās pārziņā.",
    "Atskaitē apkopoti dati par 2022. gadu.",
]
TELLING = [
    "2022. gadā mediatore raksta iesniegumus par dzīvokļiem, kas 2021. gadā celti.",
    "Skolā mediators stāsta bērniem par romu holokaustu, kas veikts 1942. gadā.",
    "Romi dalās pieredzē par to, kā 2022. gadā meklēja darbu.",
    "Dienests lūdza policiju sniegt ziņas par bērniem.",
    "Pēc vecāku lūguma dienests sniedz informāciju par pabalstiem.",
]


@pytest.mark.parametrize(
    ("sentence", "announces"), [*((text, True) for text in ANNOUNCING), *((text, False) for text in TELLING)]
)
def test_openings_unseen(sentence: str, announces: bool) -> None:
    assert is_announcement(sentence) is announces
