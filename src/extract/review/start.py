"""The start page: what came in, and how far it is."""

from __future__ import annotations

from collections import Counter

from starlette.responses import Response

from extract.review.charts import draw_bars
from extract.review.desk import Visit
from extract.review.overview import rows_of
from extract.review.serving import show


def show_start(visit: Visit) -> Response:
    """Who answered, who has not, how far the review is, and what was told by domain and year."""
    letters = visit.desk.numbers.letters()
    rows = rows_of(visit.desk.codebook, letters)
    states = Counter(row.state for row in rows)
    chosen = visit.query.get("state")
    domains: Counter[tuple[str, str]] = sum((letter.by_domain for letter in letters), Counter())
    years: Counter[tuple[int, str]] = sum((letter.by_year for letter in letters), Counter())
    known = visit.desk.codebook.domain_codes
    others = sorted({code for code, _ in domains} - set(known))
    return visit.page(
        "start.html",
        letters=letters,
        rows=[row for row in rows if chosen in {None, row.state}],
        answered=sum(row.state not in {"missing", "unreadable"} for row in rows if row.name),
        respondents=sum(bool(row.name) for row in rows),
        all_rows=len(rows),
        states=states,
        chosen=chosen,
        statements=sum(letter.statements for letter in letters),
        reviewed=sum(letter.reviewed for letter in letters),
        waiting=sum(letter.waiting for letter in letters),
        by_domain=draw_bars([*known, *others], domains),
        by_year=draw_bars(sorted({year for year, _ in years}), years),
    )


ROUTES = [show("/", show_start)]
