"""Typical misreadings of a recogniser, as pairs of a line and what it must become."""

import pytest

from extract.readers.misreadings import MENDED, mend_line
from extract.readers.tesseract import SeenWord


def line_of(text: str) -> list[SeenWord]:
    words, x = [], 100.0
    for part in text.split(" "):
        words.append(SeenWord(part, x, 100, x + 12 * len(part), 130, 0.95))
        x += 12 * len(part) + 12
    return words


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        (",,Prieks kopā''", "„Prieks kopā”"),
        ("konkurss ,,Zelta rudens’’, kurā", "konkurss „Zelta rudens”, kurā"),
        ("« divi palīgi,", "• divi palīgi,"),
        ("e divi palīgi,", "• divi palīgi,"),
        ("* viens logopēds", "• viens logopēds"),
        ("skolā - 15, pirmsskolā - trīs", "skolā – 15, pirmsskolā – trīs"),
        ("2O22. gadā", "2022. gadā"),
        ("2o21.-2022. gadā", "2021.-2022. gadā"),
        ("pavisam 1O5 bērni", "pavisam 105 bērni"),
        ("Nr. 9.2.4.2/16/1/050", "Nr. 9.2.4.2/16/I/050"),
        ("(Nr.4.1.2.2/1/24/1/024)", "(Nr.4.1.2.2/1/24/I/024)"),
        ("e-pasts: dome(opasvaldiba.example", "e-pasts: dome@pasvaldiba.example"),
        ("e-pasts: domeGpasvaldiba.example,", "e-pasts: dome@pasvaldiba.example,"),
        ("e-pasts: nvaĢGiestade.example", "e-pasts: nva@iestade.example"),
        ("lno1", "1no1"),
        ("Ār cieņu", "Ar cieņu"),
        ("! Kodi atbilst klasifikatoram.", "1 Kodi atbilst klasifikatoram."),
        ("ar kodu 21011121'. Liela", "ar kodu 21011121. Liela"),
    ],
)
def test_misreadings_are_put_right(seen: str, meant: str) -> None:
    assert " ".join(word.text for word in mend_line(line_of(seen))) == meant


@pytest.mark.parametrize(
    "text",
    [
        "I. Kalniņa un O. Ozols",
        "Sporta klubs „Olimps” ieguva 10 balvas",
        "eParaksts.lv un www.Ogre.lv",
        "skolēni (vecāki.lv) un citi",
        "Nr. 1-8/24/153 un 4-5/23/2040",
        "no 10 līdz 15 bērniem",
        "O2 un l3 nav skaitļi",
        "trauks ar 25l ūdens",
        "e-pasts, e-paraksts",
        "2022.-2023. mācību gads",
        "Nāc! Jau šodien",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert mend_line(line_of(text)) == line_of(text)


def test_a_numeral_that_was_put_right_is_doubtful() -> None:
    (word,) = mend_line(line_of("2O22."))
    assert word.confidence == MENDED
