"""Tells what each part of an arrival is: the letter, an annex, the message that covers them, or a copy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.letters.messages import is_covering, telling_sentences
from extract.letters.phrases import block_phrases
from extract.model import BODY_KINDS, Document, DocumentPart, Message, PartRole

#: Two texts that share this much of their words are one letter in two formats; readers differ in hyphens and headers.
_SAME = 0.9
#: Shorter texts (in words) are alike by chance.
_SHORTEST_COPY = 20
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d\d")


def tell_roles(document: Document) -> tuple[Document, tuple[Message, ...]]:
    """The document with the roles of its parts, and notices of what a person should look at for them."""
    if not document.parts:
        return document, ()
    notices: list[Message] = []
    parts = _find_copies(document, list(document.parts), notices)
    for i, part in enumerate(parts):
        if part.role is not PartRole.LETTER:
            continue
        enclosed = _enclosed(part, parts)
        if part.is_message and enclosed and _is_covering(document, part, enclosed):
            parts[i] = replace(part, role=PartRole.COVER)
            notices += _tell_of_rest(document, part)
        elif not part.is_message and _is_annex(document, part):
            parts[i] = replace(part, role=PartRole.ANNEX)
    _promote(parts)
    return replace(document, parts=tuple(parts)), tuple(notices)


def _enclosed(message: DocumentPart, parts: Sequence[DocumentPart]) -> list[DocumentPart]:
    """What is with the message that may be the letter, read or not."""
    at = message.within
    beside = (part for part in parts if part is not message and part.role is not PartRole.ASIDE)
    return [part for part in beside if part.within[: len(at)] == at]


def _texts(document: Document, part: DocumentPart) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks_of(part)]


def _is_covering(document: Document, part: DocumentPart, enclosed: Sequence[DocumentPart]) -> bool:
    with_letter = any(each.role is not PartRole.UNREADABLE for each in enclosed)
    return is_covering(document.blocks_of(part), _texts(document, part), with_letter=with_letter)


def _tell_of_rest(document: Document, part: DocumentPart) -> list[Message]:
    """A notice of what a covering message says beside sending, which is not read for statements."""
    told = telling_sentences(document.blocks_of(part), _texts(document, part))
    if not told:
        return []
    notice = Message(
        "The covering message also says: “{sentence}” It was not read for statements.", {"sentence": " ".join(told)}
    )
    return [notice]


def _is_annex(document: Document, part: DocumentPart) -> bool:
    """Whether a file is an annex by its name or its first words."""
    if block_phrases("annex_file").search(part.name):
        return True
    first = next((block for block in document.blocks_of(part) if block.kind in BODY_KINDS), None)
    return first is not None and bool(block_phrases("annex").match(document.text[first.start : first.end]))


def _promote(parts: list[DocumentPart]) -> None:
    """Where there are annexes and no letter, the annexes are what was sent."""
    if not any(part.role is PartRole.LETTER for part in parts):
        for i, part in enumerate(parts):
            if part.role is PartRole.ANNEX:
                parts[i] = replace(part, role=PartRole.LETTER)


def _find_copies(document: Document, parts: list[DocumentPart], notices: list[Message]) -> list[DocumentPart]:
    """The parts, those whose text another one has named copies: of files the later one, of a message the message.

    One that is not the same to the word gives a notice.
    """
    words = {i: _words(document, part) for i, part in enumerate(parts) if part.role is PartRole.LETTER}
    kept: list[int] = []
    for i in sorted(words, key=lambda i: parts[i].is_message):
        of = next((j for j in kept if _is_copy(words[i], words[j], whole=not parts[i].is_message)), None)
        if of is None:
            kept.append(i)
            continue
        reason = Message("Its text is that of {part}.", {"part": parts[of].name})
        if words[i] - words[of]:
            values = {"copy": parts[i].name, "part": parts[of].name}
            notices.append(
                Message("{copy} says nearly the same as {part} and was not read; look whether it is a copy.", values)
            )
        parts[i] = replace(parts[i], role=PartRole.COPY, reason=reason)
    return parts


def _words(document: Document, part: DocumentPart) -> Counter[str]:
    """The words of a part's body; headers and footers differ from format to format."""
    blocks = (block for block in document.blocks_of(part) if block.kind in BODY_KINDS)
    return Counter(word for b in blocks for word in _WORD.findall(document.text[b.start : b.end].casefold()))


def _is_copy(text: Counter[str], other: Counter[str], *, whole: bool) -> bool:
    """Whether a text's words are in the other; with `whole`, also the other's in it."""
    longest = max(text.total(), other.total()) if whole else text.total()
    if longest < _SHORTEST_COPY or (text & other).total() < _SAME * longest:
        return False
    # Letters of two years may differ in nothing else; list numbers, which not every format gives, are shorter.
    there = {word for word in other if _NUMBER.search(word)}
    here = {word for word in text if _NUMBER.search(word)}
    return here == there if whole else here <= there
