"""Words cut into the pieces of a multilingual vocabulary, the likeliest way (unigram model; Kudo 2018).

The vectors of these pieces know names that no Latvian corpus at hand holds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

#: Pieces of a word that are looked at.
MOST_SUBWORDS = 10
UNKNOWN = "<unk>"
#: Marks the start of a word; what closes a clause is written to the word before it and has none.
_START = "▁"
_CLOSING = frozenset(",.;:!?)]}”»…%")
#: A letter that is in no piece costs this much more than the least likely piece.
_UNKNOWN_COST = 10.0


class Subwords:
    """A vocabulary of pieces with their logarithmic likelihoods; pieces count from 1."""

    def __init__(self, pieces: Sequence[str], likelihoods: Sequence[float]) -> None:
        self._numbers = {
            piece: (i, likelihood)
            for i, (piece, likelihood) in enumerate(zip(pieces, likelihoods, strict=True), 1)
            if piece != UNKNOWN
        }
        self._unknown = (pieces.index(UNKNOWN) + 1 if UNKNOWN in pieces else 0, min(likelihoods) - _UNKNOWN_COST)
        #: The longest piece by its first two letters, so that few runs of letters are looked up in vain.
        self._longest: dict[str, int] = {}
        for piece in self._numbers:
            start = piece[:2]
            if len(piece) > self._longest.get(start, 0):
                self._longest[start] = len(piece)

    def cut(self, form: str) -> tuple[int, ...]:
        """The numbers of the first pieces of a form, at most `MOST_SUBWORDS`."""
        text = unicodedata.normalize("NFKC", form)
        if form not in _CLOSING:
            text = _START + text
        # The likelihood of the best way to each place, and the last step of it.
        best = [0.0] + [float("-inf")] * len(text)
        step = [(0, 0)] * (len(text) + 1)
        known = self._numbers.get
        for start in range(len(text)):
            so_far = best[start]
            longest = self._longest.get(text[start : start + 2], 1)
            for end in range(start + 1, min(len(text), start + longest) + 1):
                found = known(text[start:end])
                if found is not None and so_far + found[1] > best[end]:
                    best[end], step[end] = so_far + found[1], (start, found[0])
            if so_far + self._unknown[1] > best[start + 1]:
                best[start + 1], step[start + 1] = so_far + self._unknown[1], (start, self._unknown[0])
        numbers: list[int] = []
        place = len(text)
        while place:
            place, number = step[place]
            numbers.append(number)
        return tuple(numbers[::-1][:MOST_SUBWORDS])
