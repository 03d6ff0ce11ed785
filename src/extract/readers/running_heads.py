"""Running heads and feet: what repeats at the top or bottom of pages, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extract.model import BlockKind
from extract.readers.pdf_lines import Line

#: Running heads and feet stand within this share of the page's height from its ends, and among this many lines.
MARGIN, MAX_LINES = 0.13, 4
#: A page's own number, alone on the last line, may stand as high as this.
FOOT = 0.7
#: The same line stands within this many points of the same height on its pages.
SAME_HEIGHT = 8.0
#: A page head with more lines than this on the first page is its letterhead, though it stands on the others too.
MAX_HEAD_LINES = 2

_PAGE_NUMBER = re.compile(
    r"\W*(?:lpp|lappuse|lapa|lp|page|p|pg)?\W*\d{1,4}(?:\.?\W*(?:/|no|of|\(|-|–|\|)\W*\d{1,4}|)\W*(?:\.?\s*(?:lpp|lappuse|lapa))?\W*",
    re.IGNORECASE,
)

Found = list[tuple[Line, BlockKind]]


def find_running_heads(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[Found]:
    """The running heads, feet and page numbers of each page; a page is given as its height and its lines."""
    candidates = [_candidates(i, height, lines) for i, (height, lines) in enumerate(pages, start=1)]
    places: dict[tuple[BlockKind, str], list[tuple[int, float]]] = defaultdict(list)
    for number, found in enumerate(candidates):
        for line, kind in found:
            places[kind, _key(line.text)].append((number, line.baseline))
    result: list[Found] = []
    for number, found in enumerate(candidates):
        heads = [(line, kind) for line, kind in found if _repeats(places[kind, _key(line.text)], number, line.baseline)]
        top = [line for line, kind in heads if kind is BlockKind.HEADER and not is_page_number(line.text)]
        if number == 0 and (len(top) > MAX_HEAD_LINES or any("@" in line.text for line in top)):
            heads = [(line, kind) for line, kind in heads if line not in top]
        known = {id(line) for line, _ in heads}
        heads += [
            (line, kind)
            for line, kind in found
            if id(line) not in known and is_page_number(line.text) and _is_outermost(line, kind, found, known)
        ]
        result.append(heads)
    return result


def is_page_number(text: str) -> bool:
    """Whether the text is nothing but a page number: „2”, „- 2 -”, „2/3”, „2 no 3”, „Lpp. 2”, „2. lapa”."""
    return bool(_PAGE_NUMBER.fullmatch(text)) and sum(char.isdigit() for char in text) <= 8


def _candidates(number: int, height: float, lines: Sequence[Line]) -> Found:
    ordered = sorted(lines, key=lambda line: line.baseline)
    heads = [line for line in ordered[:MAX_LINES] if line.baseline < MARGIN * height]
    feet = [line for line in ordered[-MAX_LINES:] if line.baseline > (1 - MARGIN) * height]
    if (
        ordered
        and ordered[-1] not in feet
        and _numbers_page(ordered[-1], number)
        and ordered[-1].baseline > FOOT * height
    ):
        feet = [ordered[-1]]
    return [(line, BlockKind.HEADER) for line in heads] + [(line, BlockKind.FOOTER) for line in feet]


def _numbers_page(line: Line, number: int) -> bool:
    return is_page_number(line.text) and re.findall(r"\d+", line.text)[0] == str(number)


def _key(text: str) -> str:
    return re.sub(r"\d+", "0", text).casefold()


def _repeats(places: Sequence[tuple[int, float]], page: int, baseline: float) -> bool:
    near = {number for number, other in places if abs(other - baseline) <= SAME_HEIGHT}
    return len(near) >= 2 and page in near


def _is_outermost(line: Line, kind: BlockKind, found: Found, known: set[int]) -> bool:
    """Whether nothing but running heads stands further out than the line."""
    if kind is BlockKind.HEADER:
        return all(other.baseline >= line.baseline or id(other) in known for other, k in found if k is kind)
    return all(other.baseline <= line.baseline or id(other) in known for other, k in found if k is kind)
