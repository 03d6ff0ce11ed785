"""The store: documents, statements, findings, runs and the audit trail.

The names below are loaded on first use, since SQLAlchemy takes longer to load than `extract --help` may take.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.dataset.agreement import Agreement
    from extract.dataset.decisions import EditConflictError, Marked
    from extract.dataset.edits import Change, Changed, Edit, EditState
    from extract.dataset.history import HistoryEntry
    from extract.dataset.overview import LetterInMemory
    from extract.dataset.progress import PersonProgress, Progress, Share
    from extract.dataset.records import (
        Absence,
        AuditEntry,
        Flag,
        Provenance,
        ReviewStatus,
        RunStatus,
        StoredFinding,
        StoredFrame,
        StoredLetter,
        StoredRecord,
        StoredRun,
    )
    from extract.dataset.review_queue import QueueFilter, QueueOrder
    from extract.dataset.runs import Run
    from extract.dataset.second_reviews import Difference, Sample, SecondReview, values_of
    from extract.dataset.store import Dataset, open_dataset
    from extract.dataset.users import User, UserRole, Users
    from extract.dataset.waiting import QueueItem

_HOMES = {
    "Absence": "records",
    "Agreement": "agreement",
    "AuditEntry": "records",
    "Change": "edits",
    "Changed": "edits",
    "Dataset": "store",
    "Difference": "second_reviews",
    "Edit": "edits",
    "EditConflictError": "decisions",
    "EditState": "edits",
    "Flag": "records",
    "HistoryEntry": "history",
    "LetterInMemory": "overview",
    "Marked": "decisions",
    "PersonProgress": "progress",
    "Progress": "progress",
    "Provenance": "records",
    "QueueFilter": "review_queue",
    "QueueItem": "waiting",
    "QueueOrder": "review_queue",
    "ReviewStatus": "records",
    "Run": "runs",
    "RunStatus": "records",
    "Sample": "second_reviews",
    "SecondReview": "second_reviews",
    "Share": "progress",
    "StoredFinding": "records",
    "StoredFrame": "records",
    "StoredLetter": "records",
    "StoredRecord": "records",
    "StoredRun": "records",
    "User": "users",
    "UserRole": "users",
    "Users": "users",
    "open_dataset": "store",
    "values_of": "second_reviews",
}

__all__ = [
    "Absence",
    "Agreement",
    "AuditEntry",
    "Change",
    "Changed",
    "Dataset",
    "Difference",
    "Edit",
    "EditConflictError",
    "EditState",
    "Flag",
    "HistoryEntry",
    "LetterInMemory",
    "Marked",
    "PersonProgress",
    "Progress",
    "Provenance",
    "QueueFilter",
    "QueueItem",
    "QueueOrder",
    "ReviewStatus",
    "Run",
    "RunStatus",
    "Sample",
    "SecondReview",
    "Share",
    "StoredFinding",
    "StoredFrame",
    "StoredLetter",
    "StoredRecord",
    "StoredRun",
    "User",
    "UserRole",
    "Users",
    "open_dataset",
    "values_of",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
