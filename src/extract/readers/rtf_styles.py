"""Which paragraph styles of a Rich Text document are headings."""

from __future__ import annotations

import re

_HEADING = re.compile(r"(?:heading|virsraksts)\s*([1-9])\s*(?:[,;]|$)", re.IGNORECASE)
_TITLES = ("title", "nosaukums")


class HeadingStyles:
    """The styles that stand for headings by their name, by the level that they declare, or by the style below them."""

    def __init__(self) -> None:
        self._levels: dict[int, int] = {}
        self._bases: dict[int, int | None] = {}

    def name_style(self, style: int, name: str) -> None:
        """Take over the name of a style."""
        if found := _HEADING.match(name):
            self._levels[style] = int(found[1]) - 1
        elif name.rstrip(";").strip().casefold() in _TITLES:
            self._levels[style] = 0

    def declare_level(self, style: int, level: int) -> None:
        """Take over the depth of heading, from 0, that a style declares, unless its name tells it."""
        self._levels.setdefault(style, level)

    def base_style(self, style: int, base: int | None) -> None:
        """Take over which style another is based on."""
        self._bases[style] = base

    def level(self, style: int) -> int | None:
        """The depth of heading, from 0, that a style, or one that it is based on, stands for."""
        seen: set[int] = set()
        current: int | None = style
        while current is not None and current not in seen:
            if current in self._levels:
                return self._levels[current]
            seen.add(current)
            current = self._bases.get(current)
        return None
