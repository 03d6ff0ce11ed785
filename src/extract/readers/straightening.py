"""How a scanned page lies: whether its lines run across, and by how much they slope.

The measure is the classical one of projection profiles (Postl 1986): where the ink is summed along the true direction
of the lines, the sums change most from line to line.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

#: Slopes (degrees) that are looked for, and the steps: coarse ones, then finer around the best.
MOST_SKEW, STEPS = 6.0, (0.5, 0.1, 0.02)
#: Slopes below this (degrees) do not hinder recognition.
LEAST_SKEW = 0.25
#: Longer side (pixels) to which a page is reduced for the measure, and how much of its ink is looked at.
_SIDE, _POINTS = 1_100, 40_000
#: What is darker than the page's paper by this share of full black is ink.
_INK = 0.35
#: Lines run up the page where the measure along it is higher by this factor. By less than the second one, either way,
#: the measure is no proof: the rules of a table, which run both ways, weigh more in it than lines of text.
_UPRIGHT, _CLEAR = 1.3, 1.5
#: A page with a smaller share of ink is blank.
LEAST_INK = 0.00008


@dataclass(frozen=True, slots=True)
class Lie:
    """How a page lies. `skew`: by how many degrees it must be turned counter-clockwise for its lines to be level.

    `is_clear` tells whether it is beyond doubt that the lines run across; `other_skew` is the skew if, against
    `sideways`, they run the other way.
    """

    blank: bool
    sideways: bool
    skew: float
    is_clear: bool = True
    other_skew: float = 0.0


def measure_lie(picture: Image.Image) -> Lie:
    """How the page on a grey picture (mode "L") lies. Deterministic."""
    small = picture.reduce(max(1, round(max(picture.size) / _SIDE)))
    ink = find_ink(small)
    # The rim of a scan is often dark; it tells nothing.
    rim_y, rim_x = (max(1, side // 50) for side in ink.shape)
    ink[:rim_y], ink[-rim_y:], ink[:, :rim_x], ink[:, -rim_x:] = False, False, False, False
    if ink.mean() < LEAST_INK:
        return Lie(blank=True, sideways=False, skew=0.0)
    ys, xs = np.nonzero(ink)
    if len(xs) > _POINTS:
        chosen = np.random.default_rng(0).choice(len(xs), _POINTS, replace=False)
        ys, xs = ys[chosen], xs[chosen]
    across, across_score = _best_slope(xs.astype(np.float32), ys.astype(np.float32))
    up, up_score = _best_slope(ys.astype(np.float32), xs.astype(np.float32))
    sideways = up_score > _UPRIGHT * across_score
    # Along the page the axes are swapped, which turns the sense of the angle round.
    skew, other = (skew if abs(skew) >= LEAST_SKEW else 0.0 for skew in ((-up, across) if sideways else (across, -up)))
    return Lie(blank=False, sideways=sideways, skew=skew, is_clear=across_score > _CLEAR * up_score, other_skew=other)


def paper_tone(picture: Image.Image) -> int:
    """The tone of the paper of a grey picture: what four fifths of it are no lighter than."""
    counts = np.cumsum(picture.histogram())
    return int(np.searchsorted(counts, 0.8 * counts[-1]))


def find_ink(picture: Image.Image) -> npt.NDArray[np.bool_]:
    """Where a grey picture (mode "L") is darker than its paper by far; rows and columns of pixels."""
    paper = paper_tone(picture)
    dark = next(tone for tone, count in enumerate(picture.histogram()) if count)
    ink: npt.NDArray[np.bool_] = np.asarray(picture) < paper - max(24.0, _INK * (paper - dark))
    return ink


def _best_slope(along: npt.NDArray[np.float32], over: npt.NDArray[np.float32]) -> tuple[float, float]:
    """The slope (degrees) along which the ink gathers into lines most, and how much it does."""
    best, reach = 0.0, MOST_SKEW
    score = -1.0
    for step in STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        scores = [_sharpness(along, over, float(angle)) for angle in angles]
        i = int(np.argmax(scores))
        best, score, reach = float(angles[i]), scores[i], step
    return best, score


def _sharpness(along: npt.NDArray[np.float32], over: npt.NDArray[np.float32], angle: float) -> float:
    turn = np.deg2rad(angle)
    heights = over * np.float32(np.cos(turn)) - along * np.float32(np.sin(turn))
    counts = np.bincount((heights - heights.min()).astype(np.int32)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())
