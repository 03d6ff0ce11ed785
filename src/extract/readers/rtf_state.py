"""What is in force where a Rich Text document is being read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Font:
    """A font of the document: its name, its encoding where it has one of its own, whether it is of symbols."""

    name: str = ""
    encoding: str | None = None
    is_symbol: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits and leaves as it was: where text goes, its font, and properties."""

    destination: str = ""
    ignored: bool = False
    font: int | None = None
    bold: bool = False
    underlined: bool = False
    hidden: bool = False
    deleted: bool = False
    skips: int = 1
    in_table: bool = False
    depth: int = 1
    centred: bool = False
    heading: int | None = None
    level: int = 0
    is_listed: bool = False
