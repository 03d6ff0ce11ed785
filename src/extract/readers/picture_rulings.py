"""Ruled lines on the picture of a page: long straight runs of ink, level or upright."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from extract.readers.straightening import find_ink

#: The picture is looked at reduced by this factor: 100 dots an inch for a page of 300.
_REDUCED = 3
#: The shortest ruling (reduced pixels): 0.4 inch, higher than any letter of running text is tall.
_SHORTEST = 40
#: The thickest ruling (reduced pixels); thicker bars are pictures.
_THICKEST = 5
#: Pixels beside a ruling that are wiped with it.
_RIM = 3

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
        wiped = picture.copy()
        for x0, top, x1, bottom in self.lines:
            rim = _RIM + _REDUCED
            wiped.paste(255, (int(x0) - rim, int(top) - rim, int(x1) + rim, int(bottom) + rim))
        return wiped


def find_rulings(picture: Image.Image) -> Rulings:
    """The rulings of the tables on a straightened grey picture; none where no level and upright ones meet."""
    ink = find_ink(np.asarray(picture.reduce(_REDUCED), np.float32))
    level = _runs(ink)
    if not level:
        return Rulings(())
    upright = [(y0, x0, y1, x1) for x0, y0, x1, y1 in _runs(np.ascontiguousarray(ink.T))]
    if len(level) < 2 or len(upright) < 2:
        return Rulings(())
    half = _REDUCED / 2
    return Rulings(tuple(tuple(_REDUCED * end + half for end in line) for line in [*level, *upright]))  # type: ignore[misc] # four ends each


def _runs(ink: Ink) -> list[tuple[int, int, int, int]]:
    """Level runs of ink, gathered over the rows that they are thick: (first column, row, last column, row)."""
    # A slight slope breaks a thin line into steps: two rows together have it whole.
    rows = ink.copy()
    rows[1:] |= ink[:-1]
    padded = np.zeros((rows.shape[0], rows.shape[1] + 2), np.int8)
    padded[:, 1:-1] = rows
    steps = np.diff(padded, axis=1)
    at, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    long = ends - starts >= _SHORTEST
    open_: list[list[int]] = []
    done: list[list[int]] = []
    for row, start, end in zip(at[long].tolist(), starts[long].tolist(), ends[long].tolist(), strict=True):
        still = []
        for run in open_:
            (still if run[3] >= row - 1 else done).append(run)
        open_ = still
        for run in open_:
            if start <= run[2] and end >= run[0]:
                run[0], run[2], run[3] = min(run[0], start), max(run[2], end), row
                break
        else:
            open_.append([start, row, end, row])
    done += open_
    kept = [run for run in done if run[3] - run[1] + 1 <= _THICKEST]
    return [(x0, (top + bottom) // 2, x1 - 1, (top + bottom) // 2) for x0, top, x1, bottom in kept]
