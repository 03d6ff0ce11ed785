"""What people do with a dataset: each method is one transaction around a module of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Engine

from extract.dataset.agreement import Agreement
from extract.dataset.connection import reading, writing
from extract.dataset.decisions import EditConflictError
from extract.dataset.edits import Change, Edit, apply_edit, list_edits, redo_edit, undo_edit
from extract.dataset.history import HistoryEntry, load_history
from extract.dataset.overview import LetterInMemory, Overview
from extract.dataset.progress import Progress, measure_progress
from extract.dataset.records import StoredRecord
from extract.dataset.redrawing import add_statement, merge_statements, split_statement
from extract.dataset.review_queue import (
    ALL,
    QueueFilter,
    QueueOrder,
    list_queue,
    search_statements,
)
from extract.dataset.second_reviews import (
    Difference,
    Sample,
    SecondReview,
    draw_sample,
    finish_second_review,
    list_differences,
    list_samples,
    list_tasks,
    load_blank_record,
    measure_agreements,
    set_second_value,
    settle_difference,
)
from extract.dataset.waiting import QueueItem
from extract.model import Message

_SET = Message("Value set")


class Reviewing:
    """The operations of reviewing."""

    def __init__(self, engine: Engine, accept_above: float | None = None) -> None:
        self._engine = engine
        self._accept_above = accept_above
        self._overview = Overview(engine, accept_above)

    def edit(self, changes: Sequence[Change], *, who: str, label: Message = _SET) -> Edit:
        """Set several values at once, or none of them: one step of undo.

        A statement has the fields years, domain and no_measures (a value, or None for none), counts and projects (a
        tuple of `Marked`), each of which may be an `Absence` instead; and review_status ("accepted", "rejected",
        "unreviewed"). A letter has respondent, letter_date, letter_number and reporting_years (a value, None or an
        `Absence`), and review_status ("accepted", "unreviewed").

        Raises EditConflictError where the number of a decision is no longer the `expected_version` of its change,
        DatasetError where a statement or letter is unknown or a field cannot have the value, ValueError without
        changes or with two of one value.
        """
        with writing(self._engine).begin() as connection:
            return apply_edit(connection, changes, who, label)

    def undo(self, who: str) -> Edit | None:
        """Undo the latest edit of `who` that stands, in whichever letter; None where there is none left.

        Raises EditConflictError where someone else has set one of its values since. Nothing is changed then, and the
        next undo goes on with the edit before that one.
        """
        with writing(self._engine).begin() as connection:
            done = undo_edit(connection, who)
        if isinstance(done, EditConflictError):
            raise done
        return done

    def redo(self, who: str) -> Edit | None:
        """Do again what `who` undid last; None where there is nothing, or they have done something else since.

        Raises EditConflictError as `undo` does.
        """
        with writing(self._engine).begin() as connection:
            done = redo_edit(connection, who)
        if isinstance(done, EditConflictError):
            raise done
        return done

    def edits(self, who: str | None = None, document: str | None = None) -> list[Edit]:
        """The edits of a person, or about a letter, the oldest first."""
        with reading(self._engine).begin() as connection:
            return list_edits(connection, who, document)

    def add_statement(self, document: str, start: int, end: int, *, who: str) -> str:
        """Add the words from `start` to `end` of the letter's text as a statement, and return its id.

        White space at the ends is left out. One step of undo. Raises DatasetError where no words are marked or some of
        them belong to a statement that stands.
        """
        with writing(self._engine).begin() as connection:
            return add_statement(connection, document, start, end, who)

    def split_statement(self, statement_id: str, at: Sequence[int], *, who: str) -> tuple[str, ...]:
        """Cut a statement at these places of the letter's text, and return the ids of the parts in order.

        The parts have what held in it: its years, domain and no_measures each, its counts and projects the part with
        their words. One step of undo. Raises DatasetError where a part would have no words.
        """
        with writing(self._engine).begin() as connection:
            return split_statement(connection, statement_id, at, who)

    def merge_statements(self, ids: Iterable[str], *, who: str) -> str:
        """Make one statement of several of one letter, with the words between them, and return its id.

        It has the years of all, all counts and projects, and the domain if they do not differ in it. One step of undo.
        Raises DatasetError where another statement stands between them.
        """
        with writing(self._engine).begin() as connection:
            return merge_statements(connection, ids, who)

    def history(self, document: str, statement_id: str | None, field: str) -> list[HistoryEntry]:
        """Every value that a field of a statement, or of the letter, has had, the oldest first."""
        with reading(self._engine).begin() as connection:
            entries = load_history(connection, document, statement_id, field)
            return [entry for entry in entries if entry.statement_id == statement_id]

    def histories(self) -> Iterator[HistoryEntry]:
        """Every change of every value, letter by letter and the oldest first.

        What the machine found is told of values that have changed since.
        """
        with reading(self._engine).begin() as connection:
            yield from load_history(connection)

    def overview(self) -> list[LetterInMemory]:
        """Every letter with its records, without evidence, sorted by name; kept in memory and up to date."""
        return self._overview.look()

    def queue(self, order: QueueOrder = QueueOrder.LETTER, wanted: QueueFilter = ALL) -> list[QueueItem]:
        """What needs a person, and fits the filter."""
        return list_queue(self._overview.look(), order, wanted)

    def search(self, wanted: QueueFilter) -> list[StoredRecord]:
        """The statements that fit the filter, whether they need a person or not."""
        return search_statements(self._overview.look(), wanted)

    def progress(self) -> Progress:
        """How far reviewing has come."""
        return measure_progress(self._overview.look())

    def request_second_review(
        self, *, share: float | None = None, number: int | None = None, seed: int, who: str
    ) -> list[int]:
        """Draw a random sample of the reviewed statements that are in none yet, for a second person to review unseeing.

        `share` (of 1) or `number` tells how many; the same seed draws the same from the same dataset. Returns the
        numbers of the second reviews. Raises DatasetError where there are not as many to draw from.
        """
        letters = self._overview.look()
        with writing(self._engine).begin() as connection:
            return draw_sample(connection, letters, share=share, number=number, seed=seed, who=who)

    def second_review_tasks(self, who: str) -> list[SecondReview]:
        """What `who` may review as the second person and has not finished."""
        with reading(self._engine).begin() as connection:
            return list_tasks(connection, who)

    def second_review(self, number: int, who: str) -> tuple[SecondReview, StoredRecord]:
        """A second review that `who` may make, and its statement with only what they have said of it so far.

        Raises DatasetError where it is not theirs to make or the letter no longer has the statement.
        """
        with reading(self._engine).begin() as connection:
            return load_blank_record(connection, number, who)

    def samples(self) -> list[Sample]:
        """All samples that were drawn for second reviews, the oldest first."""
        with reading(self._engine).begin() as connection:
            return list_samples(connection)

    def set_second_value(self, second_review: int, field: str, value: object, *, who: str) -> None:
        """Set what the second person says of years, domain, no_measures, counts or projects.

        Nothing else sees it until the review is finished. The first value takes the review up; fields without one
        count as empty. Raises DatasetError where it is another's, finished, or of what `who` has reviewed first, and
        for a wrong value.
        """
        with writing(self._engine).begin() as connection:
            set_second_value(connection, second_review, field, value, who)

    def finish_second_review(self, second_review: int, *, who: str) -> None:
        """Tell that the second person has said all. Raises DatasetError as `set_second_value` does."""
        with writing(self._engine).begin() as connection:
            finish_second_review(connection, second_review, who)

    def agreement(self, sample: int | None = None) -> dict[str, Agreement]:
        """For each field how far first and second person agree, in all finished second reviews or those of a sample."""
        with reading(self._engine).begin() as connection:
            return measure_agreements(connection, sample)

    def differences(self, sample: int | None = None) -> list[Difference]:
        """What first and second person see differently, settled or not."""
        with reading(self._engine).begin() as connection:
            return list(list_differences(connection, sample))

    def settle(
        self,
        second_review: int,
        field: str,
        value: object,
        *,
        who: str,
        why: str | None = None,
        expected_version: int | None = None,
    ) -> None:
        """Set what holds where the two differ: an edit that can be undone, upon which the difference is open again.

        Raises DatasetError where they do not differ and for a wrong value, EditConflictError as `edit` does.
        """
        with writing(self._engine).begin() as connection:
            settle_difference(connection, second_review, field, value, who, why, expected_version)

    def set_value(
        self,
        statement_id: str,
        field: str,
        value: object,
        *,
        who: str,
        why: str | None = None,
        expected_version: int | None = None,
    ) -> int:
        """Set one field of a statement, as `edit` does, and return the decision's number."""
        return self.edit([Change(statement_id, field, value, expected_version, why)], who=who).changes[0].version

    def set_letter_value(
        self,
        document: str,
        field: str,
        value: object,
        *,
        who: str,
        why: str | None = None,
        expected_version: int | None = None,
    ) -> int:
        """Set one field of a letter, as `edit` does, and return the decision's number."""
        return self.edit([Change(None, field, value, expected_version, why, document)], who=who).changes[0].version
