"""What needs a person, in an order and through a filter; the search; and the way to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from starlette.responses import Response

from extract.dataset import QueueFilter, QueueOrder, ReviewStatus
from extract.errors import UsageError
from extract.model import Message
from extract.review.cards import LETTER_FIELDS, STATEMENT_FIELDS
from extract.review.desk import Visit
from extract.review.serving import show

#: Rows of one page of the queue.
_ROWS = 100
_KEYS = ("text", "respondent", "domain", "year", "status", "field", "reason", "reviewer", "flagged", "done")


def show_queue(visit: Visit) -> Response:
    """The queue, or all statements that fit the filter."""
    dataset, query = visit.desk.dataset, visit.query
    order, wanted = _order(query), _filter(query)
    # Statements that nobody needs to look at any more are only searched.
    is_search = query.get("done") == "yes" or query.get("status") in {"accepted", "corrected", "rejected"}
    everything = dataset.search(wanted) if is_search else dataset.queue(order, wanted)
    first = max(0, int(query.get("first", "0") or "0") if query.get("first", "0").isdigit() else 0)
    overview = dataset.overview()
    flags = Counter(item.reason.text for item in dataset.queue())
    reasons = {item.reason.text: item.reason for item in dataset.queue()}
    asked = {key: value for key, value in query.items() if value and (key in _KEYS or key == "order")}
    return visit.page(
        "queue.html",
        is_search=is_search,
        found=len(everything),
        rows=everything[first : first + _ROWS],
        first=first,
        size=_ROWS,
        order=order,
        orders=list(QueueOrder),
        statuses=list(ReviewStatus),
        fields=[*LETTER_FIELDS, *STATEMENT_FIELDS],
        respondents=_ordered({one.letter.respondent for one in overview if one.letter.respondent}, visit),
        years=sorted(
            {year for one in overview for record in one.records if record.years for year in record.years.value}
        ),
        reviewers=[person.who for person in dataset.progress().people],
        reasons=[(text, visit.wording.general(reasons[text])) for text, _ in flags.most_common()],
        progress=dataset.progress(),
        queue=urlencode(asked),
        page_query=lambda start: urlencode({**asked, "first": start}),
    )


def go_to_next(visit: Visit) -> Response:
    """The next thing that needs a person: in the queue that is worked through, else in the next letter that has any.

    `after` is the letter that is left. `skipped` are statements that were left as they are. What is only unreviewed
    comes after what there is a reason for.
    """
    query = visit.query
    dataset, order, wanted = visit.desk.dataset, _order(query), _filter(query)
    skipped, after = set(query.get("skipped", "").split(",")), query.get("after", "")
    items = [item for item in dataset.queue(order, wanted) if (item.statement_id or item.document) not in skipped]
    if order is QueueOrder.LETTER:
        reasoned = QueueFilter(**{**_parts(query), "flagged": True})
        flagged = [item for item in dataset.queue(order, reasoned) if item.document != after]
        others = [item for item in items if item.document != after]
        items = [
            *(item for item in flagged if item.document > after),
            *flagged,
            *(item for item in others if item.document > after),
            *others,
        ]
    if not items:
        return visit.go("/")
    chosen = {"statement": items[0].statement_id} if items[0].statement_id else {}
    worked = {"queue": _worked(query)} if order is not QueueOrder.LETTER or _worked(query) else {}
    asked = urlencode({**chosen, **worked})
    return visit.go(f"/letters/{quote(items[0].document)}{asked and f'?{asked}'}")


def _ordered(names: set[str], visit: Visit) -> list[str]:
    """In the order of the codebook, which knows Latvian letters; names that it lacks last."""
    known = [respondent.name for respondent in visit.desk.codebook.respondents]
    return [name for name in known if name in names] + sorted(names - set(known))


def _worked(query: Mapping[str, str]) -> str:
    return urlencode({key: value for key, value in query.items() if value and (key in _KEYS or key == "order")})


def _order(query: Mapping[str, str]) -> QueueOrder:
    try:
        return QueueOrder(query.get("order") or QueueOrder.LETTER)
    except ValueError as error:
        raise _unknown(query.get("order", "")) from error


def _filter(query: Mapping[str, str]) -> QueueFilter:
    """The filter that the query string asks for. Raises UsageError for a year or status that is none."""
    return QueueFilter(**_parts(query))


def _parts(query: Mapping[str, str]) -> dict[str, Any]:
    parts: dict[str, Any] = {
        key: query[key] for key in ("text", "respondent", "domain", "field", "reason", "reviewer") if query.get(key)
    }
    # A dash stands for none, as the query string has no other way to say it.
    parts |= {key: "" for key in ("respondent", "domain") if query.get(key) == "-"}
    try:
        if query.get("year"):
            parts["year"] = int(query["year"])
        if query.get("status"):
            parts["status"] = ReviewStatus(query["status"])
    except ValueError as error:
        raise _unknown(query.get("status") or query.get("year", "")) from error
    return {**parts, "flagged": query.get("flagged") == "yes"}


def _unknown(asked: str) -> UsageError:
    return UsageError(
        Message("The queue cannot be asked for {asked}.", {"asked": asked}), Message("Choose from the lists.")
    )


ROUTES = [show("/queue", show_queue), show("/next", go_to_next)]
