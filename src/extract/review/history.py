"""The history of a value, as a fragment that the letter's page shows."""

from __future__ import annotations

from starlette.responses import Response

from extract.review.blind import list_unseen
from extract.review.desk import Visit
from extract.review.serving import show

#: The fields whose history a card as a whole stands for.
_WHOLE = {"statement": "review_status", "letter": "review_status"}


def show_history(visit: Visit) -> Response:
    """Every value of a field: when, who, from what to what, why, and what the program found."""
    query = visit.query
    field = _WHOLE.get(query.get("field", ""), query.get("field", ""))
    if query.get("statement") in list_unseen(visit):
        return visit.page("no_history.html")
    entries = visit.desk.dataset.history(query.get("letter", ""), query.get("statement") or None, field)
    return visit.page("history.html", field=field, entries=entries)


ROUTES = [show("/history", show_history)]
