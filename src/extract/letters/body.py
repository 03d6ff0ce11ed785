"""Tells which blocks of a document are the letter's body and what the others are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from extract.latvian.dates import DateKind, find_dates
from extract.letters.headings import CodebookHeadings
from extract.letters.messages import find_new_text
from extract.letters.phrases import block_phrases, has_verb, sentence_phrases
from extract.model import BODY_KINDS, Block, BlockKind, Document, PartRole


class Part(Enum):
    """What a block is in the letter."""

    LETTERHEAD = auto()
    DATE_LINE = auto()
    REFERENCE = auto()
    ADDRESSEE = auto()
    SUBJECT = auto()
    SALUTATION = auto()
    BODY = auto()
    ANNEX_TITLE = auto()
    CLOSING = auto()
    BESIDE = auto()
    COVER = auto()


#: Longer blocks are no such lines of a letter (characters); these limits are set by hand on the letters of `corpus/`.
_LONGEST_LINE = 160
_LONGEST_SALUTATION = 80
_LONGEST_SUBJECT = 300
_LONGEST_SIGNATURE = 120
#: A date line has no more words than this, and its date stands no further in (characters).
_MOST_WORDS_OF_DATE_LINE = 16
_DATE_WITHIN = 40
#: With no more words than this a full stop may be an abbreviation's or a year's.
_MOST_WORDS_OF_NAME = 4
#: A signature's title may look like a verb ("Sekretariāta direktore"); with more words than this it is a sentence.
_LONGEST_TITLE = 6
_UPPER = "[A-ZĀČĒĢĪĶĻŅŠŪŽ]"
_NUMBER = re.compile(r"\bNr\b\W*\S*\d", re.IGNORECASE)
_POSTCODE = re.compile(r"\bLV\s?[-–]\s?\d{4}")
#: A dative of an institution or office at the end of a line or before its name's rest: to whom the letter goes.
_TO_WHOM = re.compile(
    r"\b\w*(?:ministrijai|departamentam|aģentūrai|fondam|birojam|kancelejai|nodaļai|padomei|pārvaldei|savienībai)\b",
    re.IGNORECASE,
)
#: A person's name alone in its line: "Ilze Kalniņa", "A. Ozols-Bērziņš".
_PERSON = re.compile(rf"(?:{_UPPER}\w*\.?\s?){{1,2}}{_UPPER}\w+(?:-{_UPPER}\w+)?")
_PAGE_AT_END = re.compile(r"\s+\d{1,3}$")
_SENTENCE_END = re.compile(r"[.!?…][)”\"»]*$")


def find_parts(document: Document, headings: CodebookHeadings) -> tuple[Part, ...]:
    """What each block of the document is, one `Part` for each of `document.blocks`.

    The parts of an arrival are told each by itself, by the role that it has been given.
    """
    parts: list[Part] = []
    for blocks, role in _split(document):
        found = [_part_beside(document, block, role) for block in blocks]
        running = [i for i, part in enumerate(found) if part is Part.BODY]
        texts = [document.text[blocks[i].start : blocks[i].end] for i in running]
        for i, part in zip(running, _parts_of_running_text([blocks[i] for i in running], texts, headings), strict=True):
            annexed = role is PartRole.ANNEX and part not in (Part.BODY, Part.CLOSING)
            found[i] = Part.ANNEX_TITLE if annexed else part
        parts += found
    return tuple(parts)


def _split(document: Document) -> Iterator[tuple[Sequence[Block], PartRole]]:
    """The blocks of each part of the arrival, with what the part is; of a file by itself all are the letter's."""
    if not document.parts:
        yield document.blocks, PartRole.LETTER
        return
    for part in document.parts:
        blocks = document.blocks_of(part)
        if not part.is_message or part.role is not PartRole.LETTER:
            yield blocks, part.role
            continue
        # Of a message only what is new in it is the letter; one that is passed on is, if nothing new is said.
        texts = [document.text[block.start : block.end] for block in blocks]
        first, end = find_new_text(blocks, texts)
        yield blocks[:first], PartRole.COVER
        yield blocks[first:end], PartRole.LETTER
        yield blocks[end:], PartRole.COPY


def _part_beside(document: Document, block: Block, role: PartRole) -> Part:
    """What a block is by its part's role and its own kind; BODY where its text has to tell."""
    if role is PartRole.COVER:
        return Part.COVER
    if role not in (PartRole.LETTER, PartRole.ANNEX):
        return Part.BESIDE
    if block.kind in BODY_KINDS:
        return Part.BODY
    text = document.text[block.start : block.end]
    return Part.SUBJECT if block.kind is BlockKind.SUBJECT and block_phrases("subject").match(text) else Part.BESIDE


