"""A letter typed without diacritics is read with them put back, and quoted as it was written.

Restoring changes no offsets. So the letter is analysed as it was meant, and then every quote, in evidence, statements
and reasons, is cut anew from what was written. What has one spelling stays: groups of people, names of the register.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from extract.codebook import Codebook
from extract.latvian.restoration import restore_diacritics
from extract.model import Document, Evidence, Extraction, Finding, Frame, Letter, Message, Project, Record, Statement

V = TypeVar("V")

#: What a person is told of a letter whose diacritics were put back.
NOTICE = Message(
    "The letter, or a part of it, was typed without diacritics. They were put back for reading; quotes stay as written."
)
#: A value that rests on restored words is less sure by this factor: a word may have been another one.
_LESS_SURE = 0.98
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile("(?<=„)[^„”]+(?=”)")
_Span = tuple[int, int]


def restore_document(document: Document) -> Document:
    """The document with the diacritics that it has lost; itself where it has lost none."""
    text = restore_diacritics(document.text)
    return document if text == document.text else replace(document, text=text)


def quote_as_written(extraction: Extraction, written: Document, codebook: Codebook) -> Extraction:
    """What was found in a restored document, quoted from the document as it was `written`, with a notice of it."""
    letter = extraction.letter
    quoting = _Quoting(letter.document.text, written.text, frozenset(known.name for known in codebook.projects))
    statements = tuple(map(quoting.statement, letter.statements))
    records = tuple(
        quoting.record(record, statement) for record, statement in zip(extraction.records, statements, strict=True)
    )
    document = replace(letter.document, text=written.text)
    quoted = Letter(document, quoting.frame(letter.frame), letter.layout, statements, letter.notices)
    return Extraction(quoted, records, (*extraction.notices, NOTICE))


@dataclass(frozen=True, slots=True)
class _Quoting:
    """The text as it was restored and as it was written, and the names of projects that have one spelling."""

    restored: str
    written: str
    canonical: frozenset[str]

    def record(self, record: Record, statement: Statement) -> Record:
        """The record of a statement that is quoted already."""
        lead_in = record.statement.lead_in
        places = [(statement.start, statement.end), *([(lead_in.start, lead_in.end)] if lead_in else [])]
        return Record(
            statement,
            record.years and self.finding(record.years, places),
            record.domain and self.finding(record.domain, places),
            tuple(self.finding(count, places) for count in record.counts),
            tuple(self.project(project, places) for project in record.projects),
            record.no_measures and self.finding(record.no_measures, places),
        )

    def frame(self, frame: Frame) -> Frame:
        number = frame.letter_number
        if number is not None:
            value = self.words(number.value, _places(number)) or number.value
            number = replace(self.finding(number), value=value)
        return Frame(
            frame.respondent and self.finding(frame.respondent),
            frame.letter_date and self.finding(frame.letter_date),
            number,
            frame.reporting_years and self.finding(frame.reporting_years),
        )

    def statement(self, statement: Statement) -> Statement:
        return replace(
            statement,
            text=self.written[statement.start : statement.end],
            heading=statement.heading and self.evidence(statement.heading),
            lead_in=statement.lead_in and self.evidence(statement.lead_in),
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        return replace(evidence, quote=self.written[evidence.start : evidence.end])

    def finding(self, finding: Finding[V], places: Sequence[_Span] = ()) -> Finding[V]:
        """The finding with its evidence and its reason quoted; `places` are where else the reason quotes from."""
        evidence = tuple(map(self.evidence, finding.evidence))
        sure = finding.confidence if evidence == finding.evidence else finding.confidence * _LESS_SURE
        reason = self.message(finding.reason, [*_places(finding), *places], {})
        return replace(finding, evidence=evidence, confidence=sure, reason=reason)

    def project(self, finding: Finding[Project], places: Sequence[_Span]) -> Finding[Project]:
        """The finding of a project; a name that the register does not know stays as the letter writes it."""
        near = [*_places(finding), *places]
        names = {each.name: self.name(each.name, near) for each in (finding.value, *finding.alternatives)}
        quoted = self.finding(finding, places)
        return replace(
            quoted,
            value=replace(finding.value, name=names[finding.value.name]),
            reason=self.message(finding.reason, near, names),
            alternatives=tuple(replace(each, name=names[each.name]) for each in finding.alternatives),
        )

    def name(self, name: str, places: Sequence[_Span]) -> str:
        """A project's name as it was written; word by word where its marks are not those of the letter."""
        everywhere = [*places, (0, len(self.restored))]
        if name in self.canonical:
            return name
        return self.words(name, everywhere) or _WORD.sub(lambda w: self.words(w[0], everywhere) or w[0], name)

    def message(self, message: Message, places: Sequence[_Span], told: Mapping[str, str]) -> Message:
        """The message with what it quotes from these places as it was written, names by what they are `told` to be."""

        def quote(value: str | int | float | Message) -> str | int | float | Message:
            if isinstance(value, Message):
                return self.message(value, places, told)
            if not isinstance(value, str):
                return value
            whole = told.get(value) or self.words(value, places)
            return whole or _QUOTED.sub(lambda quoted: self.words(quoted[0], places) or quoted[0], value)

        return replace(message, values={key: quote(value) for key, value in message.values.items()})

    def words(self, words: str, places: Sequence[_Span]) -> str | None:
        """These words of the restored text as they were written in the first of the places that has them."""
        for start, end in places:
            at = self.restored.find(words, start, end)
            if at >= 0:
                return self.written[at : at + len(words)]
        return None


def _places(finding: Finding[V]) -> list[_Span]:
    return [(evidence.start, evidence.end) for evidence in finding.evidence]
