"""From the picture of a page to its words, where they stand on the page, and its ruled tables.

The picture is straightened first; words keep two places: in the straightened frame, in which lines and columns are
found, and in `box` on the page as it arrived, so that evidence points at the scan.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from extract.model import Box, Message
from extract.readers.misreadings import BULLET, mend_line
from extract.readers.missed_cells import recognise_missed
from extract.readers.page_notices import tell_pages
from extract.readers.pdf_tables import PageTable, tables_from
from extract.readers.pdf_words import PageWord
from extract.readers.picture_rulings import find_rulings
from extract.readers.straightening import Lie, find_ink, measure_lie
from extract.readers.tesseract import SeenLine, find_quarter_turn, recognise

#: Dots an inch at which pages are recognised.
DPI = 300
#: Below this mean confidence the page may stand on its head.
_UNSURE = 0.6
#: Below this mean confidence it is no Latvian text: another script, a drawing, or a picture too poor.
LEAST_CONFIDENCE = 0.4
#: Signs without a letter or digit that are read with less confidence than this are specks, stamps and signatures; so
#: are whole lines below the second figure.
_SPECK, _SCRIBBLE = 0.5, 0.25
#: Sizes that differ by less than the first share are one: a recogniser measures each line by the letters that it has.
#: A size that less than the second share of the letters have is taken for one nearer than the third share.
_SAME_SIZE, _RARE, _ALIKE = 0.08, 0.02, 0.16
#: The smallest font size (points) that is recognised.
_LEAST_SIZE = 3.0
#: Strokes of a bold line are this much thicker than those of the page's text.
_BOLD = 1.35
#: A line with fewer letters than this does not show whether it is bold.
_LEAST_LETTERS = 3

_TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What was recognised on a picture. `width` and `height` are those of the upright page, in points.

    `sideways` tells that it had to be turned by a quarter to stand upright.
    """

    words: list[PageWord]
    tables: list[PageTable]
    width: float
    height: float
    blank: bool = False
    sideways: bool = False

    @property
    def is_text(self) -> bool:
        """Whether what was recognised may be what stands there."""
        return bool(self.words) and self.confidence >= LEAST_CONFIDENCE

    @property
    def confidence(self) -> float:
        """Mean confidence of the words, by their length; 0 where there are none."""
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) * (word.confidence or 0.0) for word in self.words) / letters if letters else 0.0


def recognise_page(picture: Image.Image, number: int, dpi: float = DPI) -> RecognisedPage:
    """The words on the grey picture (mode "L") of page `number`; `dpi` tells how its pixels become points.

    Raises the errors of `tesseract.recognise`.
    """
    lie = measure_lie(picture)
    if lie.blank:
        scale = 72 / dpi
        return RecognisedPage([], [], picture.width * scale, picture.height * scale, blank=True)
    told = None if lie.is_clear else find_quarter_turn(picture, round(dpi))
    turn = (90 if lie.sideways else 0) if told is None else told
    found = _recognise(picture, number, dpi, turn, _skew(lie, turn))
    if found.confidence >= _UNSURE:
        return found
    # It may stand on its head, or otherwise than it seemed.
    following = find_quarter_turn(picture, round(dpi)) if lie.is_clear else (turn + 180) % 360
    if following is None or following == turn:
        return found
    other = _recognise(picture, number, dpi, following, _skew(lie, following))
    return other if other.confidence > found.confidence else found


def _skew(lie: Lie, turn: int) -> float:
    """By how much the page is askew if it must be turned so."""
    return lie.skew if lie.sideways == (turn in (90, 270)) else lie.other_skew


def _recognise(picture: Image.Image, number: int, dpi: float, turn: int, skew: float) -> RecognisedPage:
    upright = picture.transpose(_TURNS[turn]) if turn else picture
    level = upright.rotate(skew, Image.Resampling.BILINEAR, fillcolor=255) if skew else upright
    rulings = find_rulings(level)
    scale = 72 / dpi
    lines_in_points = [(scale * x0, scale * y0, scale * x1, scale * y1) for x0, y0, x1, y1 in rulings.lines]
    tables = tables_from(lines_in_points, scale * level.height)
    bare = rulings.without(level)
    lines = recognise(bare, round(dpi))
    boxes = [tuple(end / scale for end in cell.box) for table in tables for cell in table.cells]
    lines += recognise_missed(bare, boxes, lines, round(dpi))
    place = _Place(picture.size, turn, skew, scale, number)
    words = _page_words([line for line in lines if _is_text(line)], level, place)
    size = upright.width * scale, upright.height * scale
    return RecognisedPage(words, tables, *size, sideways=turn in (90, 270))


def _is_text(line: SeenLine) -> bool:
    letters = [word for word in line.words if any(char.isalnum() for char in word.text)]
    if not letters:
        return max(word.confidence for word in line.words) >= _SPECK
    return max(word.confidence for word in letters) >= _SCRIBBLE


