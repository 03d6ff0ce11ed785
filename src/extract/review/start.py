"""The start page: what came in and how far it is."""

from __future__ import annotations

from starlette.responses import Response

from extract.review.desk import Visit
from extract.review.serving import show


def show_start(visit: Visit) -> Response:
    """Who answered, who has not, and how far the review is."""
    return visit.page("start.html", letters=visit.desk.dataset.letters())


ROUTES = [show("/", show_start)]
