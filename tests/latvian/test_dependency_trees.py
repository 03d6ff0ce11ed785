"""The best tree is the best: compared with every tree there is."""

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from extract.latvian.dependency_trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return True


def score(scores: NDArray[np.float32], heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("seed", range(30))
def test_no_tree_scores_more(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    trees = [heads for heads in product(range(words + 1), repeat=words) if is_tree(heads)]
    best = max(trees, key=lambda heads: score(scores, heads))
    found = tuple(int(head) for head in best_tree(scores))
    assert is_tree(found)
    assert score(scores, found) == pytest.approx(score(scores, best))


@pytest.mark.parametrize("words", [30, 120])
def test_long_sentences_have_one_root_and_no_cycle(words: int) -> None:
    scores = np.random.default_rng(words).normal(size=(words, words + 1)).astype(np.float32)
    assert is_tree(tuple(int(head) for head in best_tree(scores)))


def test_a_word_is_never_its_own_head() -> None:
    scores = np.zeros((2, 3), dtype=np.float32)
    scores[0, 1] = scores[1, 2] = 9
    assert is_tree(tuple(int(head) for head in best_tree(scores)))
