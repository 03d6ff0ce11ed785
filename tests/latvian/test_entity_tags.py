"""The best row of tags is the best: compared with every row; and the spans that rows mark."""

from itertools import pairwise, product

import numpy as np
import pytest

from extract.latvian.entity_tags import best_tags, entity_spans

LABELS = ["O", "B-person", "I-person", "B-GPE"]


@pytest.mark.parametrize("seed", range(10))
def test_no_row_scores_more(seed: int) -> None:
    chance = np.random.default_rng(seed)
    lengths = np.array([4, 2, 1])
    scores = chance.normal(size=(3, 4, 3)).astype(np.float32)
    transitions = chance.normal(size=(4, 4)).astype(np.float32)

    def total(i: int, row: tuple[int, ...]) -> float:
        steps = sum(transitions[a, b] for a, b in pairwise(row))
        return float(
            transitions[3, row[0]] + steps + transitions[row[-1], 3] + sum(scores[i, t, k] for t, k in enumerate(row))
        )

    found = best_tags(scores, lengths, transitions)
    for i, length in enumerate(lengths):
        best = max(product(range(3), repeat=int(length)), key=lambda row: total(i, row))
        assert tuple(found[i, :length]) == best
        assert not found[i, length:].any()


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0, 3], [(0, 2, "person"), (3, 4, "GPE")]),
        ([1, 1], [(0, 1, "person"), (1, 2, "person")]),
        ([0, 2, 2], [(1, 3, "person")]),
        ([3, 2], [(0, 1, "GPE"), (1, 2, "person")]),
    ],
)
def test_spans(tags: list[int], spans: list[tuple[int, int, str]]) -> None:
    assert entity_spans(tags, LABELS) == spans
