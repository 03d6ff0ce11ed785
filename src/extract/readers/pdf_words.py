"""Glyphs to words: spaces from gaps, doubled glyphs once, footnote marks taken off.

The measures are set by hand, on drawn pages and on collected files of other producers.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress

import numpy as np
import numpy.typing as npt

from extract.model import Box
from extract.readers.pdf_glyphs import Floats, Glyphs

#: A gap wider than this share of the font size parts words; the narrowest space of a justified line is about 0.18.
WORD_GAP = 0.16
#: A space character with less visible room than this is spurious: kerning or a producer's habit.
SPURIOUS_GAP = 0.06
#: Marks set this much smaller and raised this much, in shares of the font size, are superscripts.
SUPERSCRIPT_SIZE, SUPERSCRIPT_RISE = 0.82, 0.18
#: Directions of writing this near, in degrees, are one: a text layer laid over a page that was scanned askew.
SAME_DIRECTION = 2
#: Letters reach this far above their baseline, without accents and ascenders, in shares of the font size.
CORE_HEIGHT = 0.66
#: What is drawn twice for a bold look, or to be sure, lies this near, in shares of the font size.
SAME_PLACE = 0.15
#: A baseline this much higher or lower, in shares of the font size, is another.
SAME_BASELINE = 0.12
#: On one line the next glyph starts at most this far behind or after the last one's end, in shares of the font size.
OVERLAP, LONGEST_STEP = 0.6, 1.5
#: The same for a piece of a word, or a mark, beside its word.
PIECE_REACH = 0.3
#: An f wider than this, in shares of the font size, is a ligature of two.
WIDE_F = 0.45

_MARK = re.compile(r"[0-9¹²³⁰⁴-⁹*†‡()⁽⁾]{1,4}")
_UNICODE_MARK = re.compile(r"(?<=[^\W\d_]{3})[¹²³⁰⁴-⁹]+|(?<=[.,;:!?”\"»)])[¹²³⁰⁴-⁹]+")
_UNIT = re.compile(r"(?:^|[\W\d])[kcdm]?m$", re.IGNORECASE)
_POWER = {"2": "²", "3": "³"}


@dataclass(slots=True)
class PageWord:
    """A word of a page. The lengths are those of its line's own frame, in which it reads from left to right.

    `box` is where it is shown. The frame differs from the page only where the writing is at an angle.
    `mark` is a footnote mark that was glued to it. `top` and `bottom` are those of the letters' core, without accents
    and descenders, so that neighbours on tight lines do not overlap. `confidence` is that of text recognition.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    box: Box
    spaced: bool = True
    mark: str | None = None
    confidence: float | None = None
    top: float = field(init=False)
    bottom: float = field(init=False)

    def move(self, across: float, down: float) -> None:
        """Move the word in its frame."""
        self.x0, self.x1, self.baseline = self.x0 + across, self.x1 + across, self.baseline + down
        self.top, self.bottom = self.top + down, self.bottom + down

    def __post_init__(self) -> None:
        self.top = self.baseline - CORE_HEIGHT * self.size
        self.bottom = self.baseline


def find_words(glyphs: Glyphs, page: int) -> list[tuple[int, list[PageWord]]]:
    """The words of each direction of writing (in degrees, counter-clockwise), most written first.

    Words stand in the order in which the file draws them, and are still in pieces where it draws them so.
    """
    found: list[tuple[int, list[PageWord]]] = []
    left = glyphs.angles
    while len(left):
        angle = int(np.bincount(left).argmax())
        near = np.abs((glyphs.angles - angle + 180) % 360 - 180) <= SAME_DIRECTION
        near &= np.isin(glyphs.angles, left)
        if words := _words(glyphs, np.flatnonzero(near), angle, page):
            found.append((angle, words))
        left = left[np.abs((left - angle + 180) % 360 - 180) > SAME_DIRECTION]
    return found


