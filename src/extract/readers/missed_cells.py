"""Table cells in which the recogniser saw nothing though there is ink: single digits, above all.

The layout analysis of a whole page takes a lone digit for a speck. The cells are put one below the other on a picture
of their own, which is then recognised as one block of lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from extract.readers.straightening import find_ink, paper_tone
from extract.readers.tesseract import SeenLine, recognise

#: Pixels of ink in a cell below which it holds specks only, at 300 dots an inch; a full stop has 20 or so.
_LEAST_INK = 60
#: What is read there with less confidence is left out.
_LEAST_CONFIDENCE = 0.6
#: Pixels left out along a cell's sides, where the wiped rulings were, and around what is cut out.
_INSET, _RIM = 8, 14
#: The tallest cut-out that is recognised anew (pixels): what is higher is a picture or stamp.
_TALLEST = 240

Box = tuple[float, ...]


def recognise_missed(picture: Image.Image, cells: Iterable[Box], lines: Sequence[SeenLine], dpi: int) -> list[SeenLine]:
    """The lines in those cells (x0, top, x1, bottom in pixels) in which `lines` has no word."""
    middles = np.array([((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2) for line in lines for w in line.words]).reshape(
        -1, 2
    )
    cuts: list[tuple[int, int, int, int]] = []
    ink = None
    for x0, top, x1, bottom in cells:
        inside = (x0 <= middles[:, 0]) & (middles[:, 0] < x1) & (top <= middles[:, 1]) & (middles[:, 1] < bottom)
        if inside.any():
            continue
        ink = find_ink(picture) if ink is None else ink
        left, upper = int(x0) + _INSET, int(top) + _INSET
        ys, xs = np.nonzero(ink[upper : max(upper, int(bottom) - _INSET), left : max(left, int(x1) - _INSET)])
        if len(xs) >= _LEAST_INK and ys.max() - ys.min() <= _TALLEST:
            cuts.append(
                (left + int(xs.min()), upper + int(ys.min()), left + int(xs.max()) + 1, upper + int(ys.max()) + 1)
            )
    if not cuts:
        return []
    heights = [bottom - top + 2 * _RIM for _, top, _, bottom in cuts]
    width = max(x1 - x0 for x0, _, x1, _ in cuts) + 2 * _RIM
    sheet = Image.new("L", (width, sum(heights)), paper_tone(picture))
    ends = np.cumsum(heights)
    for (x0, top, x1, bottom), height, end in zip(cuts, heights, ends.tolist(), strict=True):
        sheet.paste(picture.crop((x0, top, x1, bottom)), (_RIM, end - height + _RIM))
    found = []
    for line in recognise(sheet, dpi, one_block=True):
        i = int(np.searchsorted(ends, (line.words[0].top + line.words[0].bottom) / 2))
        if i < len(cuts) and min(word.confidence for word in line.words) >= _LEAST_CONFIDENCE:
            x, y = cuts[i][0] - _RIM, cuts[i][1] - _RIM - (int(ends[i]) - heights[i])
            words = tuple(
                replace(word, x0=word.x0 + x, top=word.top + y, x1=word.x1 + x, bottom=word.bottom + y)
                for word in line.words
            )
            found.append(SeenLine(words, line.baseline + y, line.size))
    return found
