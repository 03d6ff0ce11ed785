"""Words to lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from extract.readers.pdf_words import SUPERSCRIPT_SIZE, PageWord, join_pieces

#: How far from a line's baseline superscripts and subscripts stand at most, in shares of the font size.
SUPERSCRIPT_REACH, SUBSCRIPT_REACH = 0.65, 0.35
#: How far beside its word a superscript or subscript stands at most, in shares of the font size.
BESIDE = 0.35
#: Words whose baselines lie nearer than this, in shares of the font size, stand on one line.
SAME_LINE = 0.3


@dataclass
class Line:
    """Words on one baseline, from left to right, as they stay."""

    words: list[PageWord]
    x0: float = field(init=False)
    x1: float = field(init=False)
    baseline: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.x0 = self.words[0].x0
        self.x1 = max([word.x1 for word in self.words])
        sizes = [word.size for word in self.words]
        # Raised and lowered words tell nothing of where the line stands; the largest is none of them.
        self.baseline = self.words[sizes.index(max(sizes))].baseline
        self.size = sorted(sizes)[len(sizes) // 2]

    @cached_property
    def text(self) -> str:
        """The line's words with single spaces."""
        return " ".join([word.text for word in self.words])

    @cached_property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.words)


def lines_of(words: Iterable[PageWord], *, in_pieces: bool = False) -> list[Line]:
    """The lines that the words stand on, from top to bottom; raised and lowered small words join their line.

    `in_pieces` tells that the words are as the file draws them: they are then put together.
    """
    groups: list[list[PageWord]] = []
    for word in sorted(words, key=lambda w: w.baseline):
        if groups and word.baseline - groups[-1][0].baseline < SAME_LINE * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    for above, group, below in zip([[], *groups], groups, [*groups[1:], []], strict=False):
        _move(group, below, SUPERSCRIPT_REACH)
        _move(group, above, SUBSCRIPT_REACH)
    put = join_pieces if in_pieces else _by_place
    return [Line(put(group)) for group in groups if group]


def _by_place(words: list[PageWord]) -> list[PageWord]:
    return sorted(words, key=lambda word: word.x0)


def _move(group: list[PageWord], line: list[PageWord], reach: float) -> None:
    """Move the words of `group` that are superscripts or subscripts beside words of `line` to it."""
    if not group or not line or abs(group[0].baseline - line[0].baseline) > reach * max(w.size for w in line):
        return
    for word in list(group):
        if any(
            word.size < SUPERSCRIPT_SIZE * other.size
            and max(word.x0 - other.x1, other.x0 - word.x1) < BESIDE * other.size
            and abs(word.baseline - other.baseline) < reach * other.size
            for other in line
        ):
            line.append(word)
            group.remove(word)
