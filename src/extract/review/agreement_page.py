"""Where a lead asks for second reviews, sees how far people agree, and settles where they do not."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_jsonable_python
from starlette.responses import Response

from extract.dataset import Difference, EditConflictError, StoredRecord, values_of
from extract.dataset.users import UserRole
from extract.errors import UsageError
from extract.model import Message
from extract.review.desk import Visit
from extract.review.second_reviews import list_tasks
from extract.review.serving import show, submit


@dataclass(frozen=True, slots=True)
class Settling:
    """A difference beside what holds now: its value as stored, and the number of the decision; None if it is gone."""

    difference: Difference
    current: Any
    version: int | None


def show_agreement(visit: Visit) -> Response:
    """What waits for the user's second review; for a lead the samples, the agreement and the differences."""
    tasks = list_tasks(visit)
    if not visit.may(UserRole.LEAD):
        return visit.page("second_reviews.html", tasks=tasks)
    dataset, sample = visit.desk.dataset, _sample(visit)
    agreement = dataset.agreement(sample)
    return visit.page(
        "second_reviews.html",
        tasks=tasks,
        sample=sample,
        samples=dataset.samples(),
        agreement=agreement,
        finished=max(found.number for found in agreement.values()),
        settlings=_settlings(visit, dataset.differences(sample)),
        seed=secrets.randbelow(1_000_000),
        reviewed=_reviewed(visit),
    )


def draw_sample(visit: Visit) -> Response:
    """Draw statements for a second review."""
    try:
        number, seed = int(visit.form.get("number", "")), int(visit.form.get("seed", ""))
    except ValueError as error:
        raise UsageError(
            Message("The sample needs a number of statements and a seed."), Message("Give both as whole numbers.")
        ) from error
    visit.desk.dataset.request_second_review(number=number, seed=seed, who=visit.user.display_name)
    return visit.go("/second-reviews")


def settle(visit: Visit) -> Response:
    """Set what holds: what the first or the second person said, or what stands now."""
    form, number, dataset = visit.form, int(visit.parameters["number"]), visit.desk.dataset
    settlings = _settlings(visit, [one for one in dataset.differences() if one.second_review == number])
    settling = next((one for one in settlings if one.difference.field == form.get("field")), None)
    offered = {}
    if settling is not None:
        difference = settling.difference
        offered = {"first": difference.first, "second": difference.second, "current": settling.current}
    if settling is None or form.get("takes") not in offered or not form.get("version", "").isdigit():
        raise UsageError(Message("There is nothing to settle there."), Message("Open the list of differences anew."))
    value, why, version = offered[form["takes"]], form.get("why", "").strip() or None, int(form["version"])
    who = visit.user.display_name
    try:
        dataset.settle(number, settling.difference.field, value, who=who, why=why, expected_version=version)
    except EditConflictError as conflict:
        raise UsageError(conflict.cause, conflict.advice) from conflict
    return visit.go(f"/second-reviews?{visit.request.url.query}#differences")


def _settlings(visit: Visit, differences: list[Difference]) -> list[Settling]:
    """The open ones first."""
    names = {difference.document for difference in differences}
    records: dict[str, StoredRecord] = {
        record.id: record for name in names for record in visit.desk.dataset.records(name)
    }
    settlings = []
    for one in sorted(differences, key=lambda one: one.is_settled):
        record = records.get(one.statement_id)
        current = to_jsonable_python(values_of(record)[one.field]) if record is not None else None
        version = record.decisions.get(one.field, 0) if record is not None else None
        settlings.append(Settling(one, current, version))
    return settlings


def _reviewed(visit: Visit) -> int:
    """How many statements could be drawn, were none drawn before."""
    return visit.desk.dataset.progress().statements.done


def _sample(visit: Visit) -> int | None:
    asked = visit.query.get("sample", "")
    return int(asked) if asked.isdigit() else None


ROUTES = [
    show("/second-reviews", show_agreement, UserRole.REVIEWER),
    submit("/second-reviews", draw_sample, UserRole.LEAD),
    submit("/second-reviews/{number:int}/settle", settle, UserRole.LEAD),
]
