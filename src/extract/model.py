"""What flows through `extract`: documents, letters, statements, findings and records.

Frozen dataclasses only; nothing here imports another room. What sentences and the parts of an arrival are stands in the
two modules beside this one. Offsets are counted in Unicode code points of `Document.text`, half-open
(`text[start:end]`). Lengths on a page are in PDF points (1/72 inch), measured from the top left corner of the page as a
reader sees it, that is after its rotation has been applied.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from extract.arrival import DocumentPart as DocumentPart
from extract.arrival import PartRole as PartRole
from extract.arrival import Signature as Signature
from extract.arrival import SignatureState as SignatureState
from extract.arrival import SignedFile as SignedFile
from extract.message import Message as Message

V = TypeVar("V")


class BlockKind(StrEnum):
    """What a block of text is in its document, as far as its form tells."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    CELL = "cell"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    SUBJECT = "subject"


#: Kinds that make up the running text of a letter; the others stand beside it.
BODY_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CELL})


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner; `page` counts from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is shown: number from 1, size in points after rotation, and whether any text was found on it."""

    number: int
    width: float
    height: float
    has_text: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell by its table's number in the document, row and column, each counted from 0.

    A merged cell stands at its first row and column. Cells of a table inside a table carry the inner table's number.
    """

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the page and where it stands in the text. A word broken at a line end has one box for each part.

    `confidence` (0 to 1) tells how surely it was recognised on a picture of the page; None where it was written.
    """

    start: int
    end: int
    boxes: tuple[Box, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that belongs together: a paragraph, list item, heading, or one paragraph of a table cell.

    `marker` is the list number or bullet as shown ("2.1.", "•"); it is not part of the text. `level` is the depth of
    a heading or list item, from 0. `paragraph` counts the paragraphs of a format that has no pages, from 0.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    paragraph: int | None = None
    cell: Cell | None = None
    marker: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One letter as it was read, with all parts of the arrival if it came as a mail, container or archive.

    `text` is Unicode NFC with single spaces; blocks are joined by one newline, which stands nowhere else. `words` is
    sorted by `start` and empty for formats without pages. `notices` tells what a person should know of the reading.
    """

    name: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    words: tuple[Word, ...] = ()
    notices: tuple[Message, ...] = ()
    parts: tuple[DocumentPart, ...] = ()
    signatures: tuple[Signature, ...] = ()

    def block_at(self, offset: int) -> Block:
        """The block that holds `offset`. Raises IndexError where no block does."""
        i = bisect_right(self.blocks, offset, key=lambda b: b.start) - 1
        if i < 0 or offset > self.blocks[i].end:
            raise IndexError(f"no block of {self.name} holds offset {offset}")
        return self.blocks[i]

    def blocks_of(self, part: DocumentPart) -> tuple[Block, ...]:
        """The blocks of one part."""
        if part.start == part.end:
            return ()
        first, end = (bisect_left(self.blocks, offset, key=lambda b: b.start) for offset in (part.start, part.end))
        return self.blocks[first:end]

    def evidence(self, start: int, end: int) -> Evidence:
        """The words `text[start:end]` with their place in the document.

        Raises ValueError for a span that is empty or outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} is empty or outside the text of {self.name}")
        block = self.block_at(start)
        boxes = self._boxes(start, end)
        page = boxes[0].page if boxes else block.page
        return Evidence(start, end, self.text[start:end], page, boxes, block.paragraph, block.cell)

    def _boxes(self, start: int, end: int) -> tuple[Box, ...]:
        i = max(0, bisect_right(self.words, start, key=lambda w: w.start) - 1)
        boxes: list[Box] = []
        while i < len(self.words) and self.words[i].start < end:
            if self.words[i].end > start:
                boxes.extend(self.words[i].boxes)
            i += 1
        return tuple(boxes)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words a value rests on: `document.text[start:end] == quote`, and where they stand."""

    start: int
    end: int
    quote: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    paragraph: int | None = None
    cell: Cell | None = None


