"""Words to lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from extract.readers.pdf_words import PageWord, join_pieces


@dataclass(slots=True)
class Line:
    """Words on one baseline, from left to right."""

    words: list[PageWord]
    x0: float = field(init=False)
    x1: float = field(init=False)
    baseline: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.x0 = min(word.x0 for word in self.words)
        self.x1 = max(word.x1 for word in self.words)
        self.baseline = max(self.words, key=lambda w: (w.size, len(w.text))).baseline
        self.size = median(word.size for word in self.words)

    @property
    def text(self) -> str:
        """The line's words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.words)


def lines_of(words: Iterable[PageWord]) -> list[Line]:
    """The lines that the words stand on, from top to bottom; raised and lowered small words join their line."""
    groups: list[list[PageWord]] = []
    small: list[PageWord] = []
    ordered = sorted(words, key=lambda w: w.baseline)
    if not ordered:
        return []
    usual = median(word.size for word in ordered)
    for word in ordered:
        if word.size < 0.82 * usual:
            small.append(word)
        elif groups and word.baseline - groups[-1][0].baseline < 0.3 * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    lone: list[list[PageWord]] = []
    for word in small:
        near = min(groups, key=lambda g: abs(g[0].baseline - 0.2 * usual - word.baseline), default=None)
        if near is not None and -0.65 * usual < word.baseline - near[0].baseline < 0.35 * usual:
            near.append(word)
        elif lone and word.baseline - lone[-1][0].baseline < 0.3 * word.size:
            lone[-1].append(word)
        else:
            lone.append([word])
    lines = [Line(join_pieces(group)) for group in groups + lone]
    return sorted(lines, key=lambda line: line.baseline)
