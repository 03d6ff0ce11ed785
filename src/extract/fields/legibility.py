"""Findings that rest on words recognised with little certainty on a picture are less sure, and say why."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TypeVar

from extract.message import join_messages
from extract.model import Document, Evidence, Finding, Frame, Message, Record, Word

V = TypeVar("V")

#: Words recognised with less confidence than this may be misread: see docs/decisions/0005-scans.md.
LEGIBLE = 0.85
#: The most that a finding resting on such a word is sure: below what the reviewer is spared.
MOST_SURE = 0.5


def doubt_record(record: Record, document: Document) -> Record:
    """The record with its findings as sure as the words that they rest on are legible."""
    return replace(
        record,
        years=record.years and doubt_finding(record.years, document),
        domain=record.domain and doubt_finding(record.domain, document),
        counts=tuple(doubt_finding(finding, document) for finding in record.counts),
        projects=tuple(doubt_finding(finding, document) for finding in record.projects),
        no_measures=record.no_measures and doubt_finding(record.no_measures, document),
    )


def doubt_frame(frame: Frame, document: Document) -> Frame:
    """The frame with its findings as sure as the words that they rest on are legible."""
    return Frame(
        frame.respondent and doubt_finding(frame.respondent, document),
        frame.letter_date and doubt_finding(frame.letter_date, document),
        frame.letter_number and doubt_finding(frame.letter_number, document),
        frame.reporting_years and doubt_finding(frame.reporting_years, document),
    )


def doubt_finding(finding: Finding[V], document: Document) -> Finding[V]:
    """The finding, less sure where a word of its evidence was recognised with little confidence."""
    doubtful = [
        word
        for evidence in finding.evidence
        for word in _words(document, evidence)
        if word.confidence is not None and word.confidence < LEGIBLE
    ]
    if not doubtful:
        return finding
    worst = min(doubtful, key=lambda word: word.confidence or 0.0)
    percent = round(100 * (worst.confidence or 0.0))
    doubt = Message(
        "“{word}” was recognised on a picture with a certainty of {percent} of 100 only; compare it with the original.",
        {"word": document.text[worst.start : worst.end], "percent": percent},
    )
    reason = join_messages((finding.reason, doubt))
    return replace(finding, confidence=min(finding.confidence, MOST_SURE), reason=reason)


def _words(document: Document, evidence: Evidence) -> list[Word]:
    """The words with a letter or digit that the evidence has a part of."""
    i = max(0, bisect_right(document.words, evidence.start, key=lambda word: word.start) - 1)
    found = []
    while i < len(document.words) and document.words[i].start < evidence.end:
        word = document.words[i]
        if word.end > evidence.start and any(map(str.isalnum, document.text[word.start : word.end])):
            found.append(word)
        i += 1
    return found
