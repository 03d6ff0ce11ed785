"""What the letter page sends: changes of values and statements, undo and redo, and where someone is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pydantic_core import to_jsonable_python
from starlette.responses import Response

from extract.dataset import Change, Edit, EditConflictError
from extract.dataset.users import UserRole
from extract.model import Message
from extract.review.blind import refuse_unseen
from extract.review.desk import Visit
from extract.review.letters import load_letter
from extract.review.presence import Place
from extract.review.serving import script
from extract.review.values import (
    SentDocument,
    SentEdit,
    SentPlace,
    SentPresence,
    SentStatements,
    read_change,
    read_sent,
)

#: What an edit is called when it is undone, by its first change's field.
_LABELS = {
    "domain": Message("domain"),
    "years": Message("years"),
    "no_measures": Message("no measures"),
    "counts": Message("counts"),
    "projects": Message("projects"),
    "respondent": Message("respondent"),
    "reporting_years": Message("years that the letter answers for"),
    "letter_date": Message("date of the letter"),
    "letter_number": Message("number of the letter"),
}
_STATUSES = {
    "accepted": Message("accepted"),
    "rejected": Message("no statement"),
    "unreviewed": Message("not reviewed after all"),
}


def edit(visit: Visit) -> Response:
    """Set values, all of them or none."""
    sent = read_sent(SentEdit, visit.body)
    refuse_unseen(visit, {change.statement for change in sent.changes})
    changes = [read_change(change, sent.document, visit.desk.codebook) for change in sent.changes]
    first = changes[0]
    label = _STATUSES[first.value] if first.field == "review_status" else _LABELS.get(first.field, Message("value"))
    try:
        visit.desk.dataset.edit(changes, who=visit.user.display_name, label=label)
    except EditConflictError as conflict:
        change = _conflicting(changes, conflict)
        if to_jsonable_python(change.value) != to_jsonable_python(conflict.current):
            return _tell_conflict(visit, sent.document, conflict, change)
        # The same was set already: by a request whose answer was lost, or by someone of the same mind.
    return _tell_cards(visit, sent.document, {change.statement_id for change in changes})


def undo(visit: Visit) -> Response:
    """Take back what the user did last, in whichever letter."""
    return _turn(visit, forward=False)


def redo(visit: Visit) -> Response:
    """Do again what the user took back last."""
    return _turn(visit, forward=True)


def _turn(visit: Visit, *, forward: bool) -> Response:
    document = read_sent(SentDocument, visit.body).document
    dataset, who = visit.desk.dataset, visit.user.display_name
    done: Edit | None = dataset.redo(who) if forward else dataset.undo(who)
    if done is None:
        nothing = Message("There is nothing to redo.") if forward else Message("There is nothing to undo.")
        return visit.answer(said=visit.wording.tell(nothing))
    label = visit.wording.tell(done.label)
    what = {"what": label[:1].lower() + label[1:]}
    said = visit.wording.tell(Message("Redone: {what}.", what) if forward else Message("Undone: {what}.", what))
    statements = [change.statement_id for change in done.changes]
    if done.document != document:
        return visit.answer(said=said, document=done.document, statement=statements[0])
    return _tell_cards(visit, document, None, said=said, statement=statements[0], field=done.changes[0].field)


def add_statement(visit: Visit) -> Response:
    """Make a statement of words that were missed."""
    sent = read_sent(SentPlace, visit.body)
    made = visit.desk.dataset.add_statement(sent.document, sent.start, sent.end, who=visit.user.display_name)
    return _tell_cards(visit, sent.document, None, statement=made)


def split_statement(visit: Visit) -> Response:
    """Make several statements of one."""
    sent = read_sent(SentStatements, visit.body)
    refuse_unseen(visit, sent.statements)
    made = visit.desk.dataset.split_statement(sent.statements[0], sent.at, who=visit.user.display_name)
    return _tell_cards(visit, sent.document, None, statement=made[0])


def merge_statements(visit: Visit) -> Response:
    """Make one statement of several."""
    sent = read_sent(SentStatements, visit.body)
    refuse_unseen(visit, sent.statements)
    made = visit.desk.dataset.merge_statements(sent.statements, who=visit.user.display_name)
    return _tell_cards(visit, sent.document, None, statement=made)


def show_cards(visit: Visit) -> Response:
    """All cards anew, after someone else changed something."""
    return _tell_cards(visit, read_sent(SentDocument, visit.body).document, None)


def note_presence(visit: Visit) -> Response:
    """Where the user is; tells who else is in the letter, and how many edits there are of it."""
    sent = read_sent(SentPresence, visit.body)
    presence, who = visit.desk.presence, visit.user.display_name
    if sent.is_leaving:
        presence.leave(who, sent.page)
        return visit.answer()
    presence.note(who, sent.page, Place(sent.document, sent.statement))
    others = [(name, at) for name, at in presence.others(sent.document, sent.page) if name != who]
    names = visit.wording.listed(list(dict.fromkeys(name for name, _ in others)))
    return visit.answer(
        others=[{"name": name, "statement": statement} for name, statement in others],
        said=visit.wording.tell(Message("Also here: {names}", {"names": names})) if others else "",
        state=visit.desk.dataset.letter_state(sent.document),
    )


def _conflicting(changes: Collection[Change], conflict: EditConflictError) -> Change:
    for change in changes:
        if (change.statement_id, change.field) == (conflict.statement_id, conflict.field):
            return change
    raise conflict


def _tell_conflict(visit: Visit, document: str, conflict: EditConflictError, change: Change) -> Response:
    """Both values in words, and the version with which the user's own would replace the other."""
    words = visit.wording
    return visit.answer(
        409,
        statement=change.statement_id,
        field=change.field,
        who=conflict.by,
        theirs=words.stored(change.field, conflict.current),
        yours=words.stored(change.field, to_jsonable_python(change.value)),
        version=conflict.version,
        **_cards(visit, document, {change.statement_id}),
    )


def _tell_cards(visit: Visit, document: str, statements: Collection[str | None] | None, **more: Any) -> Response:
    return visit.answer(**_cards(visit, document, statements), **more)


def _cards(visit: Visit, document: str, statements: Collection[str | None] | None) -> dict[str, Any]:
    """The cards of these statements as they are now, by id; all of them as one list where that is None."""
    shown = load_letter(visit, document)
    head = {
        "letter": visit.render("letter_card.html", **shown),
        "progress": visit.render("letter_progress.html", **shown),
        "end": visit.render("letter_end.html", **shown),
        "state": visit.desk.dataset.letter_state(document),
    }
    # Another respondent or other years may change what every statement is asked.
    if statements is None or None in statements:
        return {**head, "all": visit.render("statements.html", **shown)}
    cards = {card.record.id: card for card in shown["cards"] if card.record.id in statements}
    return {**head, "cards": {name: visit.render(card.template, card=card) for name, card in cards.items()}}


ROUTES = [
    script("/edit", edit),
    script("/undo", undo),
    script("/redo", redo),
    script("/statements/add", add_statement),
    script("/statements/split", split_statement),
    script("/statements/merge", merge_statements),
    script("/cards", show_cards, UserRole.READER),
    script("/presence", note_presence, UserRole.READER),
]
