"""The list numbers of a DOCX file as Word shows them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from extract.readers.list_numbers import ListNumber, format_number, visible_bullet
from extract.readers.word_styles import Styles
from extract.readers.xml_parts import attribute, child, is_on, local_name, number

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str | None


@dataclass(slots=True)
class _List:
    """A `w:num`: the definition it counts with, and where it starts over."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    used: bool = False


class Numbering:
    """Counts the paragraphs of all lists of a document, in their order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = _read_lists(root, styles) if root is not None else {}
        self._counters: dict[str, list[int | None]] = {}

    def next_number(self, paragraph: etree._Element) -> ListNumber | None:
        """The number of the next paragraph; None where it is in no list. To be asked once for each paragraph."""
        found = self._find_list(paragraph)
        if found is None:
            return None
        numbered, level = found
        definition = numbered.levels.get(level)
        if definition is None:
            return None
        self._count(numbered, level)
        marker = _PLACEHOLDER.sub(lambda place: self._figure(numbered, int(place[1]) - 1, definition), definition.text)
        if definition.format == "bullet":
            marker = visible_bullet(definition.text)
        return ListNumber(marker.strip(), level)

    def _find_list(self, paragraph: etree._Element) -> tuple[_List, int] | None:
        properties = child(paragraph, "pPr", "numPr")
        identity, level = attribute(child(properties, "numId"), "val"), number(child(properties, "ilvl"))
        style = None
        if identity is None:
            inherited = self._styles.numbering(self._styles.of(paragraph))
            if inherited is None:
                return None
            style, identity, style_level = inherited
            level = style_level if level is None else level
        numbered = self._lists.get(identity)
        if numbered is None:
            return None
        if level is None and style is not None:
            level = next((i for i, definition in numbered.levels.items() if definition.style == style), None)
        return numbered, min(max(level or 0, 0), _LEVELS - 1)

    def _count(self, numbered: _List, level: int) -> None:
        counters = self._counters.setdefault(numbered.abstract, [None] * _LEVELS)
        if not numbered.used:
            numbered.used = True
            for i in numbered.starts:
                if 0 <= i < _LEVELS:
                    counters[i] = None
        before = counters[level]
        counters[level] = self._start(numbered, level) if before is None else before + 1
        for i in range(level + 1, _LEVELS):
            definition = numbered.levels.get(i)
            restart = definition.restart if definition else None
            # `restart` is the level, from 1, whose use starts this one over; 0 means never, None any higher level.
            if restart is None or (restart > 0 and level < restart):
                counters[i] = None

    def _start(self, numbered: _List, level: int) -> int:
        definition = numbered.levels.get(level)
        return numbered.starts.get(level, definition.start if definition else 1)

    def _figure(self, numbered: _List, level: int, shown: _Level) -> str:
        definition = numbered.levels.get(level)
        if definition is None:
            return ""
        counter = self._counters[numbered.abstract][level]
        value = self._start(numbered, level) if counter is None else counter
        return format_number(value, "decimal" if shown.legal else definition.format)


def _read_lists(root: etree._Element, styles: Styles) -> dict[str, _List]:
    abstracts = {attribute(e, "abstractNumId"): e for e in root if local_name(e) == "abstractNum"}
    nums = {attribute(e, "numId"): e for e in root if local_name(e) == "num"}
    lists: dict[str, _List] = {}
    for identity, element in nums.items():
        target = attribute(child(element, "abstractNumId"), "val")
        linked = attribute(child(abstracts.get(target), "numStyleLink"), "val")
        if linked and (numbering := styles.numbering(linked)):
            target = attribute(child(nums.get(numbering[1]), "abstractNumId"), "val")
        if identity is None or target is None or target not in abstracts:
            continue
        levels, starts = _read_levels(abstracts[target]), {}
        for override in element:
            index, start = number(override, "ilvl"), number(child(override, "startOverride"))
            if local_name(override) != "lvlOverride" or index is None:
                continue
            levels |= _read_levels(override)
            if start is not None:
                starts[index] = start
        lists[identity] = _List(target, levels, starts)
    return lists


def _read_levels(parent: etree._Element) -> dict[int, _Level]:
    levels = {}
    for element in parent:
        index = number(element, "ilvl")
        if local_name(element) != "lvl" or index is None or not 0 <= index < _LEVELS:
            continue
        levels[index] = _Level(
            number(child(element, "start")) or 0,
            attribute(child(element, "numFmt"), "val") or "decimal",
            attribute(child(element, "lvlText"), "val") or "",
            number(child(element, "lvlRestart")),
            is_on(child(element, "isLgl")),
            attribute(child(element, "pStyle"), "val"),
        )
    return levels
