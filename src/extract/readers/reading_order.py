"""Reading order of a page: recursive XY-cut over words and tables.

A region is cut into rows at its white horizontal bands; neighbouring rows that share a white vertical gutter form a
band of columns, which are read one after the other and cut again. The rest is read row by row. After Nagy and Seth's
XY-cut; gutters are looked for over runs of rows, so that a title across the page does not hide the columns below it.
The measures are set by hand, on drawn pages and on collected files of other producers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.readers.pdf_lines import Line, lines_of
from extract.readers.pdf_tables import PageTable, TableCell
from extract.readers.pdf_words import PageWord

#: How deep columns may lie in columns.
MAX_DEPTH = 8
#: The narrowest gutter, in shares of the font size: between long columns, and where one has less than four lines.
LONG_GUTTER, SHORT_GUTTER = 0.7, 1.5
#: Columns of fewer lines than this are short; so few lines are no running text.
LONG_COLUMN = 4
#: A side of a gutter whose words have no more characters than this holds marks and numbers, and is no column.
LONGEST_MARK = 8
#: Running text: words a line, and the share of its lines that are evenly spaced and that are long, by the ratio to the
#: usual step and to the column's width.
PROSE_WORDS = 2.2
EVEN_LINES, EVEN_STEP = 0.8, 1.4
LONG_LINES, LONG_LINE = 0.6, 0.7
#: Beside a cell of running text the other cells have at most this many lines, text included, a line of the text.
BESIDE_PROSE = 1.7
#: A table has so many rows at least, and this share of them has more than one cell.
LEAST_ROWS, FULL_ROWS = 3, 0.6
#: Two columns of so many lines together may be a letterhead's two blocks.
LETTERHEAD_LINES = 10
#: Rows of a table stand further apart than its lines by this factor.
ROW_STEP = 1.2
#: Where this share of a table's rows starts level, each is a row of its own.
LEVEL_ROWS = 0.8
#: Font size (points) of a region without words.
DEFAULT_SIZE = 10.0

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


@dataclass(frozen=True, slots=True)
class _Region:
    """Ends and usual font size of what is being cut."""

    x0: float
    x1: float
    size: float


def find_columns(lines: Sequence[Line], tables: Sequence[PageTable] = ()) -> list[Column]:
    """The lines and tables of one page as columns in reading order; lines that reach over columns are parted.

    Rows and columns of words that are set as a table without rulings come as a table too.
    """
    columns = _Columns({id(line.words[0]): line for line in lines})
    _cut([*(word for line in lines for word in line.words), *tables], 0, columns)
    return columns.found


class _Columns:
    """The columns found so far. `known` are the page's lines, by their first words."""

    def __init__(self, known: Mapping[int, Line]) -> None:
        self.found: list[Column] = []
        self._known = known

    def add(self, rows: Iterable[_Row]) -> None:
        """Add a column of the rows, parted where a table stands in it."""
        lines: list[Line] = []
        for row in rows:
            lines += self._lines(row)
            tables = [item for item in row.items if isinstance(item, PageTable)]
            if tables and lines:
                self.found.append(Column(lines))
                lines = []
            self.found += [Column([], table) for table in tables]
        if lines:
            self.found.append(Column(lines))

    def _lines(self, row: _Row) -> list[Line]:
        line = self._known.get(id(row.items[0]))
        if line is not None and line.words == row.items:
            return [line]  # no column parts it
        return lines_of(item for item in row.items if isinstance(item, PageWord))


