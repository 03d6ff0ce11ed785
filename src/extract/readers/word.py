"""DOCX: the XML is walked as a whole, as python-docx's paragraphs and tables pass over part of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from extract.errors import EmptyFileError
from extract.model import BlockKind, Cell, Document, Message
from extract.readers.archives import Archive
from extract.readers.assembly import DocumentBuilder, normalise
from extract.readers.headings import MAX_HEADING, ends_sentence, is_colon_heading, is_heading_when_emphasised
from extract.readers.hyphenation import Vocabulary
from extract.readers.line_joins import join_texts
from extract.readers.markers import split_marker
from extract.readers.word_chunks import read_chunk
from extract.readers.word_numbering import Numbering
from extract.readers.word_package import WordPackage
from extract.readers.word_runs import Inline, InlineReader, is_prompt, preferred
from extract.readers.word_styles import Styles
from extract.readers.word_tables import read_rows
from extract.readers.xml_parts import attribute, child, local_name

_GONE = frozenset({"del", "moveFrom", "sectPr", "pPr", "tblPr", "sdtPr", "sdtEndPr", "tcPr"})
_OPENING_QUOTES = "„“”\"«»‘’'("
#: Where more of a letter's text than this is bold or underlined, that marks no headings.
_MAX_EMPHASISED = 0.5
#: With fewer characters than this beside a picture, the letter may be in the picture.
_LITTLE_TEXT = 400


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands: in the body, a cell of it, or a story beside it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    kind: BlockKind
    cell: Cell | None
    number: int | None
    marker: str | None
    level: int
    emphasised: bool


def read_word(data: bytes, name: str) -> Document:
    """The letter in a DOCX file: headers, body, notes, footers and comments, in this order.

    Raises DamagedFileError, EncryptedFileError, or EmptyFileError where the body has no text.
    """
    builder = DocumentBuilder(name, hashlib.sha256(data).hexdigest(), "docx")
    with Archive(data, name) as archive:
        reader = _WordReader(WordPackage(archive), builder)
        paragraphs = reader.read()
    if not reader.body_has_text:
        raise EmptyFileError(
            Message("{file} has no text in its body.", {"file": name}),
            Message("If it holds a picture of the letter, ask for the letter as it was written."),
        )
    for paragraph in paragraphs:
        builder.add_text(
            paragraph.text,
            paragraph.kind,
            paragraph=paragraph.number,
            cell=paragraph.cell,
            marker=paragraph.marker,
            level=paragraph.level,
        )
    return builder.build()


class _WordReader:
    """Walks the parts of one package."""

    def __init__(self, package: WordPackage, builder: DocumentBuilder) -> None:
        self._package = package
        self._builder = builder
        self._styles = Styles(package.root("styles"))
        self._numbering = Numbering(package.root("numbering"), self._styles)
        self._inline = InlineReader(self._styles)
        self._vocabulary = Vocabulary(_read_words(package.body))
        self._pending: Inline | None = None
        self._paragraphs: list[_Paragraph] = []
        self._notes: list[tuple[str, str]] = []
        self._numbered = 0
        self._tables = 0
        self.body_has_text = False

    def read(self) -> list[_Paragraph]:
        """All paragraphs with text, in reading order."""
        body = self._package.body
        headers = self._read_edges(body, "headerReference", BlockKind.HEADER)
        main = self._read_story(body, _Place())
        self.body_has_text = bool(main)
        notes = self._read_notes("footnotes", BlockKind.FOOTNOTE) + self._read_notes("endnotes", BlockKind.FOOTNOTE)
        footers = self._read_edges(body, "footerReference", BlockKind.FOOTER)
        comments = self._read_notes("comments", BlockKind.COMMENT)
        self._tell_of_pictures(body, main)
        return [*headers, *_name_headings(main), *notes, *footers, *comments]

    def _tell_of_pictures(self, body: etree._Element, main: list[_Paragraph]) -> None:
        pictures = any(True for _ in body.iter("{*}blip", "{*}imagedata"))
        if pictures and sum(len(paragraph.text) for paragraph in main) < _LITTLE_TEXT:
            self._builder.notice(
                Message("The letter has little text and a picture; words in the picture were not read.")
            )

    def _read_story(self, story: etree._Element, place: _Place) -> list[_Paragraph]:
        self._inline, self._paragraphs = InlineReader(self._styles), []
        self._walk_whole(story, place)
        return self._paragraphs

    def _read_edges(self, body: etree._Element, name: str, kind: BlockKind) -> list[_Paragraph]:
        """Headers or footers, that of the first page first; one that several sections or kinds of page share once."""
        references = sorted(body.iter(f"{{*}}{name}"), key=lambda element: attribute(element, "type") != "first")
        seen: set[str] = set()
        found: dict[str, list[_Paragraph]] = {}
        for reference in references:
            identity = next((str(v) for k, v in reference.attrib.items() if str(k).endswith("relationships}id")), None)
            part = self._package.related(identity)
            if part is None or part[0] in seen:
                continue
            seen.add(part[0])
            paragraphs = self._read_story(part[1], _Place(kind))
            found.setdefault("\n".join(paragraph.text for paragraph in paragraphs), paragraphs)
        return [paragraph for paragraphs in found.values() for paragraph in paragraphs]

    def _read_notes(self, kind: str, block: BlockKind) -> list[_Paragraph]:
        """The notes or comments that the text refers to, in the order in which it does."""
        root = self._package.root(kind)
        notes = {attribute(note, "id"): note for note in root} if root is not None else {}
        wanted = dict.fromkeys(identity for of, identity in self._notes if f"{of}s" == kind)
        return [
            paragraph
            for identity in wanted
            if identity in notes
            for paragraph in self._read_story(notes[identity], _Place(block))
        ]

    def _walk_whole(self, container: etree._Element, place: _Place) -> None:
        """Walk a container beyond whose end no paragraph goes on."""
        self._walk(container, place)
        if self._pending is not None:
            self._finish(self._pending, None, place)

    def _walk(self, container: etree._Element, place: _Place) -> None:
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

    def _read_paragraph(self, element: etree._Element, place: _Place) -> None:
        inline = self._pending or Inline()
        self._pending = None
        self._inline.read(element, inline)
        mark = child(element, "pPr", "rPr")
        if child(mark, "del") is not None and child(mark, "ins") is None:
            self._pending = inline  # the paragraph's end is deleted: what follows goes on with it
            return
        self._finish(inline, element, place)

    def _finish(self, inline: Inline, element: etree._Element | None, place: _Place) -> None:
        self._pending = None
        self._notes.extend(inline.notes)
        style = self._styles.of(element) if element is not None else None
        number = self._numbering.next_number(element) if element is not None else None
        centred = self._alignment(element, style) in ("center", "right", "end")
        texts = _join_soft_lines(inline.lines, centred, self._vocabulary)
        heading = self._heading_level(element, style)
        in_body = place.kind is BlockKind.PARAGRAPH
        for i, text in enumerate(texts):
            marker, level, rest = None, 0, text
            if number is not None:
                marker, level = (number.marker or None) if i == 0 else None, number.level
            elif in_body:
                marker, rest = split_marker(text)
                level = marker.rstrip(".)").count(".") if marker else 0
            kind = place.kind
            if place.cell is not None:
                kind = BlockKind.CELL
            elif in_body and heading is not None and len(rest) <= MAX_HEADING:
                kind, level = BlockKind.HEADING, heading
            elif in_body and (marker or (number is not None and number.marker)):
                kind = BlockKind.LIST_ITEM
            elif in_body:
                level = 0
            self._paragraphs.append(
                _Paragraph(
                    rest, kind, place.cell, self._numbered if in_body else None, marker, level, inline.is_emphasised
                )
            )
        if texts and in_body:
            self._numbered += 1
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

    def _read_table(self, table: etree._Element, place: _Place) -> None:
        if self._pending is not None:
            self._finish(self._pending, None, place)
        rows = read_rows(table)
        in_body = place.kind is BlockKind.PARAGRAPH
        # A frame drawn around text by a table of one cell is none; beside the body, cells need no number.
        if not in_body or (len(rows) == 1 and len(rows[0]) == 1):
            for row in rows:
                for _, cell in row:
                    self._walk_whole(cell, place)
            return
        number, self._tables = self._tables, self._tables + 1
        for i, row in enumerate(rows):
            for column, cell in row:
                self._walk_whole(cell, replace(place, cell=Cell(number, i, column)))

    def _read_chunk(self, element: etree._Element, place: _Place) -> None:
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


def _join_soft_lines(lines: Iterable[str], centred: bool, vocabulary: Vocabulary) -> list[str]:
    """The texts of a paragraph's lines: a line break ends a text where the words on both sides say so."""
    groups: list[list[str]] = []
    above = ""
    for raw in lines:
        line = normalise(raw)
        # Two breaks in a row leave an empty line, and part whatever stands around it.
        if line and above and not _parts(above, line, centred):
            groups[-1].append(raw)
        elif line:
            groups.append([raw])
        above = line
    return [normalise(group[0] if len(group) == 1 else join_texts(group, vocabulary)) for group in groups]


