"""The best dependency tree for scores of arcs: maximum spanning arborescence with one root (Chu-Liu and Edmonds)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Heads of the words of one sentence, counted from 1, 0 for the one word that is the root.

    `scores` is (words, words + 1): of each word for each head, the root first.
    """
    words = len(scores)
    allowed = scores.copy()
    allowed[np.arange(words), np.arange(1, words + 1)] = -np.inf
    heads: NDArray[np.int64] = allowed.argmax(1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1 and not _cycle(heads):
        return heads
    graph = np.full((words + 1, words + 1), -np.inf, dtype=np.float64)
    graph[1:] = allowed
    tree: NDArray[np.int64] = _arborescence(graph)[1:]
    if np.count_nonzero(tree == 0) > 1:
        # A second root costs more than all other arcs can bring. Such a graph takes many more steps, so it comes last.
        graph[1:, 0] -= 1.0 + words * float(np.ptp(scores))
        tree = _arborescence(graph)[1:]
    return tree


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """The words of a cycle (counted from 1); empty where there is none."""
    state = [0] * (len(heads) + 1)
    for first in range(1, len(heads) + 1):
        path = []
        word = first
        while word and not state[word]:
            state[word] = 1
            path.append(word)
            word = int(heads[word - 1])
        if word and state[word] == 1:
            return path[path.index(word) :]
        for passed in path:
            state[passed] = 2
    return []


def _arborescence(graph: NDArray[np.float64]) -> NDArray[np.int64]:
    """Head of every node for the best arborescence from node 0; `graph[i, j]` scores node i having head j."""
    heads: NDArray[np.int64] = graph.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if not cycle:
        return heads
    inside = np.array(cycle)
    rest = np.array([node for node in range(len(graph)) if node not in set(cycle)])
    own = graph[inside, heads[inside]]
    # The cycle becomes one node, the last; an arc into it costs the arc of the cycle that it replaces.
    into = graph[np.ix_(inside, rest)] - own[:, None]
    out = graph[np.ix_(rest, inside)]
    entered, left = into.argmax(0), out.argmax(1)
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = graph[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out.max(1)
    tree = _arborescence(small)
    for i, node in enumerate(rest):
        heads[node] = inside[left[i]] if tree[i] == len(rest) else rest[tree[i]]
    heads[0] = 0
    source = tree[-1]
    heads[inside[entered[source]]] = rest[source]
    return heads
