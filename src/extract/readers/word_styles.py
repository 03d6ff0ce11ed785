"""What the styles of a DOCX file say of its paragraphs: headings, bold, hidden text and list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from extract.readers.xml_parts import attribute, child, is_on, local_name, number

#: Built-in names; Latvian Word translates what it shows but some programs write the translation.
_HEADING_NAME = re.compile(r"(?:heading|virsraksts)\s*([1-9])", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "nosaukums"})
#: Outline level of body text.
_BODY_LEVEL = 9


class Styles:
    """The styles part. A style is asked for by its identifier; what it does not say its base style may."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default: str | None = None
        for element in root if root is not None else ():
            identity = attribute(element, "styleId")
            if local_name(element) == "style" and identity:
                self._styles.setdefault(identity, element)
                if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
                    self._default = identity
        self.switch = cache(self._switch)
        self.heading_level = cache(self._heading_level)

    def of(self, paragraph: etree._Element) -> str | None:
        """The identifier of a paragraph's style."""
        return attribute(child(paragraph, "pPr", "pStyle"), "val") or self._default

    def _switch(self, style: str | None, name: str) -> bool | None:
        """Whether the style turns a run property such as "b" on; None where it says nothing."""
        for element in self._chain(style):
            switch = child(element, "rPr", name)
            if switch is not None:
                return is_on(switch)
        return None

    def _heading_level(self, style: str | None) -> int | None:
        """The depth of heading that the style gives, from 0; None for body text."""
        for element in self._chain(style):
            level = number(child(element, "pPr", "outlineLvl"))
            if level is not None:
                return level if 0 <= level < _BODY_LEVEL else None
            name = attribute(child(element, "name"), "val") or ""
            if found := _HEADING_NAME.match(name):
                return int(found.group(1)) - 1
            if name.casefold() in _TITLE_NAMES:
                return 0
        return None

    def alignment(self, style: str | None) -> str | None:
        """How the style aligns paragraphs ("center"); None where it says nothing."""
        values = (attribute(child(element, "pPr", "jc"), "val") for element in self._chain(style))
        return next((value for value in values if value), None)

    def numbering(self, style: str | None) -> tuple[str, str, int | None] | None:
        """The style that numbers, the identifier of its list, and the level that it names; None without a list."""
        level = None
        for element in self._chain(style):
            properties = child(element, "pPr", "numPr")
            level = number(child(properties, "ilvl")) if level is None else level
            identity = attribute(child(properties, "numId"), "val")
            if identity is not None:
                return attribute(element, "styleId") or "", identity, level
        return None

    def _chain(self, style: str | None) -> Iterator[etree._Element]:
        """The style, its base, the base's base and so on; a circle ends where it closes."""
        seen: set[str] = set()
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = attribute(child(self._styles[style], "basedOn"), "val")
