"""Puts a letter together from its document: parts, statements, frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.codebook import Codebook
from extract.letters.body import Part, find_parts
from extract.letters.frame import find_letter_date, find_letter_number, find_reporting_years
from extract.letters.headings import CodebookHeadings
from extract.letters.respondents import find_respondent, find_respondents_of_parts
from extract.letters.roles import tell_roles
from extract.letters.statements import cut_statements
from extract.model import Document, Frame, Letter, Message, PartRole

if TYPE_CHECKING:
    from spacy.language import Language


def read_letter(document: Document, codebook: Codebook, language: Language) -> Letter:
    """The letter in `document`: what it says of itself, and its body cut into statements.

    `language` is a pipeline that sets sentence starts (`extract.latvian.language.load_language`).
    """
    document, notices = tell_roles(document)
    headings = CodebookHeadings.of(codebook)
    parts = find_parts(document, headings)
    body = cut_statements(document, parts, headings, language)
    letter_date = find_letter_date(document, parts)
    several = find_respondents_of_parts(
        document, _find_parts_as_letters(document, parts, headings), body.announcements, body.statements, codebook
    )
    if len(several) > 1:
        notices = (*notices, _tell_of_several(several))
    frame = Frame(
        # Whose statement is whose is not told apart, and none may stand under another's name.
        respondent=None
        if len(several) > 1
        else find_respondent(document, parts, body.announcements, body.statements, codebook),
        letter_date=letter_date,
        letter_number=find_letter_number(document, parts),
        reporting_years=find_reporting_years(
            document, parts, body.announcements, body.headings, body.statements, letter_date
        ),
    )
    return Letter(document, frame, body.layout, body.statements, notices)


def _find_parts_as_letters(document: Document, parts: Sequence[Part], headings: CodebookHeadings) -> Sequence[Part]:
    """The parts of a document as they would be told if its annexes were letters."""
    if all(part.role is not PartRole.ANNEX for part in document.parts):
        return parts
    roles = (PartRole.LETTER if part.role is PartRole.ANNEX else part.role for part in document.parts)
    told = tuple(replace(part, role=role) for part, role in zip(document.parts, roles, strict=True))
    return find_parts(replace(document, parts=told), headings)


def _tell_of_several(respondents: Sequence[str]) -> Message:
    return Message(
        "It holds letters of several respondents: {respondents}. Unpack it and give each by itself.",
        {"respondents": ", ".join(respondents)},
    )
