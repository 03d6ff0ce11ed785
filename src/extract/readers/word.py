"""DOCX: the XML is walked as a whole, as python-docx's paragraphs and tables pass over part of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from extract.errors import EmptyFileError
from extract.model import BlockKind, Document, Message
from extract.readers.archives import Archive
from extract.readers.assembly import DocumentBuilder
from extract.readers.embedded_pictures import Flowing
from extract.readers.flowing import Flow, FlowParagraph, Place, add_stories, distinct_stories
from extract.readers.hyphenation import Vocabulary
from extract.readers.word_chunks import read_chunk
from extract.readers.word_numbering import Numbering
from extract.readers.word_package import WordPackage
from extract.readers.word_pictures import find_pictures
from extract.readers.word_runs import Inline, InlineReader, is_prompt, preferred
from extract.readers.word_styles import Styles
from extract.readers.word_tables import read_rows
from extract.readers.xml_parts import attribute, child, local_name

_GONE = frozenset({"del", "moveFrom", "sectPr", "pPr", "tblPr", "sdtPr", "sdtEndPr", "tcPr"})


def read_word(data: bytes, name: str) -> Document:
    """The letter in a DOCX file: headers, body, notes, footers and comments, in this order.

    Raises DamagedFileError, EncryptedFileError, or EmptyFileError where the body has no text.
    """
    return open_word(data, name).text()


def open_word(data: bytes, name: str) -> Flowing:
    """The letter in a DOCX file, with the pictures in it. Raises DamagedFileError or EncryptedFileError."""
    builder = DocumentBuilder(name, hashlib.sha256(data).hexdigest(), "docx")
    with Archive(data, name) as archive:
        package = WordPackage(archive)
        try:
            _WordReader(package, builder).read(name)
        except EmptyFileError as error:
            return Flowing(error, list(find_pictures(package)))
        return Flowing(builder.build(), list(find_pictures(package)))


class _WordReader:
    """Walks the parts of one package."""

    def __init__(self, package: WordPackage, builder: DocumentBuilder) -> None:
        self._package = package
        self._builder = builder
        self._styles = Styles(package.root("styles"))
        self._numbering = Numbering(package.root("numbering"), self._styles)
        self._inline = InlineReader(self._styles)
        self._flow = Flow(Vocabulary(_read_words(package.body)))
        self._pending: Inline | None = None
        self._notes: list[tuple[str, str]] = []

    def read(self, name: str) -> None:
        """Add all paragraphs with text to the document, in reading order."""
        body = self._package.body
        headers = self._read_edges(body, "headerReference", BlockKind.HEADER)
        main = self._read_story(body, Place())
        notes = self._read_notes("footnotes", BlockKind.FOOTNOTE) + self._read_notes("endnotes", BlockKind.FOOTNOTE)
        footers = self._read_edges(body, "footerReference", BlockKind.FOOTER)
        comments = self._read_notes("comments", BlockKind.COMMENT)
        add_stories(
            self._builder,
            name,
            before=headers,
            body=main,
            after=[*notes, *footers, *comments],
        )

    def _read_story(self, story: etree._Element, place: Place) -> list[FlowParagraph]:
        self._inline = InlineReader(self._styles)
        self._walk_whole(story, place)
        return self._flow.take_story()

    def _read_edges(self, body: etree._Element, name: str, kind: BlockKind) -> list[FlowParagraph]:
        """Headers or footers, that of the first page first; one that several sections or kinds of page share once."""
        references = sorted(body.iter(f"{{*}}{name}"), key=lambda element: attribute(element, "type") != "first")
        seen: set[str] = set()
        stories = []
        for reference in references:
            identity = next((str(v) for k, v in reference.attrib.items() if str(k).endswith("relationships}id")), None)
            part = self._package.related(identity)
            if part is None or part[0] in seen:
                continue
            seen.add(part[0])
            stories.append(self._read_story(part[1], Place(kind)))
        return distinct_stories(stories)

    def _read_notes(self, kind: str, block: BlockKind) -> list[FlowParagraph]:
        """The notes or comments that the text refers to, in the order in which it does."""
        root = self._package.root(kind)
        notes = {attribute(note, "id"): note for note in root} if root is not None else {}
        wanted = dict.fromkeys(identity for of, identity in self._notes if f"{of}s" == kind)
        return [
            paragraph
            for identity in wanted
            if identity in notes
            for paragraph in self._read_story(notes[identity], Place(block))
        ]

    def _walk_whole(self, container: etree._Element, place: Place) -> None:
        """Walk a container beyond whose end no paragraph goes on."""
        self._walk(container, place)
        if self._pending is not None:
            self._finish(self._pending, None, place)

    def _walk(self, container: etree._Element, place: Place) -> None:
        for element in container:
            name = local_name(element)
            if name == "p":
                self._read_paragraph(element, place)
            elif name == "tbl":
                self._read_table(element, place)
            elif name == "altChunk":
                self._read_chunk(element, place)
            elif name == "AlternateContent":
                self._walk(preferred(element), place)
            elif name not in _GONE and not (name == "sdt" and is_prompt(element)):
                self._walk(element, place)

    def _read_paragraph(self, element: etree._Element, place: Place) -> None:
        inline = self._pending or Inline()
        self._pending = None
        self._inline.read(element, inline)
        mark = child(element, "pPr", "rPr")
        if child(mark, "del") is not None and child(mark, "ins") is None:
            self._pending = inline  # the paragraph's end is deleted: what follows goes on with it
            return
        self._finish(inline, element, place)

    def _finish(self, inline: Inline, element: etree._Element | None, place: Place) -> None:
        self._pending = None
        self._notes.extend(inline.notes)
        style = self._styles.of(element) if element is not None else None
        self._flow.add_paragraph(
            inline.lines,
            place,
            number=self._numbering.next_number(element) if element is not None else None,
            centred=self._alignment(element, style) in ("center", "right", "end"),
            heading=self._heading_level(element, style),
            emphasised=inline.is_emphasised,
        )
        for box in inline.text_boxes:
            outer, self._inline = self._inline, InlineReader(self._styles)
            self._walk_whole(box, place)
            self._inline = outer

    def _alignment(self, element: etree._Element | None, style: str | None) -> str | None:
        return attribute(child(element, "pPr", "jc"), "val") or self._styles.alignment(style)

    def _heading_level(self, element: etree._Element | None, style: str | None) -> int | None:
        own = attribute(child(element, "pPr", "outlineLvl"), "val")
        if own is not None and own.isdigit():
            return int(own) if int(own) < 9 else None
        return self._styles.heading_level(style)

    def _read_table(self, table: etree._Element, place: Place) -> None:
        if self._pending is not None:
            self._finish(self._pending, None, place)
        for inner, cell in self._flow.place_cells(read_rows(table), place):
            self._walk_whole(cell, inner)

    def _read_chunk(self, element: etree._Element, place: Place) -> None:
        identity = next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), None)
        part = self._package.content(identity)
        lines = read_chunk(*part) if part else None
        if lines is None:
            self._builder.notice(
                Message("A part that was put into the letter from another file could not be read; look at it there.")
            )
            return
        for line in lines:
            self._finish(Inline([line]), None, place)


def _read_words(body: etree._Element) -> Iterator[list[str]]:
    """The words of each line, however its runs cut them."""
    for paragraph in body.iter("{*}p"):
        text = "".join(
            (e.text or "") if local_name(e) == "t" else "\n" for e in paragraph.iter("{*}t", "{*}br", "{*}cr")
        )
        yield from filter(None, map(str.split, text.split("\n")))
