"""Extractions made by hand, for tests of the rooms that store and export them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from extract.dataset import Provenance
from extract.model import (
    Bound,
    Box,
    Count,
    Document,
    DocumentPart,
    Extraction,
    Finding,
    Frame,
    Layout,
    Letter,
    Message,
    Page,
    PartRole,
    Project,
    ProjectKind,
    Record,
    Role,
    Signature,
    SignatureState,
    SignedFile,
    Statement,
    Unit,
)
from extract.readers.assembly import DocumentBuilder

PROVENANCE = Provenance("0.1.0+aaaa", "none", "2026.1", "c" * 64)
NEWER = Provenance("0.2.0+bbbb", "none", "2026.1", "c" * 64)


@dataclass(frozen=True)
class Said:
    """A statement and what it says; counts and projects by the words they stand in."""

    text: str
    domain: str | None = "education"
    years: tuple[int, ...] | None = (2021,)
    counts: dict[str, Count] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)
    no_measures: bool = False
    confidence: float = 0.9


def persons(value: int, group: str | None = "bērni", bound: Bound = Bound.EXACT) -> Count:
    return Count(value, bound, Unit.PERSONS, group, Role.PARTICIPANT)


LESSONS = Said("2021.gadā nodarbības apmeklēja 14 romu bērni.", counts={"14 romu bērni": persons(14)})
CAMP = Said(
    "Projektā „Vasaras takas” piedalījās divas ģimenes un aptuveni 30 jauniešu.",
    domain="culture",
    counts={
        "divas ģimenes": Count(2, Bound.EXACT, Unit.FAMILIES, "ģimenes", Role.PARTICIPANT),
        "30 jauniešu": persons(30, "jaunieši", Bound.ABOUT),
    },
    projects={"„Vasaras takas”": Project("Vasaras takas", ProjectKind.PROJECT, "8.3.1/22/A/007")},
)
NOTHING = Said("Veselības jomā pasākumi netika īstenoti.", domain="health", no_measures=True, confidence=0.5)
UNKNOWN = Said("Darbs turpinās.", domain=None, years=None)


def make_extraction(
    *said: Said,
    name: str = "talsi.pdf",
    respondent: str | None = "Talsu novads",
    reporting_years: tuple[int, ...] = (2021, 2022),
    pages: Sequence[Page] = (Page(1, 595.0, 842.0),),
    notices: Sequence[Message] = (),
) -> Extraction:
    """A letter of these statements under its letterhead, with boxes for every word."""
    said = said or (LESSONS, CAMP, NOTHING)
    document = make_document("Talsu novada pašvaldība", *(one.text for one in said), name=name, pages=pages)
    for notice in notices:
        document = Document(
            **{field: getattr(document, field) for field in Document.__slots__ if field != "notices"},
            notices=(*document.notices, notice),
        )
    records = tuple(
        _record(document, Statement(block.start, block.end, one.text, number), one)
        for number, (one, block) in enumerate(zip(said, document.blocks[1:], strict=True))
    )
    head = document.evidence(0, len("Talsu novada"))
    frame = Frame(
        Finding(respondent, (head,), "letterhead", 0.95, Message("It stands in the letterhead."))
        if respondent
        else None,
        Finding(date(2023, 3, 14), (), "date", 0.9, Message("The letter bears this date.")),
        Finding("1-15/23/77", (), "number", 0.9, Message("The letter bears this number.")),
        Finding(reporting_years, (), "years", 0.9, Message("The letter answers for these years.")),
    )
    letter = Letter(document, frame, Layout.PLAIN, tuple(record.statement for record in records))
    return Extraction(letter, records, document.notices)


def make_arrival(name: str = "pasts.eml") -> Extraction:
    """A letter that came in a signed container with a mail, beside a file that was not read."""
    extraction = make_extraction(LESSONS, name=name, pages=())
    document = extraction.letter.document
    unreadable = Message("{file} is a picture, which is not read.", {"file": "foto.png"})
    parts = (
        DocumentPart(name, "eml", "a" * 64, PartRole.COVER, is_message=True),
        DocumentPart("vēstule.pdf", "pdf", "b" * 64, PartRole.LETTER, ("atbilde.edoc",), 0, len(document.text), 1, 1),
        DocumentPart("foto.png", "png", "c" * 64, PartRole.UNREADABLE, reason=unreadable),
    )
    covers = (SignedFile("vēstule.pdf", is_unchanged=True),)
    signed = datetime(2023, 3, 14, 9, 30, tzinfo=UTC)
    fits, broken = Message("The signature of {signer} fits.", {"signer": "I. P."}), Message("It does not fit.")
    signatures = (
        Signature("I. P.", signed, SignatureState.INTACT, fits, covers, ("atbilde.edoc",)),
        Signature(None, None, SignatureState.BROKEN, broken, (), ("atbilde.edoc",)),
    )
    arrived = replace(document, format="eml", parts=parts, signatures=signatures)
    return replace(extraction, letter=replace(extraction.letter, document=arrived))


def make_document(*paragraphs: str, name: str, pages: Sequence[Page] = (Page(1, 595.0, 842.0),)) -> Document:
    """A document of one page with 6 points for a character and 14 for a line."""
    sha256 = hashlib.sha256("\n".join(paragraphs).encode()).hexdigest()
    builder = DocumentBuilder(name, sha256, "pdf")
    for line, paragraph in enumerate(paragraphs):
        left, words = 70.9, []
        for word in paragraph.split():
            words.append((word, [Box(1, left, 14.0 * line, left + 6 * len(word), 14.0 * line + 11.3)]))
            left += 6.0 * (len(word) + 1)
        builder.add_words(words)
    return builder.build(pages)


def _record(document: Document, statement: Statement, said: Said) -> Record:
    sure = said.confidence

    def where(quote: str) -> Finding[str]:
        start = statement.start + statement.text.index(quote)
        reason = Message("The letter says “{quote}”.", {"quote": quote})
        return Finding(quote, (document.evidence(start, start + len(quote)),), "by hand", sure, reason)

    first = where(statement.text.split()[0])
    return Record(
        statement,
        Finding(said.years, first.evidence, "by hand", sure, first.reason, ((2022,),)) if said.years else None,
        Finding(said.domain, first.evidence, "by hand", sure, first.reason, ("health",)) if said.domain else None,
        tuple(
            Finding(count, (found := where(quote)).evidence, "by hand", sure, found.reason)
            for quote, count in said.counts.items()
        ),
        tuple(
            Finding(project, (found := where(quote)).evidence, "by hand", sure, found.reason)
            for quote, project in said.projects.items()
        ),
        Finding(True, first.evidence, "by hand", sure, first.reason) if said.no_measures else None,
    )
