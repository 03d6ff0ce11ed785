"""What fields and coded values are called, for every place that shows them to a person; the exports keep the codes."""

from __future__ import annotations

from enum import StrEnum

from extract.model import Bound, Message, PartRole, ProjectKind, Role, SignatureState, Unit

FIELDS = {
    "respondent": Message("Respondent"),
    "letter_date": Message("Letter date"),
    "letter_number": Message("Letter number"),
    "reporting_years": Message("Answers for"),
    "statements": Message("Statements"),
    "years": Message("Years"),
    "domain": Message("Domain"),
    "domain_first_two": Message("Domain among the first two"),
    "domain_structured": Message("Domain under headings, in tables"),
    "domain_plain": Message("Domain in plain letters"),
    "no_measures": Message("No measures"),
    "completeness": Message("Nothing overlooked"),
    "count": Message("Count"),
    "counts": Message("Counts"),
    "counts_strict": Message("Counts, strict"),
    "project": Message("Project"),
    "projects": Message("Projects"),
    "projects_strict": Message("Projects, strict"),
    "review_status": Message("Review"),
}

CODES: dict[StrEnum, Message] = {
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

#: What users may do, by the codes of `dataset.UserRole`.
USER_ROLES = {
    "reader": Message("reader"),
    "reviewer": Message("reviewer"),
    "lead": Message("lead"),
}
#: What a person has said of a statement, by the codes of `dataset.ReviewStatus`.
STATUSES = {
    "unreviewed": Message("not reviewed"),
    "accepted": Message("accepted"),
    "corrected": Message("corrected"),
    "rejected": Message("rejected"),
    "machine_accepted": Message("accepted by the program"),
}
#: Why a field has no value, by the codes of `dataset.Absence`.
ABSENCES = {
    "not_stated": Message("not stated"),
    "illegible": Message("illegible"),
    "not_applicable": Message("not applicable"),
}
#: How far a respondent's letters are.
STATES = {
    "missing": Message("missing"),
    "unreadable": Message("could not be read"),
    "received": Message("received"),
    "started": Message("begun"),
    "reviewed": Message("all reviewed"),
    "nothing_done": Message("reviewed: no measures"),
}
