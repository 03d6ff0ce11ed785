"""Names of one document agree: where a capitalised word stands again, all its places speak for the type of each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extract.latvian.entity_lexicon import stem, type_of

#: Share of what all places of a word say, against what one says.
_WEIGHT = 0.9
_LEAST_SHARE = 1e-4
_SHORTEST = 2


def agree(forms: Sequence[str], scores: NDArray[np.float32], labels: Sequence[str]) -> NDArray[np.float32]:
    """The scores of a document's words (words, labels), where those of a name lean to the type of its mean.

    Places of a name are capitalised words of one stem. What a place says of a type is the share of its labels
    (softmax); the mean is the geometric one. Which label of a type a word has stays with the place.
    """
    numbers: dict[str, int] = {}
    named = [i for i, form in enumerate(forms) if len(form) >= _SHORTEST and form[0].isupper()]
    groups = np.array([numbers.setdefault(stem(forms[i]), len(numbers)) for i in named], dtype=np.int64)
    counts = np.bincount(groups)
    again = counts[groups] > 1 if len(named) else np.zeros(0, dtype=bool)
    if not again.any():
        return scores
    places, groups = np.array(named)[again], groups[again]
    types = sorted({type_of(label) for label in labels})
    of_label = np.array([types.index(type_of(label)) for label in labels])
    own = scores[places].astype(np.float64)
    shares = np.exp(own - own.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    said = np.log(shares @ np.eye(len(types))[of_label] + _LEAST_SHARE)
    mean = np.zeros((len(counts), len(types)))
    np.add.at(mean, groups, said)
    mean /= np.maximum(counts, 1)[:, None]
    leaning = scores.copy()
    leaning[places] += (_WEIGHT * (mean[groups] - said))[:, of_label].astype(np.float32)
    return leaning
