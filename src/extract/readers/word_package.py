"""The parts of a DOCX file, found by their relationships.

python-docx would find them too, but it parses every part before one can look, gives up on a package with one missing
part, and knows only the transitional namespaces; so the few lines that are needed stand here.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from extract.readers.archives import Archive
from extract.readers.xml_parts import MAX_XML_BYTES, attribute, child, damaged_xml, local_name, parse_xml


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: `kind` is the last step of the type's address ("header"), `target` a member's name."""

    kind: str
    target: str


class WordPackage:
    """The parts of a DOCX file. Raises DamagedFileError where a part that is needed is missing or broken."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.main = self._find_main()
        self.relationships = self._read_relationships(self.main)

    @cached_property
    def body(self) -> etree._Element:
        """The body of the main part."""
        root = self._parse(self.main)
        body = child(root, "body")
        if body is None:
            raise self._archive.damaged()
        return body

    def root(self, kind: str) -> etree._Element | None:
        """The root of the main part's first relationship of `kind`, such as "styles"; None where there is none."""
        target = next((r.target for r in self.relationships.values() if r.kind == kind), None)
        return self._parse(target) if target is not None and target in self._archive else None

    def related(self, identity: str | None) -> tuple[str, etree._Element] | None:
        """The name and root of the part that the main part knows as `identity`; None where it is missing."""
        member = self.member(identity)
        return (member, self._parse(member)) if member else None

    def content(self, identity: str | None) -> tuple[str, bytes] | None:
        """The name and bytes of the part that the main part knows as `identity`; None where it is missing."""
        member = self.member(identity)
        return (member, self._archive.read(member)) if member else None

    def member(self, identity: str | None) -> str | None:
        """The name of the part that the main part knows as `identity`; None where it is missing."""
        relationship = self.relationships.get(identity or "")
        return relationship.target if relationship and relationship.target in self._archive else None

    def read(self, member: str) -> bytes:
        """The bytes of a part, by its member's name."""
        return self._archive.read(member)

    def _find_main(self) -> str:
        for relationship in self._read_relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target in self._archive:
                return relationship.target
        if "word/document.xml" in self._archive:
            return "word/document.xml"
        raise self._archive.damaged()

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, file = posixpath.split(part)
        member = posixpath.join(folder, "_rels", f"{file}.rels")
        if member not in self._archive:
            return {}
        relationships = {}
        for element in self._parse(member):
            identity, kind, target = (attribute(element, key) for key in ("Id", "Type", "Target"))
            external = attribute(element, "TargetMode") == "External"
            if local_name(element) == "Relationship" and identity and kind and target and not external:
                path = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
                relationships[identity] = Relationship(kind.rpartition("/")[2], path)
        return relationships

    def _parse(self, member: str) -> etree._Element:
        try:
            return parse_xml(self._archive.read(member, MAX_XML_BYTES))
        except ValueError as error:
            raise damaged_xml(error, self._archive.name) from error