def _parts_of_running_text(blocks: Sequence[Block], texts: Sequence[str], headings: CodebookHeadings) -> list[Part]:
    first = _first_of_body(blocks, texts, headings)
    furniture = _running_heads(blocks, texts, first)
    if furniture:
        kept = [i for i in range(len(blocks)) if i not in furniture]
        rest = _parts_of_running_text([blocks[i] for i in kept], [texts[i] for i in kept], headings)
        told = dict(zip(kept, rest, strict=True))
        return [told.get(i, Part.LETTERHEAD) for i in range(len(blocks))]
    parts = _front(texts[:first])
    while len(parts) < len(blocks):
        closing = next((i for i in range(first, len(blocks)) if block_phrases("closing").match(texts[i])), len(blocks))
        parts.extend([Part.BODY] * (closing - first))
        _peel_signatures(parts, blocks, texts, first)
        annex = _annex_after(closing, texts, headings)
        parts.extend([Part.CLOSING] * (annex - closing))
        first = annex + _first_of_body(blocks[annex:], texts[annex:], headings)
        parts.extend([Part.ANNEX_TITLE] * (first - annex))
    return parts


def _first_of_body(blocks: Sequence[Block], texts: Sequence[str], headings: CodebookHeadings) -> int:
    """The index of the first block that is no line of the letter's front; their number where all are."""
    seen_subject = False
    tables = _tables_of_body(blocks, texts)
    for i, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if block_phrases("closing").match(text) or (block.cell is not None and block.cell.table in tables):
            return i
        part = _front_part(text)
        if part in (Part.SUBJECT, Part.SALUTATION):
            seen_subject = True
        if part is None or (part is Part.LETTERHEAD and _opens_body(block, text, headings, seen_subject)):
            return i
    return len(blocks)


def _tables_of_body(blocks: Sequence[Block], texts: Sequence[str]) -> frozenset[int]:
    """The tables that tell something: of several rows and columns, with sentences, and no letterhead on top."""
    told: set[int] = set()
    laid_out: set[int] = set()
    rows: defaultdict[int, set[int]] = defaultdict(set)
    columns: defaultdict[int, set[int]] = defaultdict(set)
    for block, text in zip(blocks, texts, strict=True):
        if block.cell is None:
            continue
        rows[block.cell.table].add(block.cell.row)
        columns[block.cell.table].add(block.cell.column)
        if _is_sentence(text):
            told.add(block.cell.table)
        elif block.cell.row == 0 and _front_part(text) not in (None, Part.LETTERHEAD, Part.SUBJECT):
            laid_out.add(block.cell.table)
    return frozenset(table for table in told - laid_out if len(rows[table]) > 1 and len(columns[table]) > 1)


def _opens_body(block: Block, text: str, headings: CodebookHeadings, seen_subject: bool) -> bool:
    """Whether a line that has the form of a title is the body's first heading."""
    if headings.has_like(text) or (headings.labels(text) and not text.isupper()):
        return True
    if not seen_subject or block_phrases("contact").search(text):
        return False
    return block.kind is BlockKind.HEADING or block.marker is not None or text.endswith(":")


def _front(texts: Sequence[str]) -> list[Part]:
    """What the lines of the front are. An address that follows the addressee is the addressee's."""
    parts: list[Part] = []
    for text in texts:
        part = _front_part(text) or Part.LETTERHEAD
        if part is Part.LETTERHEAD and parts and parts[-1] is Part.ADDRESSEE and _is_address(text):
            part = Part.ADDRESSEE
        parts.append(part)
    for i in range(len(parts) - 2, -1, -1):
        follows = parts[i + 1] is Part.ADDRESSEE and parts[i] is Part.LETTERHEAD
        if follows and block_phrases("addressee_begins").match(texts[i]):
            parts[i] = Part.ADDRESSEE
    return parts


