"""What is shown of a letter: its parts in order, each as pages with places for its words or as flowing text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from extract.model import Box


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page by its number, counted from 1 through all that is shown of the letter; its size in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word of the letter's text and where it stands on the shown pages."""

    start: int
    end: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the letter: `document.text[start:end]`, on the pages given, or as flowing text where there are none.

    `name` is that of the file; None where the letter came as one file.
    """

    name: str | None
    start: int
    end: int
    pages: tuple[ShownPage, ...] = ()


@dataclass(frozen=True)
class LetterView:
    """A letter as it is shown. Boxes carry the numbers of shown pages."""

    parts: tuple[ShownPart, ...]
    words: tuple[ShownWord, ...]

    @property
    def pages(self) -> tuple[ShownPage, ...]:
        """All shown pages in order."""
        return tuple(page for part in self.parts for page in part.pages)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def words_between(self, start: int, end: int) -> tuple[ShownWord, ...]:
        """The words that share a character with the span."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for word in self.words[first:]:
            if word.start >= end:
                break
            if word.end > start:
                found.append(word)
        return tuple(found)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Where the span stands: one box a line and page, as a marker pen would draw it; empty without pages."""
        return join_lines(box for word in self.words_between(start, end) for box in word.boxes)

    def words_on(self, page: int) -> tuple[ShownWord, ...]:
        """The words of one page in the order of the text."""
        return tuple(word for word in self.words if any(box.page == page for box in word.boxes))


def join_lines(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Boxes that follow each other on one line joined into one."""
    joined: list[Box] = []
    for box in boxes:
        if joined and _continues(joined[-1], box):
            last = joined[-1]
            joined[-1] = Box(
                last.page,
                min(last.x0, box.x0),
                min(last.top, box.top),
                max(last.x1, box.x1),
                max(last.bottom, box.bottom),
            )
        else:
            joined.append(box)
    return tuple(joined)


def _continues(last: Box, box: Box) -> bool:
    """Whether a box stands on the line of the one before it, not before it and no more than two heights away."""
    height = min(last.bottom - last.top, box.bottom - box.top)
    shared = min(last.bottom, box.bottom) - max(last.top, box.top)
    return last.page == box.page and shared > 0.5 * height and last.x0 <= box.x0 < last.x1 + 2 * height
