"""Words are cut the likeliest way; checked against every way."""

from itertools import combinations

import pytest

from extract.latvian.subwords import MOST_SUBWORDS, UNKNOWN, Subwords

LIKELIHOODS = {
    UNKNOWN: 0.0,
    "▁": -4.0,
    "▁Rī": -5.0,
    "▁Rīga": -9.0,
    "ga": -3.5,
    "s": -2.0,
    "g": -6.0,
    "a": -3.0,
    ",": -2.5,
}
SUBWORDS = Subwords(list(LIKELIHOODS), list(LIKELIHOODS.values()))


def pieces(form: str) -> list[str]:
    return [list(LIKELIHOODS)[number - 1] for number in SUBWORDS.cut(form)]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Rīga", ["▁Rī", "ga"]),
        ("Rīgas", ["▁Rī", "ga", "s"]),
        (",", [","]),
        ("x", ["▁", UNKNOWN]),
        ("gax", ["▁", "ga", UNKNOWN]),
    ],
)
def test_cuts(form: str, expected: list[str]) -> None:
    assert pieces(form) == expected


@pytest.mark.parametrize("form", ["Rīga", "gaga", "sagas", "Rīgasga"])
def test_no_cut_is_likelier(form: str) -> None:
    text = f"▁{form}"

    def ways() -> list[float]:
        found = []
        for count in range(len(text)):
            for ends in combinations(range(1, len(text)), count):
                cut = [text[a:b] for a, b in zip((0, *ends), (*ends, len(text)), strict=True)]
                if all(piece in LIKELIHOODS for piece in cut):
                    found.append(sum(LIKELIHOODS[piece] for piece in cut))
        return found

    assert "".join(pieces(form)) == text
    assert sum(LIKELIHOODS[piece] for piece in pieces(form)) == max(ways())


def test_of_a_long_word_the_start_is_seen() -> None:
    assert len(SUBWORDS.cut("ga" * 40)) == MOST_SUBWORDS
