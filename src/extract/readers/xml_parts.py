"""XML from strangers: no document type, no entities, nothing fetched, no huge trees."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from extract.errors import DamagedFileError
from extract.model import Message
from extract.readers.archives import damaged_file, too_deep

#: A parsed part takes some ten times its size in memory; a letter of four hundred pages has about this much XML.
MAX_XML_BYTES = 32 * 1024 * 1024


class DocumentTypeError(ValueError):
    """XML that declares a document type."""


class DepthError(ValueError):
    """XML nested deeper than the parser follows."""


def damaged_xml(error: ValueError, name: str) -> DamagedFileError:
    """The error for the file `name` in which `parse_xml` raised `error`."""
    if isinstance(error, DocumentTypeError):
        return DamagedFileError(
            Message(
                "{file} declares a document type (DOCTYPE), which no letter needs and which can be used to fetch files "
                "or to fill the memory; it was not opened.",
                {"file": name},
            ),
            Message("Do not open it before you have asked the sender what it is."),
        )
    return too_deep(name) if isinstance(error, DepthError) else damaged_file(name)


def parse_xml(data: bytes, *, as_signed: bool = False) -> etree._Element:
    """The root of an XML document. Raises ValueError where it is broken, DocumentTypeError where it declares a document
    type, DepthError where it is nested too deep.

    Comments and processing instructions are left out, unless what was signed must stay as it is.
    """
    # Told before parsing, as entities in attribute values are resolved whatever the parser is told. In an Office part
    # the word stands nowhere else: text has its "<" escaped. Without NULs it is found in UTF-16, too.
    if b"<!DOCTYPE" in (data.replace(b"\0", b"") if b"\0" in data else data):
        raise DocumentTypeError("a document type is declared")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=not as_signed,
        remove_pis=not as_signed,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise (DepthError if "Excessive depth" in str(error) else ValueError)(str(error)) from error


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; empty for what is no element.

    Word writes one vocabulary in two namespaces (transitional and strict), so names are compared without.
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along `path` of local names, each the child of the one before it."""
    for step in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{step}"), None)
    return element


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The value of the attribute by its local name."""
    if element is None:
        return None
    for key, value in element.items():
        if key == name or str(key).endswith("}" + name):
            return str(value)
    return None


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as `w:b` is there and not turned off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number; None where it is missing or none."""
    return as_number(attribute(element, name))


def as_number(value: str | None) -> int | None:
    """An attribute's value as a whole number; None where it is missing or none."""
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None


def members_of(parent: etree._Element, name: str, wrappers: Collection[str]) -> Iterator[etree._Element]:
    """The children of this local name, also within wrappers, which may stand within each other."""
    for element in parent:
        found = local_name(element)
        if found == name:
            yield element
        elif found in wrappers:
            yield from members_of(element, name, wrappers)
