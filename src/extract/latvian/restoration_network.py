"""The network that tells of each letter of a text typed without diacritics how likely it has lost one.

A word is the sum of vectors of its parts; three gated convolutions (Dauphin et al., ICML 2017) see the words around it.
A letter is the sum of vectors and of scores of what stands around it in the word; the vector is multiplied with the one
that its word has got from its context. `scripts/train_restoration.py` trains it; models/README.md has its card.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from extract.latvian.letter_features import TextFeatures, read_features

Floats = NDArray[np.float32]
#: The convolutions' widths in units; each sees as many on both sides.
KERNELS = (3, 5, 3)
#: Longer texts are read in pieces of about so many characters.
LONGEST = 200_000
WEIGHTS = "restoration.npz"


@dataclass(frozen=True, slots=True)
class RestorationNetwork:
    """The weights: tables of vectors of words and letters and of scores of letters, and the matrices between.

    `convolutions` has a tensor (outputs, inputs, width) and a bias for each of KERNELS; a half of the outputs gates
    the other.
    """

    words: Floats
    vectors: Floats
    scores: Floats
    enter: tuple[Floats, Floats]
    convolutions: tuple[tuple[Floats, Floats], ...]
    leave: tuple[Floats, Floats]

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> RestorationNetwork:
        """The network whose weights were stored in eight bits, each array `name` with its scale `name_scale`."""

        def read(name: str) -> Floats:
            return arrays[name].astype(np.float32) * arrays[f"{name}_scale"].astype(np.float32)

        return cls(
            read("words"),
            read("vectors"),
            read("scores"),
            (read("enter"), read("enter_bias")),
            tuple((read(f"convolution{k}"), read(f"convolution{k}_bias")) for k in range(len(KERNELS))),
            (read("leave"), read("leave_bias")),
        )

    def weigh(self, features: TextFeatures) -> Floats:
        """For each letter in question the logarithm of the odds that it has lost a diacritic."""
        if not len(features.places):
            return np.zeros(0, dtype=np.float32)
        context = self._contexts(features)[features.unit]
        of_context = np.einsum("ij,ij->i", self.vectors[features.vectors].sum(axis=1), context)
        odds: Floats = self.scores[features.scores].sum(axis=1) + of_context
        return odds

    def _contexts(self, features: TextFeatures) -> Floats:
        """What each unit's context makes of it."""
        units = self.words[features.words].sum(axis=1) @ self.enter[0].T + self.enter[1]
        for kernel, bias in self.convolutions:
            width = kernel.shape[2]
            padded = np.pad(units, ((width // 2, width // 2), (0, 0)))
            seen = sum(padded[k : k + len(units)] @ kernel[:, :, k].T for k in range(width)) + bias
            value, gate = np.split(seen, 2, axis=1)
            units = units + value / (1 + np.exp(-gate))
        made: Floats = units @ self.leave[0].T + self.leave[1]
        return made


@cache
def load_network() -> RestorationNetwork:
    """The shipped network; read once a process."""
    content = files("extract.latvian").joinpath("data", WEIGHTS).read_bytes()
    with np.load(BytesIO(content)) as arrays:
        return RestorationNetwork.from_arrays(dict(arrays))


def weigh_letters(text: str) -> dict[int, float]:
    """The log-odds by the offsets of the letters that may have lost a diacritic."""
    odds: dict[int, float] = {}
    start = 0
    while start < len(text):
        end = start + LONGEST
        end = len(text) if end >= len(text) else text.rfind("\n", start, end) + 1 or end
        features = read_features(text[start:end])
        told = load_network().weigh(features)
        odds.update(zip((features.places + start).tolist(), told.tolist(), strict=True))
        start = end
    return odds
