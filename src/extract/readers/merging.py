"""Puts the parts of an arrival together: one text, with pages, tables and paragraphs numbered on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePath

from extract.errors import ReadError
from extract.model import BODY_KINDS, Block, Box, Document, DocumentPart, Message, Page, PartRole, Signature, Word
from extract.readers.members import Member, last_name, shown_path


class Merger:
    """Collects the parts of an arrival in order and builds its `Document`.

    `has_letter` tells whether any part was read whose text may be a letter's: not the head of a message alone.
    """

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._length = 0
        self._tables = self._paragraphs = 0
        self._blocks: list[Block] = []
        self._pages: list[Page] = []
        self._words: list[Word] = []
        self._notices: list[Message] = []
        self._parts: list[DocumentPart] = []
        self.has_letter = False
        self._signatures: list[Signature] = []

    def notice(self, message: Message) -> None:
        """Note something a person should know of the reading, once."""
        if message not in self._notices:
            self._notices.append(message)

    def add_signatures(self, signatures: Iterable[Signature]) -> None:
        """Add the signatures of a container."""
        self._signatures.extend(signatures)

    def add_unreadable(self, member: Member, within: tuple[str, ...], error: ReadError) -> None:
        """Add a part that could not be read, and note why."""
        part = _part(member, within, _suffix(member.name), PartRole.UNREADABLE)
        self._parts.append(replace(part, reason=error.cause))
        self.notice(error.cause)
        self.notice(error.advice)

    def add_aside(self, member: Member, within: tuple[str, ...]) -> None:
        """Add a part that is no letter by where it stands."""
        self._parts.append(_part(member, within, _suffix(member.name), PartRole.ASIDE))

    def add_read(self, member: Member, format_: str, within: tuple[str, ...], document: Document) -> None:
        """Add a part as it was read. Which of them is the letter is told later, by what they say."""
        self.has_letter |= any(block.kind in BODY_KINDS for block in document.blocks) or not member.is_message
        start = self._length + 1 if self._texts else 0
        first_page = len(self._pages) + 1
        part = _part(member, within, format_, PartRole.LETTER, document.sha256)
        # The first of a file's own parts is its own text; the others are pictures in it.
        own_text, *pictures = document.parts or (_whole(part, document),)
        own_text = replace(part, end=own_text.end, first_page=own_text.first_page, pages=own_text.pages)
        for own in (own_text, *(replace(picture, within=(*part.path, *picture.within)) for picture in pictures)):
            self._parts.append(
                replace(
                    own,
                    start=own.start + start,
                    end=own.end + start,
                    first_page=own.first_page and own.first_page + first_page - 1,
                )
            )
        for notice in document.notices:
            self.notice(notice if part.is_message and not within else _of_part(notice, shown_path(part.path), document))
        if document.text:
            self._add(document, start, first_page - 1)

    def _add(self, document: Document, start: int, pages: int) -> None:
        self._texts.append(document.text)
        self._length = start + len(document.text)
        self._pages += [replace(page, number=page.number + pages) for page in document.pages]
        self._words += [
            replace(
                word, start=word.start + start, end=word.end + start, boxes=tuple(_on(box, pages) for box in word.boxes)
            )
            for word in document.words
        ]
        tables, paragraphs = self._tables, self._paragraphs
        for block in document.blocks:
            cell = replace(block.cell, table=block.cell.table + tables) if block.cell else None
            paragraph = block.paragraph + paragraphs if block.paragraph is not None else None
            self._blocks.append(
                replace(
                    block,
                    start=block.start + start,
                    end=block.end + start,
                    page=block.page + pages if block.page is not None else None,
                    paragraph=paragraph,
                    cell=cell,
                )
            )
            self._tables = max(self._tables, cell.table + 1 if cell else 0)
            self._paragraphs = max(self._paragraphs, paragraph + 1 if paragraph is not None else 0)

    def build(self, name: str, sha256: str, format_: str) -> Document:
        """The document of the arrival as collected so far."""
        return Document(
            name,
            sha256,
            format_,
            "\n".join(self._texts),
            tuple(self._blocks),
            tuple(self._pages),
            tuple(self._words),
            tuple(self._notices),
            tuple(self._parts),
            tuple(self._signatures),
        )


def with_unread(document: Document, pictures: Mapping[str, Message]) -> Document:
    """The document with parts: itself, and pictures in it that were not read, by their names and why."""
    if not pictures:
        return document
    own = _whole(DocumentPart(last_name(document.name), document.format, document.sha256, PartRole.LETTER), document)
    unread = (
        DocumentPart(last_name(name), "", hashlib.sha256(name.encode()).hexdigest(), PartRole.UNREADABLE, reason=reason)
        for name, reason in pictures.items()
    )
    return replace(document, parts=(own, *unread))


def _whole(part: DocumentPart, document: Document) -> DocumentPart:
    """The part as one that is all of the document."""
    first_page = 1 if document.pages else None
    return replace(part, end=len(document.text), first_page=first_page, pages=len(document.pages))


def _part(
    member: Member, within: tuple[str, ...], format_: str, role: PartRole, sha256: str | None = None
) -> DocumentPart:
    if sha256 is None:
        sha256 = hashlib.sha256(member.content if isinstance(member.content, bytes) else b"").hexdigest()
    return DocumentPart(member.name, format_, sha256, role, within, is_message=member.is_message)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")


def _on(box: Box, pages: int) -> Box:
    return replace(box, page=box.page + pages) if pages else box


def _of_part(notice: Message, path: str, document: Document) -> Message:
    """A notice about a part with the part's name, as it tells of pages as the part counts them."""
    if document.name in notice.values.values():
        return notice
    return Message("{file}: {notice}", {"file": path, "notice": notice})
