"""Second reviews: statements of a sample reviewed anew without seeing the first review, agreement, and differences.

The page of a second review is that of a letter with one card, whose scripts send what they send to paths of its own.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.responses import Response

from extract.dataset import SecondReview, StoredRecord
from extract.dataset.users import UserRole
from extract.errors import UsageError
from extract.model import Message
from extract.review.cards import Card
from extract.review.desk import Visit
from extract.review.letter_view import mark, open_letter
from extract.review.letters import editor_choices
from extract.review.serving import script, show
from extract.review.values import SentEdit, read_sent, read_value


def show_second_review(visit: Visit) -> Response:
    """A statement to review anew, beside its letter."""
    task, record = _blank(visit)
    return visit.page(
        "second_review.html",
        task=task,
        cards=[Card(record)],
        base=_base(task),
        left=len(list_tasks(visit)),
        pages_at=f"/pages?{urlencode({'letter': task.document})}",
        highlights_at=f"{_base(task)}/highlights",
        **editor_choices([record]),
    )


def go_to_next(visit: Visit) -> Response:
    """The next second review that the user may make; the list where there is none left."""
    tasks = list_tasks(visit)
    return visit.go(_base(tasks[0]) if tasks else "/second-reviews")


def show_highlights(visit: Visit) -> Response:
    """Where the statement stands; the evidence of values would tell what the first person saw."""
    task, record = _blank(visit)
    _, _, view = open_letter(visit, task.document)
    span = (record.statement.start, record.statement.end)
    return visit.answer(highlights=[mark(view, *span, record.id, "statement", None)])


def edit(visit: Visit) -> Response:
    """Set what the second person says; accepting the statement finishes the review."""
    sent = read_sent(SentEdit, visit.body)
    number, who, dataset = _number(visit), visit.user.display_name, visit.desk.dataset
    for change in sent.changes:
        if change.field == "review_status":
            if change.value != "accepted":
                raise _not_here()
            dataset.finish_second_review(number, who=who)
            return visit.answer(go="/second-reviews/next")
        value = read_value(change.field, change.value, visit.desk.codebook)
        dataset.set_second_value(number, change.field, value, who=who)
    _, record = _blank(visit)
    return visit.answer(cards={record.id: visit.render("card.html", card=Card(record))})


def refuse(visit: Visit) -> Response:
    """What a letter's page can do and a second review cannot."""
    raise _not_here()


def show_no_history(visit: Visit) -> Response:
    """The history would tell what the first person saw."""
    return visit.page("no_history.html")


def stay_alone(visit: Visit) -> Response:
    """Nobody sees who reviews anew, and nothing changes meanwhile."""
    return visit.answer(others=[], said="", state=0)


def _blank(visit: Visit) -> tuple[SecondReview, StoredRecord]:
    return visit.desk.dataset.second_review(_number(visit), visit.user.display_name)


def list_tasks(visit: Visit) -> list[SecondReview]:
    """What the user may review anew, of the statements that the letters still have; what they have begun first."""
    standing = {record.id for one in visit.desk.dataset.overview() for record in one.records}
    tasks = visit.desk.dataset.second_review_tasks(visit.user.display_name)
    return sorted((task for task in tasks if task.statement_id in standing), key=lambda task: task.reviewer is None)


def _base(task: SecondReview) -> str:
    return f"/second-reviews/{task.id}"


def _number(visit: Visit) -> int:
    return int(visit.parameters["number"])


def _not_here() -> UsageError:
    return UsageError(
        Message("A second review cannot do this."),
        Message("Say what each field holds, then accept the statement; what else there is to do, do in the letter."),
    )


_PATH = "/second-reviews/{number:int}"
ROUTES = [
    show("/second-reviews/next", go_to_next, UserRole.REVIEWER),
    show(_PATH, show_second_review, UserRole.REVIEWER),
    show(f"{_PATH}/highlights", show_highlights, UserRole.REVIEWER),
    show(f"{_PATH}/history", show_no_history, UserRole.REVIEWER),
    script(f"{_PATH}/edit", edit),
    script(f"{_PATH}/presence", stay_alone),
    *(script(f"{_PATH}/{what}", refuse) for what in ("undo", "redo", "cards")),
    *(script(f"{_PATH}/statements/{what}", refuse) for what in ("add", "split", "merge")),
]
