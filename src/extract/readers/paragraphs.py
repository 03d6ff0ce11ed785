"""Lines to paragraphs, headings and list items.

The measures below are set by hand, on the letters of `corpus/` and on collected files of other producers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from extract.model import BlockKind, Cell
from extract.readers.headings import MAX_HEADING, breaks_off, ends_sentence
from extract.readers.markers import split_marker
from extract.readers.pdf_lines import Line

#: Lines further apart than this many times the usual distance belong to different paragraphs.
PARAGRAPH_GAP = 1.22
#: A line whose size differs by more than this share is set in another size.
SAME_SIZE = 0.12
#: A line that starts this far (in ems) to the right or left of another is set in or out.
INDENT = 0.8
#: A line set out further than this (in ems) ends no hanging indent, but a block set in or centred.
LONGEST_INDENT = 6
#: A line that leaves more than this share of the column empty ends before its margin.
EARLY = 0.3
#: A space, and by how much less than its margin a full line may reach (in ems).
SPACE, RAGGED = 0.3, 0.25
#: List items of the next level are set in by this much (in ems), and there are no more levels.
LEVEL_INDENT, MAX_LEVEL = 2.5, 8
#: Distances of lines within this ratio are one distance, which counts as usual from this share of all on.
SAME_STEP, USUAL = 1.06, 0.08
#: Right ends within as many points are one margin; a line may run over the margin by so many points.
SAME_END, OVERRUN = 3, 30
#: Leading and size (points) of a document that shows none.
DEFAULT_LEADING, DEFAULT_SIZE = 1.2, 12.0


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. `marker` is the bullet or number that was taken off the first line."""

    lines: list[Line]
    page: int
    kind: BlockKind = BlockKind.PARAGRAPH
    marker: str | None = None
    level: int = 0
    cell: Cell | None = None
    indented: bool = False
    left: float = 0.0
    right: float = 0.0
    text_x0: float = field(init=False)

    def __post_init__(self) -> None:
        self.text_x0 = self.lines[0].x0

    @property
    def text(self) -> str:
        """The words as they stand on the lines."""
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document: size of its body text, and distance of its lines for each size (points)."""

    size: float
    leading: dict[int, float]

    def leading_of(self, size: float) -> float:
        """The usual distance of lines of this size."""
        body = self.leading.get(round(2 * self.size), DEFAULT_LEADING * self.size) / self.size * size
        return min(self.leading.get(round(2 * size), body), 1.1 * body)


def measure(columns: Iterable[Sequence[Line]]) -> Measures:
    """Measures of a document from the lines of its columns."""
    sizes: Counter[int] = Counter()
    steps: dict[int, list[float]] = {}
    for lines in columns:
        for line in lines:
            sizes[round(2 * line.size)] += len(line.text)
        for above, line in pairwise(lines):
            step = line.baseline - above.baseline
            if round(2 * line.size) == round(2 * above.size) and 0.8 * line.size < step < 3 * line.size:
                steps.setdefault(round(2 * line.size), []).append(step)
    size = max(0.5, sizes.most_common(1)[0][0] / 2) if sizes else DEFAULT_SIZE
    return Measures(size, {key: _usual_step(values) for key, values in steps.items()})


def _usual_step(steps: list[float]) -> float:
    """The smallest distance that is no exception: that of lines within a paragraph, were it rarer than that between."""
    ordered = sorted(steps)
    needed = max(2, round(USUAL * len(ordered)))
    for i, step in enumerate(ordered):
        cluster = [other for other in ordered[i:] if other <= SAME_STEP * step]
        if len(cluster) >= needed:
            return median(cluster)
    return ordered[0]


def find_paragraphs(lines: Sequence[Line], page: int, measures: Measures) -> list[Paragraph]:
    """The paragraphs of one column."""
    if not lines:
        return []
    left, right = min(line.x0 for line in lines), _right_margin(lines)
    paragraphs: list[Paragraph] = []
    current: list[Line] = []
    text_x0 = 0.0
    for line in lines:
        marker = find_marker(line)
        if current and not _starts_paragraph(current, line, marker, text_x0, left, right, measures):
            current.append(line)
            continue
        if current:
            paragraphs.append(_paragraph(current, page, left, right))
        current = [line]
        text_x0 = _text_x0(line, marker) if marker else line.x0
    paragraphs.append(_paragraph(current, page, left, right))
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        _name_kind(paragraph, following, measures)
    return paragraphs


def _paragraph(lines: list[Line], page: int, left: float, right: float) -> Paragraph:
    paragraph = Paragraph(lines, page, left=left, right=right)
    if len(lines) > 1:
        paragraph.indented = lines[0].x0 > lines[1].x0 + INDENT * lines[0].size
    else:
        paragraph.indented = lines[0].x0 > left + INDENT * lines[0].size
    return paragraph


def _right_margin(lines: Sequence[Line]) -> float:
    """The right end that two lines share, lest one line that runs over sets it; that of the longest line else."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    for a, b in pairwise(ends):
        if a - b < SAME_END and ends[0] - a < OVERRUN:
            return a
    return ends[0]


