"""One document from its file to its findings: read, analyse, find. Pure: nothing is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from spacy.language import Language

from extract.codebook import Codebook
from extract.errors import ReadError
from extract.fields.analysed import AnalysedLetter
from extract.fields.calibration import calibrate_frame, calibrate_record
from extract.fields.counts import find_counts
from extract.fields.domains import find_domains
from extract.fields.legibility import doubt_frame, doubt_record
from extract.fields.no_measures import find_no_measures
from extract.fields.projects import find_projects
from extract.fields.years import find_years
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.message import join_messages
from extract.model import Document, Extraction, Finding, Message, PartRole, Record
from extract.readers import read_document
from extract.readers.containers import MAX_CAUSES
from extract.restoring import quote_as_written, restore_document

#: From a letter to the domain of each of its statements.
DomainFinder = Callable[[AnalysedLetter], tuple[Finding[str] | None, ...]]


def extract_file(path: Path, name: str, codebook: Codebook, language: Language) -> Extraction:
    """Read the file and extract its records; `name` is what the dataset calls it. Raises ReadError."""
    return extract_document(read_document(path, name), codebook, language)


def extract_document(document: Document, codebook: Codebook, language: Language) -> Extraction:
    """The letter in `document` with one record for each of its statements; `language` annotates their sentences.

    Raises ReadError where only the message could be read that covers the letter.
    """
    found = find_values(document, codebook, language)
    letter = replace(found.letter, frame=calibrate_frame(found.letter.frame))
    records = tuple(calibrate_record(record) for record in found.records)
    if any(word.confidence is not None for word in document.words):
        letter = replace(letter, frame=doubt_frame(letter.frame, document))
        records = tuple(doubt_record(record, document) for record in records)
    return Extraction(letter, records, found.notices)


def find_values(
    document: Document, codebook: Codebook, language: Language, domains_of: DomainFinder = find_domains
) -> Extraction:
    """As `extract_document`, but with the confidences that the methods state: what a calibration is fitted to.

    `domains_of` finds the domains; a calibration takes one that has not learnt from the letter itself.
    """
    restored = restore_document(document)
    found = _find_in(restored, codebook, language, domains_of)
    return found if restored is document else quote_as_written(found, document, codebook)


def _find_in(document: Document, codebook: Codebook, language: Language, domains_of: DomainFinder) -> Extraction:
    # Sentence ends come from rules, so the body is cut without annotating text that is no statement.
    letter = read_letter(document, codebook, load_language())
    _refuse_covers(letter.document)
    docs = tuple(language.pipe(statement.text for statement in letter.statements))
    analysed = AnalysedLetter(letter, docs, codebook)
    domains = domains_of(analysed)
    records = tuple(
        Record(statement, years, domain, counts, projects, no_measures)
        for statement, years, domain, counts, projects, no_measures in zip(
            letter.statements,
            find_years(analysed, domains),
            domains,
            find_counts(analysed),
            find_projects(analysed),
            find_no_measures(analysed),
            strict=True,
        )
    )
    return Extraction(letter, records, (*letter.document.notices, *letter.notices))


def _refuse_covers(document: Document) -> None:
    """Raise the error of the parts that could not be read where nothing but what covers them could."""
    unread = [part.reason for part in document.parts if part.role is PartRole.UNREADABLE and part.reason is not None]
    if not unread or any(part.role in (PartRole.LETTER, PartRole.ANNEX) for part in document.parts):
        return
    # What to do stands among the notices behind the first reason.
    advice = next(
        (then for notice, then in pairwise(document.notices) if notice == unread[0]),
        Message("Ask the sender for the letter once more."),
    )
    raise ReadError(join_messages(unread[:MAX_CAUSES]), advice)
