"""The list of letters, and one letter: its page or text to the left, its statements to the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from extract.dataset import StoredRecord
from extract.errors import DatasetError
from extract.lexicons import read_lexicon
from extract.model import Bound, Message, ProjectKind, Role, Unit
from extract.review.blind import list_unseen
from extract.review.cards import BlindCard, Card, LetterCard
from extract.review.desk import Visit
from extract.review.serving import show


def show_letters(visit: Visit) -> Response:
    """All letters."""
    return visit.page("letters.html", letters=[one.letter for one in visit.desk.dataset.overview()])


def show_letter(visit: Visit) -> Response:
    """One letter."""
    name = visit.parameters["document"]
    shown = load_letter(visit, name)
    return visit.page(
        "letter.html",
        **shown,
        pages_at=f"/pages?{urlencode({'letter': name})}",
        highlights_at=f"/pages/highlights?{urlencode({'letter': name})}",
        **editor_choices(card.record for card in shown["cards"] if isinstance(card, Card)),
        chosen=visit.query.get("statement"),
        queue=visit.query.get("queue"),
    )


def editor_choices(records: Iterable[StoredRecord]) -> dict[str, Any]:
    """What the forms of values offer."""
    return {
        "groups": sorted({count.value.group for record in records for count in record.counts if count.value.group}),
        "bounds": list(Bound),
        "units": list(Unit),
        "count_roles": list(Role),
        "kinds": list(ProjectKind),
        "funders": [funder["name"] for funder in read_lexicon("fields", "funders.toml")["funders"]],
    }


def show_text(visit: Visit) -> Response:
    """The letter as plain text in which words can be chosen with the keyboard."""
    document = visit.desk.dataset.document(visit.query.get("letter", ""))
    return visit.page("letter_text.html", document=document)


def load_letter(visit: Visit, name: str) -> dict[str, Any]:
    """What the templates of a letter take. Raises DatasetError where there is no letter of that name."""
    for letter, records in visit.desk.dataset.letters_with_records(name):
        unseen = list_unseen(visit)
        cards = [BlindCard(one, unseen[one.id]) if one.id in unseen else Card(one) for one in records]
        return {"letter": letter, "head": LetterCard(letter, records), "cards": cards}
    raise DatasetError(Message("The dataset has no {name}.", {"name": name}), Message("Load the page anew."))


ROUTES = [
    show("/letters", show_letters),
    show("/letter-text", show_text),
    show("/letters/{document:path}", show_letter),
]
