"""Reading order of a page: recursive XY-cut over words and tables.

A region is cut into rows at its white horizontal bands; neighbouring rows that share a white vertical gutter form a
band of columns, which are read one after the other and cut again. The rest is read row by row. After Nagy and Seth's
XY-cut; gutters are looked for over runs of rows, so that a title across the page does not hide the columns below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.readers.pdf_lines import Line, lines_of
from extract.readers.pdf_tables import PageTable, TableCell
from extract.readers.pdf_words import PageWord

#: How deep columns may lie in columns.
MAX_DEPTH = 8
#: The narrowest gutter, in shares of the font size: between long columns, and where one has less than four lines.
LONG_GUTTER, SHORT_GUTTER = 0.8, 1.5

Item = PageWord | PageTable
Gap = tuple[float, float]


@dataclass(slots=True)
class Column:
    """Lines that are read one below the other, or one table."""

    lines: list[Line]
    table: PageTable | None = None


@dataclass(slots=True)
class _Row:
    """Items that overlap vertically, and the white gaps between them, the open ones at both ends included."""

    items: list[Item]
    top: float
    bottom: float
    gaps: list[Gap]

    @property
    def x0(self) -> float:
        """Left end of what stands in the row."""
        return self.gaps[0][1]

    @property
    def x1(self) -> float:
        """Right end of what stands in the row."""
        return self.gaps[-1][0]


def find_columns(words: Sequence[PageWord], tables: Sequence[PageTable] = ()) -> list[Column]:
    """The words and tables of one page as columns in reading order.

    Rows and columns of words that are set as a table without rulings come as a table too.
    """
    columns: list[Column] = []
    _cut([*words, *tables], 0, columns)
    return columns


def _cut(items: list[Item], depth: int, columns: list[Column]) -> None:
    rows = _rows(items)
    left, right = min((row.x0 for row in rows), default=0.0), max((row.x1 for row in rows), default=0.0)
    plain: list[_Row] = []
    start = 0
    while start < len(rows):
        end, gutters = _band(rows, start, left, right) if depth < MAX_DEPTH else (start + 1, [])
        if not gutters:
            plain.append(rows[start])
            start += 1
            continue
        _emit(plain, columns)
        plain = []
        band = rows[start:end]
        if grid := _grid(band, gutters):
            columns.append(Column([], grid))
        else:
            for part in _split([item for row in band for item in row.items], gutters):
                _cut(part, depth + 1, columns)
        start = end
    _emit(plain, columns)


def _emit(rows: Iterable[_Row], columns: list[Column]) -> None:
    lines: list[Line] = []
    for row in rows:
        lines += lines_of(item for item in row.items if isinstance(item, PageWord))
        tables = [item for item in row.items if isinstance(item, PageTable)]
        if tables and lines:
            columns.append(Column(lines))
            lines = []
        columns += [Column([], table) for table in tables]
    if lines:
        columns.append(Column(lines))


def _rows(items: Iterable[Item]) -> list[_Row]:
    groups: list[list[Item]] = []
    bottom = float("-inf")
    for item in sorted(items, key=lambda i: i.top):
        if item.top < bottom:
            groups[-1].append(item)
        else:
            groups.append([item])
        bottom = max(bottom, item.bottom)
    return [_row(group) for group in groups]


def _row(items: list[Item]) -> _Row:
    least = LONG_GUTTER * _size(items)
    gaps: list[Gap] = []
    right = float("-inf")
    for item in sorted(items, key=lambda i: i.x0):
        if item.x0 - right >= least:
            gaps.append((right, item.x0))
        right = max(right, item.x1)
    gaps.append((right, float("inf")))
    return _Row(items, min(i.top for i in items), max(i.bottom for i in items), gaps)


def _size(items: Iterable[Item]) -> float:
    sizes = [item.size for item in items if isinstance(item, PageWord)]
    return median(sizes) if sizes else 10.0


def _band(rows: Sequence[_Row], start: int, left: float, right: float) -> tuple[int, list[Gap]]:
    """The longest run of rows from `start` whose common gutters part columns: its end and the gutters, or none."""
    gaps = [gap for gap in rows[start].gaps if gap[1] > left and gap[0] < right]
    best_end, best = start + 1, _bounded(gaps)
    for end in range(start + 1, len(rows)):
        gaps = [
            (max(a0, b0), min(a1, b1))
            for a0, a1 in gaps
            for b0, b1 in rows[end].gaps
            if min(a1, b1) - max(a0, b0) > 2 and min(a1, b1) > left and max(a0, b0) < right
        ]
        inner = _bounded(gaps)
        if not gaps or (best and not inner):
            break
        if inner:
            best_end, best = end + 1, inner
    if not best:
        return start + 1, []
    band = rows[start:best_end]
    best = [gutter for gutter in best if _parts_columns(band, gutter)]
    if not best:
        return start + 1, []
    return start + _without_tail(band, best), best


def _bounded(gaps: Iterable[Gap]) -> list[Gap]:
    return [gap for gap in gaps if gap[0] > float("-inf") and gap[1] < float("inf")]


def _sides(rows: Iterable[_Row], gutter: Gap) -> tuple[list[Item], list[Item]]:
    left: list[Item] = []
    right: list[Item] = []
    for row in rows:
        for item in row.items:
            (left if item.x0 < gutter[0] else right).append(item)
    return left, right


def _parts_columns(band: Sequence[_Row], gutter: Gap) -> bool:
    """Whether what stands on either side of the gutter is text that is read by itself."""
    sides = _sides(band, gutter)
    counts = [_count_lines(side) for side in sides]
    if min(counts) < 2:
        return False
    if not _side_by_side(band, gutter, min(counts)):
        return False
    em = _size(item for side in sides for item in side)
    width = gutter[1] - gutter[0]
    least = SHORT_GUTTER if min(counts) < 4 else LONG_GUTTER
    if width < least * em:
        return False
    # Bullets, list numbers, page numbers of a contents list: they are read with the line that they stand on.
    return not any(
        len(side) <= count and all(isinstance(item, PageWord) and len(item.text) <= 8 for item in side)
        for side, count in zip(sides, counts, strict=True)
    )


def _count_lines(items: Iterable[Item]) -> int:
    """How many lines the words stand on; a table counts for two."""
    count, baseline = 0, float("-inf")
    for item in sorted(items, key=lambda i: i.bottom):
        if isinstance(item, PageTable):
            count += 2
        elif item.baseline - baseline > 0.5 * item.size:
            count, baseline = count + 1, item.baseline
    return count


def _side_by_side(band: Sequence[_Row], gutter: Gap, least: int) -> bool:
    """Whether half of the shorter side's lines have something beside them: else one side stands below the other."""
    beside = (_sides([row], gutter) for row in band)
    shared = sum(min(map(_count_lines, sides)) for sides in beside if all(sides))
    return shared >= 0.5 * least


