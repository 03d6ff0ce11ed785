"""Sub-totals: each count with the number of its total."""

import pytest

from count_sentences import findings_of

PARTS = [
    ("Palīdzību saņēma 60 personas, t.sk. 14 bērni.", [(60, None), (14, 0)]),
    ("Kopā 32 dalībnieki: 20 sievietes un 12 vīrieši.", [(32, None), (20, 0), (12, 0)]),
    ("Nodarbības apmeklēja 24 bērni, no kuriem 9 ir romi.", [(24, None), (9, 0)]),
    ("Skolās mācās 34 izglītojamie (18 zēni un 16 meitenes).", [(34, None), (18, 0), (16, 0)]),
    ("Pulciņā darbojas 15 bērni (3 romi).", [(15, None), (3, 0)]),
    ("Apmācību grupā bija 10 cilvēki – 8 sievietes un 2 vīrieši.", [(10, None), (8, 0), (2, 0)]),
    ("Piedalījās 14 bērni, 6 jaunieši un 10 vecāki.", [(14, None), (6, None), (10, None)]),
    ("Atbalstu saņēma 4 ģimenes (17 personas, no tām 9 bērni).", [(4, None), (17, None), (9, 1)]),
    ("Palīdzību saņēma 3 ģimenes un 9 seniori.", [(3, None), (9, None)]),
    ("Nometnē bija 20 bērni, tostarp 5 romi, un 3 pedagogi.", [(20, None), (5, 0), (3, None)]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_and_their_totals(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert [(found.value.value, found.value.part_of) for found in findings_of(text)] == expected
