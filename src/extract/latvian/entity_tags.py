"""The best rows of BIO tags under a linear chain (Viterbi), and the entities that a row marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def best_tags(
    scores: NDArray[np.float32], lengths: NDArray[np.integer[Any]], transitions: NDArray[np.float32]
) -> NDArray[np.int64]:
    """The highest scoring row of tags of each sentence, (sentences, words); what stands beyond a sentence is 0.

    `scores` is (sentences, words, tags); `transitions` (tags + 1, tags + 1), from a row's tag to a column's, where the
    last row opens a sentence and the last column closes it.
    """
    sentences, words, edge = scores.shape
    between = transitions[:edge, :edge]
    best = transitions[edge, :edge] + scores[:, 0]
    came = np.zeros((words, sentences, edge), dtype=np.int64)
    for t in range(1, words):
        paths = best[:, :, None] + between
        came[t] = paths.argmax(1)
        further = paths.max(1) + scores[:, t]
        best = np.where((t < lengths)[:, None], further, best)
    tags = np.zeros((sentences, words), dtype=np.int64)
    rows = np.arange(sentences)
    current = (best + transitions[:edge, edge]).argmax(1)
    for t in range(words - 1, -1, -1):
        inside = t < lengths
        tags[inside, t] = current[inside]
        if t:
            current = np.where(inside, came[t, rows, current], current)
    return tags


def entity_spans(tags: Iterable[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Start and end (exclusive) of each entity, in words, and its type. An I- tag without its B- opens an entity."""
    spans: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        mark, _, kind = labels[tag].partition("-")
        if mark == "O":
            continue
        if mark == "I" and spans and spans[-1][1] == i and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], i + 1, kind)
        else:
            spans.append((i, i + 1, kind))
    return spans
