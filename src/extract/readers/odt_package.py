"""The parts of an OpenDocument text: a zip package (ODT, OTT), or one flat XML file (FODT)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from extract.errors import EncryptedFileError
from extract.model import Message
from extract.readers.archives import Archive, damaged_file
from extract.readers.xml_parts import MAX_XML_BYTES, child, damaged_xml, parse_xml


@dataclass(frozen=True, slots=True)
class OdtPackage:
    """The text, and the roots in which styles are looked for, those nearest to the text first."""

    data: bytes
    name: str
    text: etree._Element
    roots: tuple[etree._Element, ...]

    def member(self, name: str) -> bytes | None:
        """The bytes of a member, by the name that the text calls it; None where there is none."""
        if not self.data.startswith(b"PK"):
            return None
        with Archive(self.data, self.name) as archive:
            place = posixpath.normpath(name)
            return archive.read(place) if place in archive else None


def open_package(data: bytes, name: str) -> OdtPackage:
    """The parts of the file. Raises DamagedFileError, or EncryptedFileError where it needs a password."""
    if not data.startswith(b"PK"):
        return _package(data, name, _parse(data, name))
    with Archive(data, name) as archive:
        manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive else b""
        # Looked for as text: manifests of old programs declare a document type, which no XML of ours may.
        if b"encryption-data" in manifest or "encrypted-package" in archive:
            raise EncryptedFileError(
                Message("{file} is an Office document that needs a password.", {"file": name}),
                Message("Ask the sender for the letter without a password."),
            )
        if "content.xml" not in archive:
            raise archive.damaged()
        content = _parse(archive.read("content.xml", MAX_XML_BYTES), name)
        if "styles.xml" not in archive:
            return _package(data, name, content)
        return _package(data, name, content, _parse(archive.read("styles.xml", MAX_XML_BYTES), name))


def _package(data: bytes, name: str, *roots: etree._Element) -> OdtPackage:
    text = child(roots[0], "body", "text")
    if text is None:
        raise damaged_file(name)
    return OdtPackage(data, name, text, roots)


def _parse(data: bytes, name: str) -> etree._Element:
    try:
        return parse_xml(data)
    except ValueError as error:
        raise damaged_xml(error, name) from error
