"""The list of letters, and one letter: its page or text to the left, its statements to the right."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from extract.dataset import StoredLetter, StoredRecord
from extract.errors import DatasetError
from extract.model import Bound, Message, ProjectKind, Role, Unit
from extract.review.cards import Card, LetterCard
from extract.review.desk import Visit
from extract.review.passages import text_blocks
from extract.review.serving import show


def show_letters(visit: Visit) -> Response:
    """All letters."""
    return visit.page("letters.html", letters=visit.desk.dataset.letters())


def show_letter(visit: Visit) -> Response:
    """One letter."""
    name = visit.parameters["document"]
    dataset = visit.desk.dataset
    letter, records = load_letter(visit, name)
    blocks = text_blocks(dataset.document(name), records) if letter.sha256 and not _is_unread(letter, records) else []
    return visit.page(
        "letter.html",
        letter=letter,
        head=LetterCard(letter, records),
        cards=make_cards(letter, records),
        blocks=blocks,
        bounds=list(Bound),
        units=list(Unit),
        count_roles=list(Role),
        kinds=list(ProjectKind),
        chosen=visit.query.get("statement"),
    )


def load_letter(visit: Visit, name: str) -> tuple[StoredLetter, tuple[StoredRecord, ...]]:
    """A letter with its statements. Raises DatasetError where there is none of that name."""
    for letter, records in visit.desk.dataset.letters_with_records(name):
        return letter, records
    raise DatasetError(Message("The dataset has no {name}.", {"name": name}), Message("Load the page anew."))


def make_cards(letter: StoredLetter, records: Sequence[StoredRecord]) -> list[Card]:
    """The statements as cards."""
    return [Card(record, letter.reporting_years) for record in records]


def _is_unread(letter: StoredLetter, records: Sequence[StoredRecord]) -> bool:
    return letter.failed and not records


ROUTES = [
    show("/letters", show_letters),
    show("/letters/{document:path}", show_letter),
]
