"""Counts of stems as scores of labels."""

from math import log

import numpy as np
import pytest

from extract.latvian.entity_lexicon import EntityLexicon, group_of, stem

LABELS = ["O", "B-GPE", "I-GPE", "B-location", "I-location"]
LEXICON = EntityLexicon(
    {
        "types": ["GPE", "O", "location"],
        "smoothing": 1.0,
        "groups": {
            "capitalised": {"weight": 1.0, "shares": [0.25, 0.5, 0.25], "stems": {"latgal": {"location": 3}}},
            "lower": {"weight": 0.5, "shares": [0.1, 0.8, 0.1], "stems": {"ebrej": {"O": 1}}},
        },
    },
    LABELS,
)


@pytest.mark.parametrize("form", ["Latgale", "Latgales", "Latgalē", "Latgali", "LATGALEI"])
def test_all_cases_have_one_stem(form: str) -> None:
    assert stem(form) == "latgal"


def test_short_words_stay_whole() -> None:
    assert stem("Ogrē") == "ogr"
    assert stem("ES") == "es"


def test_scores_are_likelihood_ratios() -> None:
    scores = LEXICON.scores("Latgalē")
    told = {"GPE": 0.25 / 4, "O": 0.5 / 4, "location": 3.25 / 4}
    expected = [log(told[kind] / share) for kind, share in (("O", 0.5), ("GPE", 0.25), ("GPE", 0.25))]
    assert scores[:3] == pytest.approx(expected, abs=0.01)
    assert scores[3] == scores[4] == pytest.approx(log(told["location"] / 0.25), abs=0.01)


def test_groups_are_apart_and_weighed() -> None:
    assert group_of("12") is None
    assert not LEXICON.scores("12").any()
    assert not LEXICON.scores("latgale").any()
    assert LEXICON.scores("ebrejiem")[0] == pytest.approx(0.5 * log((1.8 / 2) / 0.8), abs=0.01)
    assert np.array_equal(LEXICON.scores("ebrejs"), LEXICON.scores("ebrejiem"))