def _cut(items: list[Item], depth: int, columns: _Columns) -> None:
    if not items:
        return
    rows = _rows(items)
    region = _Region(min(row.x0 for row in rows), max(row.x1 for row in rows), _size(items))
    plain: list[_Row] = []
    # Columns stand beside each other somewhere: no band begins below the last row with a gap inside it.
    parted = [i for i, row in enumerate(rows) if len(row.gaps) > 2]
    last = parted[-1] if parted and depth < MAX_DEPTH else -1
    start = 0
    while start < len(rows):
        end, gutters = _band(rows, start, region) if start <= last else (start + 1, [])
        if not gutters:
            plain.append(rows[start])
            start += 1
            continue
        columns.add(plain)
        plain = []
        caption = start + _caption(rows[start:end], gutters)
        grid_end, grid_gutters = _band(rows, caption, region) if caption > start else (end, gutters)
        if grid := _grid(rows[caption:grid_end], grid_gutters):
            columns.add(rows[start:caption])
            columns.found.append(Column([], grid))
            end = grid_end
        else:
            for part in _split([item for row in rows[start:end] for item in row.items], gutters):
                _cut(part, depth + 1, columns)
        start = end
    columns.add(plain)


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
    sizes = sorted([item.size for item in items if isinstance(item, PageWord)])
    return sizes[len(sizes) // 2] if sizes else DEFAULT_SIZE


def _band(rows: Sequence[_Row], start: int, region: _Region) -> tuple[int, list[Gap]]:
    """The longest run of rows from `start` whose common gutters part columns: its end and the gutters, or none."""
    left, right = region.x0, region.x1
    gaps = [gap for gap in rows[start].gaps if gap[1] > left and gap[0] < right]
    least = LONG_GUTTER * region.size
    if not gaps:
        return start + 1, []
    best_end, best = start + 1, _bounded(gaps)
    for end in range(start + 1, len(rows)):
        shared = _shared(gaps, rows[end].gaps)
        gaps = [gap for gap in shared if gap[1] - gap[0] >= least and gap[1] > left and gap[0] < right]
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
    least = SHORT_GUTTER if min(counts) < LONG_COLUMN else LONG_GUTTER
    if width < least * em:
        return False
    # Bullets, list numbers, page numbers of a contents list: they are read with the line that they stand on.
    return not any(
        len(side) <= count and all(isinstance(item, PageWord) and len(item.text) <= LONGEST_MARK for item in side)
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
        parts[bisect_right(edges, item.x0)].append(item)
    return parts


def _caption(band: Sequence[_Row], gutters: Sequence[Gap]) -> int:
    """How many rows at the band's head stand in one column only, as a table's title does."""
    for i, row in enumerate(band):
        if sum(map(bool, _split(row.items, gutters))) > 1:
            return i
    return 0


def _grid(band: Sequence[_Row], gutters: Sequence[Gap]) -> PageTable | None:
    """The band as a table without rulings, where its columns are cells that stand side by side; else None."""
    items = [item for row in band for item in row.items]
    if not gutters or any(isinstance(item, PageTable) for item in items):
        return None
    gutters = _cell_gutters(band, items)
    columns = [lines_of(w for w in part if isinstance(w, PageWord)) for part in _split(items, gutters)]
    prose = [column for column in columns if _is_prose(column)]
    if len(prose) > 1 or (prose and sum(map(len, columns)) > BESIDE_PROSE * len(prose[0])):
        return None  # columns of text whose lines happen to stand level
    groups = _aligned_rows(band, gutters, prose[0] if prose else None)
    parts = [_split(group, gutters) for group in groups]
    full = sum(sum(map(bool, row)) > 1 for row in parts)
    if len(groups) < LEAST_ROWS or full < FULL_ROWS * len(groups):
        return None
    numbers = any(all(not char.isalpha() for line in column for char in line.text) for column in columns)
    if (
        len(columns) == 2
        and sum(map(len, columns)) <= LETTERHEAD_LINES
        and len(groups) == max(map(len, columns))
        and not numbers
    ):
        return None  # two short blocks side by side, as in a letterhead
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


def _cell_gutters(band: Sequence[_Row], items: Sequence[Item]) -> list[Gap]:
    """All gutters that run through the band, those beside numbers included, which part no columns of text."""
    least = LONG_GUTTER * _size(items)
    gaps = band[0].gaps
    for row in band[1:]:
        gaps = [gap for gap in _shared(gaps, row.gaps) if gap[1] - gap[0] >= least]
    found: list[Gap] = []
    for gutter in _bounded(gaps):
        left = (item for item in items if (found[-1][1] if found else 0.0) <= item.x0 < gutter[0])
        if any(char.isalnum() for item in left if isinstance(item, PageWord) for char in item.text):
            found.append(gutter)  # a column of bullets is none
    return found


def _shared(gaps: Iterable[Gap], others: Sequence[Gap]) -> list[Gap]:
    return [
        (a0 if a0 > b0 else b0, a1 if a1 < b1 else b1) for a0, a1 in gaps for b0, b1 in others if a0 < b1 and b0 < a1
    ]


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether the lines are running text: of several words, most as long as the column is wide, and evenly spaced."""
    if len(lines) < LONG_COLUMN or sum(len(line.words) for line in lines) < PROSE_WORDS * len(lines):
        return False
    steps = [below.baseline - above.baseline for above, below in pairwise(lines)]
    if sum(step < EVEN_STEP * median(steps) for step in steps) < EVEN_LINES * len(steps):
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    return sum(line.x1 - line.x0 > LONG_LINE * width for line in lines) >= LONG_LINES * len(lines)


def _aligned_rows(band: Sequence[_Row], gutters: Sequence[Gap], prose: Sequence[Line] | None) -> list[list[Item]]:
    """The band cut into table rows: where cells start level, further below than a line of the text in one of them.

    With no running text in any cell and nearly all rows level, each row is one of the table's.
    """
    level = [_is_level(row, gutters) for row in band]
    steps = [min(i.bottom for i in below.items) - max(i.bottom for i in above.items) for above, below in pairwise(band)]
    if prose:
        wide = ROW_STEP * median(below.baseline - above.baseline for above, below in pairwise(prose))
    elif sum(level) >= LEVEL_ROWS * len(band):
        wide = 0.0
    else:
        wide = ROW_STEP * min(steps, default=0.0) + 1
    groups: list[list[Item]] = [list(band[0].items)]
    for step, row, is_level in zip(steps, band[1:], level[1:], strict=True):
        if is_level and step > wide:
            groups.append(list(row.items))
        else:
            groups[-1] += row.items
    return groups


def _is_level(row: _Row, gutters: Sequence[Gap]) -> bool:
    """Whether several cells of the row start on one baseline."""
    starts = [min(item.bottom for item in cell) for cell in _split(row.items, gutters) if cell]
    return len(starts) > 1 and max(starts) - min(starts) < 0.3 * _size(row.items)
