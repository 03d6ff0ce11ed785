"""What the styles of an OpenDocument text say: bold, hidden, alignment, headings, and its headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from extract.readers.odt_attributes import attribute, number
from extract.readers.odt_package import OdtPackage
from extract.readers.xml_parts import child, local_name

_BOLD = frozenset({"bold", "600", "700", "800", "900"})
#: Headers and footers by their elements, those of the first page before those of the others.
_EDGES = {
    "header": ("header-first", "header", "header-left"),
    "footer": ("footer-first", "footer", "footer-left"),
}


class OdtStyles:
    """The styles of both parts by family and name. What a style does not say its parent may."""

    def __init__(self, package: OdtPackage) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._masters: dict[str, etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        #: Names of the page layouts that the text turns to by a style of its own.
        self._turned_to: list[str] = []
        for root in package.roots:
            for group in ("automatic-styles", "styles", "master-styles"):
                for element in root.iterfind(f"{{*}}{group}/*"):
                    self._take(element, is_automatic=group == "automatic-styles")
        self.is_emphasised = cache(self._is_emphasised)
        self.is_hidden = cache(self._is_hidden)
        self.is_centred = cache(self._is_centred)
        self.heading_level = cache(self._heading_level)

    def _take(self, element: etree._Element, *, is_automatic: bool) -> None:
        kind, name = local_name(element), attribute(element, "style:name") or ""
        if kind == "style":
            self._styles.setdefault((attribute(element, "style:family") or "", name), element)
            if is_automatic and (page := attribute(element, "style:master-page-name")):
                self._turned_to.append(page)
        elif kind == "list-style":
            self.lists.setdefault(name, element)
        elif kind == "outline-style":
            self.outline = element
        elif kind == "master-page":
            self._masters.setdefault(name, element)

    def edges(self, kind: str) -> Iterator[etree._Element]:
        """The headers or the footers of the page layouts in use."""
        for master in self._masters_in_use():
            for name in _EDGES[kind]:
                edge = child(master, name)
                if edge is not None and attribute(edge, "style:display") != "false":
                    yield edge

    def _masters_in_use(self) -> list[etree._Element]:
        first = "Standard" if "Standard" in self._masters else next(iter(self._masters), "")
        names = [*dict.fromkeys(self._turned_to), first]
        for name in names:  # grows while it is walked, by each layout that follows another
            master = self._masters.get(name)
            following = attribute(master, "style:next-style-name")
            if following and following not in names:
                names.append(following)
        return [self._masters[name] for name in names if name in self._masters]

    def list_style(self, paragraph: str | None) -> str | None:
        """The list style that a paragraph's style names."""
        values = (attribute(element, "style:list-style-name") for element in self._chain("paragraph", paragraph))
        return next((value for value in values if value), None)

    def _is_emphasised(self, family: str, style: str | None) -> bool | None:
        """Whether the style makes text bold or underlined; None where it says nothing of it."""
        for element in self._chain(family, style):
            properties = child(element, "text-properties")
            weight = attribute(properties, "fo:font-weight")
            underline = attribute(properties, "style:text-underline-style")
            if weight in _BOLD or (underline or "none") != "none":
                return True
            if weight is not None or underline is not None:
                return False
        return None

    def _is_hidden(self, family: str, style: str | None) -> bool:
        for element in self._chain(family, style):
            display = attribute(child(element, "text-properties"), "text:display")
            if display is not None:
                return display == "none"
        return False

    def _is_centred(self, style: str | None) -> bool:
        """Whether the style of a paragraph sets it in the middle or at the right."""
        for element in self._chain("paragraph", style):
            align = attribute(child(element, "paragraph-properties"), "fo:text-align")
            if align is not None:
                return align in ("center", "end", "right")
        return False

    def _heading_level(self, style: str | None) -> int | None:
        """The depth of heading, from 0, that a paragraph's style stands for; None for body text."""
        for element in self._chain("paragraph", style):
            level = number(element, "style:default-outline-level")
            if level is not None:
                return max(0, level - 1)
            if attribute(element, "style:name") == "Title":
                return 0
        return None

    def _chain(self, family: str, style: str | None) -> Iterator[etree._Element]:
        """The style, its parent, the parent's parent and so on; a circle ends where it closes."""
        seen: set[str] = set()
        while style is not None and (family, style) in self._styles and style not in seen:
            seen.add(style)
            element = self._styles[family, style]
            yield element
            style = attribute(element, "style:parent-style-name")