def tell(found: Mapping[int, RecognisedPage]) -> list[Message]:
    """What a person should know of pages that were, or were not, recognised, by their numbers."""
    blank = [number for number, page in found.items() if page.blank]
    bare = [number for number, page in found.items() if not page.blank and not page.words]
    dim = [number for number, page in found.items() if page.words and not page.is_text]
    read = [number for number, page in found.items() if page.is_text]

    def least(numbers: Sequence[int]) -> dict[str, int]:
        return {"percent": min((round(100 * found[number].confidence) for number in numbers), default=0)}

    return [
        *tell_pages(
            read,
            Message("Page {page} is a picture; its text was recognised (certainty {percent} of 100)."),
            Message("Pages {pages} are pictures; their text was recognised (certainty {percent} of 100 or more)."),
            least(read),
        ),
        *tell_pages(
            dim,
            Message(
                "Page {page} is a picture whose text cannot be recognised (certainty {percent} of 100); it was left "
                "out."
            ),
            Message("Pages {pages} are pictures whose text cannot be recognised; they were left out."),
            least(dim) if len(dim) == 1 else {},
        ),
        *tell_pages(
            bare,
            Message("Page {page} is a picture on which no text was recognised."),
            Message("Pages {pages} are pictures on which no text was recognised."),
        ),
        *tell_pages(blank, Message("Page {page} is empty."), Message("Pages {pages} are empty.")),
    ]


def tell_insets(found: Mapping[int, Sequence[RecognisedPage]]) -> list[Message]:
    """What a person should know of the pictures beside the text of pages whose text was recognised."""
    sure = {number: min(each.confidence for each in read) for number, insets in found.items()
            if (read := [inset for inset in insets if inset.is_text])}  # fmt: skip
    return tell_pages(
        list(sure),
        Message("A picture on page {page} was read, too: its text was recognised (certainty {percent} of 100)."),
        Message(
            "Pictures on pages {pages} were read, too: their text was recognised (certainty {percent} of 100 or more)."
        ),
        {"percent": round(100 * min(sure.values(), default=0.0))},
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """From pixels of the straightened picture to points of the page as it arrived."""

    size: tuple[int, int]
    turn: int
    skew: float
    scale: float
    number: int

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        corners = [self._origin(x, y) for x in (x0, x1) for y in (top, bottom)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        width, height = self.size
        x0, x1 = max(0.0, min(xs)), min(float(width), max(xs))
        top, bottom = max(0.0, min(ys)), min(float(height), max(ys))
        k = self.scale
        return Box(self.number, round(k * x0, 2), round(k * top, 2), round(k * x1, 2), round(k * bottom, 2))

    def _origin(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.size
        across, down = (height, width) if self.turn in (90, 270) else (width, height)
        if self.skew:
            turn = math.radians(self.skew)
            dx, dy = x - across / 2, y - down / 2
            x = across / 2 + dx * math.cos(turn) - dy * math.sin(turn)
            y = down / 2 + dx * math.sin(turn) + dy * math.cos(turn)
        if self.turn == 90:
            return width - y, x
        if self.turn == 180:
            return width - x, height - y
        if self.turn == 270:
            return y, height - x
        return x, y


def _page_words(lines: Sequence[SeenLine], picture: Image.Image, place: _Place) -> list[PageWord]:
    sizes = _even_sizes(lines)
    bold = _bold_lines(lines, sizes, picture)
    words: list[PageWord] = []
    for line, size, is_bold in zip(lines, sizes, bold, strict=True):
        k = place.scale
        points = max(_LEAST_SIZE, round(2 * k * size) / 2)  # fonts are set in whole and half points
        for seen in mend_line(line.words):
            if seen.confidence < _SPECK and not any(char.isalnum() or char == BULLET for char in seen.text):
                continue
            box = place.box(seen.x0, seen.top, seen.x1, seen.bottom)
            word = PageWord(
                seen.text, k * seen.x0, k * seen.x1, k * line.baseline, points, is_bold, box, confidence=seen.confidence
            )
            words.append(word)
    return words


def _even_sizes(lines: Sequence[SeenLine]) -> list[float]:
    """The font size of each line, evened out: lines of about one size have that of most of their letters."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += sum(len(word.text) for word in line.words)
    left, even, usual = dict(letters), {}, []
    for most, _ in letters.most_common():
        if most not in left:
            continue
        near = [size for size in left if abs(size - most) <= _SAME_SIZE * most]
        for size in near:
            even[size] = most
            del left[size]
        if sum(letters[size] for size in near) >= _RARE * letters.total():
            usual.append(most)
    for size, most in even.items():
        if most not in usual:  # a line of few letters, none of them tall or low perhaps
            nearest = min(usual, key=lambda other: abs(other - size), default=most)
            if abs(nearest - size) <= _ALIKE * nearest:
                even[size] = nearest
    return [even[line.size] for line in lines]


def _bold_lines(lines: Sequence[SeenLine], sizes: Sequence[float], picture: Image.Image) -> list[bool]:
    """Which lines have thicker strokes than the page's text, measured by the mean length of runs of ink across."""
    ink = find_ink(picture)
    strokes: list[float | None] = []
    lengths: list[int] = []
    for line, size in zip(lines, sizes, strict=True):
        black = runs = 0
        for word in line.words:
            patch = ink[int(word.top) : int(word.bottom) + 1, int(word.x0) : int(word.x1) + 1]
            black += int(patch.sum())
            runs += int(np.count_nonzero(patch[:, 1:] & ~patch[:, :-1])) + int(patch[:, 0].sum())
        letters = sum(char.isalpha() for word in line.words for char in word.text)
        lengths.append(letters)
        strokes.append(black / runs / size if runs and letters >= _LEAST_LETTERS else None)
    known = sorted((stroke, length) for stroke, length in zip(strokes, lengths, strict=True) if stroke is not None)
    if not known:
        return [False] * len(lines)
    half, seen, usual = sum(length for _, length in known) / 2, 0, known[-1][0]
    for stroke, length in known:
        seen += length
        if seen >= half:
            usual = stroke
            break
    return [stroke is not None and stroke > _BOLD * usual for stroke in strokes]