class Bound(StrEnum):
    """How a count's number is meant (codebook, "Counts")."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Unit(StrEnum):
    """What a count counts."""

    PERSONS = "persons"
    FAMILIES = "families"


class Role(StrEnum):
    """Whether the counted people took part in or received the activity, or provided it."""

    PARTICIPANT = "participant"
    PROVIDER = "provider"


class ProjectKind(StrEnum):
    """What is named: a project or programme, a campaign (akcija) or a competition (konkurss)."""

    PROJECT = "project"
    CAMPAIGN = "campaign"
    COMPETITION = "competition"


@dataclass(frozen=True, slots=True)
class Count:
    """A count of people or families. `group` is the noun's lemma in the nominative plural ("skolēni").

    `part_of` tells of a sub-total which of its statement's counts, numbered from 0, is the total; two counts that
    differ in it alone are equal.
    """

    value: int
    bound: Bound
    unit: Unit
    group: str | None
    role: Role
    part_of: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """A named project, campaign or competition. `name` is canonical; `number` as in "9.2.4.2/16/I/050", or None.

    `funder` is who pays for it, by the funder's full name, where the statement tells.
    """

    name: str
    kind: ProjectKind
    number: str | None = None
    funder: str | None = None


@dataclass(frozen=True, slots=True)
class Finding(Generic[V]):
    """One field value with its evidence.

    `method` names the rule that found it, for developers ("digits", "inherited"); `reason` tells a person why.
    `confidence` runs from 0 to 1. `alternatives` are other values that the words allow, the likeliest first.
    The first evidence is the value's own words; it is empty only where nothing in the letter's text tells the value.
    """

    value: V
    evidence: tuple[Evidence, ...]
    method: str
    confidence: float
    reason: Message
    alternatives: tuple[V, ...] = ()


class Engine(StrEnum):
    """What annotates the sentences of a letter with lemmas, tags, dependencies and entities."""

    SPACY = "spacy"
    STANZA = "stanza"


class Layout(StrEnum):
    """How a letter is built."""

    PLAIN = "plain"
    HEADINGS = "headings"
    NUMBERED = "numbered"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a letter says of itself: who answers, when, under what number, and for which years."""

    respondent: Finding[str] | None
    letter_date: Finding[date] | None
    letter_number: Finding[str] | None
    reporting_years: Finding[tuple[int, ...]] | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or list item of a letter's body: `document.text[start:end] == text`.

    `paragraph` numbers the letter's body blocks from 0, so neighbours with one number share a paragraph. `heading` is
    the heading, numbered question or table's first cell that it stands under; `lead_in` the sentence that opens the
    list it is an item of ("Romi uzsākuši dalību šādos pasākumos:").
    """

    start: int
    end: int
    text: str
    paragraph: int
    heading: Evidence | None = None
    lead_in: Evidence | None = None
    is_list_item: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A document whose frame has been told from its body, and whose body has been cut into statements.

    `notices` tells what a person should know of that, beside what the document's reader noted.
    """

    document: Document
    frame: Frame
    layout: Layout
    statements: tuple[Statement, ...]
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A statement with its findings. `no_measures` is a finding where the statement says so, else None."""

    statement: Statement
    years: Finding[tuple[int, ...]] | None = None
    domain: Finding[str] | None = None
    counts: tuple[Finding[Count], ...] = ()
    projects: tuple[Finding[Project], ...] = ()
    no_measures: Finding[bool] | None = None

    def findings(self) -> tuple[Finding[Any], ...]:
        """All findings of the statement, in the codebook's order of fields."""
        single = (self.years, self.domain, self.no_measures)
        return tuple(f for f in single if f is not None) + self.counts + self.projects


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was got from one document."""

    letter: Letter
    records: tuple[Record, ...]
    notices: tuple[Message, ...] = ()
