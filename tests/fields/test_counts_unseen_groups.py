"""Whom a number without a noun counts: people of earlier sentences, names beside a part, wholes behind "no"."""

import pytest

from count_sentences import analyse, counts_of, short
from extract.fields.counts import find_counts

EARLIER = [
    (
        ("Darbus veica 11 cilvēku, no viņiem septiņi vīrieši un četras sievietes.", "Darbā palika trīs no viņiem."),
        "11 cilvēki; 7 vīrieši; 4 sievietes; 3 cilvēki",
    ),
    (("Mācījās 14 bērni, jo divas ģimenes aizbrauca.", "Projektā bija iesaistīti pieci no viņiem."), "5 bērni"),
    (("Kursus beidza 14 bērni un 9 mātes.", "Darbu atrada divi no viņiem."), "14 bērni; 9 mātes; 2 bērni"),
    (("Kursus beidza 9 mātes un 14 bērni.", "Darbu atrada divas no viņām."), "9 mātes; 14 bērni; 2 mātes"),
    (
        ("Reģistrēti 26 bezdarbnieki.", "Sabiedriskie darbi: 9 personas.", "Darbā iekārtojās četri."),
        "26 bezdarbnieki; 9 personas; 4 bezdarbnieki",
    ),
    (
        ("Pieteicās 12 jaunieši.", "Palīdzību lūdza 7 ģimenes.", "Trīs no viņiem atteica."),
        "12 jaunieši; families 7 ģimenes; 3 jaunieši",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), EARLIER)
def test_people_of_earlier_sentences(texts: tuple[str, ...], expected: str) -> None:
    found = "; ".join(short(f.value) for findings in find_counts(analyse(*texts)) for f in findings)
    assert found.endswith(expected)


BESIDE = [
    ("Rentgenu izmantoja 46 cilvēki, no viņiem romi 17.", "46 cilvēki; 17 romi"),
    ("Rentgenu izmantoja 46 cilvēki, no viņiem romi 17, tālāk nosūtīti 2.", "46 cilvēki; 17 romi; 2 romi"),
    ("Zupu saņem 130 cilvēki, romi no tiem ap 50.", "130 cilvēki; about 50 romi"),
    ("Darbus strādāja 9 cilvēki, romi starp viņiem bija 3 – 2 vīri un 1 sieva.", "9 cilvēki; 3 romi; 2 vīri; 1 sievas"),
    ("Skolā mācās 16 bērni, no tiem romi attiecīgi 5 un 6.", "16 bērni; 5 romi; 6 romi"),
    (
        "Pakas saņēmušas 88 ģimenes / 246 personas, romu ģimenes starp tām – 26.",
        "families 88 ģimenes; 246 personas; families 26 ģimenes",
    ),
    ("Apmeklētāju bija 90, starp viņiem skolēni 31.", "90 apmeklētāji; 31 skolēni"),
    ("Kursus sāka 20 personas, sievietes no tām bija 12.", "20 personas; 12 sievietes"),
    # a number of the whole, whoever is named in another clause
    ("Skolēni brauca uz Rīgu 30, no tiem 8 romi.", "8 romi"),
    ("Bija 40 bērni, romu no tiem 12.", "40 bērni; 12 bērni"),
]

WHOLES = [
    ("Sociālajā mājā no 31 īrnieka romi bija seši.", "31 īrnieki; 6 īrnieki"),
    ("No 28 īrniekiem romi bija seši.", "28 īrnieki; 6 īrnieki"),
    ("No 61 skolas bērna romu valodā runā seši.", "61 bērni; 6 bērni"),
    ("No 41 ģimenes palīdzību lūdza 12.", "families 41 ģimenes; families 12 ģimenes"),
    ("Pēc 21 skolotāja ieteikuma rīkojām kursus.", ""),
    (
        "Aicināti bija 50 bērni, atnāca 72, un rotaļās viņus vadīja četras dalībnieces.",
        "50 bērni; 72 bērni; provider 4 dalībnieces",
    ),
    ("Gaidījām 20, atnāca 32 bērni.", "20 bērni; 32 bērni"),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE + WHOLES)
def test_people_beside_a_number(text: str, expected: str) -> None:
    assert "; ".join(counts_of(text)).endswith(expected)
