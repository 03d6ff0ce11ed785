"""Attributes of OpenDocument elements by their prefixed names, as the standard writes them (ODF 1.3 part 3)."""

from __future__ import annotations

from functools import cache

from lxml import etree

from extract.readers.xml_parts import as_number

_NAMESPACES = {
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The value of an attribute such as `style:name`; None where the element or the attribute is missing."""
    return element.get(_expanded(name)) if element is not None else None


def number(element: etree._Element | None, name: str) -> int | None:
    """The attribute as a whole number; None where it is missing or none."""
    return as_number(attribute(element, name))


@cache
def _expanded(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"
