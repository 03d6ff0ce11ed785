"""What the dataset gives back: frozen dataclasses, with what people have set in place of what was extracted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from extract.model import Count, DocumentPart, Finding, Layout, Message, Project, Signature, Statement

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a run is made with. A letter is extracted anew exactly when its content or one of these has changed."""

    code: str
    models: str
    codebook: str
    codebook_sha256: str


class RunStatus(StrEnum):
    """How a run stands. One that was killed is found out, and marked interrupted, when the next one begins."""

    RUNNING = "running"
    FINISHED = "finished"
    INTERRUPTED = "interrupted"


class ReviewStatus(StrEnum):
    """What a person has said of a statement: nothing, it is right, a value was set otherwise, it is no statement.

    One that nobody has reviewed may have been accepted by the machine, where that was asked for (`acceptance`).
    """

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    MACHINE_ACCEPTED = "machine_accepted"


class Absence(StrEnum):
    """Why a field has no value, as a person said. That nobody took part is no absence but a count of 0."""

    NOT_STATED = "not_stated"
    ILLEGIBLE = "illegible"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that needs a person, and why: in which field, if in one, and the id of the finding, if it has one."""

    field: str | None
    finding: str | None
    reason: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFinding(Finding[V]):
    """A finding of the latest extraction, or what a person set in its place.

    `id` stays the same from run to run as long as the value's own words stand at the same place of the same statement.
    `decided_by` is who set the value; None where the machine found it.
    """

    id: str
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class StoredFrame:
    """What the letter says of itself, as in `model.Frame`."""

    respondent: StoredFinding[str] | None = None
    letter_date: StoredFinding[date] | None = None
    letter_number: StoredFinding[str] | None = None
    reporting_years: StoredFinding[tuple[int, ...]] | None = None


@dataclass(frozen=True, slots=True)
class StoredLetter:
    """The latest version of a document, in one row.

    `failed` tells that the latest attempt to read it failed; `cause` and `advice` then say why. What had been read
    before from the same content still stands. `statements`, `counts` and `projects` are how many there are
    (without those of rejected statements), `waiting` how many statements have something to look at, `reviewed` how many
    a person has seen, `accepted` how many the machine accepted, `unreviewed` how many neither has. `confidence` is the
    least of all findings', None without any. `flags` says why a person should look at the letter, its statements aside.
    `absences`, `found`, `decided_by` and `decisions` are of the frame's fields, as in `StoredRecord`. `source` is where
    the file lay when a run last met it; it may have been moved or changed since. `is_accepted` tells that a person has
    said of this version that nothing is left to do about the letter itself.
    """

    name: str
    version: int
    sha256: str | None
    format: str | None
    first_seen: datetime
    failed: bool
    cause: Message | None = None
    advice: Message | None = None
    notices: tuple[Message, ...] = ()
    frame: StoredFrame = field(default_factory=StoredFrame)
    layout: Layout | None = None
    pages: int = 0
    statements: int = 0
    counts: int = 0
    projects: int = 0
    waiting: int = 0
    reviewed: int = 0
    accepted: int = 0
    confidence: float | None = None
    unreviewed: int = 0
    flags: tuple[Flag, ...] = ()
    parts: tuple[DocumentPart, ...] = ()
    signatures: tuple[Signature, ...] = ()
    source: Path | None = None
    is_accepted: bool = False
    decisions: Mapping[str, int] = field(default_factory=dict)
    absences: Mapping[str, Absence] = field(default_factory=dict)
    found: Mapping[str, tuple[StoredFinding[Any], ...]] = field(default_factory=dict)
    decided_by: Mapping[str, str] = field(default_factory=dict)

    @property
    def attention(self) -> tuple[Message, ...]:
        """Why a person should look at the letter, its statements aside."""
        return tuple(flag.reason for flag in self.flags)

    @property
    def needs_look(self) -> bool:
        """Whether a person should look at the letter or at a statement of it."""
        return bool(self.flags) or self.waiting > 0

    @property
    def is_done(self) -> bool:
        """Whether a person has seen every statement and nothing needs a look any more."""
        return not self.needs_look and self.unreviewed == 0

    @property
    def respondent(self) -> str | None:
        """Who answers, in the nominative."""
        return self.frame.respondent.value if self.frame.respondent else None

    @property
    def letter_date(self) -> date | None:
        """The date of the letter."""
        return self.frame.letter_date.value if self.frame.letter_date else None

    @property
    def letter_number(self) -> str | None:
        """The number under which the letter was sent."""
        return self.frame.letter_number.value if self.frame.letter_number else None

    @property
    def reporting_years(self) -> tuple[int, ...]:
        """The years that the letter answers for; empty where not known."""
        return self.frame.reporting_years.value if self.frame.reporting_years else ()


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A statement of the latest version of its document, with the values that hold.

    `id` is the same in every version of the document that has the statement. `position` counts the letter's statements
    from 0. `added_by` is who added the statement, None where the machine found it. `decisions` gives for each field
    that a person has ever set the number of the decision, which `edit` takes as `expected_version`. Of the fields that
    a person has set now, `decided_by` tells who did, `found` what the machine says, and `absences` why there is no
    value where they said so. `confidence` is the least of the findings', None without any. `parts` are those of the
    arrival, by which `page` and the pages of evidence, which run on through them, are told as each part counts.
    """

    id: str
    document: str
    respondent: str | None
    position: int
    statement: Statement
    page: int | None
    years: StoredFinding[tuple[int, ...]] | None
    domain: StoredFinding[str] | None
    counts: tuple[StoredFinding[Count], ...]
    projects: tuple[StoredFinding[Project], ...]
    no_measures: StoredFinding[bool] | None
    review_status: ReviewStatus
    confidence: float | None
    flags: tuple[Flag, ...]
    decisions: Mapping[str, int]
    absences: Mapping[str, Absence] = field(default_factory=dict)
    found: Mapping[str, tuple[StoredFinding[Any], ...]] = field(default_factory=dict)
    decided_by: Mapping[str, str] = field(default_factory=dict)
    added_by: str | None = None
    parts: tuple[DocumentPart, ...] = ()

    @property
    def is_reviewed(self) -> bool:
        """Whether a person has said something of the statement."""
        return self.review_status not in {ReviewStatus.UNREVIEWED, ReviewStatus.MACHINE_ACCEPTED}

    @property
    def attention(self) -> tuple[Message, ...]:
        """Why a person should look at the statement."""
        return tuple(flag.reason for flag in self.flags)

    def by_field(self) -> Iterator[tuple[str, StoredFinding[Any]]]:
        """All findings that hold with the name of their field, in the codebook's order of fields."""
        single = {"years": self.years, "domain": self.domain, "no_measures": self.no_measures}
        yield from ((field, finding) for field, finding in single.items() if finding is not None)
        yield from (("counts", count) for count in self.counts)
        yield from (("projects", project) for project in self.projects)

    def findings(self) -> tuple[StoredFinding[Any], ...]:
        """All findings that hold, in the codebook's order of fields."""
        return tuple(finding for _, finding in self.by_field())


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A run over letters: when, how it ended, and what it was made with."""

    id: int
    started: datetime
    finished: datetime | None
    status: RunStatus
    provenance: Provenance
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit trail: who did what when, to what, from which value to which, and why."""

    id: int
    at: datetime
    who: str
    action: str
    run: int | None
    document: str | None
    statement: str | None
    field: str | None
    old: Any
    new: Any
    why: str | None
