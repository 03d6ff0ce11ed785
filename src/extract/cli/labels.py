"""Fields and coded values as a person reads them; the exports keep the codes."""

from __future__ import annotations

from enum import StrEnum

from extract.cli.terminal import tell
from extract.model import Bound, Message, PartRole, ProjectKind, Role, SignatureState, Unit

FIELDS = {
    "respondent": Message("Respondent"),
    "letter_date": Message("Letter date"),
    "letter_number": Message("Letter number"),
    "reporting_years": Message("Answers for"),
    "statements": Message("Statements"),
    "years": Message("Years"),
    "domain": Message("Domain"),
    "no_measures": Message("No measures"),
    "count": Message("Count"),
    "counts": Message("Counts"),
    "counts_strict": Message("Counts, strict"),
    "project": Message("Project"),
    "projects": Message("Projects"),
    "projects_strict": Message("Projects, strict"),
}

_CODES: dict[StrEnum, Message] = {
    Bound.EXACT: Message("exactly"),
    Bound.ABOUT: Message("about"),
    Bound.AT_LEAST: Message("at least"),
    Bound.AT_MOST: Message("at most"),
    Unit.PERSONS: Message("persons"),
    Unit.FAMILIES: Message("families"),
    Role.PARTICIPANT: Message("took part or received"),
    Role.PROVIDER: Message("provided"),
    ProjectKind.PROJECT: Message("project"),
    ProjectKind.CAMPAIGN: Message("campaign"),
    ProjectKind.COMPETITION: Message("competition"),
    PartRole.LETTER: Message("letter"),
    PartRole.ANNEX: Message("annex"),
    PartRole.COVER: Message("covering message, not read for statements"),
    PartRole.COPY: Message("copy, not read for statements"),
    PartRole.ASIDE: Message("no letter"),
    PartRole.UNREADABLE: Message("not read"),
    SignatureState.INTACT: Message("unchanged since it was signed"),
    SignatureState.BROKEN: Message("not as it was signed"),
    SignatureState.UNVERIFIABLE: Message("signed, but the signature could not be checked"),
}


#: What a person calls a format whose code is not its name in capitals.
_FORMATS = {"asice": Message("ASiC-E"), "image": Message("picture")}


def format_label(code: str) -> str:
    """The name of a format in the user's language."""
    return tell(_FORMATS[code]) if code in _FORMATS else code.upper()


def field_label(name: str) -> str:
    """The name of a field in the user's language."""
    return tell(FIELDS[name])


def code_label(code: StrEnum) -> str:
    """A coded value in the user's language."""
    return tell(_CODES[code])
