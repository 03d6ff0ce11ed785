"""Sentences as batches of tensors."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

#: Names of the targets of a word.
TARGETS = ("tags", "rules", "heads", "relations", "entities")


@dataclass(slots=True)
class Batch:
    """B sentences of at most T words. `places` (B, T) points into `features`, which hold each form once.

    Targets are (B, T), -1 where nothing is annotated.
    """

    features: tuple[Tensor, Tensor, Tensor, Tensor]
    forms: np.ndarray
    places: Tensor
    lengths: Tensor
    mask: Tensor
    targets: dict[str, Tensor]


def forms_of(sentence: dict[str, np.ndarray | None]) -> np.ndarray:
    """The numbers of a sentence's forms, which every sentence has."""
    forms = sentence["forms"]
    assert forms is not None  # noqa: S101 - so that types know it
    return forms


class Data:
    """What `prepare` wrote."""

    def __init__(self, folder: Path) -> None:
        with (folder / "data.pickle").open("rb") as file:
            content: dict[str, Any] = pickle.load(file)  # noqa: S301 - written by this recipe
        self.features = {name: torch.from_numpy(array) for name, array in content["features"].items()}
        self.output_word: np.ndarray = content["output_word"]
        self.forms: list[str] = content["forms"]
        self.train: list[dict[str, np.ndarray | None]] = content["train"]
        self.dev: list[dict[str, np.ndarray | None]] = content["dev"]
        self.raw: list[np.ndarray] = content["raw"]

    def batch(self, sentences: Sequence[dict[str, np.ndarray | None]]) -> Batch:
        """The sentences as one batch."""
        lengths = [len(forms_of(s)) for s in sentences]
        width = max(lengths)
        forms = np.zeros((len(sentences), width), dtype=np.int64)
        targets = {name: np.full((len(sentences), width), -1, dtype=np.int64) for name in TARGETS}
        for i, sentence in enumerate(sentences):
            forms[i, : lengths[i]] = forms_of(sentence)
            for name in TARGETS:
                if (values := sentence.get(name)) is not None:
                    targets[name][i, : lengths[i]] = values
        told = torch.tensor(lengths)
        mask = torch.arange(width)[None] < told[:, None]
        kept, places = np.unique(forms, return_inverse=True)
        index = torch.from_numpy(kept)
        features = tuple(self.features[name][index].long() for name in ("words", "characters", "pieces", "traits"))
        return Batch(
            features,
            forms,
            torch.from_numpy(places.reshape(forms.shape)),
            told,
            mask,
            {name: torch.from_numpy(values) for name, values in targets.items()},
        )


def in_batches(lengths: Sequence[int], words: int, random: np.random.Generator | None) -> Iterator[list[int]]:
    """Indices of sentences of like length, about `words` words together; shuffled where `random` is given."""
    noise = random.uniform(-1.5, 1.5, len(lengths)) if random is not None else np.zeros(len(lengths))
    order = np.argsort(np.array(lengths) + noise, kind="stable")
    batches: list[list[int]] = [[]]
    for i in order.tolist():
        if batches[-1] and (len(batches[-1]) + 1) * lengths[i] > words:
            batches.append([])
        batches[-1].append(i)
    if random is not None:
        random.shuffle(batches)
    yield from batches
