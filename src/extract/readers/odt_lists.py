"""The list numbers of an OpenDocument text as LibreOffice shows them (ODF 1.3 part 3, 5.3 and 16.30)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from extract.readers.list_numbers import ListNumber, format_number, visible_bullet
from extract.readers.odt_attributes import attribute, number
from extract.readers.odt_styles import OdtStyles
from extract.readers.xml_parts import local_name

_LEVELS = 10
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}


@dataclass(slots=True)
class OdtList:
    """A list as it is counted: its style, and the last number of each level."""

    style: str | None
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class OdtNumbering:
    """Counts the items of all lists, in their order, and the headings, which are one list of their own."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._by_identity: dict[str, OdtList] = {}
        self._by_style: dict[str | None, OdtList] = {}
        self._headings = OdtList(None)

    def open_list(self, element: etree._Element, around: OdtList | None) -> OdtList:
        """The list that a `text:list` begins or goes on with; one inside another counts with it."""
        style = attribute(element, "text:style-name")
        if around is not None:
            return OdtList(style, around.counters) if style else around
        if style is None:
            paragraph = next(element.iter("{*}p", "{*}h"), None)
            style = self._styles.list_style(attribute(paragraph, "text:style-name"))
        identity, continued = attribute(element, "xml:id"), attribute(element, "text:continue-list")
        goes_on = self._by_identity.get(continued) if continued is not None else None
        if goes_on is None and attribute(element, "text:continue-numbering") == "true":
            goes_on = self._by_style.get(style)
        opened = OdtList(style, goes_on.counters) if goes_on is not None else OdtList(style)
        self._by_style[style] = opened
        if identity is not None:
            self._by_identity[identity] = opened
        return opened

    def next_item(self, item: etree._Element, numbered: OdtList, level: int) -> ListNumber:
        """The number of the next item, of a level from 0; to be asked once for each."""
        levels = self._levels(self._styles.lists.get(numbered.style or ""))
        return self._next(numbered, levels, min(level, _LEVELS - 1), number(item, "text:start-value"))

    def next_heading(self, heading: etree._Element, level: int) -> ListNumber | None:
        """The number of the next heading outside of lists; None where headings are not numbered."""
        levels = self._levels(self._styles.outline)
        if attribute(heading, "text:is-list-header") == "true" or not 0 <= level < _LEVELS:
            return None
        start = number(heading, "text:start-value") if attribute(heading, "text:restart-numbering") == "true" else None
        shown = self._next(self._headings, levels, level, start)
        return shown if shown.marker else None

    def _next(self, numbered: OdtList, levels: dict[int, etree._Element], level: int, start: int | None) -> ListNumber:
        counters = numbered.counters
        before = counters[level]
        counters[level] = start if start is not None else _start(levels, level) if before is None else before + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        return ListNumber(_marker(levels, counters, level), level)

    def _levels(self, style: etree._Element | None) -> dict[int, etree._Element]:
        found = {}
        for element in style if style is not None else ():
            level = number(element, "text:level")
            if level is not None and 1 <= level <= _LEVELS:
                found[level - 1] = element
        return found


def _start(levels: dict[int, etree._Element], level: int) -> int:
    return number(levels.get(level), "text:start-value") or 1


def _marker(levels: dict[int, etree._Element], counters: list[int | None], level: int) -> str:
    definition = levels.get(level)
    if definition is None:
        return ""
    match local_name(definition):
        case "list-level-style-bullet":
            return visible_bullet(attribute(definition, "text:bullet-char") or "•").strip()
        case "list-level-style-image":
            return "•"
    depth = min(max(number(definition, "text:display-levels") or 1, 1), level + 1)
    figures = []
    for shown in range(level - depth + 1, level + 1):
        form = attribute(levels.get(shown), "style:num-format")
        counter = counters[shown]
        value = _start(levels, shown) if counter is None else counter
        figures.append(format_number(value, _FORMATS.get("" if form is None else form, "decimal")))
    if not figures[-1]:
        return ""
    prefix, suffix = (attribute(definition, f"style:num-{end}fix") or "" for end in ("pre", "suf"))
    return f"{prefix}{'.'.join(filter(None, figures))}{suffix}".strip()
