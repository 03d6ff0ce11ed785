"""OpenDocument text: the XML is walked as a whole, as in the reader of DOCX."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from extract.errors import EmptyFileError
from extract.model import BlockKind, Document
from extract.readers.assembly import DocumentBuilder
from extract.readers.embedded_pictures import Flowing
from extract.readers.flowing import Flow, FlowParagraph, Place, add_stories, distinct_stories
from extract.readers.hyphenation import Vocabulary
from extract.readers.list_numbers import ListNumber
from extract.readers.odt_attributes import attribute, number
from extract.readers.odt_lists import OdtList, OdtNumbering
from extract.readers.odt_package import open_package
from extract.readers.odt_pictures import find_pictures
from extract.readers.odt_styles import OdtStyles
from extract.readers.xml_parts import local_name, members_of

#: What nobody sees: deleted text (kept apart in `tracked-changes`), declarations, prompts, ruby, charts.
# fmt: off
_UNSEEN = frozenset({
    "tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls",
    "alphabetical-index-auto-mark-file", "object", "placeholder", "note-citation", "ruby-text", "script",
    "number", "label", "event-listeners", "table-of-content-source", "illustration-index-source", "table-index-source",
    "object-index-source", "user-index-source", "alphabetical-index-source", "bibliography-source",
})
# fmt: on
_TABLE_WRAPPERS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_HIDDEN = frozenset({"hidden-text", "hidden-paragraph"})
_SHAPES = frozenset(
    {"frame", "custom-shape", "rect", "ellipse", "line", "connector", "caption", "g", "path", "polygon"}
)


@dataclass(slots=True)
class _Inline:
    """What stands in a paragraph: its lines, the shapes anchored in it, and its notes and comments."""

    lines: list[str] = field(default_factory=lambda: [""])
    shapes: list[etree._Element] = field(default_factory=list)
    characters: int = 0
    emphasised: int = 0

    def add(self, text: str | None, emphasised: bool) -> None:
        if text:
            self.lines[-1] += text
            visible = len("".join(text.split()))
            self.characters += visible
            self.emphasised += visible if emphasised else 0


def read_odt(data: bytes, name: str) -> Document:
    """The letter in an ODT, OTT or FODT file: headers, body, notes, footers and comments, in this order.

    Raises DamagedFileError, EncryptedFileError, or EmptyFileError where the body has no text.
    """
    return open_odt(data, name).text()


def open_odt(data: bytes, name: str) -> Flowing:
    """The letter in an ODT, OTT or FODT file, with its pictures. Raises DamagedFileError or EncryptedFileError."""
    builder = DocumentBuilder(name, hashlib.sha256(data).hexdigest(), "odt")
    package = open_package(data, name)
    reader = _OdtReader(OdtStyles(package), package.text)
    headers = reader.read_edges("header", BlockKind.HEADER)
    body = reader.read_story(package.text, Place())
    notes = reader.read_stories("note-body", BlockKind.FOOTNOTE)
    footers = reader.read_edges("footer", BlockKind.FOOTER)
    comments = reader.read_stories("annotation", BlockKind.COMMENT)
    pictures = list(find_pictures(package))
    try:
        add_stories(builder, name, before=headers, body=body, after=[*notes, *footers, *comments])
    except EmptyFileError as error:
        return Flowing(error, pictures)
    return Flowing(builder.build(), pictures)


class _OdtReader:
    """Walks the stories of one file."""

    def __init__(self, styles: OdtStyles, text: etree._Element) -> None:
        self._styles = styles
        self._numbering = OdtNumbering(styles)
        self._flow = Flow(Vocabulary(_read_words(text)))
        #: Notes and comments met in the text, by their elements' names.
        self._met: dict[str, list[etree._Element]] = {"note-body": [], "annotation": []}

    def read_story(self, story: etree._Element, place: Place) -> list[FlowParagraph]:
        """The paragraphs of the body, a header, a note."""
        self._walk(story, place)
        return self._flow.take_story()

    def read_edges(self, edge: str, kind: BlockKind) -> list[FlowParagraph]:
        """Headers or footers, that of the first page first."""
        return distinct_stories(self.read_story(story, Place(kind)) for story in self._styles.edges(edge))

    def read_stories(self, name: str, kind: BlockKind) -> list[FlowParagraph]:
        """The notes or comments in the order in which the text refers to them."""
        return [paragraph for story in self._met[name] for paragraph in self.read_story(story, Place(kind))]

    def _walk(self, container: Iterable[etree._Element], place: Place) -> None:
        for element in container:
            name = local_name(element)
            if name in _UNSEEN or (name == "section" and attribute(element, "text:display") == "none"):
                continue
            if name in ("p", "h"):
                self._read_paragraph(element, place, self._heading_number(element, name))
            elif name == "list":
                self._read_list(element, place, None, 0)
            elif name == "table":
                for inner, cell in self._flow.place_cells(_read_rows(element), place):
                    self._walk(cell, inner)
            elif name not in self._met:
                self._walk(element, place)

    def _heading_number(self, element: etree._Element, name: str) -> ListNumber | None:
        level = number(element, "text:outline-level")
        return self._numbering.next_heading(element, level - 1) if name == "h" and level else None

    def _read_list(self, element: etree._Element, place: Place, around: OdtList | None, level: int) -> None:
        numbered = self._numbering.open_list(element, around)
        for item in element:
            # A header stands in a list without a number; so does what follows the first paragraph of an item.
            fresh = local_name(item) == "list-item"
            if local_name(item) not in ("list-item", "list-header"):
                continue
            for part in item:
                name = local_name(part)
                if name in ("p", "h"):
                    shown = self._numbering.next_item(item, numbered, level) if fresh else ListNumber("", level)
                    fresh = False
                    self._read_paragraph(part, place, shown)
                elif name == "list":
                    self._read_list(part, place, numbered, level + 1)
                else:
                    self._walk([part], place)

    def _read_paragraph(self, element: etree._Element, place: Place, shown: ListNumber | None) -> None:
        style = attribute(element, "text:style-name")
        inline = _Inline()
        if not self._styles.is_hidden("paragraph", style):
            self._read_inline(element, inline, bool(self._styles.is_emphasised("paragraph", style)))
        level = number(element, "text:outline-level") if local_name(element) == "h" else None
        self._flow.add_paragraph(
            inline.lines,
            place,
            number=shown,
            centred=self._styles.is_centred(style),
            heading=max(0, level - 1) if level is not None else self._styles.heading_level(style),
            emphasised=0 < inline.characters == inline.emphasised,
        )
        for shape in inline.shapes:
            self._walk(shape, place)

    def _read_inline(self, parent: etree._Element, inline: _Inline, emphasised: bool) -> None:
        inline.add(parent.text, emphasised)
        for element in parent:
            self._read_part(element, inline, emphasised)
            inline.add(element.tail, emphasised)

    def _read_part(self, element: etree._Element, inline: _Inline, emphasised: bool) -> None:
        name = local_name(element)
        if name in _UNSEEN or (name in _HIDDEN and attribute(element, "text:is-hidden") == "true"):
            return
        if name == "note":
            self._met["note-body"].extend(body for body in element if local_name(body) == "note-body")
        elif name == "annotation":
            self._met["annotation"].append(element)
        elif name in _SHAPES:
            inline.shapes.append(element)
        elif name in ("s", "tab"):
            inline.add(" ", emphasised)
        elif name == "line-break":
            inline.lines.append("")
        elif name == "span":
            style = attribute(element, "text:style-name")
            if not self._styles.is_hidden("text", style):
                own = self._styles.is_emphasised("text", style)
                self._read_inline(element, inline, emphasised if own is None else own)
        else:
            self._read_inline(element, inline, emphasised)


def _read_rows(table: etree._Element) -> list[list[tuple[int, etree._Element]]]:
    """For each row its cells with their column, from 0. A merged cell stands in its first row and column alone."""
    rows = []
    for row in members_of(table, "table-row", _TABLE_WRAPPERS):
        column = 0
        cells = []
        for cell in row:
            if local_name(cell) == "table-cell":
                cells.append((column, cell))
            if local_name(cell) in ("table-cell", "covered-table-cell"):
                column += max(1, number(cell, "table:number-columns-repeated") or 1)
        rows.append(cells)
    return rows


def _read_words(text: etree._Element) -> Iterable[list[str]]:
    """The words of each line, however its spans cut them."""
    for paragraph in text.iter("{*}p", "{*}h"):
        pieces = []
        for element in paragraph.iter():
            pieces.append(("\n" if local_name(element) == "line-break" else "") + (element.text or ""))
            pieces.append(element.tail or "" if element is not paragraph else "")
        yield from filter(None, map(str.split, "".join(pieces).split("\n")))
