"""Puts what a reader found together into one `Document` with normalised text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from extract.errors import TooLongError
from extract.model import Block, BlockKind, Box, Cell, Document, Message, Page, Word

#: Soft hyphens, zero-width characters, byte-order marks, control characters and halves of surrogate pairs: nothing
#: that a reader of the page sees.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
#: Ligatures, and hyphens that differ from the usual one only in where a line may end.
_SPELT_OUT = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2010": "-", "\u2011": "-"}
)
_TO_SPELL_OUT = re.compile(f"[{''.join(map(chr, _SPELT_OUT))}]")

#: Characters of text beyond which a file is refused: some four hundred pages.
MAX_CHARACTERS = 1_000_000
SPLIT = Message("If there is a letter in it, save its pages as a file of their own.")


def normalise(text: str) -> str:
    """Unicode NFC, ligatures as letters, plain hyphens, nothing invisible, white space as single spaces within."""
    if text.isascii() and text.isprintable() and " " not in text:
        return text  # as most words are
    if _TO_SPELL_OUT.search(text):
        text = text.translate(_SPELT_OUT)
    visible = _INVISIBLE.sub("", text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def _normalised(words: list[tuple[str, tuple[Box, ...]]]) -> list[tuple[str, tuple[Box, ...]]]:
    """The words with their text normalised; without those of which nothing is left."""
    text = " ".join([word for word, _ in words])
    if text and normalise(text) == text:
        return words  # as most blocks are: asked once, not word by word
    return [(visible, boxes) for word, boxes in words if (visible := normalise(word))]


def too_long(name: str) -> TooLongError:
    """The error for a file with more than `MAX_CHARACTERS` of text."""
    return TooLongError(
        Message(
            "{file} has more than {limit} characters of text, far more than a letter.",
            {"file": name, "limit": MAX_CHARACTERS},
        ),
        SPLIT,
    )


class DocumentBuilder:
    """Collects blocks in reading order and builds the `Document`; its text, blocks and words agree by construction."""

    def __init__(self, name: str, sha256: str, format: str) -> None:
        self._name, self._sha256, self._format = name, sha256, format
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._words: list[Word] = []
        self._notices: list[Message] = []

    def notice(self, message: Message) -> None:
        """Note something a person should know of the reading."""
        self._notices.append(message)

    def add_text(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        paragraph: int | None = None,
        cell: Cell | None = None,
        marker: str | None = None,
        level: int = 0,
    ) -> None:
        """Add a block of a format without pages. Text that is blank once normalised adds nothing."""
        self._add(normalise(text), kind, None, paragraph, cell, marker, level)

    def add_words(
        self,
        words: Iterable[tuple[str, Sequence[Box]]],
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        cell: Cell | None = None,
        marker: str | None = None,
        level: int = 0,
        confidences: Mapping[Box, float] = MappingProxyType({}),
    ) -> None:
        """Add a block of a page from its words and their boxes; words that are blank once normalised are left out.

        `confidences` has the boxes that were recognised on a picture; a word has the least of those of its boxes.
        """
        kept = _normalised([(raw, tuple(boxes)) for raw, boxes in words])
        offset = self._length + 1 if self._parts else 0
        for text, boxes in kept:
            sure = min((confidences[box] for box in boxes if box in confidences), default=None) if confidences else None
            self._words.append(Word(offset, offset + len(text), boxes, sure))
            offset += len(text) + 1
        page = next((box.page for _, boxes in kept for box in boxes), None)
        self._add(" ".join(text for text, _ in kept), kind, page, None, cell, marker, level)

    def _add(
        self,
        text: str,
        kind: BlockKind,
        page: int | None,
        paragraph: int | None,
        cell: Cell | None,
        marker: str | None,
        level: int,
    ) -> None:
        if not text:
            return
        start = self._length + 1 if self._parts else 0
        self._parts.append(text)
        self._length = start + len(text)
        if self._length > MAX_CHARACTERS:
            raise too_long(self._name)
        self._blocks.append(Block(start, self._length, kind, page, paragraph, cell, marker, level))

    def build(self, pages: Sequence[Page] = ()) -> Document:
        """The document as collected so far."""
        return Document(
            self._name,
            self._sha256,
            self._format,
            "\n".join(self._parts),
            tuple(self._blocks),
            tuple(pages),
            tuple(self._words),
            tuple(self._notices),
        )