def _read_words(body: etree._Element) -> Iterator[list[str]]:
    """The words of each line, however its runs cut them."""
    for paragraph in body.iter("{*}p"):
        text = "".join(
            (e.text or "") if local_name(e) == "t" else "\n" for e in paragraph.iter("{*}t", "{*}br", "{*}cr")
        )
        yield from filter(None, map(str.split, text.split("\n")))


def _parts(before: str, after: str, centred: bool) -> bool:
    marker, _ = split_marker(after)
    opens = after[0].isupper() or after[0].isdigit() or after[0] in _OPENING_QUOTES
    if marker:
        return ends_sentence(before) or before.endswith(",") or split_marker(before)[0] is not None
    if centred:
        return opens
    return opens and (ends_sentence(before) or (before.isupper() and after.isupper()))


def _name_headings(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs of the body, those that are headings by their look named so."""
    running = [paragraph for paragraph in paragraphs if paragraph.cell is None]
    total = sum(len(paragraph.text) for paragraph in running)
    emphasised = sum(len(paragraph.text) for paragraph in running if paragraph.emphasised)
    telling = emphasised <= _MAX_EMPHASISED * total
    named = []
    for i, paragraph in enumerate(paragraphs):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        plain = paragraph.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        look = telling and paragraph.emphasised and is_heading_when_emphasised(paragraph.text)
        leads = following is None or following.marker is not None or following.cell is not None
        colon = paragraph.kind is BlockKind.PARAGRAPH and is_colon_heading(paragraph.text) and not leads
        named.append(replace(paragraph, kind=BlockKind.HEADING) if plain and (look or colon) else paragraph)
    return named