def _without_tail(band: Sequence[_Row], gutters: Sequence[Gap]) -> int:
    """How many rows of the band are columns.

    Rows at its end that stand left of all gutters, below a wide gap, belong to the left column only where they fill it.
    """
    edge = min(gutter[0] for gutter in gutters)
    both = max(i for i, row in enumerate(band) if any(item.x0 > edge for item in row.items)) + 1
    pitch = median([b.top - a.top for a, b in pairwise(band)] or [0.0])
    em = _size(item for row in band for item in row.items)
    for i in range(both, len(band)):
        if band[i].top - band[i - 1].top > 1.5 * pitch + 0.1 * em:
            reach = sum(max(item.x1 for item in row.items) > edge - 2 * em for row in band[i:])
            if reach < 2:
                return i
    return len(band)


def _split(items: Iterable[Item], gutters: Sequence[Gap]) -> list[list[Item]]:
    edges = sorted(gutter[0] for gutter in gutters)
    parts: list[list[Item]] = [[] for _ in range(len(edges) + 1)]
    for item in items:
        parts[sum(item.x0 >= edge for edge in edges)].append(item)
    return parts


def _grid(band: Sequence[_Row], gutters: Sequence[Gap]) -> PageTable | None:
    """The band as a table without rulings, where its columns are cells that stand side by side; else None."""
    items = [item for row in band for item in row.items]
    if any(isinstance(item, PageTable) for item in items):
        return None
    groups = _aligned_rows(band, gutters)
    parts = [_split(group, gutters) for group in groups]
    full = sum(sum(bool(cell) for cell in row) > 1 for row in parts)
    if len(groups) < 3 or full < 0.6 * len(groups):
        return None
    cells = [lines_of(w for w in cell if isinstance(w, PageWord)) for row in parts for cell in row if cell]
    if len(gutters) == 1 and sum(map(len, cells)) <= 10 and all(len(cell) == 1 for cell in cells):
        return None  # two short blocks side by side, as in a letterhead
    words_a_line = sum(len(line.words) for cell in cells for line in cell) / sum(map(len, cells))
    lines = sum(map(len, cells))
    lone = sum(len(cell) == 1 for cell in cells)
    if lone >= 0.7 * lines and words_a_line > 3.5:
        return None  # columns of text whose lines happen to stand level
    if 0.3 * lines < lone < 0.7 * lines or max(map(len, cells)) > 0.5 * lines:
        return None
    return PageTable(
        min(i.x0 for i in items),
        min(i.top for i in items),
        max(i.x1 for i in items),
        max(i.bottom for i in items),
        [
            TableCell(r, c, [w for w in cell if isinstance(w, PageWord)])
            for r, row in enumerate(parts)
            for c, cell in enumerate(row)
            if cell
        ],
    )


def _aligned_rows(band: Sequence[_Row], gutters: Sequence[Gap]) -> list[list[Item]]:
    """The band cut into table rows: where a wider white gap lies across it and the cells below it start level."""
    pitch = [b.top - a.bottom for a, b in pairwise(band)]
    usual = min(pitch, default=0.0)
    groups: list[list[Item]] = [list(band[0].items)]
    dense = bool(pitch) and max(pitch) < 1.3 * usual + 1
    for gap, row in zip(pitch, band[1:], strict=True):
        cells = [cell for cell in _split(row.items, gutters) if cell]
        tops = [min(item.bottom for item in cell) for cell in cells]
        level = len(cells) > 1 and max(tops) - min(tops) < 0.3 * _size(row.items)
        if level and (dense or gap > 1.3 * usual + 1):
            groups.append(list(row.items))
        else:
            groups[-1] += row.items
    return groups