def find_marker(line: Line) -> str | None:
    """The bullet or list number at the start of the line, where text follows it."""
    return split_marker(line.text)[0]


def take_marker(line: Line, marker: str) -> Line:
    """The line without the marker that it starts with."""
    first = line.words[0]
    if first.text == marker:
        return Line(line.words[1:])
    rest = first.text.removeprefix(marker)
    return Line([replace(first, text=rest), *line.words[1:]])


def _text_x0(line: Line, marker: str) -> float:
    return take_marker(line, marker).x0


def _stops_early(line: Line, left: float, right: float) -> bool:
    """Whether a good part of the line is empty, which no word of a running sentence is long enough to explain."""
    return right - line.x1 > EARLY * (right - left)


def _has_room(line: Line, word_width: float, right: float) -> bool:
    """Whether the next line's first word would have fitted on the line: its end was then meant."""
    return line.x1 + SPACE * line.size + word_width < right - RAGGED * line.size


def _starts_paragraph(
    current: list[Line], line: Line, marker: str | None, text_x0: float, left: float, right: float, measures: Measures
) -> bool:
    last = current[-1]
    em = max(last.size, line.size)
    step = line.baseline - last.baseline
    if abs(line.size - last.size) > SAME_SIZE * em:
        return True
    if step < -em or step > PARAGRAPH_GAP * measures.leading_of(line.size) + 0.5:
        return True
    if breaks_off(last.text):
        return False
    ended = ends_sentence(last.text)
    short = _has_room(last, line.words[0].x1 - line.words[0].x0, right)
    lower = line.text[0].islower()
    if marker and _opens_item(last, line, marker, ended, short):
        return True
    if last.bold != line.bold and not (last.words[-1].bold and line.words[0].bold) and (short or ended or not lower):
        return True
    if _is_centred(last, line) and not short:
        return last.text.endswith((".", ";", "!", "?"))
    if line.x0 > last.x0 + INDENT * em and abs(line.x0 - text_x0) > 0.5 * em:
        return ended or short or len(current) > 1
    if line.x0 < last.x0 - INDENT * em and len(current) > 1:
        return ended or short
    if line.x0 < last.x0 - INDENT * em and len(current) == 1 and last.x0 - line.x0 > LONGEST_INDENT * em:
        return not (lower and not ended)
    return short and (ended or not lower or _stops_early(last, left, right))


def _is_centred(above: Line, line: Line) -> bool:
    return abs(line.x0 - above.x0) > above.size and abs(line.x0 + line.x1 - above.x0 - above.x1) < above.size


def _opens_item(last: Line, line: Line, marker: str, ended: bool, short: bool) -> bool:
    if ended or short:
        return True
    if marker in "-–—*":
        # A dash at a line's start may be part of the sentence: an item's is set in, or follows an item's.
        return abs(line.x0 - last.x0) > INDENT * line.size or last.text.endswith(",") or find_marker(last) == marker
    return not marker[0].isdigit() or abs(line.x0 - last.x0) > INDENT * line.size or find_marker(last) is not None


def _name_kind(paragraph: Paragraph, following: Paragraph | None, measures: Measures) -> None:
    marker = find_marker(paragraph.lines[0])
    text = paragraph.text
    em = paragraph.lines[0].size
    large = em >= (1 + SAME_SIZE) * measures.size
    leads_list = following is not None and find_marker(following.lines[0]) is not None
    colon = text.endswith(":") and not leads_list and len(paragraph.lines) <= 2 and not re.search(r"[.!?]\s", text)
    short = len(text) <= MAX_HEADING and len(paragraph.lines) <= 4 and not text.endswith((".", ";", ","))
    if short and any(char.isalpha() for char in text) and (paragraph.bold or large or colon):
        paragraph.kind = BlockKind.HEADING
    elif marker:
        paragraph.kind = BlockKind.LIST_ITEM
    if marker:
        paragraph.marker = marker
        indent = round((paragraph.lines[0].x0 - paragraph.left) / (LEVEL_INDENT * em))
        paragraph.level = min(MAX_LEVEL, max(marker.rstrip(".)").count("."), indent))
        paragraph.lines[0] = take_marker(paragraph.lines[0], marker)
        paragraph.text_x0 = paragraph.lines[0].x0


def continues(above: Paragraph, below: Paragraph, indents: bool) -> bool:
    """Whether `below`, at the head of a column or page, goes on with the paragraph `above` at the foot of the last.

    `indents` tells that the document sets in its paragraphs' first lines.
    """
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    if above.kind not in kinds or below.kind is not BlockKind.PARAGRAPH or below.marker:
        return False
    last, first = above.lines[-1], below.lines[0]
    if abs(last.size - first.size) > SAME_SIZE * last.size:
        return False
    if _stops_early(last, above.left, above.right):
        return False
    full = not _has_room(last, first.words[0].x1 - first.words[0].x0, above.right)
    if ends_sentence(last.text):
        return indents and full and not below.indented and last.text.endswith(".") and len(below.lines) > 1
    return first.text[0].islower() or (full and not below.indented)
