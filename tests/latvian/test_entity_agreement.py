"""Places of one name agree on its type."""

import numpy as np
from numpy.typing import NDArray

from extract.latvian.entity_agreement import agree

LABELS = ["O", "B-person", "I-person", "B-GPE"]


def scores(*best: tuple[int, float]) -> NDArray[np.float32]:
    made = np.zeros((len(best), len(LABELS)), dtype=np.float32)
    for i, (label, score) in enumerate(best):
        made[i, label] = score
    return made


def test_a_sure_place_tells_an_unsure_one() -> None:
    own = scores((1, 6.0), (0, 5.0), (3, 1.0), (0, 5.0))
    leaning = agree(["Vida", "nāca", "Vidai", "teica"], own, LABELS)
    assert leaning.argmax(1).tolist() == [1, 0, 1, 0]
    assert np.array_equal(leaning[[1, 3]], own[[1, 3]])
    assert own[2].argmax() == 3  # what was given stays


def test_the_label_within_a_type_stays_with_the_place() -> None:
    own = scores((2, 5.0), (1, 5.0))
    assert agree(["Bērziņa", "Bērziņam"], own, LABELS).argmax(1).tolist() == [2, 1]


def test_words_that_stand_once_or_have_no_capital_are_left_alone() -> None:
    own = scores((1, 1.0), (3, 1.0), (0, 2.0), (3, 1.0))
    for forms in (["Vida", "Rīgā", "un", "Valmierā"], ["vida", "rīgā", "vidai", "rīgas"]):
        assert np.array_equal(agree(forms, own, LABELS), own)


def test_no_words() -> None:
    assert agree([], scores(), LABELS).shape == (0, len(LABELS))
