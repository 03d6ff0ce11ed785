"""Ruled lines on the picture of a page: long straight runs of ink, level or upright."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from extract.readers.straightening import find_ink, paper_tone

#: Rows of pixels that are looked at together: a slight slope breaks a thin line into steps.
_TOGETHER = 3
#: The shortest ruling (pixels, at 300 dots an inch): 0.4 inch, longer than any letter of running text is high.
_SHORTEST = 120
#: White pixels that noise may leave in a ruling; the space between two letters of a word is wider or not so regular.
_HOLE = 3
#: The thickest ruling (pixels); thicker bars are pictures.
_THICKEST = 15
#: Rulings meet that come this near (pixels); a table has so many at least.
_REACH, _FEWEST = 12, 4
#: More runs than this are those of a photograph or hatching.
_MOST = 1_000
#: Pixels beside a ruling that are wiped with it.
_RIM = 4

Ink = npt.NDArray[np.bool_]
Line = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Rulings:
    """The lines as x0, top, x1, bottom in pixels of the picture; a level one has top equal to bottom."""

    lines: tuple[Line, ...]

    def without(self, picture: Image.Image) -> Image.Image:
        """The picture with the rulings wiped away, which a recogniser takes for letters and edges of pictures."""
        if not self.lines:
            return picture
        wiped, paper = picture.copy(), paper_tone(picture)
        for x0, top, x1, bottom in self.lines:
            wiped.paste(paper, (int(x0) - _RIM, int(top) - _RIM, int(x1) + _RIM, int(bottom) + _RIM))
        return wiped


def find_rulings(picture: Image.Image) -> Rulings:
    """The rulings of the tables on a straightened grey picture; none where no level and upright ones meet."""
    ink = find_ink(picture)
    level = _runs(ink)
    if len(level) < 2:
        return Rulings(())
    upright = [(top, x0, bottom, x1) for x0, top, x1, bottom in _runs(np.ascontiguousarray(ink.T))]
    if len(level) > _MOST or len(upright) > _MOST:
        return Rulings(())
    # Serifs of bold letters and underlines make long runs too, but these meet no others.
    lines = [line for line in level if any(_meet(line, other) for other in upright)]
    lines += [line for line in upright if any(_meet(other, line) for other in level)]
    return Rulings(tuple(lines)) if len(lines) >= _FEWEST else Rulings(())


def _meet(level: Line, upright: Line) -> bool:
    return (
        level[0] - _REACH <= upright[0] <= level[2] + _REACH and upright[1] - _REACH <= level[1] <= upright[3] + _REACH
    )


def _runs(ink: Ink) -> list[Line]:
    """Level runs of ink, gathered over the rows that they are thick: first column, row, last column, row."""
    height, width = ink.shape[0] // _TOGETHER * _TOGETHER, ink.shape[1]
    rows: Ink = np.logical_or.reduce(ink[:height].reshape(-1, _TOGETHER, width), axis=1)
    at, starts, ends = _long_runs(rows)
    open_: list[list[int]] = []
    done: list[list[int]] = []
    for row, start, end in zip(at, starts, ends, strict=True):
        done += [run for run in open_ if run[3] < row - 1]
        open_ = [run for run in open_ if run[3] >= row - 1]
        for run in open_:
            if start <= run[2] and end >= run[0]:
                run[0], run[2], run[3] = min(run[0], start), max(run[2], end), row
                break
        else:
            open_.append([start, row, end, row])
    kept = [run for run in done + open_ if (run[3] - run[1] + 1) * _TOGETHER <= _THICKEST]
    middles = [_TOGETHER * (top + bottom + 1) / 2 for _, top, _, bottom in kept]
    return [(float(run[0]), middle, float(run[2]), middle) for run, middle in zip(kept, middles, strict=True)]


def _long_runs(rows: Ink) -> tuple[list[int], list[int], list[int]]:
    """Row, first and last column of every run of ink that is long enough, holes passed over; sorted by row."""
    padded = np.zeros((rows.shape[0], rows.shape[1] + 2), np.int8)
    padded[:, 1:-1] = rows
    flat = np.diff(padded, axis=1).ravel()
    starts, ends = np.flatnonzero(flat == 1), np.flatnonzero(flat == -1)
    if not len(starts):
        return [], [], []
    # Positions run on over the rows; a row's end is white, so no hole joins two rows but at the picture's very rim.
    parts = starts[1:] - ends[:-1] > _HOLE
    starts, ends = starts[np.append(True, parts)], ends[np.append(parts, True)]
    long = ends - starts >= _SHORTEST
    width = rows.shape[1] + 1
    starts, ends = starts[long], ends[long]
    return (starts // width).tolist(), (starts % width).tolist(), ((ends - 1) % width).tolist()