def _front_part(text: str) -> Part | None:
    """What a block is that stands in the letter's front; None where it is no line of a front."""
    if block_phrases("salutation").match(text) and len(text) <= _LONGEST_SALUTATION:
        return Part.SALUTATION
    if len(text) <= _LONGEST_LINE and block_phrases("reference").match(text) and not has_verb(text):
        return Part.REFERENCE
    if _is_date_line(text):
        return Part.DATE_LINE
    if block_phrases("subject").match(text) and len(text) <= _LONGEST_SUBJECT and not _is_sentence(text):
        return Part.SUBJECT
    if len(text) > _LONGEST_LINE and not block_phrases("contact").search(text):
        return None
    if _is_addressee(text):
        return Part.ADDRESSEE
    if block_phrases("contact").search(text):
        return Part.LETTERHEAD if not _is_sentence(text) else None
    return None if has_verb(text) or _ends_sentence(text) else Part.LETTERHEAD


def _is_date_line(text: str) -> bool:
    """Whether a short line holds the letter's date or number, or says where they are seen."""
    if len(text) > _LONGEST_LINE or block_phrases("subject").match(text) or sentence_phrases("report").search(text):
        return False
    if block_phrases("date").match(text):
        return True
    dated = any(found.kind is DateKind.DAY and found.start <= _DATE_WITHIN for found in find_dates(text))
    numbered = bool(_NUMBER.search(text)) and not block_phrases("contact").search(text)
    return (dated or numbered) and not has_verb(text) and len(text.split()) <= _MOST_WORDS_OF_DATE_LINE


def _is_addressee(text: str) -> bool:
    if block_phrases("addressee").match(text):
        return True
    return bool(_TO_WHOM.search(text)) and not has_verb(text) and not _SENTENCE_END.search(text)


def _is_address(text: str) -> bool:
    return bool(_POSTCODE.search(text) or block_phrases("contact").search(text))


def _is_sentence(text: str) -> bool:
    return has_verb(text) and bool(_SENTENCE_END.search(text) or text.endswith(":"))


def _ends_sentence(text: str) -> bool:
    """Whether the line ends as a sentence does; a single abbreviation's or year's full stop does not count."""
    return bool(_SENTENCE_END.search(text) or text.endswith((":", ";"))) and len(text.split()) > _MOST_WORDS_OF_NAME


def _annex_after(closing: int, texts: Sequence[str], headings: CodebookHeadings) -> int:
    """The index of the block with which an annex opens that holds text of the answer; their number where none does."""
    for i in range(closing + 1, len(texts)):
        opens = block_phrases("annex").match(texts[i]) and len(texts[i]) <= _LONGEST_LINE
        if not opens and not headings.has_like(texts[i]):
            continue
        if any(_is_sentence(text) and not block_phrases("closing").match(text) for text in texts[i + 1 :]):
            return i
    return len(texts)


def _running_heads(blocks: Sequence[Block], texts: Sequence[str], first: int) -> frozenset[int]:
    """The blocks of the body that say a line of the front again with a page's number ("Labklājības ministrija 2")."""
    front = {text.casefold() for text in texts[:first] if _front_part(text) is Part.LETTERHEAD}
    return frozenset(
        i
        for i in range(first, len(blocks))
        if blocks[i].cell is None
        and (page := _PAGE_AT_END.search(texts[i]))
        and texts[i][: page.start()].casefold() in front
    )


def _peel_signatures(parts: list[Part], blocks: Sequence[Block], texts: Sequence[str], first: int) -> None:
    """Turn the signatures and contact lines with which the body's last blocks end into the closing, in place."""
    last = len(parts) - 1
    for i in range(last, first - 1, -1):
        titled = (
            first < i < last and _is_title_of_signature(blocks[i], texts[i]) and _ends_text(blocks[i - 1], texts[i - 1])
        )
        if not titled and not _is_signature(blocks[i], texts[i]):
            return
        parts[i] = Part.CLOSING


def _is_signature(block: Block, text: str) -> bool:
    if len(text) > _LONGEST_SIGNATURE or _is_sentence(text) or block.marker is not None or text.endswith((";", ":")):
        return False
    if has_verb(text) and len(text.split()) > _LONGEST_TITLE:
        return False
    return bool(block_phrases("signature").search(text) or _PERSON.fullmatch(text))


def _ends_text(block: Block, text: str) -> bool:
    """Whether the letter's text can end with a block: a sentence, a table's cell, or a line of the signature."""
    return block.cell is not None or _is_sentence(text) or _is_signature(block, text)


def _is_title_of_signature(block: Block, text: str) -> bool:
    """Whether a line before a signature's other lines can be the signer's office."""
    if block.kind is not BlockKind.PARAGRAPH or block.marker is not None or not text[:1].isupper():
        return False
    words = text.split()
    plain = not re.search(r"\d|[.;:,]$", text) and not has_verb(text)
    return plain and len(words) <= _LONGEST_TITLE
