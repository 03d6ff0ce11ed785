"""All letters and statements in memory, brought up to date by what the audit trail tells has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Connection, Engine, func, select

from extract.dataset.acceptance import load_view
from extract.dataset.connection import reading
from extract.dataset.records import StoredLetter, StoredRecord
from extract.dataset.schema import audit_trail, documents
from extract.dataset.waiting import QueueItem, list_waiting
from extract.latvian.searching import split_words

#: How far back lines of the audit trail are looked at again. PostgreSQL numbers them before their transactions end, so
#: that a line may come to be seen after one with a higher number.
_LOOK_BACK = 200
#: From how many changed letters on all are loaded anew, which takes fewer queries.
_MANY = 50


@dataclass(frozen=True, slots=True)
class LetterInMemory:
    """A letter with its records, without evidence, the words of each record, and all that needs a person."""

    letter: StoredLetter
    records: tuple[StoredRecord, ...]
    words: tuple[frozenset[str], ...]
    items: tuple[QueueItem, ...]


class Overview:
    """What is in the dataset. `look` is called from several threads at once."""

    def __init__(self, engine: Engine, accept_above: float | None) -> None:
        self._engine = engine
        self._accept_above = accept_above
        self._lock = Lock()
        self._letters: dict[str, LetterInMemory] = {}
        self._seen: frozenset[int] | None = None

    def look(self) -> list[LetterInMemory]:
        """Every letter as it stands now, sorted by name."""
        with self._lock, reading(self._engine).begin() as connection:
            last = connection.scalar(select(func.max(audit_trail.c.id))) or 0
            lines = connection.execute(
                select(audit_trail.c.id, audit_trail.c.document_id).where(audit_trail.c.id > last - _LOOK_BACK)
            ).all()
            seen = frozenset(line.id for line in lines)
            if seen != self._seen:
                self._update(connection, self._changed(connection, last))
                self._seen = seen
            return [self._letters[name] for name in sorted(self._letters)]

    def _changed(self, connection: Connection, last: int) -> list[str] | None:
        """The letters that something was done to; None where all may have changed."""
        if self._seen is None or not self._seen or last - max(self._seen) >= _LOOK_BACK:
            return None
        new = connection.execute(
            select(documents.c.name)
            .outerjoin_from(audit_trail, documents, documents.c.id == audit_trail.c.document_id)
            .where(audit_trail.c.id > last - _LOOK_BACK, audit_trail.c.id.not_in(self._seen))
        ).all()
        # The lines about no letter are those of a run, which may clear a letter's failure, or make it another's copy,
        # without a line about that letter.
        names = {line.name for line in new}
        return None if None in names or len(names) >= _MANY else sorted(names)

    def _update(self, connection: Connection, changed: list[str] | None) -> None:
        if changed is None:
            self._letters = {}
            self._load(connection, None)
            return
        written = self._written(changed)
        for name in changed:
            self._load(connection, name)
        # What the letters of a year later are asked depends on the numbers of these; see `jumps`.
        later = {(respondent, year + 1) for respondent, year in written | self._written(changed)}
        for name in self._letters.keys() - set(changed):
            if self._written([name]) & later:
                self._load(connection, name)

    def _load(self, connection: Connection, name: str | None) -> None:
        for letter, records in load_view(connection, self._accept_above, name, with_evidence=False):
            words = tuple(split_words(record.statement.text) for record in records)
            self._letters[letter.name] = LetterInMemory(letter, records, words, tuple(list_waiting(letter, records)))

    def _written(self, names: Iterable[str]) -> set[tuple[str, int]]:
        """Whose letters these are as they are in memory, and the latest year that each answers for."""
        letters = [self._letters[name].letter for name in names if name in self._letters]
        return {
            (letter.respondent, max(letter.reporting_years))
            for letter in letters
            if letter.respondent and letter.reporting_years
        }
