"""What stays out of sight until somebody has reviewed it anew, unseeing.

A statement that waits for a second review is shown in its letter without its values to whoever may make that review. A
lead, who settles the differences, sees it until they take the review up themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from extract.dataset.users import UserRole
from extract.errors import UsageError
from extract.model import Message
from extract.review.desk import Visit


def list_unseen(visit: Visit) -> Mapping[str, int]:
    """The statements that the visitor must not see yet, each with the number of its second review."""
    if not visit.may(UserRole.REVIEWER):
        return {}
    is_lead, who = visit.may(UserRole.LEAD), visit.user.display_name
    tasks = visit.desk.dataset.second_review_tasks(who)
    return {task.statement_id: task.id for task in tasks if task.reviewer == who or not is_lead}


def refuse_unseen(visit: Visit, statements: Collection[str | None]) -> None:
    """Raises UsageError where one of the statements is out of the visitor's sight."""
    if not list_unseen(visit).keys().isdisjoint(statements):
        raise UsageError(
            Message("The statement waits for your second review."),
            Message("Review it anew first, without seeing what was said before."),
        )