def _words(glyphs: Glyphs, chosen: npt.NDArray[np.int64], angle: int, page: int) -> list[PageWord]:
    texts = glyphs.texts if len(chosen) == len(glyphs.texts) else [glyphs.texts[i] for i in chosen]
    ink = ~np.fromiter(map(str.isspace, texts), np.bool_, len(texts))
    if not ink.any():
        return []
    kept = chosen[ink]
    # How much white space stands before each kept glyph.
    blanks = np.diff(np.flatnonzero(ink), prepend=-1) - 1
    chars = list(compress(texts, ink.tolist()))
    sizes, shown = glyphs.sizes[kept], glyphs.boxes[kept]
    x0, x1, baseline = _frame(shown, glyphs.origins[kept], angle)

    step = np.empty(len(kept))
    step[0] = 0
    step[1:] = x0[1:] - x1[:-1]
    em = np.maximum(sizes, 0.1)
    follows = blanks == 0
    moved, rise = np.diff(x0, prepend=x0[0]), np.abs(np.diff(baseline, prepend=baseline[0]))
    # The letters of a ligature come from PDFium with the whole ligature's box each.
    ligature = (moved == 0) & (np.diff(x1, prepend=x1[0]) == 0) & (rise == 0) & follows
    ligature[0] = False
    same_line = ~(rise > SAME_BASELINE * em) & ((step > -OVERLAP * em) | ligature) & (step < LONGEST_STEP * em)
    joined = same_line & follows
    tracking = float(np.median(np.clip(step[joined] / em[joined], 0, 1))) if joined.any() else 0.0
    wide = step > (WORD_GAP + max(0.0, tracking)) * em
    spaced = wide | (~follows & (step > SPURIOUS_GAP * em))
    near = (np.abs(moved) < SAME_PLACE * em) & (rise < SAME_PLACE * em)
    near[0] = False
    # In a ligature as wide as two the doubling of an f is no fake bold.
    wide_f = ligature & (x1 - x0 > WIDE_F * em)
    twice = [i for i in np.flatnonzero(near) if chars[i] == chars[i - 1] and not (wide_f[i] and chars[i] == "f")]
    for i in twice:
        chars[i] = ""
    breaks = ~same_line | spaced
    breaks[twice] = False
    breaks[0] = True
    starts = np.flatnonzero(breaks)
    ends = np.append(starts[1:], len(kept))
    left, right = np.minimum.reduceat(x0, starts), np.maximum.reduceat(x1, starts)
    size = np.maximum.reduceat(sizes, starts)
    bold = np.logical_and.reduceat(glyphs.bold[kept], starts)
    shown_low = np.minimum.reduceat(shown, starts, axis=0)
    shown_high = np.maximum.reduceat(shown, starts, axis=0)
    spaces = (blanks[starts] > 0) | wide[starts]
    columns = (starts, ends, left, right, baseline[starts], size, bold, spaces)
    low_high = np.concatenate([shown_low[:, :2], shown_high[:, 2:]], axis=1)
    return [
        PageWord("".join(chars[a:b]), x0, x1, base, em, is_bold, Box(page, *box), is_spaced)
        for (a, b, x0, x1, base, em, is_bold, is_spaced), box in zip(
            zip(*(column.tolist() for column in columns), strict=True), low_high.tolist(), strict=True
        )
    ]


def _frame(shown: Floats, origins: Floats, angle: int) -> tuple[Floats, Floats, Floats]:
    """Left and right ends and baselines in a frame turned so that the writing runs from left to right."""
    if angle == 0:
        return shown[:, 0], shown[:, 2], origins[:, 1]
    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    xs = shown[:, [0, 0, 2, 2]] * cos - shown[:, [1, 3, 1, 3]] * sin
    # Corners of an upright box around slanted ink stick out; for quarter turns this is exact.
    return xs.min(axis=1), xs.max(axis=1), origins[:, 0] * sin + origins[:, 1] * cos


def join_pieces(words: Iterable[PageWord]) -> list[PageWord]:
    """One line's words from left to right: pieces put together, words drawn twice once, footnote marks taken off."""
    line: list[PageWord] = []
    for word in sorted(words, key=lambda w: w.x0):
        last = line[-1] if line else None
        if last is None:
            line.append(word)
            continue
        em = max(last.size, word.size)
        gap = word.x0 - last.x1
        if (
            word.text == last.text
            and abs(word.x0 - last.x0) < SAME_PLACE * em
            and abs(word.baseline - last.baseline) < SAME_PLACE * em
        ):
            continue
        raised = (
            word.size < SUPERSCRIPT_SIZE * last.size and last.baseline - word.baseline > SUPERSCRIPT_RISE * word.size
        )
        if raised and gap < PIECE_REACH * em and _MARK.fullmatch(word.text):
            _take_mark(last, word)
        elif -PIECE_REACH * em < gap < (SPURIOUS_GAP if word.spaced else WORD_GAP) * em:
            _glue(last, word)
        else:
            line.append(word)
    for word in line:
        if not (word.text.isascii() or word.text.isalpha()) and (bare := _UNICODE_MARK.sub("", word.text)):
            word.text = bare
    return line


def _take_mark(word: PageWord, mark: PageWord) -> None:
    if _UNIT.search(word.text) and mark.text in _POWER:
        word.text += _POWER[mark.text]
    else:
        word.mark = mark.text
    word.x1 = max(word.x1, mark.x1)


def _glue(word: PageWord, piece: PageWord) -> None:
    word.text += piece.text
    word.x1 = max(word.x1, piece.x1)
    word.bold = word.bold and piece.bold
    a, b = word.box, piece.box
    word.box = Box(a.page, min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))
